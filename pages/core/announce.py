"""The one way to say that what readers see has changed. Whoever must follow it, as paper does, listens."""

import uuid

from django.db import models, transaction
from django.dispatch import Signal

from .content_version import ContentVersion
from .written import Written

# Sent once for each transaction, after it is committed, however much changed in it.
content_changed = Signal()
_told: uuid.UUID | None = None  # the version that this process has told its listeners of


class SeenByReaders(Written, models.Model):
    """A model outside pages whose rows stand in what readers see: saving or deleting one is announced.

    Rows that are saved with their parent (`ParentalKey`) need it not: the parent has it, or is a page.
    """

    class Meta:
        abstract = True


def announce_change() -> None:
    """Gives the content a new version at once, and tells those who listen when the change is kept.

    A listener that fails does not undo the change, and does not keep the others from hearing of it.
    """
    ContentVersion.bump()
    transaction.on_commit(_tell, robust=True)


def _tell() -> None:
    """Of all changes in a transaction the first to get here tells: by then the version is that of the last."""
    global _told
    version = ContentVersion.current()
    if version != _told:
        _told = version
        content_changed.send_robust(sender=ContentVersion)
