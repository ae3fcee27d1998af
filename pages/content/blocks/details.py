from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from .prose import PROSE


class DetailsBlock(blocks.StructBlock):
    """Something only some readers need, folded away until they ask for it. On paper it is open."""

    title = blocks.CharBlock(max_length=100)
    text = blocks.RichTextBlock(features=PROSE)

    class Meta:
        icon = "collapse-down"
        template = "blocks/details.html"
        label = _("Details")
        description = _("Something only some readers need, folded away")
        preview_value = {"title": "What is a means test?", "text": "<p>We look at how much money you have.</p>"}
