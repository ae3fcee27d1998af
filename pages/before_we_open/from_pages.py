"""What pages do not answer yet, what they still have of examples, which have no owner, and what has run out of date.

Of a draft that readers never saw, its questions and examples are on the list too: it can't go live without.
"""

import datetime
from collections.abc import Iterator
from typing import Any, NamedTuple

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Page, Revision

from pages.content.examples import MARK
from pages.content.section import titles_of_sections
from pages.core.base_page import BasePage
from pages.core.owners import Owner, owner_of, users_by_key
from pages.core.ties import Question
from pages.groups import all_groups
from pages.groups.model import GroupPage

from . import editors
from .examples import Example, examples_in, examples_live
from .loose_end import Kind, LooseEnd, key_of
from .questions import unanswered, unanswered_live

OUTSIDE = gettext_lazy("Pages outside the sections")


class Kept(NamedTuple):
    """A page, the group of the list that it belongs to, and who answers for it."""

    page: BasePage
    group: str
    owner: Owner | None

    def end(self, kind: Kind, asks: str, path: str = "", **values: Any) -> LooseEnd:
        page = self.page
        url = editors.of_page(page.pk, path)
        key = key_of("page", page.pk, kind, path)
        end = LooseEnd(key, kind, self.group, page.get_admin_display_title(), asks, url, owner=self.owner)
        return end._replace(**values)


def page_ends(now: datetime.datetime) -> Iterator[LooseEnd]:
    day, tree = timezone.localdate(now), pages_kept()
    drafts = _open_drafts([kept.page for kept in tree if not kept.page.live])
    examples = examples_live() | {page.pk: examples_in(page) for page in drafts}
    questions = unanswered_live() | {page.pk: unanswered(page) for page in drafts}
    groups_over = _groups_over(now)
    for kept in tree:
        page = kept.page
        for question in questions.get(page.pk, []):
            yield _question_end(kept, question)
        for example in examples.get(page.pk, []):
            yield _example(kept, example)
        if kept.owner is None:
            yield kept.end(Kind.OWNER, _("Who answers for it?"), "owner", blocks=page.live)
        if page.pk in groups_over:
            asks = _("On which days does it meet from now on?")
            yield kept.end(Kind.OLD, asks, "last_date", since=groups_over[page.pk])
        if page.live and page.check_is_example:
            yield _never_checked(kept)
        elif page.live and (since := _unchecked_since(page, day)):
            yield _overdue(kept, since)


def pages_kept() -> list[Kept]:
    """Every page that readers see or never saw; those of the sections first. What was taken offline is left out."""
    tree = Page.objects.filter(depth__gt=1).order_by("path").defer_streamfields().specific()
    pages = [page for page in tree if isinstance(page, BasePage) and (page.live or page.first_published_at is None)]
    users, section_of = users_by_key(pages), titles_of_sections(pages)
    kept = [Kept(page, section_of[page.pk] or str(OUTSIDE), owner_of(page, users)) for page in pages]
    return sorted(kept, key=lambda each: not section_of[each.page.pk])


def _open_drafts(drafts: list[BasePage]) -> list[BasePage]:
    """The newest text of each draft. Only those are taken apart in which there is a question or an example."""
    revisions = Revision.objects.in_bulk([page.latest_revision_id for page in drafts if page.latest_revision_id])
    return [
        revision.as_object()
        for revision in revisions.values()
        if revision.content.get("questions") or revision.content.get("example_details") or MARK in str(revision.content)
    ]


def _question_end(kept: Kept, question: Question) -> LooseEnd:
    """It is answered in a block of the page, which names it by its key."""
    end = kept.end(Kind.QUESTION, question.question, "here")
    where = _("What holds here, answer to “%(key)s”") % {"key": question.key}
    context = _("Ask: %(who)s.") % {"who": question.asked_of} if question.asked_of else ""
    return end._replace(key=key_of("question", kept.page.pk, question.key), where=where, context=context)


def _example(kept: Kept, example: Example) -> LooseEnd:
    end = kept.end(Kind.EXAMPLE, _question(kept.page, example), example.path, blocks=kept.page.live)
    key = key_of("page", kept.page.pk, Kind.EXAMPLE, example.path, example.words)
    return end._replace(key=key, where=example.label, context=example.context)


def _question(page: Page, example: Example) -> str:
    if example.words:
        return _("What is true instead of “%(words)s”?") % {"words": example.words}
    if example.path and isinstance(page, GroupPage):
        return _("On which days, when and where does it really meet?")
    return _("Something in it is marked as an example: what is true?")


def _groups_over(now: datetime.datetime) -> dict[int, datetime.date | None]:
    """The groups that have no meeting any more, by the keys of their pages, and since when."""
    over: dict[int, datetime.date | None] = {}
    for group in all_groups():
        if group.has_run_out(now):
            last = group.ends()
            over[group.pk] = last + datetime.timedelta(days=1) if last else None
    return over


def _unchecked_since(page: BasePage, day: datetime.date) -> datetime.date | None:
    """The day by which the council had to check the page, or its part of a national one. Nothing while it is fine."""
    due = page.next_check_here if page.is_national else page.next_check
    return due if due and due < day else None


def _never_checked(kept: Kept) -> LooseEnd:
    """The day of its last check is made up. Pressing the button that says it is checked is all that it takes."""
    asks = _("Has somebody at {council} read it, and is every word true? The check that stands there is an example.")
    end = kept.end(Kind.EXAMPLE, asks, "check", blocks=True)
    return end._replace(where=_("Last checked"), url=reverse("check-page", args=[kept.page.pk]))


def _overdue(kept: Kept, since: datetime.date) -> LooseEnd:
    page = kept.page
    asks = _("Is every word of your part still true?") if page.is_national else _("Is every word of it still true?")
    checked = (page.here_last_checked if page.is_national else None) or page.last_check
    context = _("Last checked on %(day)s.") % {"day": date_format(checked, "j F Y")}
    return kept.end(Kind.OLD, asks, context=context, since=since)
