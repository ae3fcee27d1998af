"""The links to other websites: where they are, whether they still work, and which are dead."""

from .answer import Answer
from .asking import ask, follow
from .places import Place, dead_links_in, places
from .rounds import Done, check, leave, try_again

__all__ = ["Answer", "Done", "Place", "ask", "check", "dead_links_in", "follow", "leave", "places", "try_again"]
