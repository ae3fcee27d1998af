"""The CMS home as a desk: one module for each list on it, and the order they come in."""

from .callbacks import PeopleToRing
from .desk import Desk
from .duties import DutiesNotMet
from .groups import NextMeetings
from .leaflet import LeafletProblems
from .part import DeskPart, Line
from .recent import RecentEdits
from .sign_offs import SignOffs
from .workflow import SentByMe, WaitsForMe

PARTS = [
    DutiesNotMet(),
    WaitsForMe(),
    SignOffs(),
    PeopleToRing(),
    LeafletProblems(),
    NextMeetings(),
    SentByMe(),
    RecentEdits(),
]

__all__ = ["PARTS", "Desk", "DeskPart", "Line"]
