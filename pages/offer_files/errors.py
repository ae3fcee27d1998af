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
