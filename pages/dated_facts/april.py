"""New values each April: one officer types them, a second confirms, and the day makes them hold."""

import datetime
from collections.abc import Iterable
from copy import copy
from typing import NamedTuple

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from pages.core.as_seen import is_as_seen

from .model import DatedFact, FactRow
from .proposal import Proposal
from .row_on import row_on
from .tax_year import TaxYear
from .value import FactValue

CONFIRMED, SENT_BACK = "pages.fact_confirmed", "pages.fact_sent_back"
DAY = datetime.timedelta(days=1)
VALUE = [field.name for field in FactValue._meta.local_fields]


class NotAsSeenError(Exception):
    """The value is another than the officer has read, or is gone, or was typed by themselves."""


class OfYear(NamedTuple):
    """A fact with the row before the year, the row of the year and what waits for a second officer."""

    fact: DatedFact
    before: FactRow | None
    row: FactRow | None
    proposal: Proposal | None


def of_year(year: TaxYear) -> list[OfYear]:
    """Every fact that had a value before the year or has one of it, by what it is."""
    proposals = {
        proposal.fact_id: proposal
        for proposal in Proposal.objects.select_related("typed_by", "fact").order_by("valid_from")
        if year.has(proposal.valid_from)
    }
    lines = []
    for fact in DatedFact.objects.prefetch_related("rows").order_by("label"):
        rows = list(fact.rows.all())
        row = row_on([row for row in rows if year.has(row.valid_from)], year.last)
        earlier = [each for each in rows if each.valid_from is None or each.valid_from < year.begins]
        before = row_on(earlier, year.begins - DAY)
        lines.append(OfYear(fact, before, row, proposals.get(fact.pk)))
    return lines


def waiting() -> list[Proposal]:
    """What a second officer is to confirm, those that hold soonest first."""
    waiting_now = Proposal.objects.filter(sent_back="").select_related("fact", "typed_by")
    return list(waiting_now.order_by("valid_from", "fact__label"))


def may_confirm(proposal: Proposal, user: User) -> bool:
    """Never who typed it; nobody while it is sent back."""
    return not proposal.sent_back and proposal.typed_by_id != user.pk


@transaction.atomic
def confirm(pk: int, seen: str, user: User, role: str, day: datetime.date) -> FactRow:
    """Makes a proposal a row of its fact, and ends the row before it the day before.

    `seen` is the mark of what the officer has read. Raises NotAsSeenError when it is another value now, and
    ValidationError where it can't stand beside other rows.
    """
    proposal = _as_seen(pk, seen, user)
    fact = proposal.fact
    row, others = placed(proposal)
    row.checked_by, row.checked_on, row.example = role, day, False
    row.full_clean(exclude=["fact"])
    fact.rows.set([*others, row])
    fact.save()
    proposal.delete()
    data = {"words": row.words, "from": str(row.valid_from), "typed_by": proposal.typed_by_id}
    log(instance=fact, action=CONFIRMED, user=user, data=data, content_changed=True)
    return row


def placed(proposal: Proposal) -> tuple[FactRow, list[FactRow]]:
    """The row that a proposal would be, and the fact's others as they would stand beside it; nothing is saved.

    Raises ValidationError where a later row begins before this one ends.
    """
    rows = [copy(row) for row in proposal.fact.rows.all()]
    row = next((each for each in rows if each.valid_from == proposal.valid_from), FactRow(fact=proposal.fact))
    for name in VALUE:
        setattr(row, name, getattr(proposal, name))
    others = [each for each in rows if each is not row]
    _end_before(row, others)
    _refuse_what_begins_within(row, others)
    return row, others


@transaction.atomic
def send_back(pk: int, seen: str, user: User, reason: str) -> Proposal:
    """Gives a proposal back to who typed it, with a reason. Raises NotAsSeenError when it is another value now."""
    proposal = _as_seen(pk, seen, user)
    proposal.sent_back = reason
    proposal.save()
    log(instance=proposal.fact, action=SENT_BACK, user=user, data={"words": proposal.words, "reason": reason})
    return proposal


def withdraw(pk: int, user: User) -> bool:
    """Takes back what one has typed oneself."""
    return bool(Proposal.objects.filter(pk=pk, typed_by=user).delete()[0])


def _as_seen(pk: int, seen: str, user: User) -> Proposal:
    proposal = Proposal.objects.select_for_update(of=["self"]).select_related("fact").filter(pk=pk).first()
    if proposal is None or not may_confirm(proposal, user) or not is_as_seen(seen, proposal.mark):
        raise NotAsSeenError
    return proposal


def _end_before(row: FactRow, others: Iterable[FactRow]) -> None:
    first = row.valid_from
    for other in others:
        begins_before = first is not None and (other.valid_from is None or other.valid_from < first)
        if first and begins_before and (other.valid_until is None or other.valid_until >= first):
            other.valid_until = first - DAY


def _refuse_what_begins_within(row: FactRow, others: Iterable[FactRow]) -> None:
    later = [other for other in others if other.valid_from and row.valid_from and other.valid_from > row.valid_from]
    if any(row.valid_until is None or (other.valid_from or row.valid_until) <= row.valid_until for other in later):
        raise ValidationError(_("A later value begins before this one ends. Change its last day first."))
