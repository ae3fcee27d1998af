"""How sign-offs stand now: for the list, the editor and the desk."""

from collections.abc import Iterable
from typing import NamedTuple

from django.db.models import QuerySet
from wagtail.models import Page

from pages.sign_off.model import SignOffPage, Verdict

from .draft import current_fingerprint

MOST_IN_EDITOR = 5


class Standing(NamedTuple):
    """One draft that was sent, and whether its page's draft still says the same."""

    entry: SignOffPage
    changed: bool


def with_pages(entries: QuerySet) -> QuerySet:
    """Drafts with what the lists show of their pages, without the texts themselves."""
    return entries.select_related("page", "sign_off").defer("content")


def standing(entries: Iterable[SignOffPage]) -> list[Standing]:
    return [Standing(entry, current_fingerprint(entry.page) != entry.fingerprint) for entry in entries]


def of_page(page: Page) -> list[Standing]:
    """What was said of this page, newest first; what was withdrawn before an answer came says nothing."""
    entries = with_pages(SignOffPage.objects.filter(page=page.pk)).exclude(
        sign_off__withdrawn_at__isnull=False, verdict=Verdict.WAITING
    )
    return standing(entries.order_by("-sign_off__made_at")[:MOST_IN_EDITOR])
