from collections.abc import Mapping
from typing import Any

import django_filters
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column, DateColumn, NumberColumn
from wagtail.admin.views.reports import ReportView
from wagtail.admin.widgets.button import HeaderButton
from wagtail.permission_policies import ModelPermissionPolicy

from pages.core.lazy_text import LazyText
from pages.core.owners import name_of
from pages.heard import told
from pages.heard.closing import Closing, ToldBy
from pages.heard.missed_search import MissedSearch

MAY_SEE, MAY_CLOSE = "pages.view_closing", "pages.add_closing"
OPEN, DONE = "open", "closed"


class ToldFilterSet(WagtailFilterSet):
    """Open or closed, and how readers told us. The view itself reads the answers: the open list is no query."""

    state = django_filters.ChoiceFilter(
        label=_("Show"), choices=[(DONE, _("Closed"))], empty_label=_("Still open"), method="left_to_the_view"
    )
    told_by = django_filters.ChoiceFilter(
        label=_("How they told us"), choices=ToldBy.choices, empty_label=_("All"), method="left_to_the_view"
    )

    class Meta:
        model = Closing
        fields = ["state", "told_by"]

    def left_to_the_view(self, queryset: QuerySet[Closing], name: str, value: str) -> QuerySet[Closing]:
        return queryset


class WhatColumn(Column):
    """What readers told us, in which other words, and how it was closed before."""

    cell_template_name = "heard/told/what.html"

    def get_cell_context_data(self, instance: told.Told, parent_context: dict[str, Any]) -> dict[str, Any]:
        context = super().get_cell_context_data(instance, parent_context)
        may_close = parent_context["request"].user.has_perm(MAY_CLOSE)
        finds = told.finds_now(instance, timezone.localdate())
        return context | {"told": instance, "may_close": may_close, "finds_now": finds}


class KeeperColumn(Column):
    cell_template_name = "heard/told/keeper.html"


class DoneColumn(Column):
    cell_template_name = "heard/told/done.html"


def _by(closing: Closing) -> str:
    return name_of(closing.by) if closing.by else ""


OPEN_COLUMNS = [
    WhatColumn("what", label=_("What readers told us"), accessor="label"),
    NumberColumn("count", label=_("Times")),
    Column("last_day", label=_("Last on")),
    KeeperColumn("kept_by", label=_("Who keeps the page")),
]
DONE_COLUMNS = [
    DoneColumn("label", label=_("What readers told us"), accessor="label"),
    NumberColumn("count", label=_("Times")),
    Column("how", label=_("What was done"), accessor="get_how_display"),
    Column("by", label=_("By"), accessor=_by),
    DateColumn("at", label=_("When")),
]


class ToldView(ReportView):
    """One ranked list of what readers told us and nobody has dealt with, and what became of the rest."""

    page_title = _("What readers told us")
    header_icon = "comment"
    model = Closing
    permission_policy = ModelPermissionPolicy(Closing)
    permission_required = "view"
    index_url_name = "told"
    index_results_url_name = "told-results"
    filterset_class = ToldFilterSet
    results_template_name = "heard/told/results.html"

    @cached_property
    def chosen(self) -> dict[str, Any]:
        return self.filters.form.cleaned_data if self.filters.is_valid() else {}

    @property
    def is_done(self) -> bool:
        return self.chosen.get("state") == DONE

    @property
    def columns(self) -> list[Column]:
        return DONE_COLUMNS if self.is_done else OPEN_COLUMNS

    @property
    def list_export(self) -> list[str]:
        if self.is_done:
            return ["label", "told_by", "count", "get_how_display", "sentence", "by", "at"]
        return ["label", "told_by", "count", "last_day", "page", "kept_by", "owner", "finds_now"]

    @property
    def export_headings(self) -> Mapping[str, LazyText]:
        headings = {"label": _("What readers told us"), "told_by": _("How"), "count": _("Times")}
        headings |= {"last_day": _("Last on"), "kept_by": _("Who keeps the page"), "by": _("By"), "at": _("When")}
        headings |= {"page": _("Page"), "owner": _("Owner"), "finds_now": _("The search finds now")}
        return headings | {"get_how_display": _("What was done"), "sentence": _("In a sentence")}

    def to_row_dict(self, item: Closing | told.Told) -> dict[str, Any]:
        if isinstance(item, Closing):
            return super().to_row_dict(item)
        finds = told.finds_now(item, timezone.localdate())
        about = [item.page.title if item.page else "", item.kept_by, item.owner.name if item.owner else ""]
        values = [item.label, item.told_by, item.count, item.last_day, *about, finds.title if finds else ""]
        return dict(zip(self.list_export, values, strict=True))

    def get_filtered_queryset(self) -> QuerySet[Closing] | list[told.Told]:
        told_by = self.chosen.get("told_by")
        if self.is_done:
            closed = Closing.objects.select_related("by", "page")
            return closed.filter(told_by=told_by) if told_by else closed
        groups = told.open_groups(timezone.localdate())
        return [group for group in groups if not told_by or group.told_by == told_by]

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        without = MissedSearch.objects.filter(words="").values_list("count", flat=True).first() or 0
        words = ngettext(
            "%(count)s search held a number, a name or no everyday word, so none of its words is kept.",
            "%(count)s searches held a number, a name or no everyday word, so none of their words is kept.",
            without,
        )
        without_words = words % {"count": without} if without and not self.is_done else ""
        return super().get_context_data(*args, **kwargs) | {"without_words": without_words, "is_done": self.is_done}

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        buttons: list[HeaderButton] = []
        for may, words, name, icon in (
            ("pages.view_comment", _("All comments"), "comment:index", "comment"),
            ("pages.view_feedback", _("All answers"), "feedback:index", "list-ul"),
            ("pages.view_feedback", _("Yes and no by page"), "useful-pages", "view"),
        ):
            if self.request.user.has_perm(may):
                buttons.append(HeaderButton(words, url=reverse(name), icon_name=icon, priority=len(buttons)))
        return buttons


class ToldMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.has_perm(MAY_SEE)


def menu_item() -> MenuItem:
    return ToldMenuItem(_("Readers told us"), reverse("told"), name="told", icon_name="comment", order=120)
