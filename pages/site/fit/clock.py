import datetime
import zoneinfo
from pathlib import Path

from django.conf import settings

from .unfit import UnfitError

A_DAY, LONGEST_USED = datetime.timedelta(days=1), datetime.timedelta(days=10 * 365)
JULY = datetime.datetime(2026, 7, 1, tzinfo=datetime.UTC)


def can_be_right(now: datetime.datetime) -> None:
    """No release is served before it was made, or ten years after."""
    made = _made()
    if not made - A_DAY <= now <= made + LONGEST_USED:
        raise UnfitError(
            f"The clock of this machine says {now:%d %B %Y}; this release is of {made:%d %B %Y}. "
            "Opening hours, checks and deletion go by the clock. Set it, best by a time server (NTP)."
        )


def knows_our_time_zone() -> None:
    """Summer time is known: meetings and opening hours are told in it."""
    try:
        summer = JULY.astimezone(zoneinfo.ZoneInfo(settings.TIME_ZONE)).utcoffset()
    except zoneinfo.ZoneInfoNotFoundError:
        summer = None
    if summer != datetime.timedelta(hours=1):
        raise UnfitError(
            f"This machine does not know the time in {settings.TIME_ZONE}. Install Debian's package tzdata."
        )


def _made() -> datetime.datetime:
    """When the newest migration was put here; it may just be made anew."""
    folder = Path(settings.BASE_DIR, "pages/migrations")
    files = [folder, *folder.glob("0*.py")]
    return datetime.datetime.fromtimestamp(max(file.stat().st_mtime for file in files), datetime.UTC)
