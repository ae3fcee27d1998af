"""Ranks pages for what a reader typed: the same order on every database.

The offer is a few hundred pages at most, so its words fit in memory, worked out once for each version of the content.
Wagtail's own backend ranks differently on SQLite and on PostgreSQL, and corrects slips on PostgreSQL alone.
"""

from .hit import Hit
from .languages import in_another_language, page_first
from .offer import nearest, search
from .text import clean

__all__ = ["Hit", "clean", "in_another_language", "nearest", "page_first", "search"]
