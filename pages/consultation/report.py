"""The report drafts itself: when and whom we asked, what was said in groups with counts, and what came of each."""

import hashlib
import itertools
import json
import re
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Count, Q
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.blocks import StreamValue

from pages.consultation import tally
from pages.consultation.model import AnswerGroup, Consultation
from pages.consultation.vocabulary import AnswerState
from pages.core.vocabulary import Voice
from pages.heard.consultation_report import NOT_SAID, ConsultationReportPage, ReportAnswer, WhoWasAsked
from pages.heard.have_your_say import HaveYourSayPage

# What the editor adds to a paragraph when somebody saves it unchanged.
OF_THE_EDITOR = re.compile(r' data-block-key=\\"[^"]*\\"')


class CannotDraftError(Exception):
    """There is no place for the report, or it is published; the message says which."""


class OwnWordsError(Exception):
    """Somebody has changed the draft: making it again would take their words away."""


def why_not_publish(page: object) -> str:
    """What keeps a report from being published, also for a later day: people may still answer, an answer that nobody
    read, or a group without an answer.
    """
    consultation = _consultation_of(page)
    if consultation is None:
        return ""
    if consultation.is_open(timezone.localdate()):
        words = _("People can answer “%(title)s” until the end of %(day)s. Publish the report after that day.")
        return words % {"title": consultation.title, "day": date_format(consultation.closes, "j F Y")}
    if unread := consultation.answers.filter(state=AnswerState.NEW).count():
        words = ngettext(
            "%(count)s answer to “%(title)s” is not read yet. Read it first.",
            "%(count)s answers to “%(title)s” are not read yet. Read them first.",
            unread,
        )
        return words % {"count": unread, "title": consultation.title}
    if unanswered := [group.title for group in consultation.groups.all() if not group.is_answered()]:
        words = _("Say what people said, and what you did or why not, for: %(groups)s.")
        return words % {"groups": ", ".join(unanswered)}
    if consultation.drafted_from and consultation.drafted_from != _made_from(consultation):
        return _("Answers or groups have changed since this report was drafted. Draft it again: your words can stay.")
    return ""


@transaction.atomic
def draft(
    consultation: Consultation, user: User | None, *, overwrite: bool = False, keep_words: bool = False
) -> ConsultationReportPage:
    """Makes the report's draft, or makes it again. Raises CannotDraftError or OwnWordsError.

    With `keep_words` only what is counted is made again: an officer's own words stay.
    """
    page = _draft_of(consultation) or _new_page(consultation)
    has_own_words = bool(page.pk) and consultation.drafted != fingerprint(page)
    if has_own_words and not (overwrite or keep_words):
        raise OwnWordsError
    if has_own_words and keep_words:
        _fill_what_is_counted(page, consultation)
    else:
        _fill(page, consultation)
    if not page.pk:
        _parent().add_child(instance=page)
    page.save_revision(user=user)
    consultation.report = page
    consultation.drafted = consultation.drafted if has_own_words and keep_words else fingerprint(page)
    consultation.drafted_from = _made_from(consultation)
    consultation.save(update_fields=["report", "drafted", "drafted_from"])
    return page


def fingerprint(page: ConsultationReportPage) -> str:
    """What a draft says, as one short name that changes with any word of it."""
    blocks = [[block["type"], block["value"]] for block in page.body.get_prep_value()]
    asked = [[row.role, row.number] for row in page.asked.all()]
    answers = [[row.asked_for, row.answer, row.about_id, str(row.date)] for row in page.answers.all()]
    days = [str(page.asked_from), str(page.asked_until)]
    return _short([page.title, page.search_description, page.how, days, blocks, asked, answers])


def _made_from(consultation: Consultation) -> str:
    """What a draft is made from, as one short name that changes with every answer and group."""
    groups = [
        [group.title, group.you_said, group.we_did, group.why_not, group.about_id, str(group.day), people]
        for group, people in _groups(consultation)
    ]
    days = [str(consultation.opens), str(consultation.closes)]
    return _short([days, sorted(tally.took_part(consultation).items()), groups])


def _short(said: list[Any]) -> str:
    return hashlib.sha256(OF_THE_EDITOR.sub("", json.dumps(said)).encode()).hexdigest()


def _draft_of(consultation: Consultation) -> ConsultationReportPage | None:
    page = consultation.report
    if page is None:
        return None
    if page.live or page.first_published_at:
        raise CannotDraftError(_("The report is published already. Edit it there."))
    return page.get_latest_revision_as_object()


def _new_page(consultation: Consultation) -> ConsultationReportPage:
    """Kept right by whoever keeps “Have your say” right here, so that nothing is missing when it is published."""
    parent = _parent()
    kept_by = parent.kept_by or parent.here_kept_by
    return ConsultationReportPage(slug=_free_slug(parent, f"report-{consultation.slug}"), kept_by=kept_by, live=False)


def _free_slug(parent: HaveYourSayPage, slug: str) -> str:
    """The address, with a number where another page has it."""
    taken = set(parent.get_children().values_list("slug", flat=True))
    numbered = (f"{slug}-{number}" for number in itertools.count(2))
    return slug if slug not in taken else next(each for each in numbered if each not in taken)


def _parent() -> HaveYourSayPage:
    parent = HaveYourSayPage.objects.first()
    if parent is None:
        raise CannotDraftError(_("There is no page “Have your say” yet. Make it first."))
    return parent


def _fill(page: ConsultationReportPage, consultation: Consultation) -> None:
    page.title = _("What families told us: %(title)s") % {"title": consultation.title}
    page.search_description = _("What families said when we asked them, and what we changed.")
    page.example_details = consultation.example
    page.how = _how(consultation)
    page.body = StreamValue(page.body.stream_block, [("text", {"text": _what_was_said(_groups(consultation))})])
    _fill_what_is_counted(page, consultation)


def _fill_what_is_counted(page: ConsultationReportPage, consultation: Consultation) -> None:
    """The days, how many took part, and what came of each group: what is never an officer's own words."""
    numbers = tally.took_part(consultation)
    page.asked_from, page.asked_until = consultation.opens, consultation.closes
    roles = [(role, role) for role in Voice.values] + [(tally.NOT_SAID, NOT_SAID)]
    page.asked = [
        WhoWasAsked(role=role, number=numbers[counted], sort_order=order)
        for order, (counted, role) in enumerate(roles)
        if numbers.get(counted)
    ]
    page.answers = [
        ReportAnswer(
            asked_for=group.you_said,
            answer=group.we_did or group.why_not,
            about_id=group.about_id,
            date=group.day,
            sort_order=order,
        )
        for order, group in enumerate(consultation.groups.all())
        if group.is_answered()
    ]


def _how(consultation: Consultation) -> str:
    ways = [] if consultation.only_elsewhere else [_("With a form on this site, and on paper.")]
    ways += [consultation.elsewhere] if consultation.elsewhere else []
    return " ".join(ways)[:300]


def _groups(consultation: Consultation) -> list[tuple[AnswerGroup, int]]:
    """The groups, each with how many people's answers are in it."""
    counted = Count("parts__answer", filter=~Q(parts__answer__state=AnswerState.ASIDE), distinct=True)
    return [(group, group.people) for group in consultation.groups.annotate(people=counted).order_by("sort_order")]


def _what_was_said(groups: list[tuple[AnswerGroup, int]]) -> str:
    rows = []
    for group, people in groups:
        words = ngettext("%(count)s person", "%(count)s people", people) % {"count": people}
        rows.append((group.title, words, group.you_said))
    if not rows:
        return format_html("<p>{}</p>", _("Nobody’s answers are in a group yet."))
    return format_html_join("", "<p><b>{}</b> ({}). {}</p>", rows)


def _consultation_of(page: object) -> Consultation | None:
    return Consultation.objects.filter(report_id=page.pk).first() if isinstance(page, ConsultationReportPage) else None
