"""What officers do with an item: say how far it is met, name and remove what proves it, and sign it off.

Whatever changes what was signed off takes the sign-off away.
"""

import datetime

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.translation import gettext as _

from . import log
from .evidence import title_of
from .items import Item
from .proof import Proof
from .standing import SIGNED, Claim, Standing


def standing_of(item: Item) -> Standing:
    """What is said of the item; a standing that claims nothing, unsaved, while nothing is."""
    return Standing.objects.filter(item=item.name).first() or Standing(item=item.name, claim=Claim.NOT)


def hold(item: Item) -> None:
    """Keeps what is said of the item as it is until the end of the transaction."""
    list(Standing.objects.select_for_update().filter(item=item.name).values_list("pk"))


@transaction.atomic
def say(standing: Standing, user: User) -> None:
    """Keeps what the officer has filled in."""
    before = Standing.objects.select_for_update().filter(pk=standing.pk).first()
    changed = before is None or any(getattr(before, name) != getattr(standing, name) for name in SIGNED)
    had_one = standing.take_sign_off() if changed else False
    standing.save()
    if changed:
        log.said(standing, log.CLAIMED, user, str(standing.get_claim_display()))
    elif before and before.look_again != standing.look_again:
        log.said(standing, log.CLAIMED, user, _("another day to look at it again"))
    if had_one:
        log.said(standing, log.SIGN_OFF_TAKEN, user, _("what is claimed was changed"))


@transaction.atomic
def add_proof(standing: Standing, proof: Proof, user: User) -> bool:
    """Names one more thing that proves the item; it comes last. True when that takes a sign-off away."""
    if standing.pk is None:
        standing.save()
    last = Proof.objects.filter(standing=standing).order_by("-sort_order").first()
    proof.standing, proof.sort_order = standing, (last.sort_order or 0) + 1 if last else 0
    proof.save()
    log.said(standing, log.PROOF_ADDED, user, words_of(proof))
    return _proofs_changed(standing.pk, user)


@transaction.atomic
def take_proof(proof: Proof, user: User) -> bool:
    """Takes a proof away. True when that takes a sign-off away too."""
    standing, words = proof.standing, words_of(proof)
    proof.delete()
    log.said(standing, log.PROOF_TAKEN, user, words)
    return _proofs_changed(standing.pk, user)


@transaction.atomic
def sign_off(standing: Standing, post: str, look_again: datetime.date, user: User, day: datetime.date) -> None:
    """The officer answers, in this post, for what is claimed, until the day to look again. Raises ValidationError."""
    standing.signed_off_by, standing.signed_off_on, standing.look_again = post, day, look_again
    standing.full_clean()
    standing.save()
    log.said(standing, log.SIGNED_OFF, user, post)


@transaction.atomic
def take_sign_off(standing: Standing, user: User) -> None:
    if standing.take_sign_off():
        standing.save()
        log.said(standing, log.SIGN_OFF_TAKEN, user, _("somebody wants to look at it again"))


def words_of(proof: Proof) -> str:
    """A proof in one line, for the history."""
    if proof.page is None and proof.contact is None and not proof.was:
        return proof.words
    part = f" ({proof.part})" if proof.part else ""
    return f"{proof.words + ': ' if proof.words else ''}{title_of(proof)}{part}"


def _proofs_changed(key: int, user: User) -> bool:
    """Saves the standing, which tells readers; read afresh, with its proofs as they are now."""
    standing = Standing.objects.get(pk=key)
    had_one = standing.take_sign_off()
    standing.save()
    if had_one:
        log.said(standing, log.SIGN_OFF_TAKEN, user, _("its proofs were changed"))
    return had_one
