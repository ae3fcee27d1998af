from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from wagtail.models import Page
from wagtail.query import PageQuerySet

from pages.core.rate_limit import under_limit
from pages.core.small_writes import NotWrittenError
from pages.core.visitor import address_of
from pages.heard import feedback
from pages.heard.useful import Feedback
from pages.heard.useful_form import SentenceForm, UsefulForm, stamp_is_good

MOST_AN_HOUR = 40  # an office or a whole street can share one address
SIGNED_KEY = signing.TimestampSigner(salt="useful-said")


# The signed stamp in the form takes the place of the CSRF cookie: see pages/heard/useful_form.py.
@csrf_exempt
@require_POST
def answer(request: HttpRequest, page: int) -> HttpResponse:
    """Counts a yes or a no, then asks for one sentence."""
    about = get_object_or_404(_readable(), pk=page)
    form = UsefulForm(request.POST)
    if not form.is_valid() or not stamp_is_good(form.cleaned_data["stamp"], page, timezone.localdate()):
        return render(request, "heard/useful_refused.html", {"about": about}, status=400)
    if not under_limit("useful", address_of(request), MOST_AN_HOUR):
        return render(request, "heard/useful_refused.html", {"about": about}, status=429)
    try:
        given = feedback.count(page, form.cleaned_data["answer"], address_of(request))
    except NotWrittenError:
        return render(request, "heard/useful_refused.html", {"about": about, "not_now": True}, status=503)
    return redirect("useful-sentence", SIGNED_KEY.sign(str(given.pk)))


# The signed number in the address is known to nobody but the reader who pressed the button.
@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def sentence(request: HttpRequest, signed: str) -> HttpResponse:
    """Takes the one sentence, for an hour."""
    try:
        key = SIGNED_KEY.unsign(signed, max_age=feedback.AN_HOUR)
    except signing.BadSignature:
        return redirect("useful-thanks")
    given = get_object_or_404(Feedback.objects.select_related("page"), pk=key)
    form = SentenceForm(request.POST if request.method == "POST" else None, label_suffix="")
    status = 200
    if form.is_valid():
        try:
            feedback.add_sentence(given, form.cleaned_data["sentence"])
            return redirect(f"{reverse('useful-thanks')}?page={given.page_id}")
        except NotWrittenError:
            form.add_error(None, _("We could not save this. Please ring us, or try again in a few minutes."))
            status = 503
    return render(request, "heard/useful_sentence.html", {"form": form, "about": given.page}, status=status)


@require_safe
def thanks(request: HttpRequest) -> HttpResponse:
    number = request.GET.get("page", "")
    known = number.isascii() and number.isdecimal() and len(number) < 10
    about = _readable().filter(pk=number).first() if known else None
    return render(request, "heard/useful_thanks.html", {"about": about})


def _readable() -> PageQuerySet:
    return Page.objects.live().public()
