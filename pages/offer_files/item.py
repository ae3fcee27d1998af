"""A value in a pack's file that knows its line."""

import datetime
from dataclasses import dataclass

from .errors import WrongError

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

    def of(self, kind: type):
        """The value, if it is of the kind that is wanted."""
        if type(self.value) is kind:
            return self.value
        if self.value is None:
            raise WrongError("is empty: leave the whole line out", self)
        hint = ": put it between quotes" if kind is str and type(self.value) not in (dict, list) else ""
        raise WrongError(f"must be {KINDS[kind]}, not {KINDS.get(type(self.value), 'this')}{hint}", self)
