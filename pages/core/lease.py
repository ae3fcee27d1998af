"""Something that only one at a time may do, in all processes and on all servers that share the database.

A lease lasts as long as the work under it: it is renewed meanwhile, and ends by itself soon after a process that was
killed could renew it no more.
"""

import datetime
import logging
import threading
import uuid
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import IntegrityError, connection, models, transaction
from django.utils import timezone

from pages.core.may_be_down import may_be_down

logger = logging.getLogger(__name__)

LASTS = datetime.timedelta(seconds=60)
RENEWED_EVERY = 15  # seconds


class TakenError(Exception):
    """Somebody else holds every lease that was asked for."""


class Lease(models.Model):
    """Who may do the named work, until when."""

    name = models.CharField(max_length=100, primary_key=True)
    holder = models.UUIDField()
    ends_at = models.DateTimeField()

    def __str__(self):
        return self.name


def is_held(name: str) -> bool:
    """Whether anybody does the named work now."""
    return Lease.objects.filter(name=name, ends_at__gt=timezone.now()).exists()


@contextmanager
def holding(*names: str) -> Iterator[str]:
    """Holds the first of these leases that is free, as long as the work in it lasts, and says which it is.

    It waits for nobody: TakenError if none is free.
    """
    holder = uuid.uuid4()
    name = next((name for name in names if _take(name, holder)), None)
    if name is None:
        raise TakenError
    done = threading.Event()
    renewing = threading.Thread(target=_renew, args=(name, holder, done), daemon=True)
    renewing.start()
    try:
        yield name
    finally:
        done.set()
        renewing.join()
        with may_be_down(logger, "The lease of %s could not be given back: it ends by itself", name):
            Lease.objects.filter(name=name, holder=holder).delete()


def _take(name: str, holder: uuid.UUID) -> bool:
    """One statement decides between two that come at once."""
    now = timezone.now()
    values = {"holder": holder, "ends_at": now + LASTS}
    if Lease.objects.filter(name=name, ends_at__lte=now).update(**values):
        return True
    if Lease.objects.filter(name=name).exists():
        return False
    try:
        with transaction.atomic():
            Lease.objects.create(name=name, **values)
    except IntegrityError:
        return False
    return True


def _renew(name: str, holder: uuid.UUID, done: threading.Event) -> None:
    """In a thread of its own, with a connection of its own."""
    try:
        while not done.wait(RENEWED_EVERY):
            with may_be_down(logger, "The lease of %s could not be renewed", name):
                Lease.objects.filter(name=name, holder=holder).update(ends_at=timezone.now() + LASTS)
    finally:
        connection.close()
