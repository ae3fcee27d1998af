"""How many people took part, by role. The counts stay when the answers are deleted."""

from collections import Counter

from pages.consultation.model import Consultation
from pages.consultation.vocabulary import AnswerState

NOT_SAID = ""


def answered(consultation: Consultation) -> dict[str, int]:
    """How many answered online or on paper, by role; those who did not say under an empty one."""
    if consultation.counts:
        return dict(consultation.counts)
    rows = consultation.answers.exclude(state=AnswerState.ASIDE).values_list("role", flat=True)
    return dict(Counter(rows))


def took_part(consultation: Consultation) -> dict[str, int]:
    """The same with those who took part elsewhere."""
    elsewhere = Counter({row.role: row.elsewhere for row in consultation.asked.all() if row.elsewhere})
    return dict(Counter(answered(consultation)) + elsewhere)
