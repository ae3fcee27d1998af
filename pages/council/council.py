"""The council as it is at present.

It is worked out once for each version of the content and remembered; the last version that was read is also
written to disk, so that error pages can give the Navigators' number while the database is down.
"""

from django.db import DatabaseError

from pages.core.content_version import ContentVersion
from pages.core.remembered import remembered
from pages.core.small_writes import short_waits
from pages.council import snapshot as council_snapshot
from pages.council.read_council import read_council
from pages.council.shown import Council


def current_council() -> Council:
    """The council of the default site; when the database can't be asked, the last one known."""
    try:
        return council_at(ContentVersion.current())
    except (DatabaseError, OSError):
        return council_snapshot.last_known()


@remembered
def council_at(version: object) -> Council:
    with short_waits():  # a logo that was never drawn in this size is written down on the way
        council = read_council()
    council_snapshot.remember(council)
    return council
