"""The versions of the offer in the CMS: which there are, what each brought, and the words above it."""

from collections.abc import Sequence

from django.core.exceptions import PermissionDenied
from django.db.models import Count, Model, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.admin.panels import FieldPanel, HelpPanel
from wagtail.admin.ui.tables import Column, NumberColumn, TitleColumn
from wagtail.admin.views.bulk_action import BulkAction
from wagtail.admin.views.generic import IndexView
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.log_actions import LogActionRegistry, LogFormatter
from wagtail.models import Page, PageLogEntry
from wagtail.permissions import register_permission_policy

from pages.core.change_only import ChangeOnly
from pages.core.offer_version import OfferVersion
from pages.heard.consultation_report import ConsultationReportPage
from pages.publishing import versions

register_permission_policy(OfferVersion, ChangeOnly(OfferVersion), exact_class=True)


class VersionIndexView(IndexView):
    def get_base_queryset(self) -> QuerySet[OfferVersion]:
        versions_with_report = super().get_base_queryset().select_related("consultation_report")
        return versions_with_report.annotate(pages=Count("changes"))


class OfferVersionViewSet(ModelViewSet):
    """Versions make themselves when a page goes live; only the words above what changed are an officer's."""

    model = OfferVersion
    icon = "history"
    menu_label = gettext_lazy("Versions")
    menu_order = 130
    add_to_admin_menu = True
    copy_view_enabled = False
    index_view_class = VersionIndexView
    list_display = [
        TitleColumn("__str__", label=gettext_lazy("Version"), url_name="offerversion:edit"),
        Column("consultation_report", label=gettext_lazy("Report of the consultation")),
        NumberColumn("pages", label=gettext_lazy("Pages changed")),
        Column("note", label=gettext_lazy("Words above it")),
    ]
    ordering = ["-number"]
    panels = [
        FieldPanel("note"),
        HelpPanel(template="publishing/version_changes.html", heading=gettext_lazy("What it changed")),
    ]


class NewVersionLog(LogFormatter):
    label = gettext_lazy("Publish in a new version of the offer")

    def format_message(self, log_entry: PageLogEntry) -> str:
        words = _("Part of version %(number)s of the offer: %(sentence)s")
        return words % {"number": log_entry.data.get("number"), "sentence": log_entry.data.get("sentence", "")}


class LawChangedLog(LogFormatter):
    label = gettext_lazy("Publish a change of the law")

    def format_message(self, log_entry: PageLogEntry) -> str:
        return _("The law, or a fact for all of England, changed: %(said)s") % {
            "said": log_entry.data.get("sentence", "")
        }


class NoReportLog(LogFormatter):
    label = gettext_lazy("Publish without the report of its consultation")

    def format_message(self, log_entry: PageLogEntry) -> str:
        words = _("No version was made, for its consultation report was not published: %(said)s")
        return words % {"said": log_entry.data.get("sentence", "")}


def register_log_actions(actions: LogActionRegistry) -> None:
    actions.register_action(versions.RECORDED)(NewVersionLog)
    actions.register_action(versions.NOT_RECORDED)(NoReportLog)
    actions.register_action(versions.LAW_CHANGED)(LawChangedLog)


def keep_reports(request: HttpRequest, page: Page) -> None:
    """The hook before a page is deleted: a report that a version rests on stays, and whatever holds it."""
    if request.method == "POST" and holds_a_report(page):
        messages.error(request, _("A version of the offer rests on a report here, so it must stay."))
        raise PermissionDenied


def keep_reports_in_bulk(request: HttpRequest, action_type: str, objects: Sequence[Model], action: BulkAction) -> None:
    if action_type == "delete" and any(holds_a_report(page) for page in objects if hasattr(page, "path")):
        raise PermissionDenied


def holds_a_report(page: Page) -> bool:
    """True for a consultation report that a version rests on, and for every page above one."""
    reports = ConsultationReportPage.objects.descendant_of(page, inclusive=True)
    return OfferVersion.objects.filter(consultation_report__in=reports).exists()
