from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.snippets.blocks import SnippetChooserBlock

from .contact import ContactBlock


class LineBlock(blocks.StructBlock):
    """Why somebody rings, in their own words, and whom."""

    words = blocks.CharBlock(max_length=40, label=_("Why"), help_text=_("As they would say it: I can’t cope."))
    contact = SnippetChooserBlock("pages.Contact")

    class Meta:
        icon = "user"
        label = _("Line")


class NumbersBlock(blocks.StructBlock):
    """Whom to ring, as a list of numbers to press. Where a page begins with it, it stands before all else."""

    lines = blocks.ListBlock(LineBlock(), min_num=1, max_num=10, label=_("Whom to ring"))

    class Meta:
        icon = "mobile-alt"
        template = "blocks/numbers.html"
        label = _("Numbers to ring")
        description = _("A list of numbers to press, for a page that people open in a crisis: 999 first")

    def get_preview_value(self) -> blocks.StructValue:
        """A contact that is in no database, so that a preview needs none."""
        contact = ContactBlock().get_preview_value()["contact"]
        return self.normalize({"lines": [{"words": "I need advice", "contact": contact}]})
