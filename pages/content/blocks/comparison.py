"""Questions that families ask, and what the answer is in each kind of arrangement."""

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from pages.core.vocabulary import Arrangement

COMPARED = [kind for kind in Arrangement if kind is not Arrangement.NOT_SURE]


def field_of(kind: Arrangement) -> str:
    """The name of the field with the answer for one kind."""
    return kind.value.replace("-", "_")


def _answer(kind: Arrangement) -> blocks.CharBlock:
    help_text = "" if kind is COMPARED[0] else _("Leave it empty if it is the same as for the arrangement before it.")
    return blocks.CharBlock(max_length=160, required=False, label=kind.label, help_text=help_text)


class Cell(NamedTuple):
    """One answer: the names of the kinds that share it, over how many columns, how it begins, and the rest."""

    kinds: list[str]
    columns: int
    lead: str
    rest: str


class ComparisonValue(blocks.StructValue):
    """The table as it is read. Neighbours that share every answer share a column, and a shared answer is said once."""

    def columns(self) -> list[list[str]]:
        """The names of the kinds at the head of each column."""
        return [[_short_name(kind) for kind in column] for column in self._columns()]

    def lines(self) -> list[tuple[str, list[Cell]]]:
        """Each question with its answers."""
        return [(row["question"], self._cells(row)) for row in self["rows"]]

    def _cells(self, row: blocks.StructValue) -> list[Cell]:
        cells = []
        for columns in _together(self._columns(), lambda column: not row.get(field_of(column[0]))):
            kinds = [kind for column in columns for kind in column]
            lead, stop, rest = row[field_of(kinds[0])].partition(". ")
            cells.append(Cell([_short_name(kind) for kind in kinds], len(columns), lead + stop.strip(), rest))
        return cells

    def _columns(self) -> list[list[Arrangement]]:
        return _together(self._kinds(), lambda kind: not any(row.get(field_of(kind)) for row in self["rows"]))

    def _kinds(self) -> list[Arrangement]:
        return kinds_shown(self["kinds"])


class ComparedBlock(blocks.StructBlock):
    """One row: a question, and its short answer for each kind of arrangement."""

    question = blocks.CharBlock(max_length=80, help_text=_("As a carer asks it: Can we go on holiday abroad?"))

    def __init__(self, **kwargs: Any) -> None:
        super().__init__([(field_of(kind), _answer(kind)) for kind in COMPARED], **kwargs)

    class Meta:
        icon = "table"
        label = _("Row")


class ComparisonBlock(blocks.StructBlock):
    """A table of questions by kind of arrangement."""

    caption = blocks.CharBlock(max_length=120)
    kinds = blocks.ListBlock(
        blocks.ChoiceBlock(choices=[(kind.value, kind.label) for kind in COMPARED], label=_("Arrangement")),
        default=[],
        label=_("Only these arrangements"),
        help_text=_("Leave it empty to compare them all."),
    )
    rows = blocks.ListBlock(ComparedBlock(), min_num=1, max_num=15)

    class Meta:
        icon = "table"
        template = "blocks/comparison.html"
        label = _("Table by arrangement")
        description = _("Questions, with the answer for each kind of arrangement")
        value_class = ComparisonValue
        preview_value = {
            "caption": "What each arrangement lets you do",
            "kinds": [],
            "rows": [
                {
                    "question": "Can I take the child on holiday abroad?",
                    "informal": "Only with consent. Everyone with parental responsibility must agree in writing.",
                    "child_arrangements_order": "Yes, for less than one month.",
                    "special_guardianship_order": "Yes, for up to three months.",
                    "kinship_foster_care": "Not by yourself. The council must agree first.",
                    "adoption": "Yes.",
                },
            ],
        }

    def clean(self, value: blocks.StructValue) -> blocks.StructValue:
        cleaned = super().clean(value)
        kinds = kinds_shown(cleaned["kinds"])
        errors = {number: error for number, row in enumerate(cleaned["rows"]) if (error := _wrong(row, kinds))}
        if errors:
            rows = blocks.ListBlockValidationError(block_errors=errors)
            raise blocks.StructBlockValidationError(block_errors={"rows": rows})
        return cleaned


def kinds_shown(chosen: list[str]) -> list[Arrangement]:
    """The kinds that a table compares, in the order that all pages have them."""
    return [kind for kind in COMPARED if not chosen or kind.value in chosen]


def _wrong(row: blocks.StructValue, kinds: list[Arrangement]) -> blocks.StructBlockValidationError | None:
    errors = {
        field_of(kind): ValidationError(_("This arrangement is not in the table."))
        for kind in COMPARED
        if kind not in kinds and row.get(field_of(kind))
    }
    if not row.get(first := field_of(kinds[0])):
        errors[first] = ValidationError(_("Say it for the first arrangement of the table."))
    return blocks.StructBlockValidationError(block_errors=errors) if errors else None


def _together[T](things: Iterable[T], goes_on: Callable[[T], bool]) -> list[list[T]]:
    """Things in runs: each for which `goes_on` is true belongs to the one before it."""
    runs: list[list[T]] = []
    for thing in things:
        if runs and goes_on(thing):
            runs[-1].append(thing)
        else:
            runs.append([thing])
    return runs


def _short_name(kind: Arrangement) -> str:
    return str(kind.label).partition(":")[0]
