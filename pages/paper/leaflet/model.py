import logging

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.csp import CSP
from django.utils.translation import gettext_lazy as _
from django.views.decorators.csp import csp_override
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.models import Orderable
from wagtail.search import index

from pages.content.blocks import BodyBlock
from pages.core.base_page import BasePage
from pages.core.lazy_text import LazyText
from pages.core.page_form import BasePageForm
from pages.core.panels import DrawnPanel
from pages.core.stream_field import StreamField
from pages.core.written import Written
from pages.paper.leaflet import draft
from pages.paper.leaflet.vocabulary import Panel, Shown
from pages.paper.model import LEAFLETS, Paper, PaperFormat, PaperQuerySet

logger = logging.getLogger(__name__)

WEB_PAGE = "web-page"
PREVIEW_POLICY: dict[str, list[str]] = {
    "default-src": [CSP.NONE],
    "style-src": [CSP.SELF, CSP.UNSAFE_INLINE],
    "img-src": [CSP.SELF, "data:"],
    "font-src": [CSP.SELF],
    "script-src": [CSP.SELF],
    "frame-ancestors": [CSP.SELF],
}


class LeafletForm(BasePageForm):
    """Refuses to publish a sheet whose words don't fit. A draft can always be saved."""

    def is_valid(self) -> bool:
        if not super().is_valid():
            return False
        if not self.is_deferred_validation:
            for problem in self._what_does_not_fit():
                self.add_error(None, problem)
        return not self.errors

    def _what_does_not_fit(self) -> list[str]:
        """Measures what the form holds. A measuring that fails is no reason to keep the officer from publishing."""
        try:
            entries = [form.instance for form in self.formsets["entries"].ordered_forms]
            return draft.check(self.instance, entries).problems
        except Exception:
            logger.exception("It could not be found out whether the leaflet fits.")
            return []


class LeafletPage(BasePage):
    """The offer on paper: shows the choices to readers, and holds what an officer chose for the sheet."""

    template = "paper/leaflet/leaflet_page.html"
    parent_page_types = ["pages.HomePage"]
    subpage_types: list[str] = []
    max_count_per_parent = 1
    reaches_far = True

    cover_title = models.CharField(max_length=60)
    cover_words = models.CharField(max_length=120, blank=True, help_text=_("One line under the title."))
    back_words = models.CharField(max_length=160, blank=True, help_text=_("One more line on the back, if you need it."))
    inside_heading = models.CharField(max_length=40, default=_("What help is there?"))
    body = StreamField(BodyBlock(), blank=True, help_text=_("For the web page only."))

    base_form_class = LeafletForm
    content_panels = [
        DrawnPanel("paper/leaflet/fit_panel.html", heading=_("Does it fit?")),
        *BasePage.content_panels,
        FieldPanel("body"),
        MultiFieldPanel(
            [
                FieldPanel("cover_title"),
                FieldPanel("cover_words"),
                FieldPanel("inside_heading"),
                FieldPanel("back_words"),
            ],
            heading=_("Words on the sheet"),
        ),
        InlinePanel(
            "entries",
            heading=_("What goes on which panel"),
            label=_("entry"),
            max_num=30,
            help_text=_("The words come from each page's own title, summary and steps: change them there."),
        ),
    ]
    search_fields = [*BasePage.search_fields, index.SearchField("body")]

    class Meta:
        verbose_name = _("leaflet page")

    @property
    def preview_modes(self) -> list[tuple[str, LazyText]]:
        """The paper forms first: they are what an officer shapes here."""
        return [*((form.value, form.label) for form in LEAFLETS), (WEB_PAGE, _("Web page"))]

    @property
    def default_preview_size(self) -> str:
        """Wide enough for the whole sheet."""
        return "desktop"

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        if mode_name not in LEAFLETS:
            return super().serve_preview(request, mode_name)
        return csp_override(PREVIEW_POLICY)(self._paper_preview)(request, PaperFormat(mode_name))

    def _paper_preview(self, request: HttpRequest, paper_format: PaperFormat) -> HttpResponse:
        return render(request, "paper/leaflet/preview.html", {"page": self, "format": paper_format})

    def papers(self) -> PaperQuerySet:
        """The printed forms that readers can fetch, without their bytes."""
        return Paper.objects.printed()


class LeafletEntry(Written, Orderable):
    """One page of the offer on one panel of the sheet."""

    leaflet = ParentalKey(LeafletPage, on_delete=models.CASCADE, related_name="entries")
    panel = models.CharField(max_length=20, choices=Panel)
    page = models.ForeignKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="leaflet_entries")
    show = models.CharField(max_length=20, choices=Shown, default=Shown.SUMMARY)
    amount = models.ForeignKey(
        "pages.DatedFact",
        verbose_name=_("dated fact"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("Printed under it, with the time it is right for."),
    )

    panels = [FieldRowPanel([FieldPanel("panel"), FieldPanel("show")]), FieldPanel("page"), FieldPanel("amount")]
