"""The report “How this offer meets the law”: the duty map with owners, as a list, as a spreadsheet and on paper."""

import datetime
from itertools import zip_longest
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.reports import ReportView
from wagtail.admin.widgets.button import Button
from wagtail.permission_policies import ModelPermissionPolicy

from pages.core.overdue import overdue
from pages.core.ties import PageDuty
from pages.core.vocabulary import Duty
from pages.duties.duty_map import Row, duty_map
from pages.paper.report import report_pdf
from pages.paper.serve import pdf_response
from pages.publishing import checking

MAY_SEE = "pages.view_pageduty"


class DutyColumn(Column):
    cell_template_name = "duties/duty_cell.html"


class PagesColumn(Column):
    cell_template_name = "duties/pages_cell.html"


class DutyMapReport(ReportView):
    page_title = gettext_lazy("How this offer meets the law")
    header_icon = "success"
    permission_policy = ModelPermissionPolicy(PageDuty)
    permission_required = "view"
    index_url_name = "duty-map"
    index_results_url_name = "duty-map-results"
    paginate_by = None
    export_filename = "how-this-offer-meets-the-law"
    columns = [
        DutyColumn("duty", label=gettext_lazy("Duty"), width="35%"),
        PagesColumn("pages", label=gettext_lazy("Pages that meet it, owner, last checked")),
    ]
    export_headings = {
        "law": gettext_lazy("Law or guidance"),
        "place": gettext_lazy("Place"),
        "sure": gettext_lazy("How sure"),
        "duty": gettext_lazy("Duty"),
        "met": gettext_lazy("Met"),
        "page": gettext_lazy("Page"),
        "address": gettext_lazy("Address"),
        "kept_by": gettext_lazy("Kept by"),
        "owner": gettext_lazy("Owner"),
        "last_checked": gettext_lazy("Last checked"),
        "next_check": gettext_lazy("Next check"),
        "state": gettext_lazy("State of the check"),
    }
    list_export = list(export_headings)

    def get_filtered_queryset(self) -> list[tuple[Duty, checking.Due | None]] | list[dict[str, Any]]:
        """A row for each duty, what is not met first; in a spreadsheet, a row for each page of each duty."""
        due = {check.page.pk: check for check in checking.every_page(timezone.localdate())}
        rows = [(row.duty, [due[page.pk] for page in row.pages if page.pk in due]) for row in duty_map()]
        if self.is_export:
            return [(duty, check) for duty, checks in rows for check in (checks or (None,))]
        return [{"duty": duty, "pages": checks} for duty, checks in sorted(rows, key=lambda row: bool(row[1]))]

    def to_row_dict(self, item: tuple[Duty, checking.Due | None]) -> dict[str, Any]:
        duty, due = item
        source = duty.source
        cells: list[object] = [
            source.text,
            source.reference,
            source.sure.label,
            duty.label,
            _("Met") if due else _("Not met"),
        ]
        if due:
            page = due.page
            cells += [page.title, page.full_url, page.keeper, due.owner_name]
            cells += [page.last_check, page.next_check, due.state.label]
        return dict(zip_longest(self.list_export, cells, fillvalue=""))

    @property
    def header_more_buttons(self) -> list[Button]:
        paper = Button(_("Download PDF"), url=reverse("duty-map-pdf"), icon_name="download", priority=110)
        public = Button(_("See it as readers do"), url=reverse("law"), icon_name="view", priority=120)
        return [*super().header_more_buttons, paper, public]


@require_safe
def duty_map_pdf(request: HttpRequest) -> HttpResponse:
    """The duty map on paper, for scrutiny."""
    if not request.user.has_perm(MAY_SEE):
        raise PermissionDenied
    day, rows = timezone.localdate(), duty_map()
    pdf = report_pdf("duties/paper.html", _on_paper(rows, day), day)
    return pdf_response(pdf, f"duties-{day}", as_attachment=True)


def _on_paper(rows: list[Row], day: datetime.date) -> dict[str, Any]:
    parts: dict[str, list[Row]] = {}
    for row in rows:
        parts.setdefault(str(row.duty.source.text), []).append(row)
    late = overdue(day)
    return {
        "parts": parts.items(),
        "gaps": [row for row in rows if not row.is_met],
        "met": sum(row.is_met for row in rows),
        "total": len(rows),
        "overdue": {page.pk for row in rows for page in row.pages if page.pk in late},
    }


class DutyMapMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.has_perm(MAY_SEE)


URLS = [
    path("reports/duties/", DutyMapReport.as_view(), name="duty-map"),
    path("reports/duties/results/", DutyMapReport.as_view(results_only=True), name="duty-map-results"),
    path("reports/duties/duties.pdf", duty_map_pdf, name="duty-map-pdf"),
]


def menu_item() -> MenuItem:
    return DutyMapMenuItem(
        DutyMapReport.page_title, reverse("duty-map"), name="duty-map", icon_name="success", order=90
    )
