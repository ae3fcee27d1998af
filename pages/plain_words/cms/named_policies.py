"""The report of policies that pages name, but that the register does not have or that nobody tied to the page."""

from typing import Any

from django.http import HttpRequest
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.reports import ReportView
from wagtail.permission_policies import ModelPermissionPolicy

from pages.content.policy import Policy
from pages.plain_words.named_policies import Named, named_without_entry, named_without_tie

MAY_SEE = "pages.view_policy"


class WhatToDoColumn(Column):
    """Says which of the two things it is, and what mends it."""

    cell_template_name = "plain_words/what_to_do_cell.html"


class NamedPoliciesReport(ReportView):
    page_title = _("Policies named but not in the register")
    header_icon = "doc-full"
    permission_policy = ModelPermissionPolicy(Policy)
    permission_required = "view"
    index_url_name = "named-policies"
    index_results_url_name = "named-policies-results"
    paginate_by = 100
    export_filename = "named-policies"
    columns = [
        Column("words", label=_("Name on the page")),
        TitleColumn("page", label=_("Page"), accessor="page.title", get_url=lambda named: _edit_url(named)),
        WhatToDoColumn("policy", label=_("What to do")),
    ]
    export_headings = {"words": _("Name on the page"), "page.title": _("Page"), "policy.title": _("In the register")}
    list_export = list(export_headings)

    def get_filtered_queryset(self) -> list[Named]:
        """Named policies, not a queryset: they are worked out from the pages' words."""
        return [*named_without_entry(), *named_without_tie()]

    def to_row_dict(self, item: Named) -> dict[str, Any]:
        return {"words": item.words, "page.title": item.page.title, "policy.title": item.policy or ""}


class NamedPoliciesMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.has_perm(MAY_SEE)


def _edit_url(named: Named) -> str:
    return reverse("wagtailadmin_pages:edit", args=[named.page.pk])


URLS = [
    path("reports/policies/", NamedPoliciesReport.as_view(), name="named-policies"),
    path("reports/policies/results/", NamedPoliciesReport.as_view(results_only=True), name="named-policies-results"),
]


def menu_item() -> MenuItem:
    words, url = NamedPoliciesReport.page_title, reverse("named-policies")
    return NamedPoliciesMenuItem(words, url, name="named-policies", icon_name="doc-full", order=310)
