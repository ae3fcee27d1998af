"""The HTML of each paper form, for the PDF and for the preview, and the digest that tells when it has changed."""

import datetime
import hashlib
import re
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles import finders
from django.template.loader import render_to_string
from django.utils import translation

from pages.council.colour import shades
from pages.council.council import Council
from pages.paper import qr
from pages.paper.model import PaperFormat

from .content import Leaflet

TEMPLATES = {PaperFormat.FOLDED: "paper/leaflet/folded.html", PaperFormat.LARGE_PRINT: "paper/leaflet/large_print.html"}
SHEETS = {
    PaperFormat.FOLDED: ("css/pdf/paper.css", "css/pdf/leaflet.css"),
    PaperFormat.LARGE_PRINT: ("css/pdf/paper.css", "css/pdf/large-print.css"),
}
PRINT_DRAWINGS = ("css/pdf/street.svg",)


@dataclass(frozen=True)
class Document:
    """What one paper form is made from."""

    format: PaperFormat
    leaflet: Leaflet
    council: Council

    def html(self, printed: datetime.date | None, lengths: dict[str, float] | None = None) -> str:
        """The whole document; `lengths` in mm say how the room on the panels is shared out."""
        return self._rendered(TEMPLATES[self.format], printed, lengths)

    def preview(self, printed: datetime.date, lengths: dict[str, float] | None, **context) -> str:
        """The same document dressed for a browser, with what is known of its fit."""
        return self._rendered(f"paper/leaflet/preview_{self.format.name.lower()}.html", printed, lengths, **context)

    def digest(self) -> str:
        """The same as long as the paper would look the same, but for the day on which it is printed."""
        parts = [self.html(printed=None), version("weasyprint")]
        parts += [_static_text(name) for name in (*SHEETS[self.format], *PRINT_DRAWINGS)]
        return hashlib.sha256("\0".join(parts).encode()).hexdigest()

    def _rendered(self, template: str, printed, lengths, **context) -> str:
        language = self.leaflet.language
        colours = shades(self.council.brand_colour)
        address = self.council.web_address or settings.SITE_URL.split("://")[1]
        lengths = {f"--{name}": f"{length:.2f}mm" for name, length in (lengths or {}).items()}
        variables = {"--brand": colours.brand, "--deep": colours.deep} | lengths
        with translation.override(language):
            return render_to_string(
                template,
                context
                | {
                    "leaflet": self.leaflet,
                    "council": self.council,
                    "navigators": self.council.navigators,
                    "printed": printed,
                    "unchecked_since": self.leaflet.unchecked_since,
                    "colours": colours,
                    "variables": "; ".join(f"{name}: {value}" for name, value in variables.items()),
                    "stylesheets": [settings.STATIC_URL + name for name in SHEETS[self.format]],
                    "language": _language_tag(language),
                    "direction": "rtl" if translation.get_language_info(language)["bidi"] else "ltr",
                    "address": address,
                    "address_parts": re.split(r"(?<=[./])", address),
                    "qr": qr.picture(_whole(self.council.web_address)),
                },
            )


def _whole(address: str) -> str:
    """The council's short address as a phone can open it; the site's own while there is none."""
    return address if "://" in address else f"https://{address}" if address else settings.SITE_URL


def _language_tag(code: str) -> str:
    """en-gb as the standard writes it: en-GB."""
    language, _dash, region = code.partition("-")
    return f"{language}-{region.upper()}" if len(region) == 2 else code


def _static_text(name: str) -> str:
    return Path(finders.find(name)).read_text(encoding="utf-8")
