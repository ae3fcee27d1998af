"""Contacts and dated facts that are examples, and those that are out of date."""

import datetime
from collections.abc import Iterator
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from pages.content.contact import Contact
from pages.content.example_numbers import is_example
from pages.dated_facts.model import DatedFact
from pages.offer_files.model import COUNCIL, PackRecord

from . import editors
from .loose_end import Kind, LooseEnd, key_of

CONTACTS, FACTS = gettext_lazy("Contacts"), gettext_lazy("Dated facts")
# What of a contact is most likely the example, the first that is filled.
TO_CONFIRM = ("phone", "text_number", "email", "address", "hours")


def fact_ends(day: datetime.date) -> Iterator[LooseEnd]:
    for contact in Contact.objects.all():
        if contact.example or is_example(contact.phone) or is_example(contact.text_number):
            yield _example_contact(contact)
    national = _facts_of_a_layer()
    for fact in DatedFact.objects.prefetch_related("rows"):
        row = fact.row_on(day)
        if row is None:
            continue
        if row.example:
            yield _fact_end(fact, Kind.EXAMPLE, "rows", _("What is it really?"), context=row.words, blocks=True)
        if row.valid_until and row.is_out_of_date(day) and fact.pk not in national:
            asks, since = _("What is it now, and until when?"), row.valid_until + datetime.timedelta(days=1)
            context = f"{row.words}. {_right_until(row.valid_until)}"
            yield _fact_end(fact, Kind.OLD, "rows", asks, context=context, since=since)


def _facts_of_a_layer() -> set[int]:
    """The keys of those that a national layer keeps right; the desk says of them too when they are out of date."""
    records = PackRecord.objects.exclude(layer=COUNCIL).filter(key__startswith="facts/")
    return set(records.values_list("object_key", flat=True))


def _example_contact(contact: Contact) -> LooseEnd:
    filled = [name for name in TO_CONFIRM if getattr(contact, name)]
    path = filled[0] if filled else "example"
    return LooseEnd(
        key_of("contact", contact.pk, "example"),
        Kind.EXAMPLE,
        str(CONTACTS),
        contact.name,
        _("How are they reached?"),
        editors.of_fact(contact, path),
        context=", ".join(getattr(contact, name) for name in filled),
        blocks=True,
    )


def _fact_end(fact: DatedFact, kind: Kind, path: str, asks: str, **values: Any) -> LooseEnd:
    url = editors.of_fact(fact, path)
    end = LooseEnd(key_of("fact", fact.pk, kind), kind, str(FACTS), fact.label, asks, url)
    return end._replace(**values)


def _right_until(day: datetime.date) -> str:
    return _("It was right until %(day)s.") % {"day": date_format(day, "j F Y")}
