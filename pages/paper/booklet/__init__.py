"""Paper made of whole pages: the whole offer as one book. The pack of a reader's own list is made in my_list."""

from .document import Navigator, PrintSize
from .offer import LONGEST_PRINTING, PrintingError, is_stale, print_alone, print_if_stale, print_soon

__all__ = [
    "LONGEST_PRINTING", "Navigator", "PrintSize", "PrintingError", "is_stale", "print_alone", "print_if_stale",
    "print_soon",
]  # fmt: skip
