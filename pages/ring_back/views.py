import datetime
import logging

from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_protect
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from pages.core.keep_once import NotStoredError
from pages.core.may_be_down import may_be_down
from pages.core.rate_limit import under_limit
from pages.core.visitor import address_of
from pages.core.vocabulary import Topic
from pages.council.council import current_council
from pages.ring_back import callbacks
from pages.ring_back.forms import CallbackForm
from pages.ring_back.tasks import mail_waiting

logger = logging.getLogger(__name__)

MOST_AN_HOUR = 10  # an office or a whole street can share one address
DAY = signing.Signer(salt="ring-back-day")


@sensitive_post_parameters()
@never_cache
@csrf_protect
@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: HttpRequest) -> HttpResponse:
    """The form; what it says is kept before anybody is told that we have it, and mailed after the answer has gone."""
    kept_days = current_council().callbacks_kept_days
    if request.method != "POST":
        topic = request.GET.get("topic", "")
        initial = {"topic": topic if topic in Topic.values else ""}
        return _shown(request, CallbackForm(initial=initial, kept_days=kept_days))
    form = CallbackForm(request.POST, kept_days=kept_days)
    if not form.is_valid():
        return _shown(request, form)
    if not under_limit("callback", address_of(request), MOST_AN_HOUR):
        form.add_error(
            None, _("Many people have asked from the same place as you. Please ring us, or try again later.")
        )
        return _shown(request, form, status=429)
    try:
        callbacks.store(form.details(), form.token)
    except NotStoredError:
        form.add_error(None, _("We could not save this. Please ring us, or try again in a few minutes."))
        return _shown(request, form, status=503)
    with may_be_down(logger, "No worker could be told of a request to be rung"):
        mail_waiting.enqueue()
    day = _day_we_ring()
    return redirect(reverse("ask-us-to-ring-thanks") + (f"?by={DAY.sign(str(day))}" if day else ""))


@never_cache
@require_safe
def thanks(request: HttpRequest) -> HttpResponse:
    """Says when we ring. The day stands in the address, signed, so that it is the same whenever it is looked at."""
    try:
        day = datetime.date.fromisoformat(DAY.unsign(request.GET.get("by", "")))
    except (signing.BadSignature, ValueError):
        day = None
    return render(request, "ring_back/thanks.html", {"day": day})


def _shown(request: HttpRequest, form: CallbackForm, status: int = 200) -> HttpResponse:
    return render(request, "ring_back/ask_us_to_ring.html", {"form": form}, status=status)


def _day_we_ring() -> datetime.date | None:
    council = current_council()
    times = council.opening_times
    return times.open_day(timezone.localdate(), council.ring_back_days) if times else None
