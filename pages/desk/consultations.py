from django.contrib.auth.models import User
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from pages.consultation.model import Consultation
from pages.consultation.vocabulary import AnswerState
from pages.core.officers_request import OfficersRequest

from .part import DeskPart, Line


class Consultations(DeskPart):
    """Consultations that are open, whose answers nobody has read, or whose report is still to be written."""

    slug = "consultations"
    title = gettext_lazy("Consultations")
    icon = "comment"

    def may_see(self, user: User) -> bool:
        return user.has_perm("pages.view_consultationanswer")

    def lines(self, request: OfficersRequest) -> list[Line]:
        rows = Consultation.objects.filter(example=False).select_related("report")
        lines = (self._line(row) for row in rows)
        return [line for line in lines if line]

    def see_all(self, request: OfficersRequest) -> str:
        return reverse("consultation:index")

    def _line(self, consultation: Consultation) -> Line | None:
        day, details = timezone.localdate(), []
        if consultation.is_open(day):
            closes = date_format(consultation.closes, "j F Y")
            details.append(_("Open now, closes after %(day)s.") % {"day": closes})
        if unread := consultation.answers.filter(state=AnswerState.NEW).count():
            words = ngettext("%(count)s answer to read.", "%(count)s answers to read.", unread)
            details.append(words % {"count": unread})
        if day > consultation.closes and not (consultation.report and consultation.report.live):
            details.append(_("Its report is to be written."))
        url = reverse("consultation-answers", args=[consultation.pk])
        return Line(consultation.title, url, " ".join(details)) if details else None
