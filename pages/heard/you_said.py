"""“You said, we did”, as it stands on the pages it is about."""

from collections import defaultdict

from wagtail.models import Page

from pages.core.content_version import ContentVersion
from pages.core.remembered import remembered
from pages.heard.have_your_say import YouSaid


def about(page: Page) -> list[YouSaid]:
    """What became of what was said about a page, the newest first."""
    return _about_pages(ContentVersion.current()).get(page.pk, [])


@remembered
def _about_pages(version: object) -> dict[int, list[YouSaid]]:
    rows_about = defaultdict(list)
    for row in YouSaid.objects.filter(page__live=True, about__isnull=False).order_by("-date", "sort_order"):
        rows_about[row.about_id].append(row)
    return dict(rows_about)
