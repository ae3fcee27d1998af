"""The report that ranks all live pages by how plain their words are, for everybody who edits pages."""

from django.contrib.auth.models import User
from django.http import HttpRequest
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column, NumberColumn, TitleColumn
from wagtail.admin.views.reports import ReportView
from wagtail.models import Page
from wagtail.permission_policies.pages import PagePermissionPolicy
from wagtail.permissions import page_permission_policy

from pages.core.lazy_text import LazyText
from pages.plain_words import Code, Standing, ranking

MAY_EDIT = ["add", "change", "publish"]
SORTS = {
    "title": lambda standing: standing.title.casefold(),
    "grade": lambda standing: standing.grade,
    "total": lambda standing: standing.total,
}


def editable(user: User) -> list[Standing]:
    """How the live pages stand that this officer may edit, the worst first."""
    pages = page_permission_policy.instances_user_has_permission_for(user, "change")
    may_edit = set(pages.values_list("pk", flat=True))
    return [standing for standing in ranking() if standing.pk in may_edit]


def kinds(standing: Standing) -> list[tuple[int, LazyText]]:
    """The kinds of finding that a page has, each with how many."""
    return [(standing.counts[code], Code(code).label) for code in Code.values if standing.counts[code]]


class KindsColumn(Column):
    cell_template_name = "plain_words/kinds_cell.html"

    def get_value(self, instance: Standing) -> list[tuple[int, LazyText]]:
        return kinds(instance)


class GradeColumn(NumberColumn):
    cell_template_name = "plain_words/grade_cell.html"


class PlainWordsReport(ReportView):
    page_title = _("Plain words")
    header_icon = "glasses"
    model = Page
    permission_policy = PagePermissionPolicy()
    any_permission_required = MAY_EDIT
    index_url_name = "plain-words"
    index_results_url_name = "plain-words-results"
    columns = [
        TitleColumn("title", label=_("Page"), url_name="wagtailadmin_pages:edit", sort_key="title"),
        GradeColumn("grade", label=_("Reading grade"), sort_key="grade"),
        NumberColumn("total", label=_("Hints"), sort_key="total"),
        KindsColumn("kinds", label=_("What there is")),
    ]
    list_export = ["title", "grade", "limit", "total", *(f"counts.{code}" for code in Code.values)]
    export_headings = {
        "title": _("Page"),
        "grade": _("Reading grade"),
        "limit": _("House target"),
        "total": _("Hints"),
    } | {f"counts.{code}": code.label for code in Code}

    def get_queryset(self) -> list[Standing]:
        """Standings, not a queryset: they are worked out from the pages' words."""
        standings = editable(self.request.user)
        if not self.ordering:
            return standings
        key = SORTS[self.ordering.removeprefix("-")]
        return sorted(standings, key=key, reverse=self.ordering.startswith("-"))


class PlainWordsMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return page_permission_policy.user_has_any_permission(request.user, MAY_EDIT)


URLS = [
    path("reports/plain-words/", PlainWordsReport.as_view(), name="plain-words"),
    path("reports/plain-words/results/", PlainWordsReport.as_view(results_only=True), name="plain-words-results"),
]


def menu_item() -> MenuItem:
    return PlainWordsMenuItem(
        PlainWordsReport.page_title, reverse("plain-words"), name="plain-words", icon_name="glasses", order=590
    )
