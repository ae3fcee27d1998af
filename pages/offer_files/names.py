"""What things are called in an offer's files, and in which order they stand."""

from functools import cache
from typing import Any

from django.db import models
from wagtail.models import Page, get_page_models

from pages.consultation.model import Consultation
from pages.content.contact import Contact
from pages.content.glossary_term import GlossaryTerm
from pages.content.policy import Policy
from pages.council.model import CouncilSettings
from pages.dated_facts.model import DatedFact
from pages.duties.checklist import Checklist
from pages.duties.standing import Standing
from pages.plain_words.plain_phrase import PlainPhrase
from pages.search.other_language import OtherLanguage
from pages.search.synonym import Synonym

type Entry = Contact | Policy | DatedFact | GlossaryTerm | PlainPhrase | Synonym | OtherLanguage | Checklist

REGISTERS: dict[str, type[Entry]] = {
    "contacts": Contact,
    "policies": Policy,
    "facts": DatedFact,
    "glossary": GlossaryTerm,
    "synonyms": Synonym,
    "languages": OtherLanguage,
    "phrases": PlainPhrase,
    "checklists": Checklist,
}
MAY_BE_MISSING = {"facts", "synonyms", "languages", "phrases", "checklists"}
SETTINGS = {"settings": CouncilSettings}
# A council's own entries that name pages, and are loaded when those are there; and the field that names each entry.
ABOUT_PAGES: dict[str, type[Standing] | type[Consultation]] = {"standings": Standing, "consultations": Consultation}
NAMED_BY: dict[type[models.Model], str] = {Standing: "item", Consultation: "slug"}
SPECIAL = {"search_description": "summary"}
KIND, CHILDREN = "kind", "children"
# Of a council's page: after which page of a national section it stands, or before all of them; the layer it left;
# and whether readers see it yet.
AFTER, FIRST, TAKEN_OVER, LIVE = "after", "first", "taken_over", "live"
# And what its followers' calendars call a group.
CALENDAR = "calendar"
OF_THE_TREE = {KIND, CHILDREN, AFTER, FIRST, TAKEN_OVER, LIVE, CALENDAR}

OTHERS = ""
ORDER = [
    KIND, "title", "short_title", "summary", "search_words", "strapline", "quick_searches",
    "level", "needs", "also_in", "provider", "provider_name", "any_age", "age_from", "age_to",
    "older_to", "older_reason", "older_arrangement", "looked_after", "care_reason", "parents", "working", "pension_age",
    "only_arrangements", "depends_on_need", "eligibility", "steps", "what_next", "cost",
    "icon", "audience", "needs_met", "asked_from", "asked_until", "how", "asked", "lines", "body", OTHERS,
    "contacts", "policies", "duties", "related", "kept_by", "checked_by", "last_checked", "check_every", "sources",
    "questions", "here", "news", "you_said", "here_reasons", "here_contacts", "here_policies", "here_kept_by",
    "here_last_checked", "here_check_every", "check_is_example",
    "urgent_help", "opening_hours", "closures", "school_terms", CALENDAR, TAKEN_OVER, AFTER, FIRST, LIVE, CHILDREN,
]  # fmt: skip
PLACES = {name: place for place, name in enumerate(ORDER)}


@cache
def kinds() -> dict[str, type[Page]]:
    """Every page kind by the name it has in a file: SupportPage is `support`."""
    return {name: model for model in get_page_models() if (name := kind_of(model))}


def kind_of(model: type[Page]) -> str:
    return model.__name__.removesuffix("Page").lower()


def name_of(field: str) -> str:
    """The name in a file of a model's field or child relation."""
    return SPECIAL.get(field, field)


def in_order(data: dict[str, Any]) -> dict[str, Any]:
    """A page's keys in the order of its file; those it does not name follow the body, as the model has them."""
    return dict(sorted(data.items(), key=lambda pair: PLACES.get(pair[0], PLACES[OTHERS])))
