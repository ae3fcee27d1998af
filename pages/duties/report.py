"""The report “How this offer meets the law”: each item with its evidence, as a list, a spreadsheet and on paper."""

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

from pages.core.ties import PageDuty
from pages.paper.report import report_pdf
from pages.paper.serve import pdf_response

from .duty_map import Row, Shown, counts, duty_map, rows_on
from .evidence import title_of
from .next_step import next_steps
from .standing import Claim

MAY_SEE, MAY_SAY = "pages.view_pageduty", "pages.change_standing"
WORST_FIRST = [Claim.NOT, Claim.PLANNED, Claim.PARTLY, Claim.MET]


class DutyColumn(Column):
    cell_template_name = "duties/duty_cell.html"


class StateColumn(Column):
    cell_template_name = "duties/state_cell.html"


class ProofColumn(Column):
    cell_template_name = "duties/proofs_cell.html"


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
        DutyColumn("duty", label=gettext_lazy("Duty"), width="30%"),
        StateColumn("state", label=gettext_lazy("State and sign-off"), width="25%"),
        ProofColumn("proofs", label=gettext_lazy("What proves it, and what to do next")),
    ]
    export_headings = {
        "law": gettext_lazy("Law or guidance"),
        "place": gettext_lazy("Place"),
        "sure": gettext_lazy("How sure"),
        "duty": gettext_lazy("Duty"),
        "state": gettext_lazy("State"),
        "claim": gettext_lazy("Claimed"),
        "planned_by": gettext_lazy("Planned by"),
        "sentence": gettext_lazy("What readers are told"),
        "proof": gettext_lazy("Proof"),
        "part": gettext_lazy("Part"),
        "address": gettext_lazy("Address"),
        "holds": gettext_lazy("Does it hold?"),
        "kept_by": gettext_lazy("Kept by"),
        "last_checked": gettext_lazy("Last checked"),
        "next_check": gettext_lazy("Next check"),
        "signed_off_by": gettext_lazy("Signed off by"),
        "signed_off_on": gettext_lazy("Signed off on"),
        "look_again": gettext_lazy("Look again on"),
        "next": gettext_lazy("What to do next"),
    }
    list_export = list(export_headings)

    def get_filtered_queryset(self) -> list[tuple[Row, Shown | None]] | list[dict[str, Any]]:
        """A row for each item, what is not met first; in a spreadsheet, a row for each proof of each item."""
        rows = rows_on(timezone.localdate())
        if self.is_export:
            return [(row, shown) for row in rows for shown in (row.proofs or (None,))]
        rows.sort(key=lambda row: WORST_FIRST.index(row.state))
        may_edit = self.request.user.has_perm(MAY_SAY)
        return [
            {"duty": row.item, "state": row, "proofs": _titles(row), "steps": next_steps(row), "may_edit": may_edit}
            for row in rows
        ]

    def to_row_dict(self, item: tuple[Row, Shown | None]) -> dict[str, Any]:
        row, shown = item
        asked, standing = row.item, row.standing
        cells: dict[str, Any] = {
            "law": asked.source,
            "place": asked.reference,
            "sure": asked.unsure or _("Read in the text itself"),
            "duty": asked.label,
            "state": row.state.label,
            "next": "; ".join(step.words for step in next_steps(row)),
        }
        if standing:
            cells |= {name: getattr(standing, name) for name in ("planned_by", "sentence", "signed_off_by")}
            cells |= {name: getattr(standing, name) for name in ("signed_off_on", "look_again")}
            cells["claim"] = standing.get_claim_display()
        return dict.fromkeys(self.list_export, "") | cells | (_of_proof(shown) if shown else {})

    @property
    def header_more_buttons(self) -> list[Button]:
        paper = Button(_("Download PDF"), url=reverse("duty-map-pdf"), icon_name="download", priority=110)
        public = Button(_("See it as readers do"), url=reverse("law"), icon_name="view", priority=120)
        return [*super().header_more_buttons, paper, public]


def _of_proof(shown: Shown) -> dict[str, Any]:
    proof, page = shown.proof, shown.page
    cells: dict[str, Any] = {
        "proof": proof.words or title_of(proof),
        "part": shown.part_label,
        "address": page.full_url if page else proof.url,
        "holds": "; ".join(str(fault.label) for fault in shown.faults) or _("Yes"),
    }
    if page:
        cells |= {"kept_by": page.keeper, "last_checked": page.last_check, "next_check": page.next_check}
    return cells


def _titles(row: Row) -> list[tuple[Shown, str]]:
    return [(shown, title_of(shown.proof)) for shown in row.proofs]


@require_safe
def duty_map_pdf(request: HttpRequest) -> HttpResponse:
    """The duty map on paper, for scrutiny."""
    if not request.user.has_perm(MAY_SEE):
        raise PermissionDenied
    day = timezone.localdate()
    parts = [(part, [(row, _titles(row), next_steps(row)) for row in part.rows]) for part in duty_map(day)]
    rows = rows_on(day)
    context = {"parts": parts, "counts": counts(rows), "total": len(rows)}
    return pdf_response(report_pdf("duties/paper.html", context, day), f"duties-{day}", as_attachment=True)


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
