"""The report drawn: on a screen of the CMS, as one HTML file, and as a tagged PDF."""

from typing import Any, NamedTuple

from django.utils.safestring import SafeString

from pages.council.colour import shades
from pages.council.council import current_council
from pages.paper.report import report_html, report_pdf

from .draw import ON_SCREEN, Palette, draw
from .part import Chart, Part
from .report import YearlyReport

TEMPLATE = "yearly_report/paper.html"


class Drawn(NamedTuple):
    """A part with its charts as SVG."""

    part: Part
    charts: list[tuple[Chart, SafeString]]


def drawn(report: YearlyReport, palette: Palette = ON_SCREEN) -> list[Drawn]:
    return [
        Drawn(part, [(chart, draw(chart, f"{part.slug}-{place}", palette)) for place, chart in enumerate(part.charts)])
        for part in report.parts
    ]


def as_pdf(report: YearlyReport) -> bytes:
    return report_pdf(TEMPLATE, _context(report), report.day)


def as_html(report: YearlyReport) -> str:
    return report_html(TEMPLATE, _context(report), report.day)


def _context(report: YearlyReport) -> dict[str, Any]:
    """WeasyPrint takes no colour for a drawing from a style sheet, so the council's own are put into it."""
    colours = shades(current_council().brand_colour)
    return {"report": report, "drawn": drawn(report, Palette(colours.deep, colours.brand))}
