import datetime
import zoneinfo

from django.conf import settings

from kinship_offer import RELEASED

from .unfit import UnfitError

JULY = datetime.datetime(2026, 7, 1, tzinfo=datetime.UTC)


def can_be_right(now: datetime.datetime) -> None:
    """No release is served before it was made. The dates of its files say nothing of that: whoever copies sets them."""
    if now.date() < RELEASED:
        raise UnfitError(
            f"The clock of this machine says {now:%d %B %Y}; this release is of {RELEASED:%d %B %Y}. "
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
