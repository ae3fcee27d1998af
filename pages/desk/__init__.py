"""The CMS home as a desk: one module for each list on it, and the order they come in."""

from .bank_holidays import BankHolidaysRunOut
from .callbacks import PeopleToRing
from .checks import OverdueAndDueSoon
from .dead_links import DeadLinks
from .desk import Desk
from .duties import DutiesNotMet
from .groups import NextMeetings
from .hard_to_read import HardToRead
from .leaflet import LeafletProblems
from .money import AmountsOutOfDate
from .part import Act, DeskPart, Line
from .policies import PoliciesToReview
from .print import ToPrint
from .recent import RecentEdits
from .sign_offs import SignOffs
from .told import ReadersCouldNotFind
from .workflow import SentByMe, WaitsForMe

PARTS = [
    DutiesNotMet(),
    OverdueAndDueSoon(),
    WaitsForMe(),
    SignOffs(),
    PeopleToRing(),
    ReadersCouldNotFind(),
    LeafletProblems(),
    AmountsOutOfDate(),
    BankHolidaysRunOut(),
    DeadLinks(),
    PoliciesToReview(),
    NextMeetings(),
    HardToRead(),
    SentByMe(),
    ToPrint(),
    RecentEdits(),
]


def only_the_desk(request, panels):
    """The desk says all that Wagtail's own panels say, in the council's words."""
    panels[:] = [Desk(PARTS)]


def no_counts_of_files(request, summary_items):
    summary_items.clear()


__all__ = ["PARTS", "Act", "Desk", "DeskPart", "Line", "no_counts_of_files", "only_the_desk"]
