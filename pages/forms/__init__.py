"""The forms that visitors fill in."""

from .callback import CallbackForm
from .find import FindForm
from .useful import SentenceForm, UsefulForm

__all__ = ["CallbackForm", "FindForm", "SentenceForm", "UsefulForm"]
