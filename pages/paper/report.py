"""Reports for Cabinet and scrutiny: as a tagged PDF on A4, and as one HTML file that needs nothing beside it."""

import datetime

from django.conf import settings
from django.utils.safestring import mark_safe

from pages.council.council import current_council
from pages.paper import pdf
from pages.paper.frame import SAMPLE_SHEET, in_frame, static_text

SHEETS = ("css/pdf/paper.css", "css/pdf/report.css")
SCREEN_SHEET = "css/pdf/report-screen.css"


def report_pdf(template: str, context: dict, day: datetime.date) -> bytes:
    """The report as a PDF, made on `day`."""
    return pdf.render(_html(template, context, day, SHEETS))


def report_html(template: str, context: dict, day: datetime.date) -> str:
    """The report as one file to open in a browser or to send."""
    style = "\n".join(static_text(name) for name in (*SHEETS, SAMPLE_SHEET, SCREEN_SHEET))
    return _html(template, context | {"style": mark_safe(style)}, day, sheets=())


def _html(template: str, context: dict, day: datetime.date, sheets: tuple[str, ...]) -> str:
    council, language = current_council(), settings.LANGUAGE_CODE
    return in_frame(template, context | {"printed": day}, council=council, language=language, sheets=sheets)
