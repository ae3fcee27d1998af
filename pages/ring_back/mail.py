"""The message that tells the Navigators whom to ring, or how else to reach them."""

from django.conf import settings
from django.core.mail import EmailMessage, mailers
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables

from pages.council.council import current_council
from pages.ring_back.model import Callback


class NowhereToSendError(Exception):
    """No mail server is set, or the Navigators have no e-mail address."""


def check() -> None:
    """Raises NowhereToSendError, with the reason, when no message can be sent at all."""
    if "default" not in mailers:
        raise NowhereToSendError("No mail server is set: see MAIL_URL in the README.")
    if not current_council().navigators.get("email"):
        raise NowhereToSendError("The Navigators have no e-mail address: give them one in Contacts.")


@sensitive_variables()
def send(callback: Callback) -> None:
    """Mails one request. Nothing of the person stands in the subject or another header: servers log those.

    The message's own name is the same each time, so a message that came twice is seen to be one.
    """
    council = current_council()
    host = settings.SITE_URL.split("://")[1].split(":")[0]
    address = settings.SITE_URL + reverse("callback:edit", args=[callback.pk])
    words = {"callback": callback, "address": address, "days": council.callbacks_kept_days}
    EmailMessage(
        subject=_("Please get in touch with somebody: request %(number)s") % {"number": callback.pk},
        body=render_to_string("ring_back/mail.txt", words),
        to=[council.navigators["email"]],
        headers={"Message-ID": f"<callback-{callback.request_key[:32]}@{host}>"},
    ).send()
