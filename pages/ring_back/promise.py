"""By when somebody hears from us: the same day and the same words on the form and after it was sent."""

import datetime
from typing import NamedTuple

from django.core import signing

from pages.council.shown import Council
from pages.ring_back.vocabulary import Way

SIGNER = signing.Signer(salt="ring-back-day")


class Promise(NamedTuple):
    """The last day, if we have said when we are open, and the way that was picked, if it is known."""

    day: datetime.date | None = None
    way: Way | None = None

    def signed(self) -> str:
        """For an address: it says the same whenever it is looked at, and nobody can make us promise another day."""
        return SIGNER.sign(f"{self.day or ''}_{self.way or ''}")


def promised_day(council: Council, today: datetime.date) -> datetime.date | None:
    """The day by whose end we answer what is sent today; None while nobody has said when we are open."""
    times = council.opening_times
    return times.open_day(today, council.ring_back_days) if times else None


def read(signed: str) -> Promise:
    """What we once signed; an empty promise for anything else."""
    try:
        day, _mark, way = SIGNER.unsign(signed).partition("_")
        return Promise(datetime.date.fromisoformat(day) if day else None, Way(way) if way else None)
    except (signing.BadSignature, ValueError):
        return Promise()
