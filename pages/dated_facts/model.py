import datetime

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.search import index

from pages.core.announce import SeenByReaders
from pages.core.panels import DrawnPanel
from pages.core.written import Written

from .named_in import named_in
from .row_on import row_on
from .value import FactValue


class DatedFact(index.Indexed, SeenByReaders, ClusterableModel):
    """A fact that changes with time: typed once, used by name wherever a page says it. Its rows say what holds when."""

    slug = models.SlugField(
        _("name"),
        unique=True,
        help_text=_("By this name texts and files use it: child-benefit-eldest. It can’t be changed once they do."),
    )
    label = models.CharField(max_length=100, help_text=_("What it is: Child Benefit for an only or eldest child."))
    note = models.CharField(max_length=200, blank=True, help_text=_("For tables: one short sentence beside it."))

    panels = [
        DrawnPanel("outside_links/panel.html"),
        DrawnPanel("core/used_in_panel.html", heading=_("Where it is used")),
        MultiFieldPanel(
            [FieldPanel("label"), FieldRowPanel([FieldPanel("slug"), FieldPanel("note")])], heading=_("What it is")
        ),
        InlinePanel(
            "rows",
            heading=_("What holds when"),
            label=_("row"),
            min_num=1,
            help_text=_("The day decides which row readers see. A new year is a new row: the old one stays."),
        ),
    ]

    search_fields = [
        index.SearchField("label", boost=2),
        index.AutocompleteField("label"),
        index.RelatedFields("rows", [index.SearchField("source"), index.SearchField("in_words")]),
    ]

    class Meta:
        ordering = ["label"]
        verbose_name = _("dated fact")
        verbose_name_plural = _("dated facts")

    def __str__(self):
        return self.label

    def clean(self) -> None:
        super().clean()
        before = DatedFact.objects.filter(pk=self.pk).exclude(slug=self.slug).first() if self.pk else None
        if before and next(named_in(before.slug), None):
            raise ValidationError({"slug": _("Texts use it by this name. Change them first, or leave the name.")})

    def row_on(self, day: datetime.date) -> "FactRow | None":
        """The row that holds on `day`."""
        return row_on(self.rows.all(), day)


class FactRow(Written, FactValue):
    """What a fact is, for a time; who says so, and who has checked it."""

    fact = ParentalKey(DatedFact, on_delete=models.CASCADE, related_name="rows")
    checked_by = models.CharField(
        max_length=80, blank=True, help_text=_("The team or job title that looked it up. Never a person’s name.")
    )
    checked_on = models.DateField(null=True, blank=True, help_text=_("The day it was looked up."))
    example = models.BooleanField(
        _("is an example"),
        default=False,
        help_text=_("It is made up, to be confirmed by {council}. Readers see a mark."),
    )

    panels = [
        FieldRowPanel([FieldPanel("bound"), FieldPanel("amount"), FieldPanel("amount_to"), FieldPanel("per")]),
        FieldRowPanel([FieldPanel("in_words"), FieldPanel("period")]),
        FieldRowPanel([FieldPanel("valid_from"), FieldPanel("valid_until")]),
        FieldRowPanel([FieldPanel("source"), FieldPanel("source_url")]),
        FieldRowPanel([FieldPanel("checked_by"), FieldPanel("checked_on"), FieldPanel("example")]),
    ]

    class Meta:
        ordering = ["valid_from"]
        verbose_name = _("row")
        constraints = [models.UniqueConstraint(fields=["fact", "valid_from"], name="one_row_of_a_fact_from_a_day")]

    def __str__(self):
        return self.words

    def clean(self) -> None:
        super().clean()
        if self.checked_on and not self.checked_by:
            raise ValidationError({"checked_by": _("Say who looked it up, by team or job title.")})
