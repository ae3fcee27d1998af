from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.search import index

from pages.content.blocks import BodyBlock
from pages.core.base_page import BasePage
from pages.core.panels import RowsIfAsked
from pages.core.stream_field import StreamField
from pages.core.vocabulary import Arrangement

from .for_whom import FOR_WHOM_PANELS, ForWhom


class GuidePage(ForWhom, BasePage):
    """Something to understand."""

    template = "content/guide_page.html"
    parent_page_types = ["pages.SectionPage"]
    subpage_types: list[str] = []

    body = StreamField(BodyBlock())
    age_from = models.PositiveSmallIntegerField(
        _("child's age from"), null=True, blank=True, validators=[MaxValueValidator(25)]
    )
    age_to = models.PositiveSmallIntegerField(
        _("child's age to"), null=True, blank=True, validators=[MaxValueValidator(25)]
    )

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("body"),
        InlinePanel("contacts", heading=_("Who can help"), label=_("contact"), max_num=8),
        InlinePanel("policies", heading=_("Policies it names"), label=_("policy"), max_num=8),
    ]
    here_panels = [
        *BasePage.here_panels,
        RowsIfAsked("here_contacts", heading=_("Contacts here"), label=_("contact"), max_num=8),
        RowsIfAsked("here_policies", heading=_("Policies here"), label=_("policy"), max_num=8),
    ]
    belonging_panels = [
        InlinePanel("needs", heading=_("What it helps with"), label=_("topic"), max_num=6),
        MultiFieldPanel(
            [
                InlinePanel("only_arrangements", label=_("kind of kinship care"), max_num=len(Arrangement)),
                FieldRowPanel([FieldPanel("age_from"), FieldPanel("age_to")]),
            ],
            heading=_("Only for some kinds of kinship care, or some ages"),
            help_text=_("Leave all of it empty where every family may want to read it."),
        ),
        FOR_WHOM_PANELS,
        InlinePanel("also_in", heading=_("Other sections it belongs to"), label=_("section"), max_num=3),
        *BasePage.belonging_panels,
    ]
    search_fields = [*BasePage.search_fields, index.SearchField("body")]

    can_be_listed = True
    has_contents = True

    class Meta:
        verbose_name = _("guide")

    def clean(self) -> None:
        super().clean()
        if self.age_from is not None and self.age_to is not None and self.age_from > self.age_to:
            raise ValidationError({"age_to": _("The oldest age must not be below the youngest.")})
