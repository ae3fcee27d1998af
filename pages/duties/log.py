"""Writes into the history what becomes of a standing, and of a page that proved something: when, by whom and why."""

import datetime
from typing import Any

from django.contrib.auth.models import User
from wagtail.log_actions import log
from wagtail.models import Page

from .duty_map import rows_on
from .items import Item
from .proof import Proof
from .standing import Standing

TAKEN_AWAY = "pages.duty.taken_away"
NO_LONGER_PROVES = "pages.duty.no_longer_proves"
CLAIMED = "pages.duty.claimed"
PROOF_ADDED = "pages.duty.proof_added"
PROOF_TAKEN = "pages.duty.proof_taken"
SIGNED_OFF = "pages.duty.signed_off"
SIGN_OFF_TAKEN = "pages.duty.sign_off_taken"


def taken_away(page: Page, items: list[Item], reason: str, user: User) -> None:
    """An officer takes a page away though it proves these items, and says why."""
    log(instance=page, action=TAKEN_AWAY, user=user, data=_data(item.name for item in items) | {"reason": reason})


def said(standing: Standing, action: str, user: User, words: str = "") -> None:
    """An officer has changed a claim or its proofs, or signed it off."""
    log(instance=standing, action=action, user=user, data=_data([standing.item]) | {"words": words})


def no_longer_proves(page: Page, day: datetime.date) -> None:
    """A page changed, or went, by whatever way: its history says which items that were signed off it fails now."""
    if not Proof.objects.filter(page_id=page.pk).exists():
        return
    rows = [row for row in rows_on(day) if row.is_signed and any(_is_on(page, each.proof) for each in row.broken)]
    if rows:
        log(instance=page, action=NO_LONGER_PROVES, data=_data(row.item.name for row in rows))


def branch_no_longer_proves(page: Page, day: datetime.date) -> None:
    """The same for a page and all below it that some readers can't open any more."""
    keys = {shown.proof.page_id for row in rows_on(day) for shown in row.broken}
    for each in Page.objects.filter(pk__in=keys, path__startswith=page.path, live=True).order_by("path"):
        no_longer_proves(each, day)


def remember_what_went(page: Page) -> None:
    """Before a page is deleted: what it proved keeps its title, and proves nothing."""
    Proof.objects.filter(page_id=page.pk).update(was=page.title)


def _is_on(page: Page, proof: Proof) -> bool:
    return proof.page_id == page.pk


def _data(names: Any) -> dict[str, Any]:
    return {"duties": list(names)}
