"""What comes of trying mail, scheduled work and the short web address: whether it works, and what is said of it."""

import datetime
from collections.abc import Callable
from typing import NamedTuple
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth.models import User
from django.core.mail import EmailMessage
from django.utils.translation import gettext as _

from pages.core.message import NotMailedError, can_be_mailed, send_now
from pages.council.model import CouncilSettings
from pages.outside_links.asking import Journey, follow
from pages.work.schedule import last_runs


class Outcome(NamedTuple):
    """Whether it works, in words for officers."""

    worked: bool
    words: str


def try_mail(officer: User) -> Outcome:
    """Mails a few words to the officer who asked. Whether they arrive only the officer can see."""
    if not can_be_mailed():
        return Outcome(False, _("No mail server is set. Whoever runs this site sets MAIL_URL."))
    if not officer.email:
        return Outcome(False, _("Your log-in has no e-mail address. Add it under your name, Account."))
    body = _("Somebody tried on “Before we open” whether this site can send mail. It can.")
    try:
        subject = _("A trial from your kinship site")
        send_now(EmailMessage(subject, f"{body}\n\n{settings.SITE_URL}", to=[officer.email]))
    except NotMailedError as error:
        return Outcome(False, _("The mail server refused it, or did not answer (%(error)s).") % {"error": error})
    return Outcome(True, _("The mail server took a message to whoever asked. Look whether it has come."))


def try_work(now: datetime.datetime) -> Outcome:
    """Whoever does this works behind the site. What is left to know is whether all scheduled work was done in time."""
    runs = last_runs()
    late = [str(last.scheduled.title) for last in runs if last.is_late(now)]
    failing = [str(last.scheduled.title) for last in runs if last.has_failed()]
    if late:
        return Outcome(False, _("Late: %(works)s.") % {"works": "; ".join(late)})
    if failing:
        return Outcome(False, _("It failed the last time: %(works)s.") % {"works": "; ".join(failing)})
    return Outcome(True, _("All scheduled work is done at its times."))


def try_address(chosen: CouncilSettings | None, follow: Callable[..., Journey] = follow) -> Outcome:
    """Asks for the address on paper, and sees whether it leads to this site."""
    if chosen is None or not chosen.web_address:
        return Outcome(False, _("There is no short address in the council settings."))
    if chosen.web_address_example:
        return Outcome(False, _("The address is an example, so nobody was asked for it."))
    answer, end = follow(f"https://{chosen.web_address}", is_there=_is_here)
    if _is_here(end) and answer.works:
        return Outcome(True, _("It leads here."))
    if answer.works:
        return Outcome(False, _("It works, but it leads to %(end)s, and not here.") % {"end": end})
    return Outcome(False, answer.words)


def _is_here(url: str) -> bool:
    return urlsplit(url).hostname == urlsplit(settings.SITE_URL).hostname
