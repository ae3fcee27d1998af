"""Draws a chart as SVG: bars or a line, every number written beside its mark, so that it reads without colour."""

import math
from typing import NamedTuple

from django.template.loader import render_to_string
from django.utils.formats import number_format
from django.utils.safestring import SafeString

from .part import Chart, ChartKind

WIDTH, HEIGHT = 720, 230
LEFT, RIGHT, TOP, BOTTOM = 46, 8, 40, 30
PLOT = HEIGHT - TOP - BOTTOM
WIDEST_BAR = 54
STEPS = 4


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


class Dot(NamedTuple):
    x: float
    y: float
    text: str
    text_y: float


class Tick(NamedTuple):
    at: float
    text: str


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
            Tick(round(LEFT + slot * (place + 0.5), 1), label)
            for place, label in enumerate(chart.short_labels or chart.labels)
        ],
        "legend": [(LEFT + 190 * place, series.name) for place, series in enumerate(chart.series)],
        "bars": _bars(chart, slot, top) if chart.kind == ChartKind.BARS else [],
        "lines": _lines(chart, slot, top) if chart.kind == ChartKind.LINE else [],
    }
    return render_to_string("yearly_report/chart.svg", context)


def _bars(chart: Chart, slot: float, top: float) -> list[Bar]:
    """Bars of one label stand side by side; those of the second row of numbers are hollow."""
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
            bars.append(
                Bar(round(x + 1, 1), y, round(width - 2, 1), height, _number(value), middle, round(y - 5, 1), row > 0)
            )
    return bars


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
