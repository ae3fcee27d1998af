"""Paper made of whole pages: the whole offer as one book. The pack of a reader's own list is made in my_list."""

from .document import Navigator, PackLength, PrintSize
from .offer import is_printing, is_stale, print_if_stale

__all__ = ["Navigator", "PackLength", "PrintSize", "is_printing", "is_stale", "print_if_stale"]
