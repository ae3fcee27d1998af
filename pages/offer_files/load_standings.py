"""Loads what a council says of the checklists, when every page and list that it names is there."""

from pages.duties.items import items
from pages.duties.standing import Standing

from .item import Item, Problems, WrongError
from .load_registers import load_object
from .names import STANDINGS
from .records import Records, Report
from .references import References

FILE = next(iter(STANDINGS))
POINT = "item"


def load_standings(file: Item | None, references: References, records: Records, report: Report) -> None:
    """Makes or updates the standing of each item; one that the files don't have stays, and is reported."""
    problems = Problems()
    standings = {standing.item: standing for standing in Standing.objects.all()}
    lines: dict[str, int] = {}
    for item in file.of(list) if file else []:
        try:
            name = _name(item, lines)
        except WrongError as wrong:
            problems.add_wrong(item, POINT, wrong)
            continue
        key = f"{FILE}/{name}"
        load_object(key, standings.get(name), Standing(), item, references, records, report, problems)
    problems.stop_if_any()
    report.not_in_pack += [f"{FILE}/{name}" for name in standings if name not in lines]


def _name(item: Item, lines: dict[str, int]) -> str:
    """The item that is meant: one that is on a list, and that no entry before is about."""
    entry = item.of(dict).get(POINT)
    if entry is None:
        raise WrongError("is missing")
    name = entry.of(str)
    if name not in items():
        raise WrongError(f"“{name}” is on no checklist", entry)
    if name in lines:
        raise WrongError(f"“{name}” is there twice: first in line {lines[name]}", entry)
    lines[name] = entry.line
    return name
