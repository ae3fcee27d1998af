from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.models import Orderable
from wagtail.query import PageQuerySet
from wagtail.search import index

from pages.content.blocks import BodyBlock
from pages.core.base_page import BasePage
from pages.core.stream_field import StreamField
from pages.core.vocabulary import Voice
from pages.core.written import Written

NOT_SAID = "not-said"
WHO = [*Voice.choices, (NOT_SAID, _("People who did not say who they are"))]


class ConsultationReportPage(BasePage):
    """What families said when we asked them, and what we did about it: the report of section 22H(8)."""

    template = "heard/consultation_report_page.html"
    parent_page_types = ["pages.HaveYourSayPage"]
    subpage_types = ()

    asked_from = models.DateField(_("asked from"))
    asked_until = models.DateField(_("asked until"))
    how = models.CharField(
        _("how you asked"),
        max_length=300,
        help_text=_("One or two sentences: at a group, by post, on the phone. Say how children were asked."),
    )
    example_details = models.BooleanField(
        _("made up, as an example"),
        default=False,
        help_text=_("Readers see a mark. It does not count as a report, and the offer can’t open with it."),
    )
    body = StreamField(BodyBlock(), help_text=_("What people told you, good and bad. Never a name, or whose child."))

    content_panels = [
        *BasePage.content_panels,
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("asked_from"), FieldPanel("asked_until")]),
                FieldPanel("how"),
                FieldPanel("example_details"),
            ],
            heading=_("When and how you asked"),
        ),
        InlinePanel(
            "asked",
            heading=_("Who was asked"),
            label=_("group of people"),
            min_num=1,
            help_text=_("Who they are and how many took part. Only the number, never names."),
        ),
        FieldPanel("body", heading=_("What they said")),
        InlinePanel(
            "answers",
            heading=_("What changed"),
            label=_("thing they asked for"),
            help_text=_("Also what you did not do, and why not."),
        ),
    ]
    search_fields = [*BasePage.search_fields, index.SearchField("how"), index.SearchField("body")]

    has_contents = True
    paper_before = "paper/booklet/consultation_report.html"
    paper_after = "paper/booklet/consultation_answers.html"

    class Meta:
        verbose_name = _("consultation report")

    def clean(self) -> None:
        super().clean()
        if self.asked_from and self.asked_until and self.asked_until < self.asked_from:
            raise ValidationError({"asked_until": _("The last day must not be before the first.")})

    @classmethod
    def real(cls) -> PageQuerySet:
        """Those that count as reports of section 22H(8): published, and not made up as an example."""
        return cls.objects.live().public().filter(example_details=False)

    def how_many(self) -> int:
        """How many people took part in all."""
        return sum(row.number for row in self.asked.all())


class WhoWasAsked(Written, Orderable):
    """How many people of one kind took part."""

    page = ParentalKey(ConsultationReportPage, on_delete=models.CASCADE, related_name="asked")
    role = models.CharField(_("who they are"), max_length=20, choices=WHO)
    number = models.PositiveIntegerField(_("how many"), validators=[MinValueValidator(1)])

    panels = [FieldRowPanel([FieldPanel("role"), FieldPanel("number")])]

    class Meta(Orderable.Meta):
        constraints = [models.UniqueConstraint(fields=["page", "role"], name="role_once_a_report")]


class ReportAnswer(Written, Orderable):
    """One thing that people asked for, and what was done about it or why not."""

    page = ParentalKey(ConsultationReportPage, on_delete=models.CASCADE, related_name="answers")
    asked_for = models.CharField(_("what they asked for"), max_length=240)
    answer = models.CharField(_("what you did, or why not"), max_length=400)
    about = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("page that changed"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("The report also says in which version of the offer the page changed, once it is published."),
    )
    date = models.DateField(
        _("day it changed"), null=True, blank=True, help_text=_("Leave it empty if nothing changed yet.")
    )

    panels = [FieldPanel(name) for name in ("asked_for", "answer", "about", "date")]
