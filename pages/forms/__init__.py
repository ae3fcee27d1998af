"""The forms that visitors and officers fill in."""

from .before_publishing import BeforePublishingForm
from .callback import CallbackForm
from .comment import CommentForm
from .find import FindForm
from .sign_off import SignOffAnswerForm
from .useful import SentenceForm, UsefulForm

__all__ = [
    "BeforePublishingForm",
    "CallbackForm",
    "CommentForm",
    "FindForm",
    "SentenceForm",
    "SignOffAnswerForm",
    "UsefulForm",
]
