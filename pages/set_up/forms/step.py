"""What the forms of all steps have in common: they begin with what is kept, and keep what is typed."""

from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.forms.utils import ErrorDict
from django.utils.datastructures import MultiValueDict

from pages.core.typed_form import TypedForm
from pages.core.written import refuse_unknown_words
from pages.council.model import CouncilSettings
from pages.set_up.council import council_settings
from pages.set_up.model import SetUp

type Files = MultiValueDict[str, Any]


def field_of(model: type[models.Model], name: str, missing: Any = "", **options: Any) -> forms.Field:
    """A field as the model has it. `missing` is what to say when it is left empty; without it, it may be."""
    options |= {"required": bool(missing)}
    if missing:
        options["error_messages"] = {"required": missing}
    field: Any = model._meta.get_field(name)
    made = field.formfield(**options)
    # A model's own validators are left to its full_clean, which would name fields of the model, not of the form.
    known = {type(validator) for validator in made.validators}
    made.validators += [validator for validator in field.validators if type(validator) not in known]
    if isinstance(made, forms.CharField):
        made.validators.append(refuse_unknown_words)
    return made


class RowForm(TypedForm):
    """One row of a list. A row that is left empty, or is emptied, counts as none."""

    needed: ClassVar[dict[str, Any]] = {}

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.label_suffix = ""

    def is_blank(self) -> bool:
        return not any(self.data.get(self.add_prefix(name), "").strip() for name in self.needed)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not self.is_blank():
            for name, words in self.needed.items():
                if not cleaned.get(name) and name not in self.errors:
                    self.add_error(name, words)
        return cleaned


class StepForm(TypedForm):
    """One step. Its fields called as those of the council's settings are kept there; `save` does the rest."""

    own: ClassVar[tuple[str, ...]] = ()
    council_words: ClassVar[
        tuple[str, ...]
    ] = ()  # more of them, drawn one after another: what texts call the council by
    lists: ClassVar[dict[str, type[forms.BaseFormSet]]] = {}

    def __init__(self, data: Any = None, files: Files | None = None, *, set_up: SetUp):
        self.set_up, self.council = set_up, council_settings()
        super().__init__(data, files, initial=self.kept())
        self.label_suffix = ""
        self.fields |= {name: field_of(CouncilSettings, name) for name in self.names_of_words()}
        self.rows = {
            name: kind(data, prefix=name, initial=None if data is not None else self.kept_rows(name))
            for name, kind in self.lists.items()
        }

    def kept(self) -> dict[str, Any]:
        """What was typed before, or is known otherwise."""
        return {name: getattr(self.council, name) for name in self.all_own()}

    @classmethod
    def names_of_words(cls) -> list[str]:
        """Of `council_words` those that the council's settings have."""
        known = {field.name for field in CouncilSettings._meta.fields}
        return [name for name in cls.council_words if name in known]

    def all_own(self) -> list[str]:
        return [*self.own, *self.names_of_words()]

    def words(self) -> list[forms.BoundField]:
        return [self[name] for name in self.names_of_words()]

    def kept_rows(self, name: str) -> list[dict[str, Any]]:
        return []

    def typed_rows(self, name: str) -> list[dict[str, Any]]:
        return [row.cleaned_data for row in self.rows[name] if not row.is_blank()]

    def is_valid(self) -> bool:
        return all([super().is_valid(), *(rows.is_valid() for rows in self.rows.values())])

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        for name in self.all_own():
            if name in cleaned:
                setattr(self.council, name, cleaned[name])
        try:
            others = [field.name for field in CouncilSettings._meta.fields if field.name not in self.all_own()]
            self.council.full_clean(exclude=[*others, *self.errors], validate_unique=False)
        except ValidationError as error:
            for name, words in error.message_dict.items():
                if name not in self.errors:
                    self.add_error(name if name in self.fields else None, words)
        return cleaned

    def required_names(self) -> list[str]:
        """The fields that must be filled in, and are not."""
        return [name for name, field in self.fields.items() if field.required and not self[name].value()]

    def all_errors(self) -> list[tuple[str, str]]:
        """Every error with the id of its field, in the order of the screen; those of no field have none."""
        found = [("", str(words)) for words in self.non_field_errors()]
        for form in [self, *(row for rows in self.rows.values() for row in rows)]:
            found += [(field.auto_id, str(words)) for field in form for words in field.errors]
        return found

    def errors_by_name(self) -> dict[str, ErrorDict]:
        """The errors of the form itself and of each row, for whoever typed them into a command."""
        rows = {f"{name} {number}": row for name, rows in self.rows.items() for number, row in enumerate(rows, start=1)}
        return {name: form.errors for name, form in {"": self, **rows}.items() if form.errors}

    @transaction.atomic
    def save(self) -> None:
        self.fill_council()
        self.council.save()
        self.save_the_rest()

    def fill_council(self) -> None:
        """What the council's settings choose among other things, as a contact."""

    def save_the_rest(self) -> None:
        """What has its place elsewhere than in the council's settings."""
