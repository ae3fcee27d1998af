"""Since when something is on the list: written down every night, for most of it leaves no other trace of its day."""

import datetime

from django.db import transaction
from django.utils import timezone

from .loose_ends import loose_ends
from .model import NotedLooseEnd


@transaction.atomic
def note(now: datetime.datetime) -> int:
    """Writes down what is new on the list and forgets what is done: what comes back is new. Says how many wait."""
    keys = {end.key for end in loose_ends(now)}
    known = set(NotedLooseEnd.objects.values_list("key", flat=True))
    NotedLooseEnd.objects.filter(key__in=known - keys).delete()
    day = timezone.localdate(now)
    new = [NotedLooseEnd(key=key, since=day) for key in sorted(keys - known)]
    NotedLooseEnd.objects.bulk_create(new, ignore_conflicts=True)
    return len(keys)
