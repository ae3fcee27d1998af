import unicodedata
from collections.abc import Iterable
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _

from pages.core.typed_form import TypedForm

from .letter import Blank

LONGEST_LINE, LONGEST_TEXT = 120, 1000
UNSEEN = {"Cc", "Cf", "Cs"}  # what steers a text, and has no shape
JOINERS = "\u200c\u200d"
# What a telephone knows of its owner, by the blank's short name. Of the child it shall remember nothing.
OF_THE_OWNER = {"my-name": "name", "my-phone": "tel", "my-address": "street-address", "my-born": "bday"}


class BlankField(forms.CharField):
    """What is typed into a blank. Signs that no paper can show are left out; nothing has to be typed."""

    def to_python(self, value: Any) -> str:
        text = (super().to_python(value) or "").replace("\r\n", "\n").replace("\r", "\n")
        is_text = isinstance(self.widget, forms.Textarea)
        kept = (
            char if unicodedata.category(char) not in UNSEEN or char in JOINERS else _gap(char, is_text)
            for char in text
        )
        return "".join(kept).strip()


class LetterForm(TypedForm):
    """The blanks of a letter. What is typed is printed, and kept nowhere."""

    def __init__(self, blanks: Iterable[Blank], data: QueryDict | None = None):
        super().__init__(data, label_suffix="", auto_id="blank-%s")
        for blank in blanks:
            self.fields[blank.key] = _field(blank)

    @property
    def typed(self) -> dict[str, str]:
        """What was typed, as far as it was right."""
        return {name: self.cleaned_data.get(name, "") for name in self.fields}

    def say_unprintable(self, words: list[str], message: str) -> None:
        """Names the words that can't be printed at the blanks that they were typed in."""
        names = [name for name, typed in self.typed.items() if any(word in typed for word in words)]
        for name in names:
            self.add_error(name, message)
        if not names:
            self.add_error(None, message)


def _field(blank: Blank) -> BlankField:
    most = LONGEST_TEXT if blank.has_several_lines else LONGEST_LINE
    attributes = {"dir": "auto", "autocomplete": OF_THE_OWNER.get(blank.key, "off")}
    if attributes["autocomplete"] == "tel":
        attributes["inputmode"] = "tel"
    widget = (
        forms.Textarea(attrs={"rows": 3, **attributes})
        if blank.has_several_lines
        else forms.TextInput(attrs=attributes)
    )
    too_long = _("“%(label)s” is too long: %(most)s letters at most.") % {"label": blank.label, "most": most}
    return BlankField(
        label=blank.label,
        help_text=blank.help,
        max_length=most,
        required=False,
        widget=widget,
        error_messages={"max_length": too_long},
    )


def _gap(char: str, is_text: bool) -> str:
    if char == "\n" and is_text:
        return char
    return " " if char.isspace() else ""
