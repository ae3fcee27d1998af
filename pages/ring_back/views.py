import datetime
import logging

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
from pages.council.council import current_council
from pages.ring_back import callbacks, promise, ways
from pages.ring_back.forms import CallbackForm
from pages.ring_back.promise import Promise
from pages.ring_back.request_form import RequestForm
from pages.ring_back.tasks import mail_waiting
from pages.ring_back.vocabulary import Asker, Way
from pages.ring_back.young_form import YoungForm

logger = logging.getLogger(__name__)

FORMS: dict[Asker, type[RequestForm]] = {Asker.CARER: CallbackForm, Asker.YOUNG_PERSON: YoungForm}
ADDRESSES = {Asker.CARER: "ask-us-to-ring", Asker.YOUNG_PERSON: "young-ask-us-to-ring"}
TEMPLATES = {Asker.CARER: "ring_back/ask_us_to_ring.html", Asker.YOUNG_PERSON: "ring_back/young_people.html"}
MOST_AN_HOUR = 10  # an office or a whole street can share one address


@sensitive_post_parameters()
@never_cache
@csrf_protect
@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: HttpRequest, asker: str) -> HttpResponse:
    """The form that is for carers or for young people.

    What it says is kept before anybody is told that we have it, and mailed after the answer has gone.
    """
    form_class, kept_days = FORMS[Asker(asker)], current_council().callbacks_kept_days
    if request.method != "POST":
        topic = request.GET.get("topic", "")
        initial = {"topic": topic if topic in dict(form_class.choices["topic"]) else ""}
        return _shown(request, form_class(initial=initial, kept_days=kept_days))
    form = form_class(request.POST, kept_days=kept_days)
    if not form.is_valid():
        return _shown(request, form)
    if not under_limit("callback", address_of(request), MOST_AN_HOUR):
        form.add_error(
            None, _("Many people have asked from the same place as you. Please ring us, or try again later.")
        )
        return _shown(request, form, status=429)
    promised = Promise(_promised_day(), Way(form.cleaned_data["way"]))
    try:
        callbacks.store(form.details(), form.token)
    except NotStoredError:
        form.add_error(None, _("We could not save this. Please ring us, or try again in a few minutes."))
        return _shown(request, form, status=503)
    with may_be_down(logger, "No worker could be told of a request to be rung"):
        mail_waiting.enqueue()
    return redirect(f"{reverse(ADDRESSES[form.asker] + '-thanks')}?by={promised.signed()}")


@never_cache
@require_safe
def thanks(request: HttpRequest, asker: str) -> HttpResponse:
    """Says by when they hear from us, and how. Both stand in the address."""
    day, way = promise.read(request.GET.get("by", ""))
    way = way or Way.RING
    context = {"day": day, "heading": ways.THANKS[way], "expect": ways.EXPECT[way]}
    return render(request, "ring_back/thanks.html", context | _voice(Asker(asker)))


def _shown(request: HttpRequest, form: RequestForm, status: int = 200) -> HttpResponse:
    context = {"form": form, "day": _promised_day(), "action": reverse(ADDRESSES[form.asker])}
    return render(request, TEMPLATES[form.asker], context | _voice(form.asker), status=status)


def _voice(asker: Asker) -> dict[str, bool]:
    """What the pages around the form go by: whom they speak to, and that they need not offer the form."""
    return {"for_young_people": asker == Asker.YOUNG_PERSON, "is_asking": True}


def _promised_day() -> datetime.date | None:
    return promise.promised_day(current_council(), timezone.localdate())
