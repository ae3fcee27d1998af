"""Invitations: who may make one, for whom, and what becomes of it when it is used."""

import datetime
from typing import Any

from django.contrib.auth.models import Group, User
from django.db import IntegrityError, transaction
from django.db.models import QuerySet

from pages.council.roles import ADMINISTRATORS, KINSHIP_LEAD, NAVIGATORS, SECTION_EDITORS
from pages.sign_in.invitation import Invitation, a_week_from_now, new_number

KEPT = datetime.timedelta(days=90)
MAY_INVITE = "auth.add_user"
MAY_CHANGE = "auth.change_user"
ROLES = (SECTION_EDITORS, KINSHIP_LEAD, NAVIGATORS, ADMINISTRATORS)


class NotOpenError(Exception):
    """The link was used, withdrawn or has run out, perhaps a moment ago."""


class NameTakenError(Exception):
    """Somebody took the same username a moment ago. The link is still good."""


def roles() -> QuerySet[Group]:
    """The council's four. None makes superusers, and no group that somebody made otherwise can be had by a link."""
    return Group.objects.filter(name__in=ROLES).order_by("name")


def may_touch(user: User, other: User) -> bool:
    """Whoever could change a superuser's password or e-mail could become one."""
    return user.is_superuser or not other.is_superuser


def invite(invitation: Invitation, by: User, now: datetime.datetime) -> Invitation:
    """Keeps a new invitation. Those that are open for the same person end."""
    _open(now).filter(email__iexact=invitation.email).update(withdrawn_at=now)
    invitation.made_by = by
    invitation.save()
    return invitation


def new_password_link(user: User, by: User, now: datetime.datetime) -> Invitation:
    """For somebody who has a log-in: they choose a new password."""
    return invite(Invitation(email=user.email, user=user), by, now)


def renew(invitation: Invitation, by: User) -> None:
    """A new link for seven days more; the old one is worth nothing from now on."""
    changed = Invitation.objects.filter(pk=invitation.pk, used_at=None, withdrawn_at=None).update(
        number=new_number(), ends_at=a_week_from_now(), made_by=by, mailed_at=None, mail_failed=False
    )
    if not changed:
        raise NotOpenError
    invitation.refresh_from_db()


def withdraw(invitation: Invitation, now: datetime.datetime) -> None:
    if not _open(now).filter(pk=invitation.pk).update(withdrawn_at=now):
        raise NotOpenError


def opened(signed: str, now: datetime.datetime) -> Invitation | None:
    """The invitation that a link opens at this moment.

    Not when who made it may no longer do so, nor when the log-in it is for was shut.
    """
    invitation = Invitation.of_link(signed)
    if not invitation or not invitation.is_open(now):
        return None
    return invitation if _still_stands(invitation) else None


@transaction.atomic
def accept(invitation: Invitation, fields: dict[str, Any], password: str, now: datetime.datetime) -> User:
    """Makes the log-in, or gives it its new password. The link is used up first, so that of two at once one fails."""
    if not _open(now).filter(pk=invitation.pk, number=invitation.number).update(used_at=now):
        raise NotOpenError
    if invitation.user:
        invitation.user.set_password(password)
        invitation.user.save(update_fields=["password"])
        return invitation.user
    try:
        user = User.objects.create_user(email=invitation.email, password=password, **fields)
    except IntegrityError:
        raise NameTakenError from None  # and the transaction takes the use of the link back
    user.groups.set([invitation.role] if invitation.role else [])
    return user


def forget_old(now: datetime.datetime) -> int:
    """Deletes what ended more than 90 days ago, used or not: it names people. Gives how many those were."""
    deleted, _by_model = Invitation.objects.filter(ends_at__lt=now - KEPT).delete()
    return deleted


def _open(now: datetime.datetime) -> QuerySet[Invitation]:
    return Invitation.objects.filter(used_at=None, withdrawn_at=None, ends_at__gt=now)


def _still_stands(invitation: Invitation) -> bool:
    by, user = invitation.made_by, invitation.user
    if not by or not by.is_active or not by.has_perm(MAY_CHANGE if user else MAY_INVITE):
        return False
    return user is None or (user.is_active and may_touch(by, user))
