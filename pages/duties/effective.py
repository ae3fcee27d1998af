"""How far an item is truly met on a day: what is claimed, as far as its proofs and its sign-off bear it out."""

import datetime
from collections.abc import Sequence
from typing import NamedTuple

from django.db import models
from django.utils.translation import gettext_lazy as _

from .standing import Claim


class Said(NamedTuple):
    """What an officer says of an item, and who signed it off until when."""

    claim: str = Claim.NOT
    planned_by: datetime.date | None = None
    signed_off_on: datetime.date | None = None
    look_again: datetime.date | None = None


class Lack(models.TextChoices):
    """What of the standing itself, beside its proofs, keeps an item from being met."""

    NO_PROOF = "no-proof", _("Nothing is named that proves it")
    PROOF = "proof", _("Something that should prove it does not")
    NOT_SIGNED = "not-signed", _("Nobody has signed it off")
    LOOK_AGAIN = "look-again", _("The day to look at it again has passed")
    LATE = "late", _("The day by which it was planned has passed")


# The same for readers of the public page.
TOLD = {
    Lack.NO_PROOF: _("We have not named what shows it."),
    Lack.PROOF: _("Part of what should show it is not ready: it has an example in it, or it is not up to date."),
    Lack.NOT_SIGNED: _("Nobody has signed this off yet."),
    Lack.LOOK_AGAIN: _("It is time for us to look at this again."),
    Lack.LATE: _("We did not do it by the day that we planned."),
}

TOLD_GONE = _("Part of what showed it is not on this site at the moment.")


def effective(said: Said, proofs: Sequence[bool], day: datetime.date) -> Claim:
    """The state on `day`. `proofs` says of each proof whether it holds."""
    if said.claim == Claim.NOT:
        return Claim.NOT
    if said.claim == Claim.PLANNED or not any(proofs):
        return Claim.PLANNED if said.planned_by and said.planned_by >= day else Claim.NOT
    if said.claim == Claim.MET and all(proofs) and is_signed(said, day) and not is_to_look_again(said, day):
        return Claim.MET
    return Claim.PARTLY


def lacks(said: Said, proofs: Sequence[bool], day: datetime.date) -> list[Lack]:
    """Why it is not what it could be, the first that should be mended first."""
    if said.claim == Claim.NOT:
        return []
    is_late = said.planned_by is not None and said.planned_by < day
    if said.claim == Claim.PLANNED:
        return [Lack.LATE] if is_late else []
    found = {
        Lack.NO_PROOF: not proofs,
        Lack.PROOF: not all(proofs),
        Lack.NOT_SIGNED: not is_signed(said, day),
        Lack.LOOK_AGAIN: is_to_look_again(said, day),
        Lack.LATE: is_late,
    }
    return [lack for lack, is_so in found.items() if is_so]


def is_signed(said: Said, day: datetime.date) -> bool:
    return said.signed_off_on is not None and said.signed_off_on <= day


def is_to_look_again(said: Said, day: datetime.date) -> bool:
    """True once the day to look again has passed; a sign-off without such a day holds for nothing."""
    return said.signed_off_on is not None and (said.look_again is None or said.look_again < day)
