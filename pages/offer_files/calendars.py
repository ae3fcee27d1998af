"""The name that a group has in the calendars of its followers. It stands in the group's file, so that the group stays
the same one when its page is made anew, or its file is moved. It is kept in Wagtail's `translation_key`."""

import uuid
from collections.abc import Mapping

from wagtail.models import Page

from pages import groups
from pages.groups.model import GroupPage

from .item import Problems, WrongError
from .names import CALENDAR
from .tree import PageFile

type Calendars = dict[str, uuid.UUID]


def read_calendars(pages: Mapping[str, PageFile], problems: Problems) -> Calendars:
    """The names by the paths of the files that have one."""
    calendars: Calendars = {}
    for path, file in pages.items():
        entry = file.item.of(dict).get(CALENDAR)
        if entry is None:
            continue
        try:
            if not issubclass(file.model, GroupPage) or file.taken_over:
                raise WrongError("is for a group of the council’s own", entry)
            key = _read(entry.of(str))
            if key is None:
                raise WrongError("is not such a name: leave it out, and export_offer writes it", entry)
            if key in calendars.values():
                raise WrongError("is the name of another group in these files: leave it out here", entry)
            calendars[path] = key
        except WrongError as wrong:
            problems.add_wrong(entry, CALENDAR, wrong)
    return calendars


def _read(text: str) -> uuid.UUID | None:
    try:
        return uuid.UUID(text)
    except ValueError:
        return None


def name_page(page: Page, file: PageFile, key: uuid.UUID | None, is_new: bool, problems: Problems) -> None:
    """Gives the page the name of its file; a new one whose file has none is the group that stood there last."""
    if not isinstance(page, GroupPage) or page.layer:
        return
    wanted = key or (groups.key_of_place(file.path) if is_new else None)
    if wanted is None or wanted == page.translation_key:
        return
    if Page.objects.filter(translation_key=wanted, locale_id=page.locale_id).exists():
        if key:
            problems.add(file.item.of(dict)[CALENDAR], CALENDAR, "is the name of another group on the site")
        return
    page.translation_key = wanted
    GroupPage.objects.filter(pk=page.pk).update(translation_key=wanted)


def form_of_calendar(page: Page) -> dict[str, str]:
    return {CALENDAR: str(page.translation_key)} if isinstance(page, GroupPage) and not page.layer else {}
