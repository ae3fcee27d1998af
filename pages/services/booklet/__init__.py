"""Paper made of whole pages: the pack of a reader's own list, and the whole offer as one book."""

from .document import Navigator, PrintSize
from .offer import LONGEST_PRINTING, PrintingError, is_stale, print_alone, print_if_stale, print_soon
from .pack import BusyError, make_pack

__all__ = [
    "LONGEST_PRINTING",
    "BusyError",
    "Navigator",
    "PrintSize",
    "PrintingError",
    "is_stale",
    "make_pack",
    "print_alone",
    "print_if_stale",
    "print_soon",
]
