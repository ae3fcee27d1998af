from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.search import index

from pages.content.blocks import BodyBlock
from pages.core.base_page import BasePage
from pages.core.panels import RowsIfAsked
from pages.core.stream_field import StreamField


class InformationPage(BasePage):
    """Something about the offer itself: urgent help, privacy, complaints."""

    template = "content/information_page.html"
    parent_page_types = ["pages.HomePage"]
    subpage_types: list[str] = []

    body = StreamField(BodyBlock())

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
    search_fields = [*BasePage.search_fields, index.SearchField("body")]

    has_contents = True

    class Meta:
        verbose_name = _("information page")
