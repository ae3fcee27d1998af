"""A brand colour tried out before it is chosen: where it is used, how well it reads there, and how it looks."""

import re
from typing import NamedTuple

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from pages.core.lazy_text import LazyText
from pages.council.colour import BRAND, NIGHT_GROUNDS, PAPER, WANTED_CONTRAST, contrast, nearest_readable, shades

LAMP = "#f7bd4b"
WANTED_BESIDE = 3.0  # of what is no text, in WCAG 2.2
SWATCHES = (BRAND, "#09605c", "#16487c", "#7a1c3c", "#2c5a1c", "#5b3a12")
SHEET = """.trial {{ --trial-typed: {typed}; --trial-brand: {brand}; --trial-deep: {deep}; --trial-night: {night}; }}
"""


class Use(NamedTuple):
    """One place where the colour is used. `look` names how the sample is drawn."""

    where: LazyText
    look: str
    ratio: float
    wanted: float

    @property
    def passes(self) -> bool:
        return self.ratio >= self.wanted


class Trial(NamedTuple):
    """What there is to say of a colour that somebody typed. `nearest` is the colour itself when it can be read."""

    colour: str
    nearest: str
    uses: list[Use]

    @property
    def passes(self) -> bool:
        return self.colour == self.nearest


def is_colour(text: str) -> bool:
    return bool(re.fullmatch(r"#[0-9a-f]{6}", text))


def as_colour(text: str) -> str:
    """What somebody typed as #rrggbb, where it can be meant so: 4B2A63, #4b2."""
    digits = text.strip().lower().removeprefix("#")
    if re.fullmatch(r"[0-9a-f]{3}", digits):
        digits = "".join(digit * 2 for digit in digits)
    return f"#{digits}"


def trial_of(colour: str) -> Trial:
    night = shades(colour).night
    uses = [
        Use(_("Words on your colour"), "button", contrast(PAPER, colour), WANTED_CONTRAST),
        Use(_("Links on the page"), "link", contrast(colour, PAPER), WANTED_CONTRAST),
        Use(_("Links at night"), "night", min(contrast(night, ground) for ground in NIGHT_GROUNDS), WANTED_CONTRAST),
        Use(_("Beside the lamp"), "lamp", contrast(colour, LAMP), WANTED_BESIDE),
    ]
    return Trial(colour, nearest_readable(colour), uses)


@require_safe
def stylesheet(request: HttpRequest, code: str) -> HttpResponse:
    """The shades of any colour, for the samples and the two phones of the set-up and for nothing else."""
    colour = f"#{code}"
    if not is_colour(colour):
        raise Http404
    sheet = SHEET.format(typed=colour, **shades(nearest_readable(colour))._asdict())
    response = HttpResponse(sheet, content_type="text/css")
    response["Cache-Control"] = "public, max-age=31536000, immutable"
    return response
