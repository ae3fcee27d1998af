from typing import NamedTuple

from django.db import models
from django.utils.translation import gettext_lazy as _

from .passage import Where


class Code(models.TextChoices):
    """The kinds of fault, in the order that the report shows them."""

    GRADE = "grade", _("Hard to read")
    SENTENCE = "sentence", _("Long sentence")
    PASSIVE = "passive", _("Does not say who")
    PHRASE = "phrase", _("Office words")
    TERM = "term", _("Word not explained")
    ABBREVIATION = "abbreviation", _("Letters not spelled out")
    LINK = "link", _("Link that says nothing")
    ADDRESS = "address", _("Web address in the text")
    POLICY = "policy", _("Policy without its link")
    EXAMPLE = "example", _("Example still in")
    MONEY = "money", _("Amount without a date")
    ENDS = "ends", _("Will stop being true")
    IF = "if", _("A yes with an if")


class Finding(NamedTuple):
    """One thing to put right: what is wrong, what to do, and where. Without a place it is about the whole page."""

    code: Code
    message: str
    advice: str
    where: Where | None = None
    quote: str = ""
