"""Before we open: what is missing, marked as an example or out of date, and what of it keeps the offer from opening."""

from .loose_end import Kind, LooseEnd
from .loose_ends import loose_ends, of_whom, what_blocks

__all__ = ["Kind", "LooseEnd", "loose_ends", "of_whom", "what_blocks"]
