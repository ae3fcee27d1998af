from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable

from pages.core.vocabulary import Answer, Arrangement
from pages.core.written import Written


class Eligibility(Written, Orderable):
    """Whether families in one arrangement can get a support, and why, in plain words."""

    page = ParentalKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="eligibility")
    arrangement = models.CharField(max_length=40, choices=Arrangement)
    answer = models.CharField(max_length=10, choices=Answer)
    reason = models.CharField(max_length=200, help_text=_("A full sentence. For a no, say what they can have instead."))

    panels = [FieldRowPanel([FieldPanel("arrangement"), FieldPanel("answer")]), FieldPanel("reason")]

    class Meta(Orderable.Meta):
        constraints = [models.UniqueConstraint(fields=["page", "arrangement"], name="arrangement_once_a_page")]

    def __str__(self):
        return f"{self.get_arrangement_display()}: {self.get_answer_display()}"
