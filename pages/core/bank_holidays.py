"""England's bank holidays, from the list that comes with the package: nothing is fetched."""

import datetime
from functools import cache

from govuk_bank_holidays.bank_holidays import BankHolidays


@cache
def bank_holidays() -> frozenset[datetime.date]:
    """Every bank holiday of England and Wales that is known."""
    return frozenset(_names())


def bank_holiday_name(day: datetime.date) -> str:
    """What the bank holiday on `day` is called; nothing on other days."""
    return _names().get(day, "")


@cache
def bank_holidays_known_until() -> datetime.date:
    """The last day of the last year whose bank holidays are known."""
    return datetime.date(max(_names()).year, 12, 31)


@cache
def _names() -> dict[datetime.date, str]:
    known = BankHolidays(use_cached_holidays=True).get_holidays(division=BankHolidays.ENGLAND_AND_WALES)
    return {holiday["date"]: holiday["title"] for holiday in known}
