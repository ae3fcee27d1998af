"""Answers to “Was this page useful?”, with nothing in them of who gave them.

What the database can't take at once is refused with a `NotWrittenError`: nobody waits long to have said yes or no.
"""

import logging

from django.core.cache import cache

from pages.core.may_be_down import may_be_down
from pages.core.rate_limit import hidden
from pages.core.small_writes import at_once_or_not
from pages.heard.useful import SENTENCE_LENGTH, Feedback
from pages.heard.without_people import without_people

logger = logging.getLogger(__name__)

AN_HOUR = 60 * 60


def count(page: int, answer: str, address: str) -> Feedback:
    """Keeps a yes or a no; one for each page and address within the hour, so pressing twice is changing one's mind."""
    with at_once_or_not("An answer to “was this useful?”"):
        feedback = _given(page, address) or Feedback(page_id=page)
        feedback.answer = answer
        feedback.save()
    _remember(feedback, address)
    return feedback


def add_sentence(feedback: Feedback, sentence: str) -> None:
    """Puts the sentence to the answer, without what could say who wrote it, or whom it is about."""
    feedback.sentence = without_people(" ".join(sentence.split()))[:SENTENCE_LENGTH]
    with at_once_or_not("A sentence to “was this useful?”"):
        feedback.save(update_fields=["sentence"])


def _given(page: int, address: str) -> Feedback | None:
    key = None
    with may_be_down(logger, "An answer is counted anew, the cache can't be used"):
        key = cache.get(_name(page, address))
    return Feedback.objects.filter(pk=key, page=page).first() if key else None


def _remember(feedback: Feedback, address: str) -> None:
    with may_be_down(logger, "An answer is not remembered, the cache can't be used"):
        cache.set(_name(feedback.page_id, address), feedback.pk, AN_HOUR)


def _name(page: int, address: str) -> str:
    return f"useful:{page}:{hidden(address)}"
