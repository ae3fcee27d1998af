"""The screen on which an officer compares a new national text with the page, and decides."""

from collections.abc import Iterator
from typing import Any

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.views.pages.revisions import RevisionsCompareView
from wagtail.log_actions import LogActionRegistry, LogFormatter
from wagtail.models import Page, PageLogEntry

from pages.core.as_seen import CHANGED, is_as_seen, mark_of, marked
from pages.core.officers_request import OfficersRequest
from pages.layers import new_text, shared_facts
from pages.offer_files.model import NationalText
from pages.offer_files.put import may_be_put

NAME, FACT = "new-national-text", "new-national-fact"


def waiting_for(user: User) -> Iterator[NationalText]:
    """What waits and is about pages that the officer may edit, the oldest first."""
    for waiting in NationalText.objects.filter(settled_at=None).select_related("page"):
        if waiting.page.permissions_for_user(user).can_edit():
            yield waiting


class CompareNationalText(RevisionsCompareView):
    """Wagtail's comparison of the page's latest version with the same page as it would be with the new text."""

    template_name = "layers/new_text.html"
    page_title = gettext_lazy("New national text")

    def setup(self, request: HttpRequest, pk: int, *args: Any, **kwargs: Any) -> None:
        self.waiting = get_object_or_404(NationalText.objects.filter(settled_at=None), pk=pk)
        revisions = (self.waiting.page.latest_revision_id, self.waiting.revision_id)
        super().setup(request, self.waiting.page_id, *revisions, *args, **kwargs)

    def dispatch(self, request: OfficersRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self.permissions = self.waiting.page.permissions_for_user(request.user)
        if not self.permissions.can_edit():
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def post(self, request: OfficersRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not self.permissions.can_publish():
            raise PermissionDenied
        page = self.waiting.page.specific
        if not is_as_seen(marked(request), self.mark):
            messages.warning(request, CHANGED)
            return redirect(NAME, self.waiting.pk)
        if "keep" in request.POST:
            new_text.keep(self.waiting, request.user)
            messages.success(request, _("“%(title)s” keeps your own text.") % {"title": page.title})
        elif problem := self._why_not(request.user, page):
            messages.error(request, problem)
            return redirect(NAME, self.waiting.pk)
        else:
            new_text.take(self.waiting, request.user)
            messages.success(request, _("“%(title)s” has the new national text.") % {"title": page.title})
        return redirect(reverse("wagtailadmin_pages:edit", args=[page.pk]))

    @property
    def mark(self) -> str:
        """Tells the two texts that are compared from what may come in their place."""
        waiting = self.waiting
        return mark_of(
            waiting.version, waiting.revision_id, waiting.page.latest_revision_id, waiting.page.live_revision_id
        )

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {
            "waiting": self.waiting,
            "mark": self.mark,
            "may_decide": self.permissions.can_publish(),
            "edit_url": self.get_edit_url(),
        }

    def _get_revision_and_heading(self, revision_id: int) -> tuple[Page, str]:
        # Read afresh for each side: a page gives the same object each time, and the new text is put into it.
        latest = Page.objects.get(pk=self.waiting.page_id).get_latest_revision_as_object()
        if revision_id == self.waiting.revision_id:
            return new_text.with_new_text(self.waiting, latest), _("The new national text")
        return latest, _("The page now")

    def _why_not(self, user: User, page: Page) -> str:
        lock = page.get_lock()
        if lock and lock.for_user(user):
            return lock.get_message(user)
        if not may_be_put(page):
            return _("This page waits for approval, or for the day on which it goes live. Finish that first.")
        return ""


@require_http_methods(["GET", "HEAD", "POST"])
def compare_fact(request: OfficersRequest, pk: int) -> HttpResponse:
    """What a shared fact says here and in the layer, side by side, for whoever may change it."""
    fact = next((each for each in shared_facts.waiting_facts() if each.record.pk == pk), None)
    if fact is None:
        raise Http404
    edit_url = AdminURLFinder(request.user).get_edit_url(fact.entry)
    if not edit_url:
        raise PermissionDenied
    if request.method == "POST" and is_as_seen(marked(request), fact.mark):
        return _decide(request, fact)
    if request.method == "POST":
        messages.warning(request, CHANGED)
    context = {"title": _("New national text"), "fact": fact, "edit_url": edit_url}
    return render(request, "layers/fact.html", context)


def _decide(request: OfficersRequest, fact: shared_facts.WaitingFact) -> HttpResponse:
    name = {"name": fact.entry}
    if "keep" in request.POST:
        shared_facts.keep(fact, request.user)
        messages.success(request, _("“%(name)s” stays as you have it.") % name)
    else:
        try:
            shared_facts.take(fact, request.user)
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
            return redirect(FACT, fact.record.pk)
        messages.success(request, _("“%(name)s” says what the national layer says.") % name)
    return redirect("wagtailadmin_home")


class TakenLog(LogFormatter):
    label = gettext_lazy("Take a new national text")

    def format_message(self, log_entry: PageLogEntry) -> str:
        return _("Took the national text of version %(version)s.") % log_entry.data


class KeptLog(LogFormatter):
    label = gettext_lazy("Keep the council’s text")

    def format_message(self, log_entry: PageLogEntry) -> str:
        return _("Kept the council’s own text beside the national text of version %(version)s.") % log_entry.data


class FactTakenLog(LogFormatter):
    label = gettext_lazy("Take what the national layer says")
    message = gettext_lazy("Took what the national layer says")


class FactKeptLog(LogFormatter):
    label = gettext_lazy("Keep the council’s own")
    message = gettext_lazy("Kept the council’s own beside what the national layer says")


def register_log_actions(actions: LogActionRegistry) -> None:
    actions.register_action(shared_facts.TAKEN)(FactTakenLog)
    actions.register_action(shared_facts.KEPT)(FactKeptLog)
    actions.register_action(new_text.TAKEN)(TakenLog)
    actions.register_action(new_text.KEPT)(KeptLog)


URLS = [
    path("national-text/<int:pk>/", CompareNationalText.as_view(), name=NAME),
    path("national-fact/<int:pk>/", compare_fact, name=FACT),
]
