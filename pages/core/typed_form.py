from typing import Any

from django import forms
from django.core.validators import ProhibitNullCharactersValidator
from django.http import QueryDict
from django.utils.translation import gettext as _

from . import typed


class TypedForm(forms.Form):
    """A form that people type into. What nobody sees is taken out of all that was sent before anything reads it.

    A password is left as it was typed; one with a sign in it that can't be stored is refused, and its field named.
    """

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        passwords = [name for name, field in self.fields.items() if isinstance(field.widget, forms.PasswordInput)]
        for name in passwords:
            _name_field(self.fields[name])
        if self.is_bound:
            kept = typed.kept(self.data, untouched=tuple(map(self.add_prefix, passwords)))
            self._read_email_signs(kept)
            self.data = kept

    def _read_email_signs(self, kept: QueryDict) -> None:
        """A wide @ or full stop is one too."""
        for name in [name for name, field in self.fields.items() if isinstance(field, forms.EmailField)]:
            if isinstance(sent := kept.get(self.add_prefix(name)), str):
                kept[self.add_prefix(name)] = typed.with_digits(sent)


def _name_field(field: forms.Field) -> None:
    others = [check for check in field.validators if not isinstance(check, ProhibitNullCharactersValidator)]
    said = _("“%(label)s” holds a sign that nobody can see. Type it again.") % {"label": field.label}
    field.validators = [*others, ProhibitNullCharactersValidator(said)]
