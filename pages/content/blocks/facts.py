from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.snippets.blocks import SnippetChooserBlock


class FactBlock(blocks.StructBlock):
    """One row: what it is, how much or when, and what to know about it."""

    label = blocks.CharBlock(max_length=100)
    value = blocks.CharBlock(
        max_length=160,
        required=False,
        help_text=_("What it is, in words. What changes with time is a dated fact: choose it below."),
    )
    amount = SnippetChooserBlock(
        "pages.DatedFact",
        required=False,
        label=_("Dated fact"),
        help_text=_("It is typed once and kept right in one place. The tax year comes with it."),
    )
    note = blocks.CharBlock(
        max_length=200, required=False, help_text=_("What to know about it, or when it was checked.")
    )

    class Meta:
        icon = "table"
        label = _("Row")
        template = "blocks/fact.html"
        preview_value = {"label": "Therapy", "value": "Up to £3,000 a year", "note": "2025-26"}

    def clean(self, value: blocks.StructValue) -> blocks.StructValue:
        cleaned = super().clean(value)
        if bool(cleaned["value"]) == bool(cleaned["amount"]):
            error = ValidationError(_("Type a value or choose an amount: one of the two."))
            raise blocks.StructBlockValidationError(block_errors={"value": error})
        return cleaned


class FactsBlock(blocks.StructBlock):
    """A table of amounts or facts."""

    caption = blocks.CharBlock(max_length=120)
    rows = blocks.ListBlock(FactBlock(), min_num=1, max_num=20)

    class Meta:
        icon = "table"
        template = "blocks/facts.html"
        label = _("Table of facts")
        description = _("Amounts or facts, side by side")
        preview_value = {
            "caption": "What the fund can pay",
            "rows": [
                {"label": "Therapy", "value": "Up to £3,000 a year", "note": "2025-26. Ask for this year's limit."}
            ],
        }
