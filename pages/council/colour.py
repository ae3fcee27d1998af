"""The brand colour: contrast as WCAG 2.2 defines it, and the shades that follow from one colour."""

import colorsys
import re
from typing import NamedTuple

from django.utils.translation import gettext as _

BRAND = "#4b2a63"
PAPER = "#fffcf6"
# What links stand on by night: page and cards, callouts, the answers of “who can get it”, and the pages for the young.
NIGHT_GROUNDS = (
    *("#191426", "#231c35", "#3a2e12", "#251c2a", "#14302a", "#382a10", "#2c2540", "#3f1a16"),
    *("#17182a", "#1e1f38", "#1d3033"),
)
WANTED_CONTRAST = 7.0


class Shades(NamedTuple):
    """The colours made from a brand colour, as #rrggbb: for light pages, deep areas and dark pages."""

    brand: str
    deep: str
    night: str


def _channels(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def _hex(channels: tuple[float, float, float]) -> str:
    return "#" + "".join(f"{round(channel * 255):02x}" for channel in channels)


def luminance(colour: str) -> float:
    """Relative luminance of #rrggbb, 0 to 1 (WCAG 2.2, definition of relative luminance)."""
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(colour: str, other: str) -> float:
    """Contrast ratio of two #rrggbb colours, 1 to 21."""
    light, dark = sorted((luminance(colour), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def brand_problem(colour: str) -> str:
    """Why a colour can't be the brand colour, in words for an officer; empty when it can."""
    if not re.fullmatch(r"#[0-9a-f]{6}", colour or ""):
        return _("Type the colour as # and six digits: #4b2a63.")
    ratio = contrast(colour, PAPER)
    if ratio < WANTED_CONTRAST:
        return _("Too light to read: its contrast with the page is %(ratio).1f to 1. It must be 7 to 1 or more.") % {
            "ratio": ratio
        }
    return ""


def nearest_readable(colour: str) -> str:
    """The colour itself when it can be the brand colour; otherwise the lightest of its hue that can."""
    hue, lightness, saturation = colorsys.rgb_to_hls(*_channels(colour))
    while brand_problem(colour):
        lightness = max(0.0, lightness - 0.005)
        colour = _hex(colorsys.hls_to_rgb(hue, lightness, saturation))
    return colour


def shades(brand: str) -> Shades:
    """The shades of a brand colour: deeper for the header, lighter (7:1 on all that is dark) for the night."""
    hue, lightness, saturation = colorsys.rgb_to_hls(*_channels(brand))
    deep = _hex(colorsys.hls_to_rgb(hue, lightness * 0.7, saturation))
    light = max(lightness, 0.6)
    night = _lighter(hue, light, saturation)
    while min(contrast(night, ground) for ground in NIGHT_GROUNDS) < WANTED_CONTRAST:
        light += 0.01
        night = _lighter(hue, light, saturation)
    return Shades(brand, deep, night)


def _lighter(hue: float, light: float, saturation: float) -> str:
    return _hex(colorsys.hls_to_rgb(hue, light, min(saturation, 0.7)))
