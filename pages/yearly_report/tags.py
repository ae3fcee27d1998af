import datetime
from collections.abc import Sequence

from django import template
from django.utils.formats import date_format, number_format

from pages.yearly_report.part import Cell

register = template.Library()


@register.filter
def amount(value: Cell) -> Cell:
    """A cell as people read it: numbers in groups, days as words."""
    if isinstance(value, datetime.date):
        return date_format(value, "j M Y")
    if isinstance(value, int | float):
        return number_format(value, decimal_pos=int(isinstance(value, float)), force_grouping=True)
    return "" if value is None else value


@register.filter
def is_day(value: Cell) -> bool:
    """True for a day, which is never broken across lines."""
    return isinstance(value, datetime.date)


@register.filter
def is_amount(row: Sequence[Cell], place: int) -> bool:
    """True where a row has a number, which stands to the end; a table without rows has none."""
    return bool(row) and isinstance(row[place], int | float)
