from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks import StreamValue

from pages.core.stream_field import StreamField

from .letter import Blank

MOST_BLANKS = 14
KEY = r"^[a-z][a-z0-9-]*$"


class BlankBlock(blocks.StructBlock):
    """One thing that only the carer knows: a place to type it, and a line to write on where she does not."""

    key = blocks.RegexBlock(
        KEY,
        max_length=30,
        label=_("Short name"),
        help_text=_(
            "Small letters and hyphens. In the letter it stands in square brackets: [child]. Telephones fill in "
            "my-name, my-phone, my-address and my-born by themselves."
        ),
        error_messages={"invalid": _("Use small letters, digits and hyphens only, and begin with a letter.")},
    )
    label = blocks.CharBlock(max_length=60, help_text=_("What to type, in the carer’s words: The child’s name."))
    help = blocks.CharBlock(max_length=160, required=False, help_text=_("An example, or where to find it."))
    needed = blocks.BooleanBlock(
        required=False,
        help_text=_("The letter does not work without it. Left empty, the carer is told to write it in."),
    )
    several_lines = blocks.BooleanBlock(required=False, help_text=_("Room for an address or a few sentences."))

    class Meta:
        icon = "edit"
        label = _("Blank")


class BlanksBlock(blocks.StreamBlock):
    """The blanks of one letter, each with a name of its own."""

    blank = BlankBlock()

    def clean(self, value: StreamValue) -> StreamValue:
        cleaned = super().clean(value)
        keys = [child.value["key"] for child in cleaned]
        if doubles := sorted({key for key in keys if keys.count(key) > 1}):
            words = _("Each blank needs a short name of its own; there twice: %(keys)s.") % {"keys": ", ".join(doubles)}
            raise blocks.StreamBlockValidationError(non_block_errors=[ValidationError(words)])
        return cleaned


def blanks_field() -> StreamField:
    return StreamField(
        BlanksBlock(), max_num=MOST_BLANKS, verbose_name=_("blanks"), help_text=_("In the form’s order.")
    )


def blanks_of(stream: StreamValue) -> list[Blank]:
    rows = [block.value for block in stream or [] if block.block_type == "blank"]
    return [
        Blank(row["key"], row["label"], row["help"] or "", bool(row["needed"]), bool(row["several_lines"]))
        for row in rows
    ]
