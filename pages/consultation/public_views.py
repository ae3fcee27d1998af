"""A consultation as people answer it: before it opens, while it is open, and what stands there afterwards."""

import datetime

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from pages.consultation import answers
from pages.consultation.answer_form import AnswerForm
from pages.consultation.model import Consultation
from pages.consultation.sheet import sheet_pdf
from pages.consultation.shown import state_on
from pages.consultation.vocabulary import AskedSet
from pages.core.keep_once import NotStoredError
from pages.core.rate_limit import under_limit
from pages.core.visitor import address_of
from pages.council.council import current_council

MOST_AN_HOUR = 30  # a group of carers may answer in one room
MOST_SHEETS = 60


# The signed stamp in the form takes the place of the CSRF cookie: see answer_form.py.
@csrf_exempt
@sensitive_post_parameters()
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: HttpRequest, slug: str, asks: str) -> HttpResponse:
    """The questions for carers or for children, on the days on which they are asked; else when that is."""
    consultation = get_object_or_404(Consultation.objects.select_related("report"), slug=slug)
    day = timezone.localdate()
    if not consultation.is_open(day):
        return _shown(request, consultation, asks, None, day)
    if request.method != "POST":
        return _shown(request, consultation, asks, AnswerForm(consultation=consultation, asks=asks), day)
    form = AnswerForm(request.POST, consultation=consultation, asks=asks)
    if not form.is_valid():
        return _shown(request, consultation, asks, form, day)
    if not under_limit("consultation", address_of(request), MOST_AN_HOUR):
        form.add_error(
            None, _("Many people have written from the same place as you. Please ring us, or try again later.")
        )
        return _shown(request, consultation, asks, form, day, status=429)
    try:
        answers.store(consultation, asks, form.who(), form.words(), token=form.token, day=day)
    except NotStoredError:
        form.add_error(None, _("We could not save this. Please ring us, or try again in a few minutes."))
        return _shown(request, consultation, asks, form, day, status=503)
    return redirect(f"consultation-{asks}-thanks", slug)


@require_safe
def thanks(request: HttpRequest, slug: str, asks: str) -> HttpResponse:
    consultation = get_object_or_404(Consultation, slug=slug)
    return render(request, "consultation/thanks.html", _context(consultation, asks))


@require_safe
def sheet(request: HttpRequest, slug: str, asks: str) -> HttpResponse:
    """The questions on paper, with where to post them, until the last day."""
    consultation = get_object_or_404(Consultation, slug=slug)
    is_asked = any(row.asks == asks for row in consultation.questions.all())
    if not is_asked or consultation.only_elsewhere or state_on(consultation, timezone.localdate()).is_over:
        return redirect("consultation-carers", slug)
    if not under_limit("consultation-sheet", address_of(request), MOST_SHEETS):
        return _shown(request, consultation, asks, None, timezone.localdate(), status=429)
    pdf = sheet_pdf(consultation, asks, current_council(), settings.LANGUAGE_CODE)
    response = HttpResponse(pdf, content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="{consultation.slug}-{asks}.pdf"'
    return response


def _shown(
    request: HttpRequest,
    consultation: Consultation,
    asks: str,
    form: AnswerForm | None,
    day: datetime.date,
    status: int = 200,
) -> HttpResponse:
    context = _context(consultation, asks) | {"form": form, "state": state_on(consultation, day)}
    return render(request, "consultation/asked.html", context, status=status)


def _context(consultation: Consultation, asks: str) -> dict[str, object]:
    sets = {row.asks for row in consultation.questions.all()}
    report = consultation.report if consultation.report and consultation.report.live else None
    return {
        "consultation": consultation,
        "asked_roles": [row.get_role_display() for row in consultation.asked.all()],
        "asks": asks,
        "has_questions": asks in sets,
        "for_children": AskedSet.CHILDREN in sets,
        "for_young_people": asks == AskedSet.CHILDREN,
        "report": report,
    }
