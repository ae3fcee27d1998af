"""Makes content with fixed, readable values; a test names only the fields it is about."""

import datetime
import io
import itertools
from decimal import Decimal

from django.core.files.base import ContentFile
from PIL import Image
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page, Site

from pages.content.contact import Contact
from pages.content.contacts_page import ContactsPage
from pages.content.eligibility import Eligibility
from pages.content.glossary_page import GlossaryPage
from pages.content.glossary_term import GlossaryTerm
from pages.content.guide import GuidePage
from pages.content.home import HomePage
from pages.content.information import InformationPage
from pages.content.policy import Policy
from pages.content.section import SectionPage
from pages.content.support import SupportPage
from pages.core.content_version import ContentVersion
from pages.core.vocabulary import Arrangement, Per
from pages.council.model import CouncilSettings
from pages.council.school_term import SchoolTerm
from pages.dated_facts.model import DatedFact, FactRow
from pages.duties.checklist import Checklist, ChecklistItem
from pages.duties.proof import Proof, ProofKind
from pages.duties.standing import Claim, Standing
from pages.groups.meeting_dates import CancelledMeeting, DateMoved, DateOff
from pages.groups.model import GroupPage
from pages.heard.consultation_report import ConsultationReportPage, WhoWasAsked
from pages.heard.have_your_say import HaveYourSayPage
from pages.letters.model import LetterPage
from pages.paper.leaflet.model import LeafletPage
from pages.plain_words.plain_phrase import PlainPhrase
from pages.search.other_language import OtherLanguage, OtherWords
from pages.tonight.model import TonightPage

_number = itertools.count(1)


def _page(kind, title, fields):
    number = next(_number)
    values = {
        "title": f"{title} {number}",
        "slug": f"{kind.__name__.lower()}-{number}",
        "search_description": f"What {title.lower()} {number} is about.",
        "kept_by": "Kinship team",
        "last_checked": datetime.date(2026, 11, 2),
    }
    return kind(**values | fields)


def make_home(**fields):
    """The home page of the default site, in place of Wagtail's first page."""
    Page.objects.filter(depth=2).delete()
    home = _page(HomePage, "Home", {"title": "Bringing up a child in your family?", "slug": "home"} | fields)
    Page.get_first_root_node().add_child(instance=home)
    Site.objects.all().delete()
    Site.objects.create(hostname="localhost", port=8000, root_page=home, is_default_site=True, site_name="Kinship")
    return home


def make_section(home, **fields):
    return home.add_child(instance=_page(SectionPage, "Section", fields))


def make_guide(section, **fields):
    body = [("text", {"text": "<p>Ring us and we will help.</p>"})]
    return section.add_child(instance=_page(GuidePage, "Guide", {"body": body} | fields))


def make_support(section, answers=None, kind=SupportPage, **fields):
    """A support; `answers` maps arrangements to (answer, reason), every other one is a yes."""
    values = {"provider_name": "The council", "cost": "<p>Free.</p>", "age_from": 0, "age_to": 17}
    page = section.add_child(instance=_page(kind, "Support", values | fields))
    for order, arrangement in enumerate(Arrangement):
        answer, reason = (answers or {}).get(arrangement, ("yes", "You can get this."))
        Eligibility.objects.create(page=page, arrangement=arrangement, answer=answer, reason=reason, sort_order=order)
    return page


def make_letter(section, **fields):
    """A letter with three blanks: a name that it needs, a day, and room for a few sentences."""
    values = {
        "body": [("text", {"text": "<p>Use it when the child starts at a school.</p>"})],
        "letter_from": "[my-name]",
        "letter_to": "The head teacher, {area}",
        "subject": "About my grandchild",
        "letter": "Dear head teacher,\n\nThe child lives with me since [since].\n\nWhat helps: [helps]\n\n[my-name]",
        "blanks": [
            ("blank", {"key": "my-name", "label": "Your name", "help": "", "needed": True, "several_lines": False}),
            ("blank", {"key": "since", "label": "Since when", "help": "", "needed": False, "several_lines": False}),
            ("blank", {"key": "helps", "label": "What helps", "help": "", "needed": False, "several_lines": True}),
        ],
    }
    return section.add_child(instance=_page(LetterPage, "Letter", values | fields))


def make_group(section, off=(), moved=(), cancelled=(), **fields):
    """A group that meets every second Thursday of a year from 5 November 2026.

    `off` and `cancelled` are pairs of day and reason; `moved` are the fields of each move.
    """
    values = {
        "how_often": "every-second-week",
        "weekday": "thursday",
        "start_time": datetime.time(10),
        "end_time": datetime.time(12),
        "first_date": datetime.date(2026, 11, 5),
        "last_date": datetime.date(2027, 11, 4),
        "venue_name": "The community room",
        "venue_address": "1 Test Street, Testham",
    }
    page = make_support(section, kind=GroupPage, **values | fields)
    for day, reason in off:
        DateOff.objects.create(page=page, date=day, reason=reason)
    for move in moved:
        DateMoved.objects.create(**{"page": page, "reason": "The hall is full."} | move)
    for day, reason in cancelled:
        CancelledMeeting.objects.create(group=page, date=day, reason=reason)
    ContentVersion.bump()
    return page


def make_school_term(first_day, last_day, **fields):
    """A half term in the settings of the default site."""
    settings = CouncilSettings.objects.get(site__is_default_site=True)
    values = {"settings": settings, "name": "Autumn term", "first_day": first_day, "last_day": last_day}
    return SchoolTerm.objects.create(**values | fields)


def make_information(home, **fields):
    body = [("text", {"text": "<p>What you should know.</p>"})]
    return home.add_child(instance=_page(InformationPage, "Information", {"body": body} | fields))


def make_have_your_say(home, **fields):
    body = [("text", {"text": "<p>You can tell us at any time.</p>"})]
    return home.add_child(
        instance=_page(HaveYourSayPage, "Have your say", {"slug": "have-your-say", "body": body} | fields)
    )


def make_report(have_your_say, asked=(("kinship-carers", 12),), **fields):
    """The report of a consultation; `asked` are pairs of role and number."""
    values = {
        "body": [("text", {"text": "<p>They want more groups.</p>"})],
        "asked_from": datetime.date(2026, 9, 1),
        "asked_until": datetime.date(2026, 9, 30),
        "how": "At two groups and on the phone.",
    }
    page = have_your_say.add_child(instance=_page(ConsultationReportPage, "Report", values | fields))
    for role, number in asked:
        WhoWasAsked.objects.create(page=page, role=role, number=number)
    return page


def make_contacts_page(home, **fields):
    return home.add_child(instance=_page(ContactsPage, "Contacts", {"slug": "contact-us"} | fields))


def make_glossary_page(home, **fields):
    return home.add_child(instance=_page(GlossaryPage, "Glossary", {"slug": "glossary"} | fields))


def make_tonight_page(home, **fields):
    body = [("details", {"title": "There is no bed", "text": "<p>A safe place to sleep is enough.</p>"})]
    return home.add_child(instance=_page(TonightPage, "Tonight", {"slug": "tonight", "body": body} | fields))


def make_leaflet_page(home, **fields):
    values = {"slug": "leaflet", "cover_title": "Bringing up a child in your family?", "cover_words": "Help in Testham"}
    return home.add_child(instance=_page(LeafletPage, "Leaflet", values | fields))


def make_contact(**fields):
    number = next(_number)
    values = {"slug": f"contact-{number}", "name": f"Contact {number}", "purpose": "Helps with everything."}
    return Contact.objects.create(**values | {"phone": "01632 960 001"} | fields)


def make_policy(**fields):
    number = next(_number)
    values = {
        "slug": f"policy-{number}",
        "title": f"Policy {number}",
        "summary": "What we promise.",
        "owner": "Council",
    }
    return Policy.objects.create(**values | {"url": "https://www.example.org/policy"} | fields)


OF_A_FACT = {"slug", "label", "note"}


def make_fact(*rows, **fields):
    """A dated fact with these rows; with none, £26.05 a week in the tax year 2026 to 2027, changed by `fields`."""
    number = next(_number)
    of_fact = {"slug": f"fact-{number}", "label": f"Fact {number}"}
    of_row = {
        "amount": Decimal("26.05"),
        "per": Per.WEEK,
        "period": "2026 to 2027",
        "valid_from": datetime.date(2026, 4, 6),
        "valid_until": datetime.date(2027, 4, 5),
        "source": "GOV.UK",
    }
    fact = DatedFact(**of_fact | {name: value for name, value in fields.items() if name in OF_A_FACT})
    given = {name: value for name, value in fields.items() if name not in OF_A_FACT}
    fact.rows = [FactRow(**of_row | given | row) for row in (rows or [{}])]
    fact.save()
    return fact


def make_term(**fields):
    number = next(_number)
    values = {"slug": f"term-{number}", "term": f"Term {number}", "meaning": "What it means."}
    return GlossaryTerm.objects.create(**values | fields)


def make_phrase(**fields):
    return PlainPhrase.objects.create(**{"phrase": "prior to", "instead": "before"} | fields)


def make_language(**fields):
    """Polish, as a speaker has read it, with one row of words."""
    texts = {"line": "Możemy porozmawiać przez tłumacza.", "ring": "Proszę zadzwonić:", "ask": "Oddzwonimy"}
    language = OtherLanguage(
        **{"slug": f"pl-{next(_number)}", "name": "Polish", "own_name": "polski", "to_check": False, **texts} | fields
    )
    language.words = [OtherWords(topic="school", words="szkoła, szkole", to_check=False)]
    language.save()
    return language


def make_document(**fields):
    number = next(_number)
    values = {"title": f"Document {number}", "file": ContentFile(b"%PDF-1.7", name=f"document-{number}.pdf")}
    return get_document_model().objects.create(**values | fields)


def picture(colour="navy", name="picture.png"):
    """A small picture of one colour, as a file."""
    drawn = io.BytesIO()
    Image.new("RGB", (40, 20), colour).save(drawn, "PNG")
    return ContentFile(drawn.getvalue(), name=name)


def make_image(**fields):
    number = next(_number)
    values = {"title": f"Image {number}", "file": picture(name=f"image-{number}.png")}
    return get_image_model().objects.create(**values | fields)


def make_council(**fields):
    """The settings of the default site, with Navigators to ring."""
    navigators = fields.pop("navigators", None) or make_contact(
        slug="navigators", name="Navigators", phone="01632 960 123", hours="Monday to Friday, 9am to 5pm"
    )
    values = {
        "site": Site.objects.get(is_default_site=True),
        "council_name": "Testham Borough Council",
        "council_short_name": "Testham Council",
        "area": "Testham",
        "navigators": navigators,
        "navigator_meaning": "A Navigator listens and helps.",
    }
    return CouncilSettings.objects.create(**values | fields)


def make_standing(item="guidance-legal", proofs=(), signed=True, **fields):
    """What is said of an item: met, signed off on 2 November 2026 for a year, unless it is said otherwise.

    `proofs` are pages, of which the whole proves it, or the fields of each proof.
    """
    values = {"claim": Claim.MET, "sentence": "We say where to get help."}
    if signed:
        day, again = datetime.date(2026, 11, 2), datetime.date(2027, 11, 2)
        values |= {"signed_off_by": "Kinship lead", "signed_off_on": day, "look_again": again}
    standing = Standing.objects.create(item=item, **values | fields)
    for order, proof in enumerate(proofs):
        named = proof if isinstance(proof, dict) else {"page": proof}
        Proof.objects.create(**{"standing": standing, "kind": ProofKind.PART, "sort_order": order} | named)
    ContentVersion.bump()
    return standing


def make_checklist(slug="good-offer", keys=("dated",), **fields):
    values = {"title": "What makes a good offer", "source_name": "A charity’s audit"}
    checklist = Checklist.objects.create(slug=slug, **values | fields)
    for order, key in enumerate(keys):
        words = {"label": f"Point {key}", "plain": f"Say {key}."}
        ChecklistItem.objects.create(checklist=checklist, key=key, sort_order=order, **words)
    ContentVersion.bump()
    return checklist
