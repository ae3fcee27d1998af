"""Prose as a small Markdown in the pack and as Wagtail's rich text in the database."""

from .html_in import read_html
from .html_out import write_html
from .markdown_in import read_markdown
from .markdown_out import write_markdown
from .runs import HEADINGS, LISTS, NAMED, Paragraph, Run, Style, tidy

__all__ = [
    "HEADINGS", "LISTS", "NAMED", "Paragraph", "Run", "Style", "read_html", "read_markdown", "tidy", "write_html",
    "write_markdown",
]  # fmt: skip
