"""Loads a council's own entries that name pages, when every page that they name is there."""

from django.db import models

from pages.consultation.model import Consultation
from pages.duties.items import items
from pages.duties.standing import Standing

from .example_answers import ANSWERS, load_answers, without_answers
from .item import Item, Problems, WrongError
from .load_registers import load_object
from .names import ABOUT_PAGES, NAMED_BY
from .records import Records, Report
from .references import References


def load_about_pages(files: dict[str, Item], references: References, records: Records, report: Report) -> None:
    """Makes or updates each entry; one that the files don't have stays, and is reported."""
    for name, model in ABOUT_PAGES.items():
        problems = Problems()
        loader = _Loader(name, model, references, records, report, problems)
        for item in files[name].of(list) if name in files else []:
            loader.load(item)
        problems.stop_if_any()
        report.not_in_pack += [f"{name}/{key}" for key in loader.there if key not in loader.lines]


class _Loader:
    """Loads the entries of one file. `lines` has the line of each name that was read."""

    def __init__(
        self,
        file: str,
        model: type[models.Model],
        references: References,
        records: Records,
        report: Report,
        problems: Problems,
    ):
        self.file, self.model, self.named_by = file, model, NAMED_BY[model]
        self.references, self.records, self.report, self.problems = references, records, report, problems
        self.there = {getattr(entry, self.named_by): entry for entry in model._default_manager.all()}
        self.lines: dict[str, int] = {}

    def load(self, item: Item) -> None:
        try:
            name = self._name(item)
        except WrongError as wrong:
            self.problems.add_wrong(item, self.named_by, wrong)
            return
        answers = item.of(dict).get(ANSWERS) if self.model is Consultation else None
        shown = without_answers(item) if self.model is Consultation else item
        key, tools = f"{self.file}/{name}", (self.references, self.records, self.report, self.problems)
        saved = load_object(key, self.there.get(name), self.model(), shown, *tools)
        if saved is not None and self.model is Consultation:
            load_answers(key, Consultation.objects.get(pk=saved), answers, *tools)

    def _name(self, item: Item) -> str:
        """What the entry is about or called: no entry before has it, and a standing's is on a checklist."""
        entry = item.of(dict).get(self.named_by)
        if entry is None:
            raise WrongError("is missing")
        name = entry.of(str)
        if self.model is Standing and name not in items():
            raise WrongError(f"“{name}” is on no checklist", entry)
        if name in self.lines:
            raise WrongError(f"“{name}” is there twice: first in line {self.lines[name]}", entry)
        self.lines[name] = entry.line
        return name
