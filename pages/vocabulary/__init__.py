"""The words the whole offer is sorted by, each defined here and nowhere else."""

from .arrangement import Answer, Arrangement
from .audience import Audience
from .duty import Duty
from .level import CareHistory, Level
from .meeting import HowOften, MayComeToo, MeetingStatus, OnBankHolidays
from .provider import Provider
from .topic import Topic
from .weekday import Weekday

__all__ = [
    "Answer", "Arrangement", "Audience", "CareHistory", "Duty", "HowOften", "Level", "MayComeToo",
    "MeetingStatus", "OnBankHolidays", "Provider", "Topic", "Weekday",
]  # fmt: skip
