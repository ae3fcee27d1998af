"""What an officer does with somebody's answers: takes more out, sets them aside, or puts them into groups."""

import re
from collections.abc import Iterable

from django.db import transaction

from pages.consultation.answer import AnswerPart, ConsultationAnswer
from pages.consultation.vocabulary import AnswerState
from pages.heard.scrub import GONE


def without(words: str, gone: Iterable[str]) -> str:
    """The words with […] wherever one of `gone` stands, in capitals or not. What was there is not kept.

    A piece is looked for as whole words first: to take “Jo” out leaves “enjoys” as it is.
    """
    for piece in sorted((line.split() for line in gone), key=len, reverse=True):
        if piece:
            typed = r"\s+".join(map(re.escape, piece))
            whole = re.compile(rf"(?<!\w){typed}(?!\w)", re.IGNORECASE)
            words = (whole if whole.search(words) else re.compile(typed, re.IGNORECASE)).sub(GONE, words)
    return words


@transaction.atomic
def read(answer: ConsultationAnswer, words: dict[AnswerPart, str], groups: dict[AnswerPart, list]) -> None:
    """Notes that an officer has read all of it, with what is left of each part and the groups it belongs to."""
    for part, left in words.items():
        part.words = left
        part.save(update_fields=["words"])
        part.groups.set(groups[part])
    answer.state, answer.why_aside = AnswerState.READ, ""
    answer.save(update_fields=["state", "why_aside"])


@transaction.atomic
def set_aside(answer: ConsultationAnswer, why: str) -> None:
    """Deletes what was said; that somebody answered, and why it does not count, stays."""
    answer.parts.all().delete()
    answer.state, answer.why_aside = AnswerState.ASIDE, why
    answer.save(update_fields=["state", "why_aside"])
