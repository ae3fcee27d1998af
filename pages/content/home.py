from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.models import Orderable, Page
from wagtail.search import index
from wagtail.url_routing import RouteResult

from pages.content.blocks import BodyBlock
from pages.core.base_page import BasePage
from pages.core.inline import finished
from pages.core.open_pages import open_pages
from pages.core.stream_field import StreamField
from pages.core.written import Written

from .section import SectionPage


class HomePage(BasePage):
    """The first page: a person to ring, a way to find things, and the sections."""

    template = "content/home_page.html"
    parent_page_types = ["wagtailcore.Page"]
    max_count_per_parent = 1

    HERE_ROWS = (*BasePage.HERE_ROWS, "news")

    start_page = models.ForeignKey(
        "wagtailcore.Page",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("What to read when a child has just come: linked at the top of the first page."),
    )
    quick_searches = models.CharField(
        max_length=200, blank=True, help_text=_("Searches to offer under the search box, with commas between them.")
    )
    body = StreamField(BodyBlock(), blank=True)

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("start_page"),
        FieldPanel("quick_searches"),
        FieldPanel("body"),
    ]
    here_panels = [*BasePage.here_panels, InlinePanel("news", heading=_("What is new"), label=_("news"), max_num=5)]
    search_fields = [*BasePage.search_fields, index.SearchField("body")]

    def sections(self) -> list[SectionPage]:
        """The sections of the offer, in order."""
        return [page for page in open_pages().values() if isinstance(page, SectionPage) and page.is_child_of(self)]

    def first_read(self) -> Page | None:
        """The page to read when a child has just come, while readers can open it."""
        return open_pages().get(self.start_page_id)

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """Goes to an open page in one query, however deep it is; Wagtail takes two for each level."""
        url_path = f"{self.url_path}{'/'.join(path_components)}/"
        known = next((page for page in open_pages().values() if page.url_path == url_path), None)
        if path_components and known:
            page = type(known).objects.filter(pk=known.pk, url_path=url_path).first()
            if page:
                return page.route(request, [])
        return super().route(request, path_components)

    def searches(self) -> list[str]:
        return [words.strip() for words in finished(self.quick_searches).split(",") if words.strip()]

    def latest_news(self) -> models.QuerySet["News"]:
        return self.news.filter(page__live=True).select_related("page").order_by("-date")


class News(Written, Orderable):
    """One change worth telling carers who come back."""

    home = ParentalKey(HomePage, on_delete=models.CASCADE, related_name="news")
    date = models.DateField(default=timezone.localdate)
    text = models.CharField(max_length=160, help_text=_("One short sentence."))
    page = models.ForeignKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="+")

    panels = [FieldPanel("date"), FieldPanel("text"), FieldPanel("page")]
