"""The report as one table of plain values, for those who reckon with it."""

import csv
import datetime
import io

from django.utils.translation import gettext as _

from pages.core.cells import plain_words
from pages.core.inline import finished

from .part import Cell
from .report import YearlyReport


def spreadsheet(report: YearlyReport) -> str:
    """CSV: the part, the table, what the row is about, what is said of it, and the value."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow([_("Part"), _("Table"), _("About"), _("What"), _("Value")])
    writer.writerow([_("Yearly report"), "", "", _("Year"), str(report.year)])
    writer.writerow([_("Yearly report"), "", "", _("Made on"), report.day.isoformat()])
    if report.state:
        writer.writerow([_("Yearly report"), "", "", _("Note"), report.state])
    for part in report.parts:
        if part.nothing:
            writer.writerow([part.title, "", "", _("Note"), _plain(part.nothing)])
        for figure in part.figures:
            writer.writerow([part.title, "", "", _plain(figure.words), _plain(figure.value)])
        for table in [*(chart.table for chart in part.charts), *part.tables]:
            for about, *values in table.rows:
                for what, value in zip(table.head[1:], values, strict=True):
                    writer.writerow([part.title, _plain(table.caption), _plain(about), _plain(what), _plain(value)])
    return out.getvalue()


def _plain(value: Cell) -> Cell:
    """Words that a spreadsheet program would take for a formula are made words again."""
    if isinstance(value, datetime.date):
        return value.isoformat()
    return plain_words(finished(value)) if isinstance(value, str) else value
