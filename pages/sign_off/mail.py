"""Two messages: the link to the signer, and word to the officer who sent it when they have finished."""

import logging
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage, mailers
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables

from pages.core.may_be_down import may_be_down
from pages.council.council import current_council
from pages.sign_off.model import SignOff, Verdict

logger = logging.getLogger(__name__)


def address_of(secret: str) -> str:
    """The link, in full."""
    return settings.SITE_URL + reverse("sign-off", args=[secret])


def can_be_mailed() -> bool:
    return "default" in mailers


@sensitive_variables()
def mail_link(sign_off: SignOff, secret: str) -> bool:
    """Mails the link to the signer; False when that could not be done, so that the officer sends it otherwise."""
    council = current_council()
    words = {"sign_off": sign_off, "address": address_of(secret), "council": council, "pages": sign_off.pages.all()}
    subject = _("Please read and sign off: %(council)s, kinship local offer") % {"council": council.short_name}
    return bool(sign_off.email) and _send(subject, "sign_off/mail/link.txt", words, sign_off.email)


def mail_result(sign_off: SignOff) -> bool:
    """Tells the officer who sent the drafts what the signer said."""
    pages = list(sign_off.pages.all())
    words = {
        "sign_off": sign_off,
        "pages": pages,
        "refused": [entry for entry in pages if entry.verdict == Verdict.REFUSED],
        "address": settings.SITE_URL + reverse("signoff:inspect", args=[sign_off.pk]),
    }
    subject = _("%(role)s has finished reading your drafts") % {"role": sign_off.role}
    to = sign_off.made_by.email if sign_off.made_by and sign_off.made_by.is_active else ""
    return bool(to) and _send(subject, "sign_off/mail/result.txt", words, to)


def _send(subject: str, template: str, words: dict[str, Any], to: str) -> bool:
    if not can_be_mailed():
        return False
    with may_be_down(logger, "A message about a sign-off could not be mailed", level=logging.ERROR):
        return bool(EmailMessage(subject=subject, body=render_to_string(template, words), to=[to]).send())
    return False
