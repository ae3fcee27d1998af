"""What readers told us: searches that found nothing, “no” answers and comments, as one ranked list to work off."""

from .close import CLOSED, close
from .finds import finds_now
from .group import Told
from .grouping import Grouper
from .read import find, open_groups

__all__ = ["CLOSED", "Grouper", "Told", "close", "find", "finds_now", "open_groups"]
