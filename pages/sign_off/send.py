"""Officers send drafts for sign-off, make a new link instead of a lost one, and withdraw one."""

import datetime

from django.contrib.auth.models import User
from django.db import IntegrityError, transaction
from wagtail.models import Page

from pages.sign_off.model import SignOff, SignOffPage

from .draft import Draft, draft_of, fingerprint
from .log import NEW_LINK, SENT, WITHDRAWN, log_act
from .secret import new_secret

MAY_SEND = "pages.add_signoff"
MAY_SEE = "pages.view_signoff"
MAY_CHANGE = "pages.change_signoff"
DAYS, MOST_DAYS = 14, 60
HOME_DEPTH = 2


class AlreadySentError(Exception):
    """The same form was sent before; its link was shown then."""


class NoLinkError(Exception):
    """A sign-off that is finished or withdrawn gets no new link."""


def may_send(user: User, page: Page) -> bool:
    """Whether the officer may show this page's draft to somebody outside."""
    return user.has_perm(MAY_SEND) and page.permissions_for_user(user).can_edit()


def drafts_below(page: Page, user: User) -> list[Draft]:
    """The draft of a page and of every page in it that the officer may edit, in the order of the tree.

    The first page stands alone: nobody can read the whole offer at one sitting.
    """
    if page.depth <= HOME_DEPTH:
        return [draft_of(page)]
    pages = Page.objects.descendant_of(page, inclusive=True).order_by("path").select_related("latest_revision")
    return [draft_of(each) for each in pages if may_send(user, each)]


@transaction.atomic
def send(details: dict, drafts: list[Draft], user: User, now: datetime.datetime) -> tuple[SignOff, str]:
    """Keeps the drafts as they are now, and gives the secret of the link: it can't be had again.

    `details` are fields of a SignOff, with its `form_key` and `expires_at`.
    """
    secret, secret_hash = new_secret()
    try:
        with transaction.atomic():
            sign_off = SignOff.objects.create(**details, secret_hash=secret_hash, made_by=user, made_at=now)
    except IntegrityError as error:
        raise AlreadySentError from error
    SignOffPage.objects.bulk_create(
        SignOffPage(
            sign_off=sign_off,
            page=draft.page,
            revision=draft.revision,
            title=draft.title,
            content=draft.content,
            fingerprint=fingerprint(draft.content),
            draft_state=draft.state,
            number=number,
        )
        for number, draft in enumerate(drafts, 1)
    )
    log_act(sign_off, SENT, user)
    return sign_off, secret


@transaction.atomic
def make_new_link(sign_off: SignOff, user: User, expires_at: datetime.datetime) -> str:
    """A new secret in place of the old one, which opens nothing from now on. Drafts and answers stay."""
    sign_off = SignOff.objects.select_for_update().get(pk=sign_off.pk)
    if sign_off.withdrawn_at or sign_off.finished_at:
        raise NoLinkError
    secret, sign_off.secret_hash = new_secret()
    sign_off.expires_at = expires_at
    sign_off.save(update_fields=["secret_hash", "expires_at"])
    log_act(sign_off, NEW_LINK, user)
    return secret


@transaction.atomic
def withdraw(sign_off: SignOff, user: User, now: datetime.datetime) -> bool:
    """Makes the link worthless. False when somebody had done so before."""
    withdrawn = SignOff.objects.filter(pk=sign_off.pk, withdrawn_at=None).update(withdrawn_at=now, withdrawn_by=user)
    if withdrawn:
        log_act(sign_off, WITHDRAWN, user)
    return bool(withdrawn)
