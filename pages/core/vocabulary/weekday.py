from django.db import models
from django.utils.translation import gettext_lazy as _


class Weekday(models.TextChoices):
    """The days of the week, from Monday."""

    MONDAY = "monday", _("Monday")
    TUESDAY = "tuesday", _("Tuesday")
    WEDNESDAY = "wednesday", _("Wednesday")
    THURSDAY = "thursday", _("Thursday")
    FRIDAY = "friday", _("Friday")
    SATURDAY = "saturday", _("Saturday")
    SUNDAY = "sunday", _("Sunday")

    @property
    def number(self) -> int:
        """0 for Monday, as Python counts."""
        return list(Weekday).index(self)
