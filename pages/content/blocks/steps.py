from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from .prose import PROSE


class StepBlock(blocks.StructBlock):
    """One thing to do: a short start that also works alone on paper, and more if it is needed."""

    lead = blocks.CharBlock(max_length=80, help_text=_("A short sentence that works alone: Ask for it in writing."))
    text = blocks.RichTextBlock(features=PROSE, required=False)

    class Meta:
        icon = "list-ol"
        label = _("Step")
        template = "blocks/step.html"
        preview_value = {"lead": "Ring {a navigator}.", "text": "<p>Tell them what worries you.</p>"}


class StepsBlock(blocks.StructBlock):
    """Things to do, in order."""

    heading = blocks.CharBlock(max_length=80, required=False)
    steps = blocks.ListBlock(StepBlock(), min_num=2, max_num=8)
    whole_on_sheet = blocks.BooleanBlock(
        required=False,
        help_text=_("The page’s one sheet has all steps with their texts: for a school, a GP or an employer to keep."),
    )

    class Meta:
        icon = "list-ol"
        template = "blocks/steps.html"
        label = _("Steps")
        description = _("Things to do, in order")
        preview_value = {
            "heading": "What to do first",
            "steps": [
                {"lead": "Ring {a navigator}.", "text": "<p>Tell them what worries you.</p>"},
                {"lead": "Tell the school.", "text": "<p>They can help from the first day.</p>"},
            ],
        }
