import enum
from typing import NamedTuple

from pages.core.lazy_text import LazyText


class OnRequest(enum.Enum):
    """What becomes of a row when the person asks us to delete it."""

    ROW = "the whole row is deleted"
    WORDS = "the words about the person are taken out"
    STAYS = "it stays"


class Purpose(NamedTuple):
    """Why something about people is kept. `what`, `why` and `how_long` are read by them, on the privacy page.

    `deleted_by` is a command of manage.py or a function, by its path. `days` is how long, where a number decides.
    """

    what: LazyText
    why: LazyText
    how_long: LazyText
    deleted_by: str
    on_request: OnRequest
    days: int | None = None


class Personal(NamedTuple):
    """The fields of a model that tell about people; names with spaces between them.

    `whose` say whose the row is and are compared as a whole, `mentions` are words in which somebody may be named, and
    `also` is told about whoever the row is of. `secret` is kept, and handed over to nobody: it would open something.
    `of` is the way to the row that this one belongs to, by foreign keys as in a query: whoever has that has this.
    """

    model: str
    purpose: Purpose
    whose: str = ""
    mentions: str = ""
    also: str = ""
    secret: str = ""
    of: str = ""

    @property
    def fields(self) -> list[str]:
        return f"{self.whose} {self.mentions} {self.also} {self.secret}".split()
