from itertools import groupby

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.search import index

from pages.content.blocks import BodyBlock
from pages.content.contact import Contact
from pages.core.base_page import BasePage
from pages.core.lazy_text import LazyText
from pages.core.stream_field import StreamField
from pages.core.vocabulary import Provider


class ContactsPage(BasePage):
    """Everybody families can ring or write to, the Navigators first."""

    template = "content/contacts_page.html"
    parent_page_types = ["pages.HomePage"]
    subpage_types: list[str] = []
    max_count_per_parent = 1

    body = StreamField(BodyBlock(), blank=True)

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("body"),
        InlinePanel("contacts", heading=_("Contacts"), label=_("contact")),
    ]
    search_fields = [*BasePage.search_fields, index.SearchField("body")]

    class Meta:
        verbose_name = _("contacts page")

    def contacts_by_provider(self) -> list[tuple[LazyText, list[Contact]]]:
        """Pairs of a provider's name and its contacts, both in the order of this page."""
        contacts = self.page_contacts()
        firsts = list(dict.fromkeys(contact.provider for contact in contacts))
        ordered = sorted(contacts, key=lambda contact: firsts.index(contact.provider))
        return [(Provider(key).label, list(group)) for key, group in groupby(ordered, lambda c: c.provider)]
