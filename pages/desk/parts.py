"""Every part of the desk, in the order they come in."""

from .bank_holidays import BankHolidaysRunOut
from .before_we_open import StillToFindOut
from .callbacks import PeopleToRing
from .checks import OverdueAndDueSoon
from .consultations import Consultations
from .dated_facts import FactsOutOfDate
from .dead_links import DeadLinks
from .duties import DutiesNotMet
from .groups import NextMeetings
from .hard_to_read import HardToRead
from .leaflet import LeafletProblems
from .national_text import NewNationalText
from .part import DeskPart
from .policies import PoliciesToReview
from .print import ToPrint
from .recent import RecentEdits
from .sign_offs import SignOffs
from .told import ReadersCouldNotFind
from .urgent_notice import UrgentNotices
from .work import WorkThatFails
from .workflow import SentByMe, WaitsForMe

PARTS: list[DeskPart] = [
    UrgentNotices(),
    WorkThatFails(),
    StillToFindOut(),
    OverdueAndDueSoon(),
    DutiesNotMet(),
    WaitsForMe(),
    SignOffs(),
    NewNationalText(),
    PeopleToRing(),
    LeafletProblems(),
    FactsOutOfDate(),
    BankHolidaysRunOut(),
    DeadLinks(),
    PoliciesToReview(),
    Consultations(),
    ReadersCouldNotFind(),
    SentByMe(),
    NextMeetings(),
    HardToRead(),
    ToPrint(),
    RecentEdits(),
]
