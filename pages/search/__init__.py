"""Ranks pages for what a reader typed: the same order on every database.

The offer is a few hundred pages at most, so its words fit in memory, worked out once for each version of the content.
Wagtail's own backend ranks differently on SQLite and on PostgreSQL, and corrects slips on PostgreSQL alone.
"""

from .finding import Found, find, search
from .hit import Hit
from .text import clean

__all__ = ["Found", "Hit", "clean", "find", "search"]
