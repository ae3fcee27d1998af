"""Answers to a consultation: kept with nobody's name in them, once however often they are sent. None is ever logged."""

import datetime
import logging
from collections.abc import Mapping

from django.db import DatabaseError, IntegrityError, transaction
from django.utils.crypto import salted_hmac
from django.views.decorators.debug import sensitive_variables

from pages.consultation.answer import ANSWER_LENGTH, AnswerPart, ConsultationAnswer
from pages.consultation.model import Consultation, ConsultationQuestion
from pages.core.keep_once import NotStoredError
from pages.heard.without_people import without_people

logger = logging.getLogger(__name__)


@sensitive_variables()
def store(
    consultation: Consultation,
    asks: str,
    role: str,
    words: Mapping[ConsultationQuestion, str],
    *,
    token: str,
    day: datetime.date,
    on_paper: bool = False,
) -> None:
    """Keeps what one person answered, without whoever is named in it. Raises NotStoredError.

    The same answers sent twice with one form are kept once; other answers, as from somebody beside them, are their own.
    """
    kept = {row: text if row.options() else without_people(text)[:ANSWER_LENGTH] for row, text in words.items()}
    said = [consultation.pk, token, role, *((row.pk, kept[row]) for row in sorted(kept, key=lambda row: row.pk))]
    key = salted_hmac("consultation", repr(said), algorithm="sha256").hexdigest()
    try:
        with transaction.atomic():
            answer = ConsultationAnswer.objects.create(
                consultation=consultation, asks=asks, role=role, on_paper=on_paper, day=day, key=key
            )
            AnswerPart.objects.bulk_create(
                AnswerPart(answer=answer, question=row, words=text) for row, text in kept.items()
            )
    except DatabaseError as error:
        if isinstance(error, IntegrityError) and ConsultationAnswer.objects.filter(key=key).exists():
            return
        # The database's own message may repeat the whole row: only the kind of error is passed on.
        logger.error("An answer to a consultation could not be stored: %s.", type(error).__name__)
        raise NotStoredError from None
