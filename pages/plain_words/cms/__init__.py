"""Plain words in the CMS: the findings as an officer types, and the report of all pages."""

from . import report, while_writing

URLS = [*while_writing.URLS, *report.URLS]
menu_item = report.menu_item

__all__ = ["URLS", "menu_item"]
