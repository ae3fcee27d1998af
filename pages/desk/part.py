from typing import ClassVar, NamedTuple

from django.contrib.auth.models import User

from pages.core.lazy_text import LazyText
from pages.core.officers_request import OfficersRequest


class Act(NamedTuple):
    """What can be done from a line: its words, and either where they lead or the attributes of a button."""

    words: LazyText
    attributes: dict[str, str] = {}
    url: str = ""


class Line(NamedTuple):
    """One thing on the desk: what it is, where to deal with it, a few words more, and what can be done at once."""

    words: str
    url: str = ""
    detail: str = ""
    serious: bool = False
    act: Act | None = None


class DeskPart:
    """One list on the CMS home: what an officer should look at next.

    A part says who may see it and which lines it has; the desk draws all parts alike. They come in the order of
    `PARTS`, those with something serious first.
    """

    slug: ClassVar[str]
    title: ClassVar[LazyText]
    icon: ClassVar[str] = "tasks"
    nothing: ClassVar[LazyText] = ""  # what to say when there is nothing; without it an empty part is left out
    to_do: ClassVar[bool] = True  # False for what is only at hand: it is not counted
    most = 6

    def may_see(self, user: User) -> bool:
        """Whether the part is for this officer at all."""
        raise NotImplementedError

    def lines(self, request: OfficersRequest) -> list[Line]:
        """Everything to look at, the most pressing first; the desk shows the first few and the count."""
        raise NotImplementedError

    def see_all(self, request: OfficersRequest) -> str:
        """The address of the whole list, if there is a screen for it."""
        return ""
