"""The words the whole offer is sorted by, each defined here and nowhere else."""

from .age import OLDEST_CHILD
from .arrangement import Answer, Arrangement
from .audience import Audience
from .care import CareEnded, CareHistory, LookedAfter
from .carer import Parents, ParentsLiving, PensionAge, Working
from .change import SENTENCE_LENGTH, ChangeKind
from .closing import HowClosed
from .duty import Duty
from .level import Level
from .meeting import HowOften, MayComeToo, MeetingStatus, OnBankHolidays
from .money import Bound, Per
from .need import NEED_GROUPS, NEEDS
from .provider import Provider
from .topic import Topic
from .voice import Voice
from .weekday import Weekday

__all__ = [
    "NEEDS", "NEED_GROUPS", "OLDEST_CHILD", "SENTENCE_LENGTH", "Answer", "Arrangement", "Audience", "Bound",
    "CareEnded", "CareHistory", "ChangeKind", "Duty", "HowClosed", "HowOften", "Level", "LookedAfter", "MayComeToo",
    "MeetingStatus", "OnBankHolidays", "Parents", "ParentsLiving", "PensionAge", "Per", "Provider", "Topic",
    "Voice", "Weekday", "Working",
]  # fmt: skip
