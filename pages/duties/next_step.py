"""What an officer does next so that an item is met, in words and with the address where it is done."""

from collections.abc import Iterator
from typing import NamedTuple

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .duty_map import Row, Shown
from .effective import Lack
from .evidence import title_of
from .faults import Fault
from .standing import Claim

EDIT = "duty-edit"

TO_MEND = {
    Fault.GONE: gettext_lazy("Name another proof in place of “%(title)s”, which was deleted"),
    Fault.NOT_OPEN: gettext_lazy("Publish “%(title)s” for all readers"),
    Fault.OVERDUE: gettext_lazy("Check “%(title)s”: its check is overdue"),
    Fault.EXAMPLE_CHECK: gettext_lazy("Check “%(title)s”: the day of its check is an example"),
    Fault.PART_GONE: gettext_lazy("Choose another part of “%(title)s”: the one that was named is gone"),
    Fault.EXAMPLE: gettext_lazy("Replace the example on “%(title)s”"),
    Fault.OLD: gettext_lazy("Put right what is out of date on “%(title)s”"),
    Fault.NO_REPORT: gettext_lazy("Name a report of a consultation in place of “%(title)s”"),
    Fault.NOT_DECIDED: gettext_lazy("Wait for the day of the decision “%(words)s”"),
    Fault.NO_ADDRESS: gettext_lazy("Give the day and the address of the decision “%(words)s”"),
    Fault.NOT_NAMED: gettext_lazy("Name the post “%(words)s” on “%(title)s”"),
    Fault.EXAMPLE_CONTACT: gettext_lazy("Confirm the details of “%(title)s”"),
}
ON_THE_PAGE = {Fault.NOT_OPEN, Fault.OVERDUE, Fault.EXAMPLE_CHECK, Fault.EXAMPLE, Fault.OLD, Fault.NOT_NAMED}


OF_LACKS = {
    Lack.LATE: gettext_lazy("Say a new day, or that it is not planned: the day has passed"),
    Lack.NOT_SIGNED: gettext_lazy("Sign it off"),
    Lack.LOOK_AGAIN: gettext_lazy("Look at it again, and sign it off anew"),
}


class Step(NamedTuple):
    """One thing to do, and where."""

    words: str
    url: str


def next_steps(row: Row) -> list[Step]:
    """Everything that keeps the item from being met, in the order in which it is best done; nothing when it is met."""
    return [] if row.is_met else list(dict.fromkeys(_steps(row)))


def _steps(row: Row) -> Iterator[Step]:
    here = reverse(EDIT, args=[row.item.name])
    if row.standing is None:
        yield Step(_("Say how far you do this, and what proves it"), here)
        return
    if words := _of_the_claim(row.standing.claim, row.lacks):
        yield Step(words, here)
    if row.standing.claim in (Claim.MET, Claim.PARTLY):
        for shown in row.broken:
            yield from (_mend(shown, fault, here) for fault in shown.faults)
    for lack, told in OF_LACKS.items():
        if lack in row.lacks:
            yield Step(str(told), here if lack == Lack.LATE else f"{here}#duty-signed")


def _of_the_claim(claim: str, lacks: list[Lack]) -> str:
    if claim == Claim.NOT:
        return _("Plan it, or name what proves it")
    if claim == Claim.PLANNED:
        return "" if Lack.LATE in lacks else _("Do it, then name what proves it")
    if Lack.NO_PROOF in lacks:
        return _("Name what proves it")
    return "" if lacks or claim == Claim.MET else _("Do the rest of it, then say that it is met")


def _mend(shown: Shown, fault: Fault, here: str) -> Step:
    proof = shown.proof
    words = str(TO_MEND[fault]) % {"title": title_of(proof), "words": proof.words}
    on_page = fault in ON_THE_PAGE and proof.page_id
    return Step(words, reverse("wagtailadmin_pages:edit", args=[proof.page_id]) if on_page else here)
