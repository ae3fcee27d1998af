from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.snippets.blocks import SnippetChooserBlock

from pages.content.contact import Contact


class ContactBlock(blocks.StructBlock):
    """One of the reusable contacts, as a card."""

    contact = SnippetChooserBlock("pages.Contact")

    class Meta:
        icon = "user"
        template = "blocks/contact.html"
        label = _("Contact")
        description = _("One of the reusable contacts, as a card")

    def get_preview_value(self) -> blocks.StructValue:
        """A contact that is in no database, so that a preview needs none."""
        contact = Contact(
            name="Family Rights Group",
            purpose="Advice when children's services are involved.",
            phone="01632 960 456",
            hours="Monday to Friday, 9am to 5pm",
            example=True,
        )
        return self._to_struct_value({"contact": contact})
