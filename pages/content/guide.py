from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.search import index

from pages.content.blocks import BodyBlock
from pages.core.base_page import BasePage
from pages.core.panels import RowsIfAsked
from pages.core.stream_field import StreamField


class GuidePage(BasePage):
    """Something to understand."""

    template = "content/guide_page.html"
    parent_page_types = ["pages.SectionPage"]
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
    belonging_panels = [
        InlinePanel("also_in", heading=_("Other sections it belongs to"), label=_("section"), max_num=3),
        *BasePage.belonging_panels,
    ]
    search_fields = [*BasePage.search_fields, index.SearchField("body")]

    can_be_listed = True
    has_contents = True

    class Meta:
        verbose_name = _("guide")
