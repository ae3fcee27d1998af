import datetime
import uuid
from functools import cache

from django.db import DatabaseError, connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

from pages.core.lease import Lease

from .unfit import UnfitError, in_a_line

ASKED = "fit:asked"
ALIKE = datetime.timedelta(minutes=1)


def is_migrated() -> None:
    """The tables are those that this release of the code was written for."""
    try:
        missing = _wanted() - set(MigrationRecorder(connection).applied_migrations())
    except DatabaseError as error:
        raise _unusable(error) from None
    if missing:
        apps = ", ".join(sorted({app for app, _name in missing}))
        raise UnfitError(f"The database's tables are not those of this release ({apps}). Run: manage.py migrate")


def can_be_written() -> None:
    """A row is written and kept, always the same one with something new in it: a lease that is over.

    A write that is taken back proves nothing: a full disk may say so only to what is to be kept.
    """
    values = {"holder": uuid.uuid4(), "ends_at": datetime.datetime.now(datetime.UTC)}
    try:
        Lease.objects.update_or_create(name=ASKED, defaults=values)
    except DatabaseError as error:
        raise _unusable(error) from None


def has_our_time(now: datetime.datetime) -> None:
    """PostgreSQL has a clock of its own, and work is due by both."""
    if connection.vendor != "postgresql":
        return
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT now()")
            theirs = cursor.fetchone()[0]
    except DatabaseError as error:
        raise _unusable(error) from None
    apart = abs(theirs - now)
    if apart > ALIKE:
        raise UnfitError(
            f"This machine's clock and the database's are {apart.total_seconds():.0f} seconds apart. "
            "Let both be set by a time server (NTP)."
        )


def _unusable(error: DatabaseError) -> UnfitError:
    return UnfitError(f"The database can't be used: {in_a_line(error)}. See DATABASE_URL and DATA_DIR in the README.")


@cache
def _wanted() -> set[tuple[str, str]]:
    """The last migration of each app: they do not change while this code runs."""
    return set(MigrationLoader(None).graph.leaf_nodes())
