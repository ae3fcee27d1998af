"""The yearly report for Cabinet and scrutiny: one module for each part of it."""

from .paper import Drawn, as_html, as_pdf, drawn
from .part import Chart, Figure, Part, Table
from .report import YearlyReport, yearly_report
from .spreadsheet import spreadsheet
from .year import EARLIEST, LATEST, CouncilYear

__all__ = [
    "EARLIEST", "LATEST", "Chart", "CouncilYear", "Drawn", "Figure", "Part", "Table", "YearlyReport", "as_html",
    "as_pdf", "drawn", "spreadsheet", "yearly_report",
]  # fmt: skip
