"""Calls a meeting off, or puts it back on: at once, for readers, calendars and paper alike."""

import datetime

from django.db import transaction
from django.utils.formats import date_format
from wagtail.log_actions import log

from pages.core.announce import announce_change
from pages.core.any_user import AnyUser
from pages.groups.meeting_dates import CancelledMeeting
from pages.groups.model import GroupPage

CANCELLED, PUT_BACK = "pages.meeting.cancel", "pages.meeting.put_back"


def may_cancel(user: AnyUser, page: GroupPage) -> bool:
    """Whoever may publish the page may change what readers are told of its meetings."""
    return page.permissions_for_user(user).can_publish()


@transaction.atomic
def cancel(page: GroupPage, day: datetime.date, reason: str, user: AnyUser) -> bool:
    """Calls off the meeting that the rule gives on `day`. False when somebody has done so before."""
    _row, made = CancelledMeeting.objects.get_or_create(group=page, date=day, defaults={"reason": reason})
    if made:
        _tell(page, CANCELLED, day, user, reason)
    return made


@transaction.atomic
def put_back(page: GroupPage, day: datetime.date, user: AnyUser) -> bool:
    """Undoes a cancellation. False when there is none."""
    deleted, _kinds = CancelledMeeting.objects.filter(group=page, date=day).delete()
    if deleted:
        _tell(page, PUT_BACK, day, user, "")
    return bool(deleted)


def _tell(page: GroupPage, action: str, day: datetime.date, user: AnyUser, reason: str) -> None:
    data = {"day": date_format(day, "j F Y"), "reason": reason}
    log(instance=page, action=action, user=user, data=data, content_changed=True)
    announce_change()
