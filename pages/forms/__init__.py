"""The forms that visitors fill in."""

from .callback import CallbackForm
from .useful import SentenceForm, UsefulForm

__all__ = ["CallbackForm", "SentenceForm", "UsefulForm"]
