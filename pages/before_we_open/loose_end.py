import datetime
from typing import NamedTuple

from django.db import models
from django.utils.translation import gettext_lazy as _

from pages.core.owners import Owner
from pages.council.roles import KINSHIP_LEAD

LONGEST_KEY = 255


class Kind(models.TextChoices):
    """Why something is on the list."""

    EXAMPLE = "example", _("Example")
    MISSING = "missing", _("Missing")
    QUESTION = "question", _("Not answered")
    OLD = "old", _("Out of date")
    OWNER = "owner", _("No owner")
    PAPER = "paper", _("Not on paper")
    DUTY = "duty", _("Duty not met")


# Whose job it is where nobody else is named: what is shared, and the council's settings.
THE_LEAD = Owner(KINSHIP_LEAD, "")


class LooseEnd(NamedTuple):
    """One thing that somebody must find out or put right, and the field in which that is done.

    `key` names it for good, so that it is known since when it is on the list; `since` is nothing while it is new.
    `asks` is the question, `entry` the page or the shared fact it is about, `where` the field in words, and `context`
    what stands there now. One that `blocks` keeps the offer from opening.
    """

    key: str
    kind: Kind
    group: str
    entry: str
    asks: str
    url: str
    where: str = ""
    context: str = ""
    owner: Owner | None = THE_LEAD
    blocks: bool = False
    since: datetime.date | None = None

    @property
    def owner_key(self) -> int | None:
        """The log-in of whoever has to see to it, if it is somebody's own."""
        return self.owner.user if self.owner else None


def key_of(*parts: object) -> str:
    return " ".join(map(str, parts))[:LONGEST_KEY]
