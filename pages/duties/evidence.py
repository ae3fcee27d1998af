"""Every standing with what its proofs rest on, read once for each version of the content; the day is applied later."""

import datetime
from collections.abc import Collection, Iterable
from typing import NamedTuple

from django.db.models import prefetch_related_objects
from django.utils.translation import gettext as _
from wagtail.models import Page

from pages.content.contact import Contact
from pages.core.base_page import BasePage
from pages.core.content_version import ContentVersion
from pages.core.inline import finished
from pages.core.open_pages import open_pages
from pages.core.remembered import remembered
from pages.heard.consultation_report import ConsultationReportPage

from .example_facts import example_facts
from .faults import CitedContact, CitedPage, Facts, names
from .parts import WHOLE, PagePart, parts_of
from .proof import Proof, ProofKind
from .standing import Standing

# What parts are made of, beside the page's own columns.
RELATIONS = ("eligibility", "here_reasons", "contacts", "here_contacts", "questions")


class Evidence(NamedTuple):
    """The standings by their items; what each cited page says, in parts, by its key; and contacts by theirs."""

    standings: dict[str, Standing]
    pages: dict[int, BasePage]
    parts: dict[int, dict[str, PagePart]]
    contacts: dict[int, Contact]

    def facts(self, proof: Proof, day: datetime.date, changed: Collection[int]) -> Facts:
        """What a proof rests on, as it is on `day`; `changed` are the pages on which something is past its day."""
        contact = self.contacts.get(proof.contact_id or 0)
        return Facts(
            kind=proof.kind,
            has_page=proof.page_id is not None,
            page=self._cited(proof, day, changed),
            contact=_cited_contact(contact) if contact else None,
            words=finished(proof.words),
            decided_on=proof.decided_on,
            url=proof.url,
        )

    def part(self, proof: Proof) -> PagePart | None:
        """The part of a page that a proof means; the whole page, unless it names another.

        A post stands in the parts that name it: one of them without an example is enough.
        """
        parts = self.parts.get(proof.page_id or 0, {})
        if proof.kind == ProofKind.POST:
            naming = [part for part in parts.values() if part.key and names(part.words, finished(proof.words))]
            return next((part for part in naming if not part.has_example), parts.get(WHOLE))
        return parts.get(proof.part if proof.kind == ProofKind.PART else WHOLE)

    def _cited(self, proof: Proof, day: datetime.date, changed: Collection[int]) -> CitedPage | None:
        page = self.pages.get(proof.page_id or 0)
        if page is None:
            return None
        is_report, whole = isinstance(page, ConsultationReportPage), self.parts[page.pk][WHOLE]
        if part := self.part(proof):
            part = part.on(example_facts(day))
        return CitedPage(page.next_check, is_report, page.check_is_example, part, page.pk in changed, whole.words)


def evidence() -> Evidence:
    """What all proofs rest on now. Remembered: don't change it."""
    return _evidence_at(ContentVersion.current())


def whole_pages(keys: Iterable[int]) -> dict[int, BasePage]:
    """The pages of these keys with all that parts are made of, in a few queries, however many they are."""
    pages = [page for page in Page.objects.filter(pk__in=keys).specific() if isinstance(page, BasePage)]
    for relation in RELATIONS:
        prefetch_related_objects([page for page in pages if hasattr(type(page), relation)], relation)
    return {page.pk: page for page in pages}


def example_contacts() -> frozenset[int]:
    """The contacts whose details are examples now."""
    return frozenset(Contact.objects.filter(example=True).values_list("pk", flat=True))


@remembered
def _evidence_at(version: object) -> Evidence:
    standings = {row.item: row for row in Standing.objects.prefetch_related("proofs__page", "proofs__contact")}
    proofs = [proof for standing in standings.values() for proof in standing.proofs.all()]
    readable = open_pages()
    pages = whole_pages({proof.page_id for proof in proofs if proof.page_id in readable})
    marked = example_contacts()
    parts = {key: parts_of(page, marked) for key, page in pages.items()}
    contacts = {proof.contact.pk: proof.contact for proof in proofs if proof.contact}
    return Evidence(standings, pages, parts, contacts)


def _cited_contact(contact: Contact) -> CitedContact:
    return CitedContact(finished(f"{contact.name} {contact.purpose}"), contact.example)


def title_of(proof: Proof) -> str:
    """What the proof's page or contact is called, though it may have gone."""
    if proof.page:
        return proof.page.title
    if proof.contact:
        return proof.contact.name
    return proof.was or _("A page that was deleted")
