"""Takes a consultation away: an example, or one that nobody has answered."""

from django.db import transaction
from django.utils.translation import gettext as _

from pages.consultation.answer import MADE_UP
from pages.consultation.model import Consultation


def why_not_delete(consultation: Consultation) -> str:
    """What speaks against it, as a sentence; nothing when it may go."""
    if consultation.answers.exclude(key__startswith=MADE_UP).exists() or consultation.counts:
        return _("People have answered this consultation. It can’t be deleted.")
    if not consultation.example and consultation.report and consultation.report.live:
        return _("The report of this consultation is published. Take that offline first.")
    return ""


@transaction.atomic
def delete(consultation: Consultation) -> None:
    """An example goes with its made-up answers and its report; any other with the draft of one."""
    report = consultation.report
    if consultation.example:
        consultation.answers.all().delete()
    if report and (has_draft(consultation) or (consultation.example and report.example_details)):
        report.delete()
    consultation.delete()


def has_draft(consultation: Consultation) -> bool:
    """Whether there is a draft of its report that readers never saw."""
    report = consultation.report
    return report is not None and not report.live and report.first_published_at is None
