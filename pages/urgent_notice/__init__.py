"""A few words that every reader must see now, on every page, until the moment that an officer has said."""

from .model import UrgentNotice
from .shown import Notice, notice_at, notices_from

__all__ = ["Notice", "UrgentNotice", "notice_at", "notices_from"]
