"""Draws a chart as SVG: bars or a line, every number written beside its mark, so that it reads without colour."""

import math
from textwrap import wrap
from typing import NamedTuple

from django.template.loader import render_to_string
from django.utils.formats import number_format
from django.utils.safestring import SafeString

from .part import Chart, ChartKind

WIDTH, HEIGHT = 720, 244
LEFT, RIGHT, TOP, BOTTOM = 46, 8, 40, 44
PLOT = HEIGHT - TOP - BOTTOM
WIDEST_BAR = 54
STEPS = 4
LETTER = 7  # how wide one is
LINES_OF_A_LABEL = 2
STRIPES = (6, 7)  # how far those of the second and of the third row of numbers are from each other


class Palette(NamedTuple):
    """The two colours of a drawing: of words and lines, and of what is measured."""

    ink: str
    mark: str


ON_SCREEN = Palette("currentColor", "currentColor")  # the style sheet says more


class Bar(NamedTuple):
    x: float
    y: float
    width: float
    height: float
    text: str
    text_x: float
    text_y: float
    is_second: bool
    stripes: str


class Dot(NamedTuple):
    x: float
    y: float
    text: str
    text_y: float


class Tick(NamedTuple):
    at: float
    text: str


class Label(NamedTuple):
    at: float
    lines: list[str]


class Key(NamedTuple):
    """What a bar of one row of numbers looks like, and what it counts."""

    at: int
    words: str
    stripes: str


def draw(chart: Chart, name: str, palette: Palette = ON_SCREEN) -> SafeString:
    """The drawing; `name` makes its ids its own on the page."""
    top = _top(chart)
    slot = (WIDTH - LEFT - RIGHT) / len(chart.labels)
    context = {
        "chart": chart,
        "name": name,
        "palette": palette,
        "width": WIDTH,
        "height": HEIGHT,
        "left": LEFT,
        "right": WIDTH - RIGHT,
        "floor": TOP + PLOT,
        "ticks": [Tick(_y(top * step / STEPS, top), _number(top * step / STEPS)) for step in range(STEPS + 1)],
        "labels": [
            Label(round(LEFT + slot * (place + 0.5), 1), _lines_of(label, slot))
            for place, label in enumerate(chart.short_labels or chart.labels)
        ],
        "legend": _legend(chart),
        "bars": _bars(chart, slot, top) if chart.kind == ChartKind.BARS else [],
        "lines": _lines(chart, slot, top) if chart.kind == ChartKind.LINE else [],
    }
    return render_to_string("yearly_report/chart.svg", context)


def _bars(chart: Chart, slot: float, top: float) -> list[Bar]:
    """Bars of one label stand side by side: the first filled, the last hollow, those between striped."""
    count = len(chart.series)
    width = min(WIDEST_BAR, slot * 0.76 / count)
    bars = []
    for row, series in enumerate(chart.series):
        for place, value in enumerate(series.values):
            if value is None:
                continue
            x = LEFT + slot * (place + 0.5) + width * (row - count / 2)
            y = _y(value, top)
            middle = round(x + width / 2, 1)
            height = round(TOP + PLOT - y, 1)
            left, wide = round(x + 1, 1), round(width - 2, 1)
            stripes = _stripes(row, count, left, y, wide, height)
            bars.append(Bar(left, y, wide, height, _number(value), middle, round(y - 5, 1), row > 0, stripes))
    return bars


def _stripes(row: int, count: int, x: float, y: float, width: float, height: float) -> str:
    """The path of the lines in a bar, so that rows of numbers are told apart without colour: level or upright."""
    if not 0 < row < count - 1:
        return ""
    apart = STRIPES[(row - 1) % len(STRIPES)]
    if row % 2:
        return "".join(f"M{x} {round(y + at, 1)}h{width}" for at in range(apart, math.ceil(height), apart))
    return "".join(f"M{round(x + at, 1)} {y}v{height}" for at in range(apart, math.ceil(width), apart))


def _legend(chart: Chart) -> list[Key]:
    lefts = [LEFT + 190 * place for place in range(len(chart.series))]
    return [
        Key(left, series.name, _stripes(row, len(chart.series), left, 4, 14, 14))
        for row, (left, series) in enumerate(zip(lefts, chart.series, strict=True))
    ]


def _lines_of(label: str, slot: float) -> list[str]:
    """A label in the lines that it needs to stay below its own bars."""
    return wrap(label, max(1, int(slot / LETTER) - 1), max_lines=LINES_OF_A_LABEL, placeholder="…") or [""]


def _lines(chart: Chart, slot: float, top: float) -> list[list[Dot]]:
    """The dots of each row of numbers, in stretches without a gap."""
    lines = []
    for series in chart.series:
        stretch = []
        for place, value in enumerate(series.values):
            if value is None:
                continue
            y = _y(value, top)
            stretch.append(Dot(round(LEFT + slot * (place + 0.5), 1), y, _number(value), round(y - 10, 1)))
        lines.append(stretch)
    return lines


def _top(chart: Chart) -> float:
    """A round number above the highest, in as many steps as there are lines."""
    highest = max((value for series in chart.series for value in series.values if value is not None), default=0)
    if highest <= 0:
        return STEPS
    size = 10 ** math.floor(math.log10(highest / STEPS)) if highest > STEPS else 1
    step = next(size * nice for nice in (1, 2, 2.5, 5, 10, 20) if size * nice * STEPS >= highest)
    return step * STEPS if step == int(step) or highest < STEPS else math.ceil(step) * STEPS


def _y(value: float, top: float) -> float:
    return round(TOP + PLOT * (1 - value / top), 1)


def _number(value: float) -> str:
    places = 0 if value == int(value) else 1
    return number_format(value, decimal_pos=places, force_grouping=True)
