"""The report of what readers looked for and did not find, for the kinship lead and administrators."""

from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column, NumberColumn
from wagtail.admin.views.reports import ReportView
from wagtail.permission_policies import ModelPermissionPolicy

from pages.models import MissedSearch

MAY_SEE = "pages.view_missedsearch"


class MissedSearchReport(ReportView):
    page_title = _("Searched for, not found")
    header_icon = "search"
    model = MissedSearch
    permission_policy = ModelPermissionPolicy(MissedSearch)
    permission_required = "view"
    index_url_name = "missed-searches"
    index_results_url_name = "missed-searches-results"
    default_ordering = "-count"
    columns = [
        Column("words", label=_("Words"), accessor=str, sort_key="words"),
        NumberColumn("count", label=_("Times"), sort_key="count"),
        Column("first_day", label=_("First on"), sort_key="first_day"),
        Column("last_day", label=_("Last on"), sort_key="last_day"),
    ]
    list_export = ["words", "count", "first_day", "last_day"]


class MissedSearchMenuItem(MenuItem):
    def is_shown(self, request):
        return request.user.has_perm(MAY_SEE)


URLS = [
    path("reports/searches/", MissedSearchReport.as_view(), name="missed-searches"),
    path("reports/searches/results/", MissedSearchReport.as_view(results_only=True), name="missed-searches-results"),
]


def menu_item():
    return MissedSearchMenuItem(
        MissedSearchReport.page_title, reverse("missed-searches"), name="missed-searches", icon_name="search", order=600
    )
