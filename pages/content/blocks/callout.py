from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from .prose import PROSE


class CalloutBlock(blocks.StructBlock):
    """One thing the reader must not miss."""

    text = blocks.RichTextBlock(features=PROSE)

    class Meta:
        icon = "warning"
        template = "blocks/callout.html"
        label = _("Callout")
        description = _("One thing the reader must not miss")
        preview_value = {"text": "<p>Ask who will pay <b>before</b> you agree to anything.</p>"}
