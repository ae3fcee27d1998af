from collections.abc import Sequence
from typing import Any

from django.db import models
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _
from django.views.decorators.vary import vary_on_headers
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page
from wagtail.search import index

from pages.content.blocks import BodyBlock
from pages.content.by_need import Need, NeedBlock, sorted_by_need
from pages.core.base_page import BasePage
from pages.core.htmx import HtmxRequest, template_or_partial
from pages.core.open_pages import open_pages
from pages.core.stream_field import StreamField
from pages.core.vocabulary import Audience


class Icon(models.TextChoices):
    """The drawings a section can have; each is a file in templates/icons/."""

    LAMP_HOUSE = "lamp-house", _("House with a light")
    PEOPLE = "people", _("People")
    WALLET = "wallet", _("Wallet")
    HOME = "home", _("Home")
    CAP = "cap", _("School cap")
    HEART_PULSE = "heart-pulse", _("Heart")
    FEELINGS = "feelings", _("Smile in a bubble")
    FAMILY = "family", _("Family")
    SCALES = "scales", _("Scales")
    STAR = "star", _("Star")


@method_decorator(vary_on_headers("HX-Target"), name="serve")
class SectionPage(BasePage):
    """One part of the offer, such as money or school: lists the pages in it."""

    template = "content/section_page.html"
    parent_page_types = ["pages.HomePage"]

    icon = models.CharField(max_length=20, choices=Icon, default=Icon.LAMP_HOUSE)
    audience = models.CharField(
        max_length=20,
        choices=Audience,
        default=Audience.EVERYONE,
        help_text=_("Whom the section and all its pages speak to. Pages for young people look and sound softer."),
    )
    body = StreamField(BodyBlock(), blank=True, help_text=_("What to know before the list. Usually a short text."))

    needs_met = StreamField(
        [("need", NeedBlock())],
        blank=True,
        max_num=8,
        verbose_name=_("its pages by need"),
        help_text=_("For a section of more than eight pages. A page that stands under no need comes last."),
    )

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("icon"),
        FieldPanel("audience"),
        FieldPanel("body"),
        FieldPanel("needs_met"),
    ]
    search_fields = [*BasePage.search_fields, index.SearchField("body")]

    def get_template(self, request: HtmxRequest, *args: Any, **kwargs: Any) -> str:
        return template_or_partial(request, super().get_template(request, *args, **kwargs), "meetings")

    def entries(self) -> list[Page]:
        """The section's own pages in order, then those of other sections that belong here too."""
        pages = open_pages().values()
        own = [page for page in pages if page.path.startswith(self.path) and page.depth == self.depth + 1]
        guests = [page for page in pages if any(row.section_id == self.pk for row in page.also_in.all())]
        return [*own, *(page for page in guests if page not in own)]

    def related_pages(self) -> list[Page]:
        """Those that the list of the section has not shown already."""
        shown = {page.pk for page in self.entries()}
        return [page for page in super().related_pages() if page.pk not in shown]

    def by_need(self) -> list[Need]:
        """The entries by what families need; nothing where an editor has not sorted them."""
        return sorted_by_need(self.needs_met, self.entries()) if self.needs_met else []


def titles_of_sections(pages: Sequence[Page]) -> dict[int, str]:
    """For each of these pages, by its key, the title of the section among them that it is in; empty outside of all."""
    titles = {page.path: page.menu_title for page in pages if isinstance(page, SectionPage)}
    length = next((len(path) for path in titles), 0)
    return {page.pk: titles.get(page.path[:length], "") for page in pages}
