"""When pages were checked and are due again. Only `check` moves the date: saving and publishing never do."""

import datetime
from dataclasses import dataclass

from django.contrib.auth.models import User
from django.db import models, transaction
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import log
from wagtail.models import Page

from pages.content.section import titles_of_sections
from pages.core.announce import announce_change
from pages.core.base_page import BasePage
from pages.core.owners import Owner, owner_of, users_by_key

CHECKED = "pages.check"
SOON = datetime.timedelta(days=14)


class State(models.TextChoices):
    OVERDUE = "overdue", _("Overdue")
    EXAMPLE = "example", _("Example: nobody has checked it yet")
    SOON = "soon", _("Due soon")
    FINE = "fine", _("Checked")


@dataclass(frozen=True)
class Due:
    """One page that readers see: when it must be checked again, and who has to."""

    page: BasePage
    section: str
    owner: Owner | None
    state: State

    @property
    def owner_name(self) -> str:
        return self.owner.name if self.owner else gettext("Nobody owns this page")


def may_check(user: User, page: Page) -> bool:
    """Whoever may edit the page may say that it is right; a national text without a part of ours, only its editors."""
    is_ours = getattr(page, "own_last_check", None) is not None
    return page.live and is_ours and page.permissions_for_user(user).can_edit()


@transaction.atomic
def check(page: BasePage, user: User, day: datetime.date) -> None:
    """Says that somebody has read the whole page on `day` and that it is true. Drafts of it stay as they are.

    On a national page that is said of the council's part: when the rest was checked for England, the layer says.
    """
    checked = {"here_last_checked" if page.is_national else "last_checked": day, "check_is_example": False}
    type(page).objects.filter(pk=page.pk).update(**checked)
    for name, value in checked.items():
        setattr(page, name, value)
    log(instance=page, action=CHECKED, user=user, data={"next": page.next_own_check.isoformat()}, content_changed=True)
    announce_change()


def state_of(page: BasePage, day: datetime.date) -> State:
    if page.is_overdue(day):
        return State.OVERDUE
    if page.check_is_example:
        return State.EXAMPLE
    return State.SOON if page.next_check <= day + SOON else State.FINE


def every_page(day: datetime.date) -> list[Due]:
    """Every live page, the longest overdue first; read afresh, for owners change without a new version."""
    live_pages = Page.objects.live().filter(depth__gt=1).defer_streamfields().order_by("path").specific()
    pages = [page for page in live_pages if isinstance(page, BasePage)]
    users = users_by_key(pages)
    section_of = titles_of_sections(pages)
    rows = [Due(page, section_of[page.pk], owner_of(page, users), state_of(page, day)) for page in pages]
    return sorted(rows, key=lambda row: row.page.next_check)
