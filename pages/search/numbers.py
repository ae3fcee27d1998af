"""Phone numbers, as one run of digits: so that they are found however they are spaced."""

import re
from collections.abc import Collection
from itertools import chain
from typing import Any

from wagtail.blocks import StreamValue
from wagtail.models import Page

from pages.content.contact import Contact
from pages.content.contacts_page import ContactsPage
from pages.content.home import HomePage
from pages.core.inline import finished
from pages.core.ties import HereContact, PageContact
from pages.core.typed import with_digits
from pages.council.model import CouncilSettings

# As people type them: with the letter O for a nought, and +44 in any way.
RUN = re.compile(r"(?<!\w)\+?\s*\(?[0-9O](?:[\s().\-/]*[0-9O])*(?!\w)", re.IGNORECASE)
NOUGHTS = str.maketrans("Oo", "00")
IN_TEXT = re.compile(r"(?<![0-9])(?:\+44|0)(?:[\s()\-]*[0-9]){7,12}(?![0-9])")
LEAST_BEGINNING = 5  # digits that are enough to find a number by its beginning


def digits_of(number: str) -> str:
    """The digits as they are dialled in this country: no +44, and no second 0 after it."""
    plain = with_digits(number)
    digits = "".join(char for char in plain if char.isdecimal())
    is_from_abroad = re.match(r"[\s(]*\+[\s(]*44", plain) or digits.startswith("0044")
    return "0" + digits.removeprefix("00").removeprefix("44").removeprefix("0") if is_from_abroad else digits


def numbers_in(text: str) -> set[str]:
    """The phone numbers that stand in a text."""
    return {digits_of(number) for number in IN_TEXT.findall(text)}


def as_one(query: str, known: Collection[str]) -> str:
    """The query with each number in it that is known, or begins one that is, written as one run of digits."""

    def joined(run: re.Match[str]) -> str:
        digits = digits_of(run[0].translate(NOUGHTS))
        without_plus = [digits_of(f"+{digits}")] if digits.startswith("44") else []
        for number in [digits, *without_plus]:
            begins = len(number) >= LEAST_BEGINNING and any(other.startswith(number) for other in known)
            if number in known or begins:
                return f" {number} "
        return run[0]

    return RUN.sub(joined, with_digits(query))


def contacts_of_pages(pages: Collection[Page]) -> dict[int, list[Contact]]:
    """The contacts that stand on each page. Those of every page are said to stand where one asks."""
    known = {contact.pk: contact for contact in Contact.objects.order_by("pk")}
    keys: dict[int, set[int]] = {page.pk: set() for page in pages}
    for tie in (PageContact, HereContact):
        for page, contact in tie.objects.values_list("page_id", "contact_id"):
            if page in keys:
                keys[page].add(contact)
    for page in pages:
        for block in chain(*(stream.raw_data for stream in _streams(page))):  # raw: no query for each page
            keys[page.pk].update(_contacts_in(block))
    where = next((page for kind in (ContactsPage, HomePage) for page in pages if isinstance(page, kind)), None)
    if where is not None:
        for setting in CouncilSettings.objects.all():
            line = setting.urgent_help.values_list("contact_id", flat=True)
            keys[where.pk].update(filter(None, (setting.navigators_id, setting.young_people_contact_id, *line)))
    return {page: [known[key] for key in sorted(each) if key in known] for page, each in keys.items()}


def numbers_of(contacts: Collection[Contact]) -> set[str]:
    """The numbers that people ring or text."""
    return {digits_of(number) for each in contacts for number in (each.phone, each.text_number) if number}


def owners() -> dict[str, str]:
    """Whose each number is: the names of the contacts that have it."""
    names: dict[str, list[str]] = {}
    for contact in Contact.objects.order_by("pk"):
        for number in {contact.phone, contact.text_number} - {""}:
            names.setdefault(digits_of(number), []).append(finished(contact.name))
    return {number: ", ".join(dict.fromkeys(each)) for number, each in names.items()}


def _contacts_in(block: dict[str, Any]) -> list[int]:
    """The keys of the contacts that a block of a page shows."""
    if block["type"] == "numbers":
        return [line["value"]["contact"] for line in block["value"]["lines"]]
    return [block["value"].get("contact", 0)] if block["type"] in {"contact", "line"} else []


def _streams(page: Page) -> list[StreamValue]:
    return [stream for name in ("body", "here", "lines") if (stream := getattr(page, name, None))]
