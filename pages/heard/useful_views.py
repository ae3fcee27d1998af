import logging
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.models import Page
from wagtail.query import PageQuerySet

from pages.core.may_be_down import may_be_down
from pages.core.rate_limit import under_limit
from pages.core.small_writes import NotWrittenError
from pages.core.visitor import address_of
from pages.heard import feedback
from pages.heard.useful import Feedback
from pages.heard.useful_form import (
    ALL_SAID,
    SentenceForm,
    UsefulForm,
    answer_signed,
    sign_answer,
    stamp_is_good,
)

logger = logging.getLogger(__name__)

MOST_AN_HOUR = 40  # an office or a whole street can share one address
IN_PLACE = "X-In-Place"  # the page's own script asks for what takes the question's place, and no page


# The signed stamp in the form takes the place of the CSRF cookie: see pages/heard/useful_form.py.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: HttpRequest, page: int) -> HttpResponse:
    """Counts a yes or a no. The reader stays on the page, which thanks them and asks for one sentence."""
    about = get_object_or_404(_readable(), pk=page)
    if request.method != "POST":  # as after going back, or a link that was copied
        return redirect(about.url)
    form = UsefulForm(request.POST)
    if not form.is_valid() or not stamp_is_good(form.cleaned_data["stamp"], page, timezone.localdate()):
        return _refused(request, about, 400)
    if not under_limit("useful", address_of(request), MOST_AN_HOUR):
        return _refused(request, about, 429)
    try:
        given = feedback.count(page, form.cleaned_data["answer"], address_of(request))
    except NotWrittenError:
        return _refused(request, about, 503)
    signed = sign_answer(given.pk)
    if _is_in_place(request):
        return _said(request, signed, SentenceForm(label_suffix=""))
    return redirect(_on_its_page(about, signed))


# The signed number in the address is known to nobody but the reader who pressed the button.
@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def sentence(request: HttpRequest, signed: str) -> HttpResponse:
    """Takes the one sentence, for an hour."""
    key = answer_signed(signed)
    if not key:
        return _said(request, "") if _is_in_place(request) else redirect("useful-thanks")
    given = get_object_or_404(Feedback.objects.select_related("page"), pk=key)
    form = SentenceForm(request.POST if request.method == "POST" else None, label_suffix="")
    status = 200
    if form.is_valid():
        try:
            feedback.add_sentence(given, form.cleaned_data["sentence"])
            return _said(request, "") if _is_in_place(request) else redirect(_on_its_page(given.page, ALL_SAID))
        except NotWrittenError:
            form.add_error(None, _("We could not save this. Please ring us, or try again in a few minutes."))
            status = 503
    if _is_in_place(request):
        return _said(request, signed, form)
    return render(request, "heard/useful_sentence.html", {"form": form, "about": given.page}, status=status)


def _is_in_place(request: HttpRequest) -> bool:
    return IN_PLACE in request.headers


def _said(request: HttpRequest, signed: str, form: SentenceForm | None = None) -> HttpResponse:
    """What stands in the question's place."""
    return render(request, "heard/useful_said.html", {"signed": signed, "form": form})


def _refused(request: HttpRequest, about: Page, status: int) -> HttpResponse:
    template = "heard/useful_not_taken.html" if _is_in_place(request) else "heard/useful_refused.html"
    return render(request, template, {"about": about, "not_now": status == 503}, status=status)


def _on_its_page(page: Page, said: str) -> str:
    """The page itself, at the place of the question; a page of its own where no address of pages can be had."""
    with may_be_down(logger, "The address of a page is not known, the cache can’t be used"):
        return f"{page.get_url()}?{urlencode({'useful': said})}#useful"
    return reverse("useful-thanks") if said == ALL_SAID else reverse("useful-sentence", args=[said])


@require_safe
def thanks(request: HttpRequest) -> HttpResponse:
    number = request.GET.get("page", "")
    known = number.isascii() and number.isdecimal() and len(number) < 10
    about = _readable().filter(pk=number).first() if known else None
    return render(request, "heard/useful_thanks.html", {"about": about})


def _readable() -> PageQuerySet:
    return Page.objects.filter(depth__gt=1).live().public()
