"""Reads from the database what every page shows of the council."""

from dataclasses import asdict
from functools import partial

from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Page, Site

from pages.content.contact import Contact
from pages.content.glossary_term import GlossaryTerm
from pages.content.home import HomePage
from pages.content.information import InformationPage
from pages.content.policy import Policy
from pages.content.section import SectionPage
from pages.core.bank_holidays import bank_holiday_name
from pages.core.inline import finished, in_each_text
from pages.core.offer_version import OfferVersion
from pages.core.opening import opening_times
from pages.core.opening_words import week_words
from pages.core.vocabulary import Audience
from pages.council.examples import live_examples
from pages.council.model import CouncilSettings
from pages.council.shown import Council
from pages.urgent_notice import notices_from

URGENT = "urgent-help"  # the page of the national layer
CONTACT_FIELDS = """
    slug name phone phone_link text_words text_number text_link email website hours answers cost address example
    reply_time
""".split()


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
    council = Council(
        council_name=chosen.council_name,
        short_name=chosen.council_short_name,
        area=chosen.area,
        childrens_services=chosen.childrens_services,
        navigator_name=chosen.navigator_name,
        navigator_article=chosen.navigator_article,
        navigators_name=chosen.navigators_name,
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
        young_people_url=_young_people_url(),
        leave_address=chosen.leave_address,
        policies=_policies(),
        helplines=_helplines(chosen),
        version_number=version.number if version else 0,
        version_day=str(version.day) if version else "",
        notices=notices_from(timezone.now()),
    )
    return _finished(council)


def _finished(council: Council) -> Council:
    """The council with the words in all its texts finished, so that menus, hints and the glossary know them so."""
    return Council(**in_each_text(asdict(council), partial(finished, words=council.words)))


def _contact(contact: Contact | None) -> dict:
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


def _young_people_url() -> str:
    """Where young people's pages begin; empty where no such section can be read."""
    sections = SectionPage.objects.filter(audience=Audience.YOUNG_PEOPLE).live().public()
    section = sections.order_by("path").first()
    return (section.url or "") if section else ""


def _urgent(chosen: CouncilSettings) -> list[dict]:
    if not chosen.pk:
        return []
    return [
        {"words": line.words, "young_words": line.young_words, **_contact(line.contact)}
        for line in chosen.urgent_help.select_related("contact")
    ]


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
    """Addresses of the page kinds of which there is one, as contacts, glossary, leaflet, and of the urgent help."""
    if home is None:
        return {}
    pages = list(Page.objects.child_of(home).live().public())
    kinds = [(page.specific_class, page.url) for page in pages]
    places = {kind.__name__.removesuffix("Page").lower(): url for kind, url in kinds if kind.max_count_per_parent == 1}
    urgent = next((page.url for page in pages if page.slug == URGENT), "")
    return places | ({"urgent": urgent} if urgent else {})


def _helplines(chosen: CouncilSettings) -> list[dict]:
    """Who has a number, besides the Navigators: it is shown wherever a text names them."""
    return [
        {
            "name": contact.name,
            "spellings": [] if set(contact.phone.split()) & set(contact.name.split()) else _spellings(contact.name),
            "words": _("%(words)s to %(number)s") % {"words": contact.text_words, "number": contact.text_number}
            if contact.text_number
            else contact.phone,
            "link": contact.text_link or contact.phone_link,
        }
        for contact in Contact.objects.exclude(phone="", text_number="")
        if contact.pk != chosen.navigators_id
    ]


def _spellings(name: str) -> list[str]:
    """“Kinship, the charity” is “the charity Kinship” in a sentence; helplines of NSPCC and YoungMinds are those."""
    first, _comma, what = name.partition(", ")
    if what:
        return [name, f"{what} {first}"]
    word, _space, helpline = name.partition(" ")
    return [name, word] if helpline.endswith("Helpline") and not word.istitle() else [name]


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
