"""The end of a set-up: the first administrator, the others' invitations, and the pages that the council must write."""

import datetime
from typing import Any

from django.contrib.auth.models import Group, User
from django.db import IntegrityError, transaction
from wagtail.models import Page

from pages.core.base_page import BasePage
from pages.core.owners import owner_of, users_by_key
from pages.council.roles import ADMINISTRATORS
from pages.publishing import owners
from pages.set_up.council import council_settings
from pages.set_up.local_pages import make_local_pages
from pages.set_up.model import SetUp
from pages.sign_in import invitations
from pages.sign_in.invitation import Invitation
from pages.sign_in.invitations import NameTakenError
from pages.sign_in.mail import can_be_mailed, mail_invitation


class FinishedError(Exception):
    """The set-up was finished a moment ago, in another window."""


@transaction.atomic
def finish(set_up: SetUp, fields: dict[str, Any], password: str | None, now: datetime.datetime) -> User:
    """Makes all that. The link is used up first, so that of two at once one fails."""
    used_up = {"finished_at": now, "link_hash": "", "browser_hash": "", "officers": []}
    if not SetUp.objects.filter(pk=set_up.pk, finished_at=None).update(**used_up):
        raise FinishedError
    try:
        administrator = User.objects.create_user(password=password, **fields)
    except IntegrityError:
        raise NameTakenError from None
    administrator.groups.set([Group.objects.get(name=ADMINISTRATORS)])
    for officer in set_up.officers:
        if officer["email"].casefold() != administrator.email.casefold():
            invite(officer["email"], officer["role"], administrator, now)
    make_local_pages(set_up)
    _give_pages_an_owner(set_up, administrator)
    set_up.refresh_from_db()
    return administrator


@transaction.atomic
def finish_from_command(set_up: SetUp, email: str, now: datetime.datetime) -> Invitation:
    """The same without a password: the administrator chooses one by the link that this gives."""
    if User.objects.filter(email__iexact=email).exists():
        raise NameTakenError
    user = finish(set_up, {"username": email, "email": email}, None, now)
    return invitations.new_password_link(user, user, now)


def invite(email: str, role: str, by: User, now: datetime.datetime) -> Invitation:
    invitation = invitations.invite(Invitation(email=email, role=Group.objects.get(name=role)), by, now)
    if can_be_mailed():
        mail_invitation.enqueue(invitation.pk, invitation.number)
    return invitation


def _give_pages_an_owner(set_up: SetUp, administrator: User) -> None:
    """Whatever nobody answers for yet, national pages above all, is the lead's; the administrator's without a lead."""
    if lead_email := council_settings().lead_email:
        owner: dict[str, Any] = {"owner_id": None, "owner_name": set_up.lead_post, "owner_email": lead_email}
    else:
        owner = {"owner_id": administrator.pk}
    pages = [page for page in Page.objects.filter(depth__gt=1).specific() if isinstance(page, BasePage)]
    users = users_by_key(pages)
    for page in pages:
        if owner_of(page, users) is None:
            owners.give(page, administrator, **owner)
