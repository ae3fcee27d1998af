"""What is wrong in a pack, said so that an officer can find and mend it."""

from typing import NamedTuple


class Problem(NamedTuple):
    """One thing to mend. Line and field are empty when a whole file or folder is meant."""

    file: str
    line: int
    field: str
    message: str

    def __str__(self):
        place = f"{self.file}, line {self.line}" if self.line else self.file
        return f"{place}, {self.field}: {self.message}" if self.field else f"{place}: {self.message}"


class PackError(Exception):
    """The pack can't be used; `problems` says why, in the order of its files and lines."""

    def __init__(self, problems: list[Problem]):
        self.problems = sorted(set(problems))
        super().__init__("\n".join(map(str, self.problems)))


class WrongError(ValueError):
    """One value can't be used; raised where that is noticed, reported by whoever knows its file and field.

    `item` is the value that is meant, when it lies deeper than the one being read; `below` counts lines of prose.
    """

    def __init__(self, message, item=None, field="", below=0):
        super().__init__(str(message))
        self.item, self.field, self.below = item, field, below


class Problems(list):
    """Gathers problems, so that all of them can be said at once."""

    def add(self, item, field: str, message, below: int = 0) -> None:
        self.append(Problem(item.file, item.prose_line + below if below else item.line, field, str(message)))

    def add_wrong(self, item, field: str, wrong: WrongError) -> None:
        self.add(wrong.item or item, ".".join(filter(None, (field, wrong.field))), wrong, wrong.below)

    def stop_if_any(self) -> None:
        if self:
            raise PackError(self)
