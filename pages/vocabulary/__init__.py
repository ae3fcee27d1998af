"""The words the whole offer is sorted by, each defined here and nowhere else."""

from .arrangement import Answer, Arrangement
from .audience import Audience
from .care import LookedAfter
from .duty import Duty
from .level import CareHistory, Level
from .meeting import HowOften, MayComeToo, MeetingStatus, OnBankHolidays
from .need import NEEDS
from .provider import Provider
from .topic import Topic
from .weekday import Weekday

__all__ = [
    "NEEDS", "Answer", "Arrangement", "Audience", "CareHistory", "Duty", "HowOften", "Level", "LookedAfter",
    "MayComeToo", "MeetingStatus", "OnBankHolidays", "Provider", "Topic", "Weekday",
]  # fmt: skip
