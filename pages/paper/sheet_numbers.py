"""Whom to ring, as a page's one sheet says it: with the hours, for a sheet is read at night too."""

from typing import NamedTuple

from wagtail.models import Page

from pages.content.contact import Contact
from pages.core.base_page import BasePage

DANGER = "999"
MOST_CONTACTS = 3


class Line(NamedTuple):
    """Somebody to ring, and why: in the page's words, else in those of the contact."""

    contact: Contact
    words: str = ""


def begins_with_numbers(page: Page) -> bool:
    return isinstance(page, BasePage) and page.begins_with_numbers


def is_for_a_crisis(page: Page) -> bool:
    return isinstance(page, BasePage) and page.is_for_a_crisis


def numbers_of(page: Page, elsewhere: set[str]) -> list[Line]:
    """The numbers that a page begins with; else its contacts, but for those whom the sheet names `elsewhere`."""
    if begins_with_numbers(page):
        lines = page.body[0].value["lines"]
        return [Line(line["contact"], line["words"]) for line in lines if line["contact"]]
    contacts = page.page_contacts() if isinstance(page, BasePage) else []
    own = [contact for contact in contacts if _can_be_rung(contact) and contact.slug not in elsewhere]
    return [Line(contact) for contact in own if contact.phone != DANGER][:MOST_CONTACTS]


def _can_be_rung(contact: Contact) -> bool:
    return bool(contact.phone or contact.text_number)
