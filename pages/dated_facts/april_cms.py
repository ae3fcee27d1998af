"""The screen “New values each April”: all facts of a year in one table, and what waits for a second officer."""

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
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.log_actions import LogActionRegistry, LogFormatter
from wagtail.models import BaseLogEntry

from pages.core.officers_request import OfficersRequest

from . import april
from .april_form import NewValueForm
from .proposal import Proposal
from .tax_year import TaxYear

NAME = "april"
TITLE = gettext_lazy("New values each April")
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
    data = request.POST if request.method == "POST" and may_type else None
    lines = [NewValueForm(data, line, year) for line in april.of_year(year)]
    is_valid = data is not None and not any(form.errors for form in lines)
    if is_valid:
        saved = _save(lines, request.user)
        _say_what_waits(request, saved)
        return redirect(address_of(year))
    errors = sum(len(form.errors) for form in lines) if data is not None else 0
    context = {"title": TITLE, "year": year, "years": _years(), "lines": lines, "errors": errors}
    context |= {"may_type": may_type, "waiting": list(_waiting(year, request.user, may_confirm))}
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
        return redirect(back)
    if not request.user.has_perm(MAY_CONFIRM):
        raise PermissionDenied
    if "send_back" in request.POST:
        form = SendBackForm(request.POST)
        if not form.is_valid():
            messages.error(request, " ".join(map(str, form.errors["reason"])))
        elif april.send_back(pk, request.user, form.cleaned_data["reason"]):
            messages.success(request, _("It goes back to who typed it, with your reason."))
        else:
            _say_gone(request)
        return redirect(back)
    _confirm(request, [pk])
    return redirect(back)


@require_POST
def confirm_all(request: OfficersRequest) -> HttpResponse:
    """Confirms every value of the year that somebody else has typed."""
    if not request.user.has_perm(MAY_CONFIRM):
        raise PermissionDenied
    year = _year(request)
    ours = [each.pk for each in april.waiting() if year.has(each.valid_from) and april.may_confirm(each, request.user)]
    _confirm(request, ours)
    return redirect(address_of(year))


def address_of(year: TaxYear) -> str:
    return f"{reverse(NAME)}?year={year.start}"


def _confirm(request: OfficersRequest, keys: list[int]) -> None:
    day, role = timezone.localdate(), _role_of(request.user)
    done = 0
    for key in keys:
        try:
            done += april.confirm(key, request.user, role, day) is not None
        except ValidationError as error:
            label = Proposal.objects.select_related("fact").get(pk=key).fact.label
            messages.error(request, f"{label}: {' '.join(error.messages)}")
            return
    if done:
        messages.success(request, _("Confirmed. Readers see each from its first day."))
    else:
        _say_gone(request)


def _say_gone(request: HttpRequest) -> None:
    messages.warning(request, _("There was nothing to confirm: who typed a value can’t confirm it, or it is gone."))


def _role_of(user: User) -> str:
    """What readers may know of who checked a value: a role, never a name."""
    group = user.groups.order_by("name").first()
    return group.name if group else _("Administrator")


@transaction.atomic
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
