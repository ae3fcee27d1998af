"""The report drafts itself: when and whom we asked, what was said in groups with counts, and what came of each."""

import hashlib
import json
import re

from django.contrib.auth.models import User
from django.db import transaction
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
from pages.heard.consultation_report import ConsultationReportPage, ReportAnswer, WhoWasAsked
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
    return ""


@transaction.atomic
def draft(consultation: Consultation, user: User | None, *, overwrite: bool = False) -> ConsultationReportPage:
    """Makes the report's draft, or makes it again. Raises CannotDraftError or OwnWordsError."""
    page = _draft_of(consultation) or _new_page(consultation)
    if page.pk and consultation.drafted != fingerprint(page) and not overwrite:
        raise OwnWordsError
    _fill(page, consultation)
    if not page.pk:
        _parent().add_child(instance=page)
    page.save_revision(user=user)
    consultation.report = page
    consultation.drafted = fingerprint(page)
    consultation.save(update_fields=["report", "drafted"])
    return page


def fingerprint(page: ConsultationReportPage) -> str:
    """What a draft says, as one short name that changes with any word of it."""
    blocks = [[block["type"], block["value"]] for block in page.body.get_prep_value()]
    asked = [[row.role, row.number] for row in page.asked.all()]
    answers = [[row.asked_for, row.answer, row.about_id, str(row.date)] for row in page.answers.all()]
    days = [str(page.asked_from), str(page.asked_until)]
    words = json.dumps([page.title, page.search_description, page.how, days, blocks, asked, answers])
    return hashlib.sha256(OF_THE_EDITOR.sub("", words).encode()).hexdigest()


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
    return ConsultationReportPage(slug=f"report-{consultation.slug}", kept_by=kept_by, live=False)


def _parent() -> HaveYourSayPage:
    parent = HaveYourSayPage.objects.first()
    if parent is None:
        raise CannotDraftError(_("There is no page “Have your say” yet. Make it first."))
    return parent


def _fill(page: ConsultationReportPage, consultation: Consultation) -> None:
    numbers = tally.took_part(consultation)
    page.title = _("What families told us: %(title)s") % {"title": consultation.title}
    page.search_description = _("What families said when we asked them, and what we changed.")
    page.asked_from, page.asked_until = consultation.opens, consultation.closes
    page.example_details = consultation.example
    page.how = _how(consultation, numbers.get(tally.NOT_SAID, 0))
    page.asked = [
        WhoWasAsked(role=role, number=numbers[role], sort_order=order)
        for order, role in enumerate(Voice.values)
        if numbers.get(role)
    ]
    groups = list(consultation.groups.all())
    body = StreamValue(page.body.stream_block, [("text", {"text": _what_was_said(groups)})])
    page.body = body
    page.answers = [
        ReportAnswer(
            asked_for=group.you_said,
            answer=group.we_did or group.why_not,
            about_id=group.about_id,
            date=group.day,
            sort_order=order,
        )
        for order, group in enumerate(groups)
        if group.is_answered()
    ]


def _how(consultation: Consultation, not_said: int) -> str:
    ways = [] if consultation.only_elsewhere else [_("With a form on this site, and on paper.")]
    ways += [consultation.elsewhere] if consultation.elsewhere else []
    if not_said:
        words = ngettext("%(count)s person did not say who they are.", "%(count)s people did not say.", not_said)
        ways.append(words % {"count": not_said})
    return " ".join(ways)[:300]


def _what_was_said(groups: list[AnswerGroup]) -> str:
    rows = []
    for group in groups:
        people = group.parts.exclude(answer__state=AnswerState.ASIDE).values("answer").distinct().count()
        words = ngettext("%(count)s person", "%(count)s people", people) % {"count": people}
        rows.append((group.title, words, group.you_said))
    if not rows:
        return format_html("<p>{}</p>", _("Nobody’s answers are in a group yet."))
    return format_html_join("", "<p><b>{}</b> ({}). {}</p>", rows)


def _consultation_of(page: object) -> Consultation | None:
    return Consultation.objects.filter(report_id=page.pk).first() if isinstance(page, ConsultationReportPage) else None
