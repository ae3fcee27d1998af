from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.db.models import prefetch_related_objects
from wagtail.models import Page

from pages.core.remembered import remembered

from .content_version import ContentVersion

_drafts: ContextVar[tuple[Page, ...]] = ContextVar("drafts_shown_as_open", default=())


def open_pages() -> dict[int, Page]:
    """Every page that readers can open, by its key, in the order of the tree.

    It is remembered for each version of the content, with its code, who it is for and where it is a guest, so that
    lists, breadcrumbs and links ask the database nothing. Long texts are left out. Change none of these pages.
    """
    pages = _pages_at(ContentVersion.current())
    if not (drafts := _drafts.get()):
        return pages
    both = pages | {page.pk: page for page in drafts}
    return {page.pk: page for page in sorted(both.values(), key=lambda page: page.path)}


@contextmanager
def shown_as_open(drafts: list[Page]) -> Iterator[None]:
    """Inside it these drafts stand in lists and links as if they were published: for whoever signs them off.

    Nothing that is remembered for all readers may be worked out inside it.
    """
    token = _drafts.set(tuple(drafts))
    try:
        yield
    finally:
        _drafts.reset(token)


@remembered
def _pages_at(version: object) -> dict[int, Page]:
    opened = Page.objects.live().public().filter(depth__gt=1).order_by("path")
    pages = list(opened.defer_streamfields().specific())
    prefetch_related_objects(pages, "eligibility", "here_reasons", "needs", "also_in", "short_code")
    return {page.pk: page for page in pages}
