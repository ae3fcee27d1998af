"""The HTML of each paper form, for the PDF and for the preview, and the digest that tells when it has changed."""

import datetime
import hashlib
import re
from dataclasses import dataclass
from importlib.metadata import version

from django.conf import settings
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from pages.council.shown import Council
from pages.paper import qr
from pages.paper.frame import SAMPLE_SHEET, in_frame, static_text
from pages.paper.model import PaperFormat

from .content import Leaflet

TEMPLATES = {
    PaperFormat.FOLDED: "paper/leaflet/folded.html",
    PaperFormat.PRINT_SHOP: "paper/leaflet/print_shop.html",
    PaperFormat.LARGE_PRINT: "paper/leaflet/large_print.html",
}
SHEETS = {
    PaperFormat.FOLDED: ("css/pdf/paper.css", "css/pdf/leaflet.css"),
    PaperFormat.PRINT_SHOP: ("css/pdf/paper.css", "css/pdf/leaflet.css", "css/pdf/leaflet-print-shop.css"),
    PaperFormat.LARGE_PRINT: ("css/pdf/paper.css", "css/pdf/large-print.css"),
}
PRINT_DRAWINGS = ("css/pdf/street.svg", SAMPLE_SHEET)
NUMBER = re.compile(r"£\s?[0-9][0-9,]*(?:\.[0-9]+)?|\+?[0-9](?:[0-9]|\s(?=[0-9])){2,}")


@dataclass(frozen=True)
class Document:
    """What one paper form is made from."""

    format: PaperFormat
    leaflet: Leaflet
    council: Council

    def html(self, printed: datetime.date | None, lengths: dict[str, float] | None = None) -> str:
        """The whole document; `lengths` in mm say how the room on the panels is shared out."""
        return self._rendered(TEMPLATES[self.format], printed, lengths)

    def preview(self, printed: datetime.date, lengths: dict[str, float] | None, **context: object) -> str:
        """The same document dressed for a browser, with what is known of its fit."""
        return self._rendered(f"paper/leaflet/preview_{self.format.name.lower()}.html", printed, lengths, **context)

    def digest(self) -> str:
        """The same as long as the paper would look the same, but for the day on which it is printed.

        That of the folded sheet stands for the print shop's too.
        """
        parts = [self.html(printed=None), version("weasyprint")]
        sheets = SHEETS[PaperFormat.PRINT_SHOP if self.format == PaperFormat.FOLDED else self.format]
        parts += [static_text(name) for name in (*sheets, *PRINT_DRAWINGS)]
        return hashlib.sha256("\0".join(parts).encode()).hexdigest()

    def numbers(self) -> list[str]:
        """The telephone numbers and sums on it, each without its spaces and as often as it stands there."""
        body = HTMLParser(self.html(printed=None)).body
        return sorted(re.sub(r"\s", "", number) for number in NUMBER.findall(body.text(separator=" ") if body else ""))

    def _rendered(
        self, template: str, printed: datetime.date | None, lengths: dict[str, float] | None, **context: object
    ) -> str:
        address = self.council.web_address or settings.SITE_URL.split("://")[1]
        context |= {
            "leaflet": self.leaflet,
            "printed": printed,
            "unchecked_since": self.leaflet.unchecked_since,
            "address": address,
            "address_parts": re.split(r"(?<=[./])", address),
            "whole_address": _whole(self.council.web_address),
            "qr": qr.picture(_whole(self.council.web_address)),
        }
        sheets = SHEETS[self.format]
        return in_frame(
            template, context, council=self.council, language=self.leaflet.language, sheets=sheets, lengths=lengths
        )


def _whole(address: str) -> str:
    """The council's short address as a phone can open it; the site's own while there is none."""
    return address if "://" in address else f"https://{address}" if address else settings.SITE_URL
