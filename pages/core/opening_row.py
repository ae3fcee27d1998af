"""One spell of one day, as officers type it: the row of everybody's opening hours."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable

from .opening import is_too_long
from .opening_words import too_long_words
from .vocabulary import Weekday


class OpeningRow(Orderable):
    """One spell of one day. A day with a break at noon has two."""

    day = models.CharField(max_length=10, choices=Weekday)
    opens = models.TimeField(help_text=_("09:00"))
    closes = models.TimeField(help_text=_("17:00. 00:00 is midnight; a time before it opens is in the next morning."))

    panels: list[Any] = [FieldRowPanel([FieldPanel("day"), FieldPanel("opens"), FieldPanel("closes")])]

    class Meta(Orderable.Meta):
        abstract = True

    def clean(self) -> None:
        super().clean()
        if self.opens is None or self.closes is None:
            return
        if is_too_long(self.opens, self.closes):
            raise ValidationError({"closes": too_long_words(self.opens, self.closes)})

    def plain(self) -> list[str]:
        """The day, and from when until when: as `opening_times` takes it."""
        return [self.day, f"{self.opens:%H:%M}", f"{self.closes:%H:%M}"]
