from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from .prose import PROSE


class AnswerBlock(blocks.StructBlock):
    """The council's answer to one question of the page."""

    question = blocks.CharBlock(
        max_length=50, label=_("Which question"), help_text=_("The question’s short name, as it stands beside it.")
    )
    text = blocks.RichTextBlock(features=PROSE, label=_("Answer"))

    class Meta:
        icon = "help"
        template = "blocks/answer.html"
        label = _("Answer")
        description = _("Your answer to a question that only you can answer")
        preview_value = {"question": "how-much", "text": "<p>We pay £150 a week from the day we agree.</p>"}
