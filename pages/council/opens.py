"""Whether the offer may open. What keeps it from that is known by features above this one: they are asked."""

from django.db import models
from django.dispatch import Signal

# Sent with `chosen`, the settings as somebody is about to save them; each listener answers with names of what blocks.
asked_what_blocks = Signal()


def what_blocks(chosen: models.Model) -> list[str]:
    """The pages, papers and shared facts that keep the offer from opening, each once."""
    answers = asked_what_blocks.send(sender=type(chosen), chosen=chosen)
    return list(dict.fromkeys(name for _listener, names in answers for name in names or ()))
