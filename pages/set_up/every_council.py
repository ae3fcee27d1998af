"""What every council needs of its own, from one plain file: its Navigators, urgent lines, and pages with questions."""

from functools import cache
from typing import Any, NamedTuple

from django.conf import settings

from pages.offer_files.item import Item
from pages.offer_files.read import read_file

FILE = settings.BASE_DIR / "fixtures/every-council.yaml"


class Navigators(NamedTuple):
    name: str
    purpose: str
    meaning: str


class UrgentLine(NamedTuple):
    """A national line: the question, to a young person too where it is for them, and the slug of whom to reach."""

    words: str
    contact: str
    young_words: str = ""


class Question(NamedTuple):
    """What only the council can answer. `asked_of` is the post that knows."""

    key: str
    question: str
    asked_of: str


class LocalPage(NamedTuple):
    """A page that every council has to write: where it stands, of which kind it is, and what it must answer."""

    path: str
    kind: str
    title: str
    summary: str
    questions: list[Question]

    @property
    def parent(self) -> str:
        return self.path[: self.path.rstrip("/").rindex("/") + 1]

    @property
    def slug(self) -> str:
        return self.path.rstrip("/").rpartition("/")[2]


class EveryCouncil(NamedTuple):
    navigators: Navigators
    young_people_contact: str
    other_formats: str
    urgent_help: list[UrgentLine]
    pages: list[LocalPage]


@cache
def every_council() -> EveryCouncil:
    """The file as it was when this process began."""
    values = _plain(read_file(FILE, FILE.name))
    pages = [
        LocalPage(**page | {"questions": [Question(**row) for row in page["questions"]]}) for page in values["pages"]
    ]
    return EveryCouncil(
        Navigators(**values["navigators"]),
        values["young_people_contact"],
        values["other_formats"],
        [UrgentLine(**line) for line in values["urgent_help"]],
        pages,
    )


def _plain(item: Item) -> Any:
    if isinstance(item.value, dict):
        return {name: _plain(below) for name, below in item.value.items()}
    return [_plain(below) for below in item.value] if isinstance(item.value, list) else item.value
