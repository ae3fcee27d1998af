from functools import lru_cache

from django.db.models import prefetch_related_objects
from wagtail.models import Page

from .content_version import ContentVersion


def open_pages() -> dict[int, Page]:
    """Every page that readers can open, by its key, in the order of the tree.

    It is remembered for each version of the content, with its code, who it is for and where it is a guest, so that
    lists, breadcrumbs and links ask the database nothing. Long texts are left out. Change none of these pages.
    """
    return _pages_at(ContentVersion.current())


@lru_cache(maxsize=2)
def _pages_at(version) -> dict[int, Page]:
    found = Page.objects.live().public().filter(depth__gt=1).order_by("path")
    pages = list(found.defer_streamfields().specific())
    prefetch_related_objects(pages, "eligibility", "also_in", "short_code")
    return {page.pk: page for page in pages}
