"""What a part of the report is made of: a sentence, figures, charts and tables."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from django.db import models
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from .year import CouncilYear

Cell = str | int | float | datetime.date | None


class Figure(NamedTuple):
    """One number that matters, and what it counts."""

    value: Cell
    words: str
    is_gap: bool = False


class ChartKind(models.TextChoices):
    BARS = "bars"
    LINE = "line"


class Series(NamedTuple):
    """One row of numbers in a chart. None where there is nothing to say yet."""

    name: str
    values: Sequence[int | float | None]


@dataclass(frozen=True)
class Table:
    """Numbers and words in rows; the first cell of a row says what it is about."""

    caption: str
    head: Sequence[str]
    rows: Sequence[Sequence[Cell]]


@dataclass(frozen=True)
class Chart:
    """A drawing of numbers; the same numbers are always given as a table too."""

    title: str
    about: str  # what the labels are: months, for example
    labels: Sequence[str]
    series: Sequence[Series]
    kind: ChartKind = ChartKind.BARS
    short_labels: Sequence[str] = ()  # for the drawing, where a label is too long for it

    @property
    def table(self) -> Table:
        rows = [
            [label, *(series.values[place] for series in self.series)]
            for place, label in enumerate(self.labels)
            if any(series.values[place] is not None for series in self.series)
        ]
        return Table(self.title, [self.about, *(series.name for series in self.series)], rows)

    @property
    def rows(self) -> list[list[Cell]]:
        """The same numbers with the labels as columns, as they stand below the drawing."""
        return [[series.name, *series.values] for series in self.series]

    @property
    def in_words(self) -> str:
        """What somebody who can't see it should know: the most and the least of each row of numbers."""
        sentences = []
        for series in self.series:
            known = [
                (value, label) for value, label in zip(series.values, self.labels, strict=True) if value is not None
            ]
            if known:
                most, least = max(known, key=lambda pair: pair[0]), min(known, key=lambda pair: pair[0])
                words = _("%(name)s: most %(most)s (%(when_most)s), least %(least)s (%(when_least)s).")
                sentences.append(
                    words
                    % {
                        "name": series.name,
                        "most": most[0],
                        "when_most": most[1],
                        "least": least[0],
                        "when_least": least[1],
                    }
                )
        return " ".join(sentences)


@dataclass(frozen=True)
class Part:
    """One part of the report. `nothing` says plainly that there is no data, and then stands alone."""

    slug: str
    title: str
    lead: str = ""
    figures: Sequence[Figure] = ()
    charts: Sequence[Chart] = ()
    tables: Sequence[Table] = field(default_factory=tuple)
    notes: Sequence[str] = ()
    nothing: str = ""


def by_month(
    title: str,
    year: CouncilYear,
    day: datetime.date,
    rows: Mapping[str, Mapping[datetime.date, int]],
    kind: ChartKind = ChartKind.BARS,
) -> Chart:
    """A chart of the year's months. Months to come are left empty: nought would say that nothing happened."""
    begun = [month for month in year.months if month <= day]
    labels = [date_format(month, "M Y") for month in year.months]
    series = [
        Series(name, [counts.get(month, 0) if month in begun else None for month in year.months])
        for name, counts in rows.items()
    ]
    return Chart(title, _("Month"), labels, series, kind, [date_format(month, "M") for month in year.months])
