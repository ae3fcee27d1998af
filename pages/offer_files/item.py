"""A value in a pack's file that knows its line, so that whatever is wrong with it can be said there."""

import datetime
from dataclasses import dataclass
from typing import cast

from .errors import PackError, Problem

KINDS = {
    str: "text",
    int: "a number",
    float: "a number",
    bool: "true or false",
    datetime.date: "a date",
    dict: "a list of names and values",
    list: "a list",
}


@dataclass(frozen=True)
class Item:
    """`value` is text, a number, a date, true or false; a list of items; or a dict from names to items.

    `prose_line` is the line on which text begins: below the key when it is written as a block.
    """

    value: object
    file: str
    line: int
    prose_line: int = 0

    def of[Kind](self, kind: type[Kind]) -> Kind:
        """The value, if it is of the kind that is wanted."""
        if type(self.value) is kind:
            return cast(Kind, self.value)
        if self.value is None:
            raise WrongError("is empty: leave the whole line out", self)
        hint = ": put it between quotes" if kind is str and type(self.value) not in (dict, list) else ""
        raise WrongError(f"must be {KINDS[kind]}, not {KINDS.get(type(self.value), 'this')}{hint}", self)


class WrongError(ValueError):
    """One value can't be used; raised where that is noticed, reported by whoever knows its file and field.

    `item` is the value that is meant, when it lies deeper than the one being read; `below` counts lines of prose.
    """

    def __init__(self, message: str, item: Item | None = None, field: str = "", below: int = 0):
        super().__init__(message)
        self.item, self.field, self.below = item, field, below


class Problems(list[Problem]):
    """Gathers problems, so that all of them can be said at once."""

    def add(self, item: Item, field: str, message: str, below: int = 0) -> None:
        self.append(Problem(item.file, item.prose_line + below if below else item.line, field, message))

    def add_wrong(self, item: Item, field: str, wrong: WrongError) -> None:
        self.add(wrong.item or item, ".".join(filter(None, (field, wrong.field))), str(wrong), wrong.below)

    def stop_if_any(self) -> None:
        if self:
            raise PackError(self)
