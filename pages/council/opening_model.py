"""When the Navigators answer the phone: the hours of a week, and the days on which they are away."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable

from pages.core.opening_row import OpeningRow
from pages.core.written import Written


class OpeningHours(OpeningRow):
    """When the Navigators answer."""

    settings = ParentalKey("pages.CouncilSettings", on_delete=models.CASCADE, related_name="opening_hours")


class Closure(Written, Orderable):
    """Days in a row on which nobody answers, whatever the weekly hours say."""

    settings = ParentalKey("pages.CouncilSettings", on_delete=models.CASCADE, related_name="closures")
    first_day = models.DateField()
    last_day = models.DateField(help_text=_("The same day again if it is only one."))
    reason = models.CharField(
        max_length=40, blank=True, help_text=_("Readers see it, in a few words: Christmas, staff training.")
    )

    panels = [FieldRowPanel([FieldPanel("first_day"), FieldPanel("last_day")]), FieldPanel("reason")]

    def clean(self) -> None:
        super().clean()
        if self.first_day and self.last_day and self.last_day < self.first_day:
            raise ValidationError({"last_day": _("The last day can’t be before the first.")})
