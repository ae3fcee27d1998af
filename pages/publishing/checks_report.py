"""The report “When was it checked”: every page that readers see, its owner, and the day it is due again."""

from typing import Any

import django_filters
from django.http import HttpRequest
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.reports import ReportView
from wagtail.models import Page
from wagtail.permissions import page_permission_policy

from pages.publishing import checking
from pages.publishing.check_button import WORDS, post_attributes

MINE, NOBODYS = "mine", "nobody"


class CheckFilters(WagtailFilterSet):
    state = django_filters.ChoiceFilter(label=_("State"), choices=checking.State, empty_label=_("All"))
    whose = django_filters.ChoiceFilter(
        label=_("Owner"), choices=[(MINE, _("You")), (NOBODYS, _("Nobody"))], empty_label=_("All")
    )

    class Meta:
        model = Page
        fields: list[str] = []


class StateColumn(Column):
    """Overdue is said in words and by a mark, never by colour alone."""

    cell_template_name = "publishing/check_state_cell.html"


class CheckColumn(Column):
    """The button that says the page is right."""

    cell_template_name = "publishing/check_button_cell.html"

    def get_cell_context_data(self, instance: checking.Due, parent_context: dict[str, Any]) -> dict[str, Any]:
        user = parent_context["request"].user
        may = checking.may_check(user, instance.page)
        return super().get_cell_context_data(instance, parent_context) | {
            "words": WORDS,
            "title": instance.page.title,
            "attributes": post_attributes(instance.page) if may else None,
        }


class ChecksReport(ReportView):
    page_title = _("When was it checked")
    header_icon = "calendar-check"
    permission_policy = page_permission_policy
    permission_required = "change"
    index_url_name = "checks"
    index_results_url_name = "checks-results"
    filterset_class = CheckFilters
    paginate_by = 100
    export_filename = "checks"
    columns = [
        TitleColumn("title", label=_("Page"), accessor="page.title", get_url=lambda due: _edit_url(due.page)),
        Column("section", label=_("Section")),
        Column("owner_name", label=_("Owner")),
        Column("last_checked", label=_("Last checked"), accessor="page.last_check"),
        Column("next_check", label=_("Next check"), accessor="page.next_check"),
        StateColumn("state", label=_("State")),
        CheckColumn("check", label=_("Check")),
    ]
    export_headings = {
        "page.title": _("Page"),
        "section": _("Section"),
        "owner_name": _("Owner"),
        "page.last_check": _("Last checked"),
        "page.next_check": _("Next check"),
        "state.label": _("State"),
    }
    list_export = list(export_headings)

    def get_filtered_queryset(self) -> list[checking.Due]:
        """The pages as a list: when a page is due again is worked out, not stored."""
        rows = checking.every_page(timezone.localdate())
        wanted = self.filters.form.cleaned_data if self.filters.is_valid() else {}
        if wanted.get("state"):
            rows = [row for row in rows if row.state == wanted["state"]]
        if wanted.get("whose") == MINE:
            rows = [row for row in rows if row.owner and row.owner.user == self.request.user.pk]
        if wanted.get("whose") == NOBODYS:
            rows = [row for row in rows if row.owner is None]
        return rows


class ChecksMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return page_permission_policy.user_has_permission(request.user, "change")


def _edit_url(page: Page) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


URLS = [
    path("reports/checks/", ChecksReport.as_view(), name="checks"),
    path("reports/checks/results/", ChecksReport.as_view(results_only=True), name="checks-results"),
]


def menu_item() -> MenuItem:
    return ChecksMenuItem(
        ChecksReport.page_title, reverse("checks"), name="checks", icon_name="calendar-check", order=100
    )
