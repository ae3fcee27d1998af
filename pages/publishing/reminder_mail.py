"""The messages that remind owners and the kinship lead of pages to check."""

from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage, mailers
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import ngettext

from pages.core.message import finish
from pages.council.council import current_council
from pages.publishing.checking import Due
from pages.publishing.letter import Letter
from pages.publishing.owners import lead_addresses
from pages.publishing.reminder import ReminderStage


class NowhereToSendError(Exception):
    """No mail server is set."""


def check() -> None:
    """Raises NowhereToSendError, with the reason, when no message can be sent at all."""
    if "default" not in mailers:
        raise NowhereToSendError("No mail server is set: see MAIL_URL in the README.")


def send(letter: Letter) -> None:
    """Mails one letter. Its subject says how many pages, and names nobody."""
    pages = {due.page.pk: due for _stage, due in letter.about}
    subject = ngettext(
        "Kinship offer: please check %(number)d page", "Kinship offer: please check %(number)d pages", len(pages)
    )
    message = EmailMessage(
        subject=subject % {"number": len(pages)},
        body=render_to_string(_template(letter), _words(letter)),
        to=list(letter.to),
    )
    finish(message).send()


def _template(letter: Letter) -> str:
    if letter.owner is None:
        return "publishing/mail/checks_lead.txt"
    return "publishing/mail/checks_owner.txt" if letter.owner.user else "publishing/mail/checks_outside.txt"


def _words(letter: Letter) -> dict[str, Any]:
    escalated = letter.pages(ReminderStage.LEAD)
    escalated_keys = {due.page.pk for due in escalated}
    due_now = [due for due in letter.pages(ReminderStage.DUE) if due.page.pk not in escalated_keys]
    leads = lead_addresses()
    return {
        "owner": letter.owner,
        "escalated": list(map(_line, escalated)),
        "due": list(map(_line, due_now)),
        "soon": list(map(_line, letter.pages(ReminderStage.SOON))),
        "answer_to": leads[0] if leads else current_council().navigators.get("email", ""),
        "report": settings.SITE_URL + reverse("checks"),
    }


def _line(due: Due) -> dict[str, Any]:
    page = due.page
    return {
        "title": page.title,
        "day": page.next_check,
        "owner": due.owner.name if due.owner else "",
        "edit": settings.SITE_URL + reverse("wagtailadmin_pages:edit", args=[page.pk]),
        "check": settings.SITE_URL + reverse("check-page", args=[page.pk]),
        "public": page.full_url,
    }
