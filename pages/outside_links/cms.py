"""Dead links in the CMS: the report, the two things an officer can do about one, and their words in the history."""

from typing import Any

import django_filters
from django import forms
from django.contrib.auth.decorators import permission_required
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST
from wagtail.admin import messages
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.reports import ReportView
from wagtail.log_actions import LogActionRegistry, LogFormatter
from wagtail.models import ModelLogEntry
from wagtail.permission_policies import ModelPermissionPolicy

from pages import outside_links as links
from pages.core.officers_request import OfficersRequest
from pages.outside_links.model import OutsideLink
from pages.outside_links.rounds import LEFT, TRIED

MAY_SEE, MAY_CHANGE = "pages.view_outsidelink", "pages.change_outsidelink"
DEAD, FAILING, LEFT_ALONE, WORKING = "dead", "failing", "left", "working"
STATES = {
    DEAD: (gettext_lazy("Dead"), Q(dead_since__isnull=False)),
    FAILING: (gettext_lazy("Did not work last time"), Q(dead_since=None, failures__gt=0)),
    LEFT_ALONE: (gettext_lazy("Left as it is"), ~Q(left_because="")),
    WORKING: (gettext_lazy("Works"), Q(failures=0, left_because="", last_tried__isnull=False)),
}


class LinkFilters(WagtailFilterSet):
    state = django_filters.ChoiceFilter(
        label=gettext_lazy("State"),
        choices=[(name, words) for name, (words, _which) in STATES.items()],
        empty_label=gettext_lazy("Dead, or did not work last time"),
        method="of_state",
    )

    class Meta:
        model = OutsideLink
        fields = ()

    def of_state(self, queryset: QuerySet[OutsideLink], name: str, value: str) -> QuerySet[OutsideLink]:
        return queryset.filter(STATES[value][1])


class AddressColumn(Column):
    cell_template_name = "outside_links/address_cell.html"


class PlacesColumn(Column):
    """Where the address stands, each with the way to its edit screen, for who may edit it."""

    cell_template_name = "outside_links/places_cell.html"

    def get_cell_context_data(self, instance: OutsideLink, parent_context: dict[str, Any]) -> dict[str, Any]:
        finder = AdminURLFinder(parent_context["request"].user)
        ways = [(place.words, finder.get_edit_url(place.entry)) for place in places_of(instance)]
        return super().get_cell_context_data(instance, parent_context) | {"places": ways}


class ActsColumn(Column):
    cell_template_name = "outside_links/acts_cell.html"

    def get_cell_context_data(self, instance: OutsideLink, parent_context: dict[str, Any]) -> dict[str, Any]:
        may = parent_context["request"].user.has_perm(MAY_CHANGE)
        return super().get_cell_context_data(instance, parent_context) | {"may": may, "link": instance}


def _dead_since(link: OutsideLink) -> str:
    return date_format(link.dead_since, "j F Y") if link.dead_since else ""


class DeadLinksReport(ReportView):
    page_title = gettext_lazy("Dead links")
    header_icon = "link-external"
    model = OutsideLink
    permission_policy = ModelPermissionPolicy(OutsideLink)
    permission_required = "view"
    index_url_name = "dead-links"
    index_results_url_name = "dead-links-results"
    filterset_class = LinkFilters
    default_ordering = "-dead_since"
    export_filename = "dead-links"
    columns = [
        AddressColumn("url", label=gettext_lazy("Address"), sort_key="url"),
        PlacesColumn("places", label=gettext_lazy("Where it is")),
        Column("day", label=gettext_lazy("Dead since"), accessor=_dead_since, sort_key="dead_since"),
        Column("answer", label=gettext_lazy("What the answer was")),
        ActsColumn("acts", label=gettext_lazy("What you can do")),
    ]
    export_headings = {"url": gettext_lazy("Address"), "answer": gettext_lazy("What the answer was")}
    list_export = ["url", "answer", "dead_since", "last_tried"]

    def get_base_queryset(self) -> QuerySet[OutsideLink]:
        links = OutsideLink.objects.all()
        return links if self.request.GET.get("state") else links.filter(STATES[DEAD][1] | STATES[FAILING][1])


class LeaveForm(forms.ModelForm):
    class Meta:
        model = OutsideLink
        fields = ["left_because"]
        labels = {"left_because": gettext_lazy("How do you know that it works?")}
        help_texts = {"left_because": gettext_lazy("In a few words: it opens on my phone, its site keeps robots out.")}

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["left_because"].required = True


@permission_required(MAY_CHANGE, raise_exception=True)
@require_POST
def try_again(request: OfficersRequest, pk: int) -> HttpResponse:
    """Asks for one address at once."""
    link = get_object_or_404(OutsideLink, pk=pk)
    answer = links.try_again(link, request.user, timezone.now())
    say = messages.success if answer.works else messages.warning
    say(request, _("%(url)s: %(answer)s") % {"url": link.url, "answer": answer.words})
    return redirect("dead-links")


@permission_required(MAY_CHANGE, raise_exception=True)
@require_http_methods(["GET", "HEAD", "POST"])
def leave(request: OfficersRequest, pk: int) -> HttpResponse:
    """Asks how the officer knows that a link works, and leaves it as it is."""
    link = get_object_or_404(OutsideLink, pk=pk)
    form = LeaveForm(request.POST or None, instance=link)
    if request.method == "POST" and form.is_valid():
        links.leave(link, request.user, form.cleaned_data["left_because"])
        messages.success(request, _("%(url)s is left as it is.") % {"url": link.url})
        return redirect("dead-links")
    return render(request, "outside_links/leave.html", {"link": link, "form": form, "places": places_of(link)})


def places_of(link: OutsideLink) -> list[links.Place]:
    return links.places().get(link.url, [])


class TriedLog(LogFormatter):
    label = gettext_lazy("Try a link again")

    def format_message(self, log_entry: ModelLogEntry) -> str:
        return _("Tried the link again: %(answer)s") % {"answer": log_entry.data.get("answer", "")}


class LeftLog(LogFormatter):
    label = gettext_lazy("Leave a link as it is")

    def format_message(self, log_entry: ModelLogEntry) -> str:
        return _("Left the link as it is: %(reason)s") % {"reason": log_entry.data.get("reason", "")}


def register_log_actions(actions: LogActionRegistry) -> None:
    actions.register_action(TRIED)(TriedLog)
    actions.register_action(LEFT)(LeftLog)


class DeadLinksMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.has_perm(MAY_SEE)


URLS = [
    path("reports/dead-links/", DeadLinksReport.as_view(), name="dead-links"),
    path("reports/dead-links/results/", DeadLinksReport.as_view(results_only=True), name="dead-links-results"),
    path("links/<int:pk>/try/", try_again, name="try-link"),
    path("links/<int:pk>/leave/", leave, name="leave-link"),
]


def menu_item() -> MenuItem:
    return DeadLinksMenuItem(
        DeadLinksReport.page_title, reverse("dead-links"), name="dead-links", icon_name="link-external", order=300
    )
