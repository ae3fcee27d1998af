"""The screen “Before we open”: the list to work off, to take away, and the trials."""

import datetime
from collections.abc import Callable, Iterable
from functools import wraps
from itertools import groupby
from typing import Any, NamedTuple, cast

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.permissions import page_permission_policy

from pages.core.officers_request import OfficersRequest
from pages.paper.report import report_pdf
from pages.paper.serve import pdf_response

from . import editors, tasks
from .loose_end import LooseEnd
from .loose_ends import MAY_SEE_ALL, current_settings, loose_ends, of_whom
from .model import Trial, Tried
from .spreadsheet import spreadsheet

TITLE = gettext_lazy("Before we open")
MAY_TRY = "pages.change_trial"
LONG = datetime.timedelta(minutes=2)  # what nobody has done by then waits for somebody to start work


class Tryable(NamedTuple):
    """One thing to try, with its last trial; `is_stuck` when nobody does what was asked for."""

    tried: Tried
    last: Trial | None
    is_stuck: bool


def may_see(user: User) -> bool:
    """Whoever edits pages, for what they own; whoever answers for the offer, all of it."""
    return user.has_perm(MAY_SEE_ALL) or page_permission_policy.user_has_permission(user, "change")


def _for_officers(view: Callable[[OfficersRequest, datetime.datetime], HttpResponse]) -> Callable[..., HttpResponse]:
    @wraps(view)
    @require_safe
    def wrapped(request: OfficersRequest) -> HttpResponse:
        if not may_see(request.user):
            raise PermissionDenied
        return view(request, timezone.now())

    return wrapped


@_for_officers
def screen(request: OfficersRequest, now: datetime.datetime) -> HttpResponse:
    context = _drawn(of_whom(request.user, loose_ends(now))) | _state(request.user)
    context |= {"title": TITLE, "trials": _trials(now), "may_try": request.user.has_perm(MAY_TRY)}
    return render(request, "before_we_open/screen.html", context)


@_for_officers
def pdf(request: OfficersRequest, now: datetime.datetime) -> HttpResponse:
    """The list on paper, for the delivery group."""
    day = timezone.localdate(now)
    context = _drawn(of_whom(request.user, loose_ends(now))) | _state(request.user)
    paper = report_pdf("before_we_open/paper.html", context, day)
    return pdf_response(paper, f"before-we-open-{day}", as_attachment=True)


@_for_officers
def table(request: OfficersRequest, now: datetime.datetime) -> HttpResponse:
    day = timezone.localdate(now)
    words = spreadsheet(of_whom(request.user, loose_ends(now)), day)
    response = HttpResponse(words, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="before-we-open-{day}.csv"'
    return response


@require_POST
def try_now(request: OfficersRequest, name: str) -> HttpResponse:
    """Asks for a trial. It is done behind the answer: the screen says what came of it."""
    if not request.user.has_perm(MAY_TRY):
        raise PermissionDenied
    if name not in Tried.values:
        raise Http404
    tried = Tried(name)
    if tasks.ask_for(tried, request.user.pk, timezone.now()):
        messages.success(request, _("“%(what)s” is being tried. Look again in a moment.") % {"what": tried.label})
    else:
        messages.warning(request, _("“%(what)s” is being tried already.") % {"what": tried.label})
    return redirect(reverse("before_we_open") + "#tried")


def _drawn(ends: list[LooseEnd]) -> dict[str, Any]:
    """The list as screen and paper show it: what blocks opening apart, each half by its sections."""
    blocking, others = [end for end in ends if end.blocks], [end for end in ends if not end.blocks]
    return {
        "halves": [("blocking", blocking, _by_group(blocking)), ("others", others, _by_group(others))],
        "blocking": len(blocking),
        "others": len(others),
    }


def _by_group(ends: Iterable[LooseEnd]) -> list[tuple[str, list[LooseEnd]]]:
    return [(group, list(members)) for group, members in groupby(ends, lambda end: end.group)]


def _state(user: User) -> dict[str, Any]:
    """Whether the offer is open already, and where whoever may opens it."""
    chosen = current_settings()
    may_open = chosen is not None and user.has_perm("pages.change_councilsettings")
    return {
        "is_open": chosen is not None and not chosen.demonstration_notice,
        "sees_all": user.has_perm(MAY_SEE_ALL),
        "open_url": editors.of_settings(chosen, "demonstration_notice") if chosen and may_open else "",
    }


def _trials(now: datetime.datetime) -> list[Tryable]:
    known = {trial.tried: trial for trial in Trial.objects.all()}
    return [Tryable(tried, last := known.get(tried), _is_stuck(last, now)) for tried in Tried]


def _is_stuck(last: Trial | None, now: datetime.datetime) -> bool:
    return last is not None and last.ended_at is None and last.asked_at < now - LONG


class BeforeWeOpenMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return may_see(cast(User, request.user))


def menu_item() -> MenuItem:
    return BeforeWeOpenMenuItem(
        TITLE, reverse("before_we_open"), name="before-we-open", icon_name="clipboard-list", order=2
    )


URLS = [
    path("before-we-open/", screen, name="before_we_open"),
    path("before-we-open/list.pdf", pdf, name="before_we_open-pdf"),
    path("before-we-open/list.csv", table, name="before_we_open-csv"),
    path("before-we-open/try/<slug:name>/", try_now, name="before_we_open-try"),
]
