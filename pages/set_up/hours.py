"""Opening hours as somebody types them for one day: “09:00-17:00”, “9am to noon, 1.30pm to midnight”, “24 hours”."""

import datetime
import re
from itertools import pairwise

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from pages.core.opening import Spell, is_too_long
from pages.core.opening_words import too_long_words

TIME = r"(\d{1,2}|noon|midday|midnight)(?:[:.](\d{2}))?\s*(am|pm)?"
NAMED = {"noon": datetime.time(12), "midday": datetime.time(12), "midnight": datetime.time()}
WHOLE_DAY = re.compile(
    r"(?:24[\s-]*(?:hours?|h)|24/7|all day(?: long)?|day (?:and|&) night|round the clock)", re.IGNORECASE
)
SPELL = re.compile(rf"{TIME}\s*(?:-|–|to|until)\s*{TIME}", re.IGNORECASE)


def spells_of(text: str) -> list[Spell]:
    """The spells of one day in order; none for a day on which nobody answers. Raises ValidationError."""
    if WHOLE_DAY.fullmatch(text.strip()):
        return [(datetime.time(), datetime.time())]
    spells = sorted(_spell(part.strip()) for part in re.split(r"[,;]|\band\b", text) if part.strip())
    if any(_overlap(earlier, later) for earlier, later in pairwise(spells)):
        raise ValidationError(_("These times overlap. Write a day with a break as 09:00-12:30, 13:30-17:00."))
    return spells


def in_words(spells: list[Spell]) -> str:
    return ", ".join(f"{opens:%H:%M}-{closes:%H:%M}" for opens, closes in spells)


def _spell(text: str) -> Spell:
    match = SPELL.fullmatch(text)
    try:
        if not match:
            raise ValueError(text)
        opens, closes = _time(*match.groups()[:3]), _time(*match.groups()[3:])
    except ValueError:
        raise ValidationError(_("Write the hours as 09:00-17:00, or 9am to 5pm.")) from None
    if is_too_long(opens, closes):
        raise ValidationError(too_long_words(opens, closes))
    return opens, closes


def _overlap(earlier: Spell, later: Spell) -> bool:
    return earlier[1] <= earlier[0] or earlier[1] > later[0]


def _time(hour: str, minute: str | None, half: str | None) -> datetime.time:
    if time := NAMED.get(hour.lower()):
        return time
    hours = int(hour)
    if half:
        if not 1 <= hours <= 12:
            raise ValueError(hour)
        hours = hours % 12 + (12 if half.lower() == "pm" else 0)
    return datetime.time(hours, int(minute or 0))
