from django.db import models
from django.utils.translation import gettext_lazy as _


class Per(models.TextChoices):
    """What time, or what child, an amount of money is for."""

    ONCE = "once", _("once")
    DAY = "day", _("a day")
    WEEK = "week", _("a week")
    CHILD_WEEK = "child-week", _("a week for each child")
    MONTH = "month", _("a month")
    YEAR = "year", _("a year")
    CHILD_YEAR = "child-year", _("a year for each child")


class Bound(models.TextChoices):
    """How surely an amount is what a family gets."""

    EXACTLY = "exactly", _("exactly this")
    UP_TO = "up-to", _("up to this")
    ABOUT = "about", _("about this")
    FROM = "from", _("this or more")
