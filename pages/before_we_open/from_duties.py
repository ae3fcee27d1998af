"""What the law, the guidance or another checklist asks, and is not met."""

import datetime
from collections.abc import Iterator

from django.utils.translation import gettext_lazy

from pages.duties.duty_map import unmet
from pages.duties.next_step import next_steps
from pages.duties.standing import Claim

from .loose_end import Kind, LooseEnd, key_of

GROUP = gettext_lazy("Duties not met")


def duty_ends(day: datetime.date) -> Iterator[LooseEnd]:
    """The law's own before the others. What is planned, and not yet due, waits for its day."""
    for row in unmet(day):
        steps = next_steps(row)
        if not steps or row.state == Claim.PLANNED:
            continue
        key, source = key_of("duty", row.item.name), f"{row.item.source}: {row.item.reference}"
        asks = ". ".join(step.words for step in steps[:3])
        yield LooseEnd(key, Kind.DUTY, str(GROUP), str(row.item.label), asks, steps[0].url, context=source)
