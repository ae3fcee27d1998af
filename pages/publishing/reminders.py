"""Who must be reminded of which pages: each owner once for each page and stage, the kinship lead when nothing happens.

A reminder is written down only when its message has gone out, so what could not be sent is sent the next day.
"""

import datetime
import logging
from typing import NamedTuple

from pages.core.may_be_down import may_be_down
from pages.publishing import reminder_mail
from pages.publishing.checking import SOON, Due, every_page
from pages.publishing.letter import Letter
from pages.publishing.owners import lead_addresses
from pages.publishing.reminder import Reminder, ReminderStage

logger = logging.getLogger(__name__)

OWNERS_TIME = datetime.timedelta(days=14)  # so long a page may be overdue before the lead hears of it


class Round(NamedTuple):
    """What one round of reminding did, in messages, and how many pages nobody could be told of."""

    sent: int = 0
    failed: int = 0
    without_reader: int = 0


def send(day: datetime.date) -> Round:
    """Sends what is to be sent on `day`. One message that fails keeps none of the others back.

    Raises NowhereToSendError while there is no mail server and something waits.
    """
    waiting = letters(day)
    if waiting:
        reminder_mail.check()
    done = [_send(letter) for letter in waiting if letter.to]
    lost = {due.page.pk for letter in waiting if not letter.to for _stage, due in letter.about}
    return Round(done.count(True), done.count(False), len(lost))


def letters(day: datetime.date) -> list[Letter]:
    """The messages of `day`, without what went out before."""
    leads = lead_addresses()
    wanted = [(stage, due) for due in every_page(day) for stage in _stages(due, day)]
    known = set(Reminder.objects.values_list("page_id", "stage", "due"))
    letter_to: dict[tuple, Letter] = {}
    for stage, due in wanted:
        if (due.page.pk, stage, due.page.next_check) in known:
            continue
        owner = due.owner if due.owner and due.owner.email and stage != ReminderStage.LEAD else None
        to = (owner.email,) if owner else leads
        letter_to.setdefault((to, owner), Letter(to, owner)).about.append((stage, due))
    return list(letter_to.values())


def _stages(due: Due, day: datetime.date) -> list[ReminderStage]:
    left = due.page.next_check - day
    if left > SOON:
        return []
    if left > datetime.timedelta():
        return [ReminderStage.SOON]
    late = -left > OWNERS_TIME
    return [ReminderStage.DUE, ReminderStage.LEAD] if late else [ReminderStage.DUE]


def _send(letter: Letter) -> bool:
    failed = "A reminder of %d pages could not be mailed"
    is_sent = False
    with may_be_down(logger, failed, len(letter.about), level=logging.ERROR):
        reminder_mail.send(letter)
        is_sent = True
    if is_sent:
        rows = [Reminder(page=due.page, stage=stage, due=due.page.next_check) for stage, due in letter.about]
        Reminder.objects.bulk_create(rows, ignore_conflicts=True)
    return is_sent
