"""The screen of the yearly report, for the kinship lead and administrators: to read, and to take away."""

import datetime
from collections.abc import Callable, Mapping
from functools import wraps
from typing import cast

from django import forms
from django.core.exceptions import PermissionDenied
from django.db.models import Min
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe
from wagtail.admin.menu import MenuItem
from wagtail.models import PageLogEntry

from pages import yearly_report as reports
from pages.heard.useful import Feedback
from pages.visits.model import DailyCount
from pages.yearly_report import EARLIEST, CouncilYear, YearlyReport

MAY_SEE = "pages.view_dailycount"
TITLE = _("Yearly report")


class YearForm(forms.Form):
    """Which year. Only years are offered of which something can be known."""

    year = forms.TypedChoiceField(label=_("Year, from April to March"), coerce=int)

    def __init__(self, data: Mapping[str, str], today: datetime.date):
        now = CouncilYear.of(today)
        super().__init__({"year": str(now.start)} if "year" not in data else data)
        cast(forms.ChoiceField, self.fields["year"]).choices = [
            (start, str(CouncilYear(start))) for start in range(now.start, _first_year(now).start - 1, -1)
        ]


def _first_year(now: CouncilYear) -> CouncilYear:
    """The first year of which anything is written down."""
    days = [
        DailyCount.objects.aggregate(first=Min("day"))["first"],
        Feedback.objects.aggregate(first=Min("day"))["first"],
    ]
    if first := PageLogEntry.objects.aggregate(first=Min("timestamp"))["first"]:
        days.append(timezone.localdate(first))
    known = [CouncilYear.of(day) for day in days if day]
    return CouncilYear(max(EARLIEST, min([now, *known]).start))


def _for_the_lead(
    view: Callable[[HttpRequest, YearForm, datetime.date], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """The wrapped view, for those who may see the report, with the form that says which year."""

    @wraps(view)
    @require_safe
    def wrapped(request: HttpRequest) -> HttpResponse:
        if not request.user.has_perm(MAY_SEE):
            raise PermissionDenied
        today = timezone.localdate()
        return view(request, YearForm(request.GET, today), today)

    return wrapped


@_for_the_lead
def show(request: HttpRequest, form: YearForm, today: datetime.date) -> HttpResponse:
    """The report to read. A year that is not offered is said to be wrong, and this year is shown."""
    year = CouncilYear(form.cleaned_data["year"]) if form.is_valid() else CouncilYear.of(today)
    report = reports.yearly_report(year, today)
    context = {"form": form, "report": report, "drawn": reports.drawn(report), "title": TITLE}
    return render(request, "yearly_report/screen.html", context)


@_for_the_lead
def pdf(request: HttpRequest, form: YearForm, today: datetime.date) -> HttpResponse:
    return _file(form, today, reports.as_pdf, "application/pdf", "pdf")


@_for_the_lead
def spreadsheet(request: HttpRequest, form: YearForm, today: datetime.date) -> HttpResponse:
    return _file(form, today, reports.spreadsheet, "text/csv; charset=utf-8", "csv")


def _file(
    form: YearForm, today: datetime.date, make: Callable[[YearlyReport], str | bytes], kind: str, ending: str
) -> HttpResponse:
    if not form.is_valid():
        raise Http404
    year = CouncilYear(form.cleaned_data["year"])
    response = HttpResponse(make(reports.yearly_report(year, today)), content_type=kind)
    response["Content-Disposition"] = f'attachment; filename="yearly-report-{year.start}-{year.start + 1}.{ending}"'
    return response


class YearlyReportMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.has_perm(MAY_SEE)


URLS = [
    path("reports/yearly/", show, name="yearly-report"),
    path("reports/yearly/report.pdf", pdf, name="yearly-report-pdf"),
    path("reports/yearly/report.csv", spreadsheet, name="yearly-report-csv"),
]


def menu_item() -> MenuItem:
    return YearlyReportMenuItem(
        TITLE, reverse("yearly-report"), name="yearly-report", icon_name="doc-full-inverse", order=700
    )
