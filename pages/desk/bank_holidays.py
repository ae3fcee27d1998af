import datetime

from django.contrib.auth.models import User
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from pages.core.bank_holidays import bank_holidays_known_until
from pages.core.officers_request import OfficersRequest

from .part import DeskPart, Line

SOON = datetime.timedelta(days=180)


class BankHolidaysRunOut(DeskPart):
    """Opening hours and groups go by bank holidays, whose list comes with the site and ends some day."""

    slug = "bank-holidays"
    title = gettext_lazy("Bank holidays")
    icon = "calendar"

    def may_see(self, user: User) -> bool:
        return user.has_perm("pages.change_councilsettings")

    def lines(self, request: OfficersRequest) -> list[Line]:
        end, today = bank_holidays_known_until(), timezone.localdate()
        if end > today + SOON:
            return []
        words = _("They are known until %(day)s only.") % {"day": date_format(end, "j F Y")}
        detail = _("After it the site takes every bank holiday for an ordinary day. Ask whoever runs it to update it.")
        return [Line(words, detail=detail, serious=end < today)]
