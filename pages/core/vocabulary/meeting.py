from django.db import models
from django.utils.translation import gettext_lazy as _


class HowOften(models.TextChoices):
    """How often a group meets, as an officer says it."""

    WEEKLY = "every-week", _("Every week")
    SECOND_WEEK = "every-second-week", _("Every second week")
    SOME_WEEKS = "every-few-weeks", _("Every few weeks: say how many")
    FIRST = "first-in-month", _("On the first such day of each month")
    SECOND = "second-in-month", _("On the second such day of each month")
    THIRD = "third-in-month", _("On the third such day of each month")
    FOURTH = "fourth-in-month", _("On the fourth such day of each month")
    LAST = "last-in-month", _("On the last such day of each month")


class OnBankHolidays(models.TextChoices):
    """What a group does when its day is a bank holiday."""

    SKIP = "skip", _("It does not meet")
    MEET = "meet", _("It meets all the same")


class MayComeToo(models.TextChoices):
    """Whether a carer may bring the child to a group."""

    YES = "yes", _("Yes")
    NO = "no", _("No")
    ASK = "ask", _("Ask first")


class MeetingStatus(models.TextChoices):
    """What has become of one meeting."""

    ON = "on", _("On")
    MOVED = "moved", _("Moved")
    CANCELLED = "cancelled", _("Cancelled")
