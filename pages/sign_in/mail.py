"""The two messages with a link in them. They are mailed after the answer, so that no answer tells who has a log-in."""

import logging
from typing import Any

from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.contrib.auth.models import User
from django.contrib.auth.tokens import default_token_generator
from django.core.mail import EmailMessage
from django.tasks import task
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables

from pages.core.message import finish
from pages.council.council import current_council
from pages.sign_in.invitation import Invitation
from pages.sign_in.who import may_sign_in

logger = logging.getLogger(__name__)

PRINTED = "django.core.mail.backends.console.EmailBackend"


class NotMailedError(Exception):
    """The message could not be sent. It carries nothing of the message."""


def can_be_mailed() -> bool:
    """False too where messages are only printed, as in a demonstration: that reaches nobody."""
    return settings.MAILERS.get("default", {}).get("BACKEND", PRINTED) != PRINTED


@task
def mail_reset(email: str) -> None:
    """Mails a link for a new password to each log-in with this address that may sign in; to nobody, if none has it."""
    for user in User.objects.filter(email__iexact=email):
        if may_sign_in(user):
            _send(_("Choose a new password"), "reset", user.email, {"user": user, "address": reset_link(user)})


@task
def mail_invitation(pk: int, number: str) -> None:
    """Mails the link of an invitation, and writes down whether that went well.

    `number` is that of the link to be mailed: one that was replaced meanwhile is not.
    """
    links = Invitation.objects.filter(pk=pk, number=number)
    for invitation in links:
        if not invitation.is_open(timezone.now()):
            continue
        try:
            words = {"invitation": invitation, "address": invitation_link(invitation)}
            _send(_("Your log-in for the kinship local offer"), "invitation", invitation.email, words)
        except NotMailedError:
            links.update(mail_failed=True)
            raise
        links.update(mailed_at=timezone.now(), mail_failed=False)


def reset_link(user: User) -> str:
    """At the site's own address: what a visitor's browser says the host is, is not believed."""
    key = {"uidb36": user_pk_to_url_str(user), "key": default_token_generator.make_token(user)}
    return settings.SITE_URL + reverse("account_reset_password_from_key", kwargs=key)


def invitation_link(invitation: Invitation) -> str:
    return settings.SITE_URL + reverse("invitation", args=[invitation.signed()])


@sensitive_variables()
def _send(subject: str, name: str, to: str, words: dict[str, Any]) -> None:
    if not can_be_mailed():
        return
    body = render_to_string(f"sign_in/mail/{name}.txt", words | {"council": current_council()})
    try:
        finish(EmailMessage(subject=subject, body=body, to=[to])).send()
    except Exception as error:  # noqa: BLE001 (whatever the cause: a server's own words may repeat the message)
        logger.error("A message about signing in could not be mailed: %s.", type(error).__name__)
        raise NotMailedError from None
