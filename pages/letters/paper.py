"""A finished letter on A4."""

import datetime

from django.conf import settings

from pages.council.shown import Council
from pages.letters.letter import Letter
from pages.paper import pdf
from pages.paper.frame import in_frame
from pages.paper.turn import turn_of

SHEETS = ("css/pdf/paper.css", "css/components/letter-blanks.css", "css/pdf/letter.css")


def letter_pdf(title: str, letter: Letter, day: datetime.date, council: Council, visitor: str) -> bytes:
    """The letter as a tagged PDF. It waits for nobody: BusyError; UnprintableError names words without letters."""
    context = {"title": title, "letter": letter, "day": day}
    html = in_frame("letters/paper.html", context, council=council, language=settings.LANGUAGE_CODE, sheets=SHEETS)
    with turn_of(visitor, day):
        return pdf.render(html)
