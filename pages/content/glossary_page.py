from itertools import groupby

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from pages.content.blocks import BodyBlock
from pages.core.base_page import BasePage
from pages.core.stream_field import StreamField

from .glossary_term import GlossaryTerm


class GlossaryPage(BasePage):
    """Every word of the glossary, by its first letter."""

    template = "content/glossary_page.html"
    parent_page_types = ["pages.HomePage"]
    subpage_types: list[str] = []
    max_count_per_parent = 1

    body = StreamField(BodyBlock(), blank=True)

    content_panels = [*BasePage.content_panels, FieldPanel("body")]

    class Meta:
        verbose_name = _("glossary page")

    def terms_by_letter(self) -> list[tuple[str, list[GlossaryTerm]]]:
        """Pairs of a capital letter and its terms."""
        terms = sorted(GlossaryTerm.objects.all(), key=lambda term: term.term.casefold())
        return [(letter, list(group)) for letter, group in groupby(terms, lambda term: term.term[0].upper())]
