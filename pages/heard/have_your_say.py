from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.models import Orderable, Page
from wagtail.search import index

from pages.content.blocks import BodyBlock
from pages.core.base_page import BasePage
from pages.core.open_pages import open_pages
from pages.core.panels import RowsIfAsked
from pages.core.stream_field import StreamField
from pages.core.written import Written

from .consultation_report import ConsultationReportPage


class HaveYourSayPage(BasePage):
    """Where families say what they think of the offer, and see what became of what was said before."""

    template = "heard/have_your_say_page.html"
    parent_page_types = ["pages.HomePage"]
    subpage_types = ["pages.ConsultationReportPage"]
    max_count_per_parent = 1

    HERE_ROWS = (*BasePage.HERE_ROWS, "you_said")

    body = StreamField(BodyBlock(), help_text=_("How people can tell you, and when you ask. Who may take part."))

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("body"),
        InlinePanel("contacts", heading=_("Who can help"), label=_("contact"), max_num=8),
        InlinePanel("policies", heading=_("Policies it names"), label=_("policy"), max_num=8),
    ]
    here_panels = [
        *BasePage.here_panels,
        InlinePanel(
            "you_said",
            heading=_("You said, we did"),
            label=_("entry"),
            help_text=_("What somebody asked for, and what came of it. It also stands on the page it is about."),
        ),
        RowsIfAsked("here_contacts", heading=_("Contacts here"), label=_("contact"), max_num=8),
        RowsIfAsked("here_policies", heading=_("Policies here"), label=_("policy"), max_num=8),
    ]
    search_fields = [*BasePage.search_fields, index.SearchField("body")]

    has_contents = True
    paper_after = "paper/booklet/have_your_say.html"

    class Meta:
        verbose_name = _("have your say page")

    def reports(self) -> list[ConsultationReportPage]:
        """The consultation reports that readers can open, the newest first."""
        reports = [page for page in open_pages().values() if isinstance(page, ConsultationReportPage)]
        own = [page for page in reports if page.is_child_of(self)]
        return sorted(own, key=lambda page: page.asked_until, reverse=True)

    def answers(self) -> list[tuple["YouSaid", Page | None]]:
        """“You said, we did”, the newest first, each with the page it is about while readers can open that."""
        rows = sorted(self.you_said.all(), key=lambda row: row.date, reverse=True)
        return [(row, open_pages().get(row.about_id)) for row in rows]


class YouSaid(Written, Orderable):
    """One thing that was asked for, and what came of it."""

    page = ParentalKey(HaveYourSayPage, on_delete=models.CASCADE, related_name="you_said")
    date = models.DateField(help_text=_("The day you did it, or said why not."))
    who = models.CharField(
        _("who said it"), max_length=80, help_text=_("A group, never a name: kinship carers at the Thursday group.")
    )
    said = models.CharField(_("you said"), max_length=240, help_text=_("What they asked for, in their words."))
    did = models.CharField(_("we did"), max_length=240, help_text=_("What you changed, or why you could not."))
    about = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("page it is about"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    panels = [FieldPanel(name) for name in ("date", "who", "said", "did", "about")]
