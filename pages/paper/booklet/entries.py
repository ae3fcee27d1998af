"""What paper says of each page, read from the live content in a few queries however many pages there are."""

import datetime
from collections import defaultdict
from dataclasses import dataclass, field
from itertools import chain

from django.utils import timezone
from wagtail.models import Page

from pages import groups
from pages.content import where_codes_lead
from pages.content.contact import Contact
from pages.content.eligibility import Eligibility, HereReason, Reason, in_order
from pages.content.short_code import ShortCode
from pages.core.ties import HereContact, PageContact, Source
from pages.core.vocabulary import Answer, Arrangement
from pages.groups.diary import Meeting
from pages.paper import qr
from pages.paper.steps import Steps, steps_of

MEETINGS = 6


@dataclass
class Entry:
    """One page of the offer as a booklet shows it."""

    page: Page
    section: str = ""
    code: str = ""
    instead_of: str = ""
    who: list[Reason] = field(default_factory=list)
    contacts: list[Contact] = field(default_factory=list)
    group: groups.Group | None = None
    meetings: list[Meeting] = field(default_factory=list)
    is_overdue: bool = False
    sources: list[Source] = field(default_factory=list)

    @property
    def anchor(self) -> str:
        return f"page-{self.page.pk}"

    @property
    def address(self) -> str:
        """Where the code leads, without what nobody types."""
        return where_codes_lead.address_of(self.code).partition("://")[2] if self.code else ""

    @property
    def steps(self) -> Steps:
        """How to get it, in a few words each."""
        return steps_of(self.page)

    @property
    def who_by_answer(self) -> list[tuple[str, list[Reason]]]:
        """Who can get it, who perhaps, and who can't, each without the reasons."""
        rows = [(str(label), [row for row in self.who if row.answer == answer]) for answer, label in Answer.choices]
        return [(label, own) for label, own in rows if own]

    @property
    def who_all(self) -> str:
        """The answer, where it is the same for every kind of kinship care."""
        answers = {row.get_answer_display() for row in self.who}
        return answers.pop() if len(answers) == 1 and len(self.who) == len(Arrangement) else ""

    @property
    def to_ring(self) -> Contact | None:
        """Whom to ring about it first; none where that is a Navigator."""
        return next((contact for contact in self.contacts if contact.phone), None)

    @property
    def qr(self) -> str:
        return qr.picture(where_codes_lead.address_of(self.code)) if self.code else ""


def gather(pages: list[Page], day: datetime.date, sections: dict[int, str] | None = None) -> list[Entry]:
    """An entry for each specific page, in order; `sections` names the section of each by the page's key.

    Meetings are those from `day` on. One that is called off is not there, for paper can't be crossed out.
    """
    keys = [page.pk for page in pages]
    codes = dict(ShortCode.objects.filter(page__in=keys).values_list("page_id", "code"))
    who, contacts = defaultdict(list), defaultdict(list)
    for row in chain(Eligibility.objects.filter(page__in=keys), HereReason.objects.filter(page__in=keys)):
        who[row.page_id].append(row)
    for tie in (HereContact, PageContact):
        for row in tie.objects.filter(page__in=keys).select_related("contact").order_by("sort_order"):
            contacts[row.page_id].append(row.contact)
    sources = defaultdict(list)
    for source in Source.objects.filter(page__in=keys):
        sources[source.page_id].append(source)
    group_of = {group.pk: group for group in groups.all_groups()}
    since = timezone.make_aware(datetime.datetime.combine(day, datetime.time.min))
    return [
        Entry(
            page=page,
            section=(sections or {}).get(page.pk, ""),
            code=codes.get(page.pk, ""),
            who=in_order(who[page.pk]),
            contacts=list(dict.fromkeys(contacts[page.pk])),
            group=group_of.get(page.pk),
            meetings=_meetings(group_of.get(page.pk), since),
            is_overdue=page.is_overdue(day),
            sources=sources[page.pk],
        )
        for page in pages
    ]


def _meetings(group: groups.Group | None, since: datetime.datetime) -> list[Meeting]:
    return [meeting for meeting in group.upcoming(since) if meeting.is_on][:MEETINGS] if group else []
