from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable

from pages.core.announce import SeenByReaders


class SchoolTerm(SeenByReaders, Orderable):
    """A half term of the council's schools: groups that meet in term time go by these days."""

    settings = ParentalKey("pages.CouncilSettings", on_delete=models.CASCADE, related_name="school_terms")
    name = models.CharField(max_length=60, help_text=_("Autumn term 2026, first half"))
    first_day = models.DateField()
    last_day = models.DateField()
    example = models.BooleanField(
        _("is an example"), default=False, help_text=_("To be confirmed by {council}. Readers see a mark.")
    )

    panels = [
        FieldPanel("name"),
        FieldRowPanel([FieldPanel("first_day"), FieldPanel("last_day")]),
        FieldPanel("example"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("school term")

    def __str__(self):
        return self.name

    def clean(self) -> None:
        super().clean()
        if self.first_day and self.last_day and self.first_day > self.last_day:
            raise ValidationError({"last_day": _("The last day must not be before the first.")})
