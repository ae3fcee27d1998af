"""The words the whole offer is sorted by, each defined here and nowhere else."""

from .arrangement import Answer, Arrangement
from .duty import Duty
from .level import CareHistory, Level
from .provider import Provider
from .topic import Topic

__all__ = ["Answer", "Arrangement", "CareHistory", "Duty", "Level", "Provider", "Topic"]
