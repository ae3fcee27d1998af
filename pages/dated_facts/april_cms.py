"""The screen “New values each April”: all facts of a year in one table, and what waits for a second officer."""

import re
from collections.abc import Iterator

from django import forms
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods, require_POST
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.log_actions import LogActionRegistry, LogFormatter
from wagtail.models import BaseLogEntry

from pages.core.as_seen import NAME as SEEN
from pages.core.as_seen import marked
from pages.core.officers_request import OfficersRequest

from . import april
from .april_form import NewValueForm
from .model import DatedFact
from .proposal import Proposal
from .tax_year import TaxYear

NAME = "april"
TITLE = gettext_lazy("New values each April")
MOST = 2**63 - 1  # no row has a larger number
KEY = re.compile(r"[0-9]{1,18}")
MAY_TYPE, MAY_CONFIRM = "pages.add_proposal", "pages.change_proposal"


class SendBackForm(forms.Form):
    reason = forms.CharField(
        max_length=200,
        label=gettext_lazy("Why does it go back?"),
        error_messages={"required": gettext_lazy("Say what is wrong with it, so that it can be put right.")},
    )


@require_http_methods(["GET", "HEAD", "POST"])
def show(request: OfficersRequest) -> HttpResponse:
    """The table of a year. What is typed waits for a second officer; with a mistake in it, all of it stays typed."""
    may_type, may_confirm = request.user.has_perm(MAY_TYPE), request.user.has_perm(MAY_CONFIRM)
    if not (may_type or may_confirm):
        raise PermissionDenied
    year = _year(request)
    if request.method == "POST" and may_type:
        with transaction.atomic():
            _hold_facts()
            lines = [NewValueForm(request.POST, line, year) for line in april.of_year(year)]
            saved = None if any(form.errors for form in lines) else _save(lines, request.user)
        if saved is not None:
            _say_what_waits(request, saved)
            return redirect(address_of(year))
    else:
        lines = [NewValueForm(None, line, year) for line in april.of_year(year)]
    errors = sum(len(form.errors) for form in lines if form.is_bound)
    context = {"title": TITLE, "year": year, "years": _years(), "lines": lines, "errors": errors}
    waiting = list(_waiting(year, request.user, may_confirm))
    context |= {"may_type": may_type, "waiting": waiting}
    context |= {"may_confirm_any": any(each["may_confirm"] for each in waiting)}
    context |= {"media": NewValueForm(None, lines[0].line, year).media if lines else "", "send_back": SendBackForm()}
    return render(request, "dated_facts/april.html", context)


@require_POST
def decide(request: OfficersRequest, pk: int) -> HttpResponse:
    """Confirms a value, gives it back, or withdraws one's own."""
    proposal = Proposal.objects.filter(pk=pk).first()
    back = address_of(TaxYear.of_value(proposal.valid_from)) if proposal and proposal.valid_from else reverse(NAME)
    if "withdraw" in request.POST:
        if not request.user.has_perm(MAY_TYPE):
            raise PermissionDenied
        if april.withdraw(pk, request.user):
            messages.success(request, _("It is taken back."))
        else:
            messages.warning(
                request, _("Nothing was taken back: only who typed a value can do that, until it is confirmed.")
            )
        return redirect(back)
    if not request.user.has_perm(MAY_CONFIRM):
        raise PermissionDenied
    seen = marked(request)
    if pk > MOST:
        _say_not_as_seen(request, None)
    elif "send_back" in request.POST:
        _send_back(request, pk, seen)
    else:
        _confirm(request, {pk: seen})
    return redirect(back)


@require_POST
def confirm_all(request: OfficersRequest) -> HttpResponse:
    """Confirms every value that the officer had on the screen and somebody else has typed."""
    if not request.user.has_perm(MAY_CONFIRM):
        raise PermissionDenied
    pairs = (said.partition(":") for said in request.POST.getlist(SEEN))
    _confirm(request, {int(pk): seen for pk, _colon, seen in pairs if KEY.fullmatch(pk)})
    return redirect(address_of(_year(request)))


def address_of(year: TaxYear) -> str:
    return f"{reverse(NAME)}?year={year.start}"


def _confirm(request: OfficersRequest, seen: dict[int, str]) -> None:
    """Confirms each value that still is what was seen, and says of each other one why not."""
    day, role, done = timezone.localdate(), _role_of(request.user), 0
    labels = dict(Proposal.objects.filter(pk__in=seen).values_list("pk", "fact__label"))
    for key, mark in seen.items():
        try:
            april.confirm(key, mark, request.user, role, day)
        except ValidationError as error:
            messages.error(request, f"{labels[key]}: {' '.join(error.messages)}")
        except april.NotAsSeenError:
            _say_not_as_seen(request, labels.get(key))
        else:
            done += 1
    if done:
        words = ngettext("%(number)s value is confirmed.", "%(number)s values are confirmed.", done) % {"number": done}
        messages.success(request, f"{words} {_('Readers see each from its first day.')}")
    elif not seen:
        messages.warning(request, _("There is nothing to confirm: who typed a value can’t confirm it."))


def _send_back(request: OfficersRequest, pk: int, seen: str) -> None:
    form = SendBackForm(request.POST)
    if not form.is_valid():
        messages.error(request, " ".join(map(str, form.errors["reason"])))
        return
    try:
        april.send_back(pk, seen, request.user, form.cleaned_data["reason"])
    except april.NotAsSeenError:
        _say_not_as_seen(request, Proposal.objects.filter(pk=pk).values_list("fact__label", flat=True).first())
    else:
        messages.success(request, _("It goes back to who typed it, with your reason."))


def _say_not_as_seen(request: HttpRequest, label: str | None) -> None:
    if label is None:
        messages.warning(request, _("One value is no longer here: somebody has confirmed it or taken it back."))
    else:
        words = _("%(label)s: somebody has changed it since you looked, or you typed it yourself. Look at it again.")
        messages.warning(request, words % {"label": label})


def _role_of(user: User) -> str:
    """What readers may know of who checked a value: a role, never a name."""
    group = user.groups.order_by("name").first()
    return group.name if group else _("Administrator")


def _hold_facts() -> None:
    """Lets one officer's table be saved at a time."""
    list(DatedFact.objects.order_by().select_for_update().values_list("pk"))


def _save(lines: list[NewValueForm], user: User) -> int:
    saved = 0
    for form in lines:
        if proposal := form.wanted():
            proposal.typed_by = user
            proposal.save()
            saved += 1
    return saved


def _say_what_waits(request: HttpRequest, saved: int) -> None:
    if saved:
        messages.success(request, _("Saved. A second officer confirms them before readers see anything."))
    else:
        messages.info(request, _("Nothing new was typed."))


def _year(request: HttpRequest) -> TaxYear:
    """The chosen year; whatever else the address says, the one whose values are typed now."""
    typed = request.GET.get("year", "")
    return next((year for year in _years() if str(year.start) == typed), TaxYear.to_type(timezone.localdate()))


def _years() -> list[TaxYear]:
    now = TaxYear.of(timezone.localdate())
    return [TaxYear(now.start + more) for more in (-1, 0, 1)]


def _waiting(year: TaxYear, user: User, may_confirm: bool) -> Iterator[dict[str, object]]:
    for proposal in Proposal.objects.select_related("fact", "typed_by"):
        if year.has(proposal.valid_from):
            mine = proposal.typed_by_id == user.pk
            yield {
                "proposal": proposal,
                "mine": mine,
                "may_confirm": may_confirm and april.may_confirm(proposal, user),
            }


class ConfirmedLog(LogFormatter):
    label = gettext_lazy("Confirm a new value")

    def format_message(self, log_entry: BaseLogEntry) -> str:
        words = _("Confirmed %(words)s, from %(day)s, which somebody else had typed")
        return words % {"words": log_entry.data.get("words", ""), "day": log_entry.data.get("from", "")}


class SentBackLog(LogFormatter):
    label = gettext_lazy("Send a new value back")

    def format_message(self, log_entry: BaseLogEntry) -> str:
        return _("Sent back: %(words)s") % {"words": log_entry.data.get("words", "")}

    def format_comment(self, log_entry: BaseLogEntry) -> str:
        return log_entry.data.get("reason", "")


def register_log_actions(actions: LogActionRegistry) -> None:
    for name, formatter in ((april.CONFIRMED, ConfirmedLog), (april.SENT_BACK, SentBackLog)):
        actions.register_action(name)(formatter)


class AprilMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.has_perm(MAY_TYPE) or request.user.has_perm(MAY_CONFIRM)


URLS = [
    path("april/", show, name=NAME),
    path("april/confirm/", confirm_all, name="april-confirm-all"),
    path("april/<int:pk>/", decide, name="april-decide"),
]


def menu_item() -> MenuItem:
    return AprilMenuItem(TITLE, reverse(NAME), name=NAME, icon_name="money", order=110)
