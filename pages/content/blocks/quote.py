from django.utils.translation import gettext_lazy as _
from wagtail import blocks


class QuoteBlock(blocks.StructBlock):
    """Somebody's own words, and who said them by role, never by name."""

    text = blocks.TextBlock(max_length=300)
    source = blocks.CharBlock(max_length=120, help_text=_("Who said it, by role: a grandmother in the Thursday group."))

    class Meta:
        icon = "openquote"
        template = "blocks/quote.html"
        label = _("Quote")
        description = _("Somebody's own words")
        preview_value = {"text": "Nobody told me where to start.", "source": "A carer, in a survey"}
