"""Why a proof does not hold on a day: the plain rules."""

import datetime
from typing import NamedTuple

from django.db import models
from django.utils.translation import gettext_lazy as _

from .parts import PagePart
from .proof import ProofKind


class Fault(models.TextChoices):
    """What keeps a proof from holding."""

    GONE = "gone", _("The page is no longer there")
    NOT_OPEN = "not-open", _("Readers can’t open the page")
    OVERDUE = "overdue", _("Its check is overdue")
    EXAMPLE_CHECK = "example-check", _("The day of its check is an example: nobody has checked it yet")
    PART_GONE = "part-gone", _("The part is no longer on the page")
    EXAMPLE = "example", _("It has a detail that is an example")
    OLD = "old", _("Something on the page is out of date")
    NO_REPORT = "no-report", _("The page is no report of a consultation")
    NOT_DECIDED = "not-decided", _("The day of the decision is not there yet")
    NO_ADDRESS = "no-address", _("The decision has no date, or no address where it can be read")
    NOT_NAMED = "not-named", _("The post is not named there")
    EXAMPLE_CONTACT = "example-contact", _("The contact’s details are an example")


TAKEN_AWAY = {Fault.GONE, Fault.NOT_OPEN, Fault.PART_GONE, Fault.NOT_NAMED}  # nothing is there to be looked at


class CitedPage(NamedTuple):
    """What a proof's page is like. `part` is the part that is meant, if it is there; `words` all that it says."""

    next_check: datetime.date
    is_report: bool
    check_is_example: bool
    part: PagePart | None
    is_out_of_date: bool
    words: str


class CitedContact(NamedTuple):
    """What a proof's contact says, and whether its details are an example."""

    words: str
    is_example: bool


class Facts(NamedTuple):
    """What a proof rests on. `page` is nothing where readers can't open it; `has_page` says that there is one."""

    kind: str
    has_page: bool = False
    page: CitedPage | None = None
    contact: CitedContact | None = None
    words: str = ""
    decided_on: datetime.date | None = None
    url: str = ""


def faults(facts: Facts, day: datetime.date) -> list[Fault]:
    """Everything that keeps the proof from holding on `day`; nothing when it holds."""
    if facts.kind == ProofKind.DECISION:
        return _of_decision(facts, day)
    if facts.kind == ProofKind.POST and facts.contact:
        return _of_contact(facts.contact, facts.words)
    if not facts.has_page:
        return [Fault.GONE]
    if facts.page is None:
        return [Fault.NOT_OPEN]
    found = _of_page(facts.page, day)
    if facts.kind == ProofKind.REPORT and not facts.page.is_report:
        found.append(Fault.NO_REPORT)
    if facts.kind == ProofKind.POST and not names(facts.page.words, facts.words):
        found.append(Fault.NOT_NAMED)
    return found


def _of_page(page: CitedPage, day: datetime.date) -> list[Fault]:
    holds = {
        Fault.OVERDUE: page.next_check >= day,
        Fault.EXAMPLE_CHECK: not page.check_is_example,
        Fault.PART_GONE: page.part is not None,
        Fault.EXAMPLE: page.part is None or not page.part.has_example,
        Fault.OLD: not page.is_out_of_date,
    }
    return [fault for fault, is_right in holds.items() if not is_right]


def _of_decision(facts: Facts, day: datetime.date) -> list[Fault]:
    if facts.decided_on is None or not facts.url:
        return [Fault.NO_ADDRESS]
    return [Fault.NOT_DECIDED] if facts.decided_on > day else []


def _of_contact(contact: CitedContact, post: str) -> list[Fault]:
    found = [Fault.EXAMPLE_CONTACT] if contact.is_example else []
    return found if names(contact.words, post) else [*found, Fault.NOT_NAMED]


def names(words: str, post: str) -> bool:
    """True when the job title stands in these words, however its letters are written."""
    return bool(post.strip()) and " ".join(post.split()).casefold() in " ".join(words.split()).casefold()
