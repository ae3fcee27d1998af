from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.models import Orderable

from pages.core.announce import SeenByReaders
from pages.core.written import Written

# What the lists of the Act and of the guidance are called; those stand in code.
OF_THE_CODE = ("act", "guidance")


class Checklist(SeenByReaders, ClusterableModel):
    """What somebody besides the law asks of the offer, point by point: a charity's tests, or what scrutiny asked for.

    A national layer brings lists, and a council has its own. What the council does about each point is a `Standing`.
    """

    slug = models.SlugField(unique=True, help_text=_("A short name for links and files: good-offer."))
    title = models.CharField(max_length=120, help_text=_("As readers meet it: What makes a good offer."))
    introduction = models.CharField(
        max_length=400, blank=True, help_text=_("One or two plain sentences: who asks for this, and when they did.")
    )
    source_name = models.CharField(max_length=160, help_text=_("The body and its paper: who says so."))
    source_url = models.URLField(_("address"), blank=True, help_text=_("Where anybody can read it."))

    panels = [
        MultiFieldPanel([FieldPanel("title"), FieldPanel("introduction")], heading=_("What it is")),
        FieldRowPanel([FieldPanel("source_name"), FieldPanel("source_url")], heading=_("Whose it is")),
        InlinePanel("items", heading=_("Points"), label=_("point"), min_num=1, max_num=40),
        FieldPanel("slug"),
    ]

    class Meta:
        ordering = ["slug"]

    def __str__(self):
        return self.title

    def clean(self) -> None:
        super().clean()
        if self.slug in OF_THE_CODE:
            raise ValidationError({"slug": _("The law and the guidance have this name. Choose another.")})


class ChecklistItem(Written, Orderable):
    """One point of a checklist."""

    checklist = ParentalKey(Checklist, on_delete=models.CASCADE, related_name="items")
    key = models.SlugField(help_text=_("A short name, by which what you do about it finds it: dated."))
    label = models.CharField(max_length=120, help_text=_("What it is, for officers: A manager is named."))
    plain = models.CharField(max_length=160, help_text=_("What you must do, as families would say it."))
    reference = models.CharField(max_length=120, blank=True, help_text=_("Where it stands in the paper, if you know."))

    panels = [
        FieldRowPanel([FieldPanel("label"), FieldPanel("key")]),
        FieldPanel("plain"),
        FieldPanel("reference"),
    ]

    class Meta(Orderable.Meta):
        constraints = [models.UniqueConstraint(fields=["checklist", "key"], name="item_once_a_checklist")]

    def __str__(self):
        return self.label
