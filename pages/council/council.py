"""What every page shows of the council: names, Navigators, urgent help, menus, words to explain.

It is worked out once for each version of the content and remembered; the last version that was read is also
written to disk, so that error pages can give the Navigators' number while the database is down.
"""

import datetime
from dataclasses import dataclass, field
from functools import cached_property

from django.db import DatabaseError
from wagtail.models import Page, Site

from pages.content.explain import Explainer
from pages.content.glossary_term import GlossaryTerm
from pages.content.home import HomePage
from pages.content.information import InformationPage
from pages.content.policy import Policy
from pages.content.section import SectionPage
from pages.core.bank_holidays import bank_holiday_name
from pages.core.content_version import ContentVersion
from pages.core.offer_version import OfferVersion
from pages.core.remembered import remembered
from pages.core.small_writes import short_waits
from pages.core.vocabulary import Audience
from pages.council import snapshot as council_snapshot
from pages.council.colour import BRAND
from pages.council.examples import live_examples
from pages.council.model import CouncilSettings
from pages.council.opening import OpeningTimes, opening_times
from pages.council.opening_words import week_words

CONTACT_FIELDS = (
    "slug",
    "name",
    "phone",
    "phone_link",
    "text_words",
    "text_number",
    "text_link",
    "email",
    "hours",
    "cost",
)
CONTACT_FIELDS += ("address", "example", "reply_time")


@dataclass
class Council:
    """Plain values only, so that it can be written down. Links are pairs of words and address."""

    council_name: str = ""
    short_name: str = ""
    area: str = ""
    website: str = ""
    logo_url: str = ""
    navigators: dict = field(default_factory=dict)
    navigator_meaning: str = ""
    urgent: list = field(default_factory=list)
    web_address: str = ""
    web_address_example: bool = False
    other_formats: str = ""
    brand_colour: str = BRAND
    demonstration: bool = False
    home_url: str = "/"
    sections: list = field(default_factory=list)
    information: list = field(default_factory=list)
    places: dict = field(default_factory=dict)
    glossary: list = field(default_factory=list)
    opening: dict = field(default_factory=dict)
    ring_back_days: int = 1
    callbacks_kept_days: int = 90
    young_people_contact: dict = field(default_factory=dict)
    young_people_paths: list = field(default_factory=list)
    leave_address: str = ""
    policies: list = field(default_factory=list)
    version_number: int = 0
    version_day: str = ""

    @cached_property
    def explainer(self) -> Explainer:
        """Finds the glossary's words and the names of policies in a page."""
        return Explainer(self.glossary, self.places.get("glossary", ""), self.policies)

    @cached_property
    def opening_times(self) -> OpeningTimes | None:
        """When the Navigators answer; None while nobody has said. What is open *now* is for the caller's clock."""
        return opening_times(self.opening, bank_holiday_name) if self.opening.get("hours") else None

    def speaks_to_young_people(self, page) -> bool:
        """True for a section for young people and every page in it."""
        return any(page.path.startswith(path) for path in self.young_people_paths)

    @property
    def version_date(self) -> datetime.date | None:
        """The day of the newest version of the offer; None while there is none."""
        return datetime.date.fromisoformat(self.version_day) if self.version_day else None

    @property
    def brand_is_own(self) -> bool:
        return self.brand_colour != BRAND

    @property
    def brand_code(self) -> str:
        """The brand colour as it stands in addresses."""
        return self.brand_colour.removeprefix("#")


def current_council() -> Council:
    """The council of the default site; when the database can't be asked, the last one known."""
    try:
        return council_at(ContentVersion.current())
    except (DatabaseError, OSError):
        return council_snapshot.last_known(Council)


@remembered
def council_at(version) -> Council:
    with short_waits():  # a logo that was never drawn in this size is written down on the way
        council = read_council()
    council_snapshot.remember(council)
    return council


def read_council() -> Council:
    """Reads everything from the database: a dozen small queries, once for each version."""
    site = Site.objects.select_related("root_page").filter(is_default_site=True).first()
    if site is None:
        return Council()
    chosen = (
        CouncilSettings.objects.select_related("navigators", "young_people_contact", "logo").filter(site=site).first()
        or CouncilSettings()
    )
    home = HomePage.objects.filter(pk=site.root_page_id).first()
    opening = chosen.opening() if chosen.pk else {}
    version = OfferVersion.objects.first()
    return Council(
        council_name=chosen.council_name,
        short_name=chosen.council_short_name,
        area=chosen.area,
        website=chosen.council_website,
        logo_url=chosen.logo.get_rendition("max-240x96").url if chosen.logo else "",
        navigators=_navigators(chosen, opening),
        navigator_meaning=chosen.navigator_meaning,
        urgent=_urgent(chosen),
        web_address=chosen.web_address,
        web_address_example=chosen.web_address_example,
        other_formats=chosen.other_formats,
        brand_colour=chosen.brand_colour,
        demonstration=bool(chosen.pk)
        and (chosen.demonstration_notice or bool(live_examples() or chosen.own_examples())),
        sections=_sections(home),
        information=_information(home),
        places=_places(home),
        glossary=_glossary(),
        opening=opening,
        ring_back_days=chosen.ring_back_days,
        callbacks_kept_days=chosen.callbacks_kept_days,
        young_people_contact=_contact(chosen.young_people_contact),
        young_people_paths=_young_people_paths(),
        leave_address=chosen.leave_address,
        policies=_policies(),
        version_number=version.number if version else 0,
        version_day=str(version.day) if version else "",
    )


def _contact(contact) -> dict:
    return {name: getattr(contact, name) for name in CONTACT_FIELDS} if contact else {}


def _navigators(chosen: CouncilSettings, opening: dict) -> dict:
    """The Navigators' contact. Its hours follow from the weekly hours where there are any: nothing is typed twice."""
    contact = _contact(chosen.navigators)
    if contact and (words := week_words(opening_times(opening, bank_holiday_name))):
        contact["hours"] = words
    return contact


def _young_people_paths() -> list[str]:
    sections = SectionPage.objects.filter(audience=Audience.YOUNG_PEOPLE)
    return list(sections.order_by("path").values_list("path", flat=True))


def _urgent(chosen: CouncilSettings) -> list[dict]:
    if not chosen.pk:
        return []
    return [{"words": line.words, **_contact(line.contact)} for line in chosen.urgent_help.select_related("contact")]


def _sections(home: HomePage | None) -> list[dict]:
    if home is None:
        return []
    return [
        {"title": page.menu_title, "url": page.url, "summary": page.summary, "icon": page.icon}
        for page in SectionPage.objects.child_of(home).live().public().order_by("path")
    ]


def _information(home: HomePage | None) -> list[tuple[str, str]]:
    if home is None:
        return []
    pages = InformationPage.objects.child_of(home).live().public().order_by("path")
    return [(page.menu_title, page.url) for page in pages]


def _places(home: HomePage | None) -> dict[str, str]:
    """Addresses of the page kinds of which there is one: contacts, glossary, leaflet."""
    if home is None:
        return {}
    pages = Page.objects.child_of(home).live().public()
    kinds = [(page.specific_class, page.url) for page in pages]
    return {kind.__name__.removesuffix("Page").lower(): url for kind, url in kinds if kind.max_count_per_parent == 1}


def _policies() -> list[dict]:
    policies = Policy.objects.select_related("document")
    return [
        {"slug": policy.slug, "url": policy.link, "spellings": policy.spellings} for policy in policies if policy.link
    ]


def _glossary() -> list[dict]:
    return [
        {"slug": term.slug, "term": term.term, "meaning": term.meaning, "spellings": term.spellings}
        for term in GlossaryTerm.objects.filter(explain=True)
    ]
