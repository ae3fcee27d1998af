"""Two messages: the link to the signer, and word to the officer who sent it when they have finished.

Both go out behind the answer. What waits until then holds neither the secret in words that anybody could read, nor whom
the message is for.
"""

from functools import partial
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.db.transaction import on_commit
from django.tasks import task
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables

from pages.core.message import can_be_mailed, send_now
from pages.council.council import current_council
from pages.sign_off.model import SignOff, Verdict
from pages.sign_off.secret import hidden, sealed, unsealed


def address_of(secret: str) -> str:
    """The link, in full."""
    return settings.SITE_URL + reverse("sign-off", args=[secret])


@sensitive_variables()
def mail_link(sign_off: SignOff, secret: str) -> bool:
    """Has the link mailed to the signer; False when that can't be done, so that the officer sends it otherwise."""
    if not sign_off.email or not can_be_mailed():
        return False
    on_commit(partial(link_to_signer.enqueue, sign_off.pk, sealed(secret)), robust=True)
    return True


def mail_result(sign_off: SignOff) -> None:
    """Has the officer who sent the drafts told what the signer said."""
    if can_be_mailed():
        on_commit(partial(result_to_officer.enqueue, sign_off.pk), robust=True)


@task
@sensitive_variables()
def link_to_signer(pk: int, sealed_secret: str) -> None:
    """Mails the link, unless another has taken its place or it was withdrawn meanwhile."""
    secret = unsealed(sealed_secret)
    sign_off = SignOff.objects.filter(pk=pk, secret_hash=hidden(secret), withdrawn_at=None).first()
    if not sign_off or not sign_off.email:
        return
    council = current_council()
    words = {"sign_off": sign_off, "address": address_of(secret), "council": council, "pages": sign_off.pages.all()}
    subject = _("Please read and sign off: %(council)s, kinship local offer") % {"council": council.short_name}
    _send(subject, "sign_off/mail/link.txt", words, sign_off.email)


@task
def result_to_officer(pk: int) -> None:
    """Mails what the signer said to the officer who sent the drafts, while they work here."""
    sign_off = SignOff.objects.filter(pk=pk).select_related("made_by").first()
    if not sign_off or not sign_off.made_by or not sign_off.made_by.is_active or not sign_off.made_by.email:
        return
    pages = list(sign_off.pages.all())
    words = {
        "sign_off": sign_off,
        "pages": pages,
        "refused": [entry for entry in pages if entry.verdict == Verdict.REFUSED],
        "address": settings.SITE_URL + reverse("signoff:inspect", args=[sign_off.pk]),
    }
    subject = _("%(role)s has finished reading your drafts") % {"role": sign_off.role}
    _send(subject, "sign_off/mail/result.txt", words, sign_off.made_by.email)


def _send(subject: str, template: str, words: dict[str, Any], to: str) -> None:
    send_now(EmailMessage(subject=subject, body=render_to_string(template, words), to=[to]))
