from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from .prose import LONG_PROSE


class TextBlock(blocks.StructBlock):
    """Running text with headings and lists."""

    text = blocks.RichTextBlock(features=LONG_PROSE)

    class Meta:
        icon = "pilcrow"
        template = "blocks/text.html"
        label = _("Text")
        description = _("Paragraphs, headings and lists")
        preview_value = {
            "text": "<h2>Before you say yes</h2><p>Ask who will pay. You can take a day to think.</p>"
            "<ul><li>Ask for it in writing.</li><li>Ring {a navigator}.</li></ul>"
        }
