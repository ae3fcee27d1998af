from django.db import models
from django.utils.translation import gettext_lazy as _


class Counted(models.TextChoices):
    """What is counted, a number a day. Who came, and from where, is never known here."""

    VIEW = "view", _("Pages read")
    LEAFLET = "leaflet", _("Folded leaflet")
    LARGE_PRINT = "leaflet-large-print", _("Large-print leaflet")
    OFFER = "offer", _("The whole offer")
    PACK = "pack", _("Packs of chosen pages")
    CALENDAR = "calendar", _("Calendar files of the groups")
    MISSED_SEARCH = "missed-search", _("Searches that found nothing")


class DailyCount(models.Model):
    """How often something was asked for on one day.

    `page` is the key of a page, or 0 where no page is meant; a plain number, so that what was counted stays true
    when the page is deleted.
    """

    day = models.DateField()
    what = models.CharField(max_length=20, choices=Counted)
    page = models.PositiveBigIntegerField(default=0)
    count = models.PositiveIntegerField(default=0)

    class Meta:
        default_permissions = ["view"]
        constraints = [models.UniqueConstraint(fields=["day", "what", "page"], name="counted_once_a_day")]

    def __str__(self):
        return f"{self.day}: {self.what} {self.page or ''}".strip()
