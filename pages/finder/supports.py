"""The supports that readers can open, as the rules of eligibility know them; remembered for each version."""

from collections import defaultdict

from pages.content.support import AbstractSupportPage
from pages.core.content_version import ContentVersion
from pages.core.open_pages import open_pages
from pages.core.remembered import remembered
from pages.core.ties import PageNeed
from pages.core.vocabulary import Answer, CareHistory, Level
from pages.finder.eligibility import Row, Support


def supports() -> list[Support]:
    return supports_at(ContentVersion.current())


@remembered
def supports_at(version: object) -> list[Support]:
    needs = defaultdict(list)
    for page, topic in PageNeed.objects.order_by("page", "sort_order").values_list("page", "topic"):
        needs[page].append(topic)
    return [
        Support(
            pk=page.pk,
            place=page.path,
            slug=page.slug,
            level=Level(page.level),
            needs=tuple(needs[page.pk]),
            rows={row.arrangement: Row(Answer(row.answer), row.reason) for row in page.who_can_get_it()},
            any_age=page.any_age,
            age_from=page.age_from,
            age_to=page.age_to,
            older_to=page.older_to,
            older_reason=page.older_reason,
            care=CareHistory(page.looked_after),
            depends_on_need=page.depends_on_need,
        )
        for page in open_pages().values()
        if isinstance(page, AbstractSupportPage)
    ]
