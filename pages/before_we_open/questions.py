"""The questions that only the council can answer, and that its pages do not answer yet."""

from django.db.models import prefetch_related_objects
from wagtail.models import Page

from pages.core.base_page import BasePage
from pages.core.content_version import ContentVersion
from pages.core.remembered import remembered
from pages.core.ties import Question


def unanswered_live() -> dict[int, list[Question]]:
    """Those of what readers see, by the keys of their pages. Remembered: don't change it."""
    return _live_at(ContentVersion.current())


@remembered
def _live_at(version: object) -> dict[int, list[Question]]:
    asking = Page.objects.live().filter(pk__in=Question.objects.values("page")).specific()
    pages = [page for page in asking if isinstance(page, BasePage)]
    prefetch_related_objects(pages, "questions")
    return {page.pk: questions for page in pages if (questions := unanswered(page))}


def unanswered(page: BasePage) -> list[Question]:
    """Those of a page as it stands in memory. One that is answered by an example is on the list as that example."""
    return [question for question in page.open_questions() if not page.answered().get(question.key)]
