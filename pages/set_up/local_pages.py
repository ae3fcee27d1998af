"""The pages that every council has to write itself: made as drafts, each with the questions it must answer."""

from html import escape
from typing import Any

from wagtail.models import Page

from pages.content.eligibility import Eligibility
from pages.content.home import HomePage
from pages.core.vocabulary import Answer, Arrangement
from pages.council.model import CouncilSettings
from pages.offer_files.names import kinds
from pages.offer_files.site import empty_page
from pages.set_up.council import council_settings
from pages.set_up.every_council import LocalPage, Question, every_council
from pages.set_up.model import SetUp


def make_local_pages(set_up: SetUp) -> list[Page]:
    """Makes those that are not there; a page that the national layer or an officer made is left alone."""
    home, council = HomePage.objects.get(), council_settings()
    made = []
    for wanted in every_council().pages:
        parent = _at(home, wanted.parent)
        if parent and not _at(home, wanted.path):
            made.append(_make(wanted, parent, set_up, council))
    return made


def _at(home: HomePage, path: str) -> Page | None:
    return Page.objects.filter(url_path=f"{home.url_path}{path.lstrip('/')}").first()


def _make(wanted: LocalPage, parent: Page, set_up: SetUp, council: CouncilSettings) -> Page:
    page: Any = empty_page(kinds()[wanted.kind], wanted.title, wanted.slug)
    page.search_description = wanted.summary
    page.kept_by = set_up.lead_post
    if council.lead_email:
        page.owner_name, page.owner_email = set_up.lead_post, council.lead_email
    _ask(page, wanted.questions)
    if wanted.kind == "support":
        page.provider_name = council.council_short_name
        page.eligibility = [
            Eligibility(arrangement=arrangement, answer=Answer.MAYBE, sort_order=order)
            for order, arrangement in enumerate(Arrangement)
        ]
    parent.add_child(instance=page)
    page.save_revision()
    return page


def _ask(page: Any, questions: list[Question]) -> None:
    """As questions of the page, where pages have them; else in its text."""
    if not hasattr(page, "questions"):
        page.body = [("text", {"text": _as_examples(questions)})]
        return
    model = type(page).questions.rel.related_model
    page.questions = [model(**row._asdict(), sort_order=order) for order, row in enumerate(questions)]


def _as_examples(questions: list[Question]) -> str:
    """The questions as text with the example mark, which nobody can publish by mistake as an answer."""
    return "".join(f"<p><mark>{escape(row.question)} ({escape(row.asked_of)})</mark></p>" for row in questions)
