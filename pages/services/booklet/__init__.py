"""Paper made of whole pages: the pack of a reader's own list, and the whole offer as one book."""

from .document import Navigator, PrintSize
from .offer import is_stale, print_if_stale, print_soon
from .pack import BusyError, make_pack

__all__ = ["BusyError", "Navigator", "PrintSize", "is_stale", "make_pack", "print_if_stale", "print_soon"]
