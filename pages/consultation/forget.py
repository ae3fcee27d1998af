"""Deletes people's answers a year after the report; how many they were, by role, stays."""

import datetime

from django.db import transaction

from pages.consultation import tally
from pages.consultation.model import Consultation
from pages.personal_data.kept_for import kept_for
from pages.personal_data.table import CONSULTED


def forget_answers(now: datetime.datetime) -> int:
    """How many people's answers were deleted. An example's made-up answers are nobody's, and stay."""
    reported = Consultation.objects.filter(report__first_published_at__lt=now - kept_for(CONSULTED), example=False)
    return sum(_forget(consultation) for consultation in reported)


@transaction.atomic
def _forget(consultation: Consultation) -> int:
    number = consultation.answers.count()
    if number:
        consultation.counts = tally.answered(consultation)
        consultation.save(update_fields=["counts"])
        consultation.answers.all().delete()
    return number
