"""The versions of the offer: what publishing a page means for it, and what each version changed.

An officer's decision belongs to one revision, so publishing at once, after approval or at a set time all come to the
same: when that revision goes live, its change is written into a version, once.
"""

import datetime
import logging
from typing import Any, NamedTuple

from django.contrib.auth.models import User
from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import Page, Revision

from pages.core.base_page import BasePage
from pages.core.content_version import ContentVersion
from pages.core.law_change import LawChange
from pages.core.offer_version import OfferVersion, VersionChange
from pages.core.open_pages import open_pages
from pages.core.remembered import remembered
from pages.core.vocabulary import ChangeKind
from pages.heard.consultation_report import ConsultationReportPage
from pages.publishing.decision import PublishingDecision

logger = logging.getLogger(__name__)

RECORDED, NOT_RECORDED = "pages.new_version", "pages.new_version_without_report"
LAW_CHANGED = "pages.law_changed"
MOST_TRIES = 5
FIRST = 1  # the offer as it was before any of its versions were numbered here


class Change(NamedTuple):
    """What a version changed on a page; `page` while readers can open it."""

    title: str
    sentence: str
    page: Page | None


class Version(NamedTuple):
    """A version of the offer as readers see it."""

    number: int
    day: datetime.date
    note: str
    report: Page | None
    changes: tuple[Change, ...]

    @property
    def anchor(self) -> str:
        return f"version-{self.number}"


def decide(revision: Revision, cleaned_data: dict[str, Any], user: User | None) -> None:
    """Keeps what a ChangeForm says about publishing this revision; deciding again takes the place of it."""
    PublishingDecision.objects.update_or_create(
        revision=revision,
        defaults={
            "kind": cleaned_data["kind"],
            "what_changed": cleaned_data["what_changed"],
            "consultation_report": cleaned_data["report"],
            "decided_by": user,
            "went_live_at": None,
        },
    )


def of_day(day: datetime.date) -> OfferVersion | None:
    """The last version that came on that day."""
    return OfferVersion.objects.filter(day=day).select_related("consultation_report").first()


def record(page: BasePage, revision: Revision, now: datetime.datetime) -> OfferVersion | None:
    """Writes the change of a page that has just gone live into a version of the offer.

    Nothing is numbered without its consultation report: the history then says so. A page whose day is still to come
    is called published too, but is not live: its decision waits until then.
    """
    if not page.live:
        return None
    with transaction.atomic():
        decision = _taken_now(revision, now)
        if decision is None or decision.kind == ChangeKind.SMALL:
            return None
        if decision.kind == ChangeKind.LAW:
            _record_law(page, revision, decision, timezone.localdate(now))
            return None
        sentence, report = decision.what_changed, decision.consultation_report
        version = _version(report, timezone.localdate(now)) if report and report.live else None
        if version:
            _add(version, page, sentence)
        action = RECORDED if version else NOT_RECORDED
        data = {"number": version.number if version else None, "sentence": sentence}
        log(instance=page, action=action, user=decision.decided_by or revision.user, data=data, revision=revision)
    return version


def of_the_law() -> tuple[tuple[LawChange, Page | None], ...]:
    """What the law changed, the newest first, each with its page while readers can open it."""
    pages = open_pages()
    return tuple((change, pages.get(change.page_id or 0)) for change in _law_at(ContentVersion.current()))


def published() -> tuple[Version, ...]:
    """Every version, the newest first. What is remembered names pages by key: a signer's drafts are no one else's."""
    pages = open_pages()
    return tuple(
        Version(
            number=row.number,
            day=row.day,
            note=row.note,
            report=pages.get(row.consultation_report_id),
            changes=tuple(
                Change(change.title, change.sentence, pages.get(change.page_id) if change.page_id else None)
                for change in row.changes.all()
            ),
        )
        for row in _rows_at(ContentVersion.current())
    )


def brought_by(report: ConsultationReportPage) -> dict[int, Version]:
    """The version that followed from a report for each page that it changed."""
    versions = (version for version in published() if version.report and version.report.pk == report.pk)
    return {change.page.pk: version for version in versions for change in version.changes if change.page}


@remembered
def _rows_at(content_version: object) -> tuple[OfferVersion, ...]:
    return tuple(OfferVersion.objects.prefetch_related("changes"))


@remembered
def _law_at(content_version: object) -> tuple[LawChange, ...]:
    return tuple(LawChange.objects.all())


def _record_law(page: BasePage, revision: Revision, decision: PublishingDecision, day: datetime.date) -> None:
    LawChange.objects.create(page_id=page.pk, title=page.title, sentence=decision.what_changed, day=day)
    data = {"sentence": decision.what_changed}
    log(instance=page, action=LAW_CHANGED, user=decision.decided_by or revision.user, data=data, revision=revision)


def _taken_now(revision: Revision, now: datetime.datetime) -> PublishingDecision | None:
    """The decision about this revision, unless it was taken before: the same words going live again change nothing."""
    waiting = PublishingDecision.objects.filter(revision=revision, went_live_at=None)
    if not waiting.update(went_live_at=now):
        return None
    return PublishingDecision.objects.select_related("consultation_report", "decided_by").get(revision=revision)


def _version(report: ConsultationReportPage, day: datetime.date) -> OfferVersion:
    """The version of this day with this report, or the next one. Two at once never get the same number."""
    for _try in range(MOST_TRIES):
        if version := OfferVersion.objects.filter(day=day, consultation_report=report).first():
            return version
        number = (OfferVersion.objects.aggregate(last=Max("number"))["last"] or FIRST) + 1
        try:
            with transaction.atomic():
                return OfferVersion.objects.create(number=number, day=day, consultation_report=report)
        except IntegrityError:
            continue
    raise RuntimeError("No number was found for a new version of the offer.")


def _add(version: OfferVersion, page: BasePage, sentence: str) -> None:
    last = version.changes.aggregate(last=Max("sort_order"))["last"] or 0
    VersionChange.objects.create(
        version=version, page_id=page.pk, title=page.title, sentence=sentence, sort_order=last + 1
    )
