"""Reports for Cabinet and scrutiny: as a tagged PDF on A4, and as one HTML file that needs nothing beside it."""

import datetime
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles import finders
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.safestring import mark_safe

from pages.council.colour import shades
from pages.council.council import current_council
from pages.paper import pdf

SHEETS = ("css/pdf/paper.css", "css/pdf/report.css")
SCREEN_SHEET = "css/pdf/report-screen.css"


def report_pdf(template: str, context: dict, day: datetime.date) -> bytes:
    """The report as a PDF, made on `day`."""
    links = [settings.STATIC_URL + name for name in SHEETS]
    return pdf.render(_html(template, context | {"stylesheets": links}, day))


def report_html(template: str, context: dict, day: datetime.date) -> str:
    """The report as one file to open in a browser or to send."""
    style = "\n".join(Path(finders.find(name)).read_text(encoding="utf-8") for name in (*SHEETS, SCREEN_SHEET))
    return _html(template, context | {"style": mark_safe(style)}, day)


def _html(template, context, day):
    council = current_council()
    colours = shades(council.brand_colour)
    code = settings.LANGUAGE_CODE
    language, _dash, region = code.partition("-")
    with translation.override(code):
        shared = {
            "council": council,
            "colours": colours,
            "variables": f"--brand: {colours.brand}; --deep: {colours.deep}",
            "language": f"{language}-{region.upper()}" if region else language,
            "direction": "rtl" if translation.get_language_info(code)["bidi"] else "ltr",
            "printed": day,
            "site_url": settings.SITE_URL,
        }
        return render_to_string(template, shared | context)
