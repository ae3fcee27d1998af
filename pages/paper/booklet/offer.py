"""The whole offer as one book, kept in the store.

Making it takes seconds, so no publish and no reader waits for it. After a change a worker makes it, a little later and
once for many changes; until it is done readers get the last one, and each reader of an old book asks for a new one.
`manage.py print_offer` makes it by hand.
"""

import datetime
import hashlib
from collections import defaultdict
from functools import cache
from importlib.metadata import version
from itertools import chain

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Page, Site

from pages.content.contact import Contact
from pages.content.glossary_page import GlossaryPage
from pages.content.glossary_term import GlossaryTerm
from pages.content.section import SectionPage
from pages.core.content_version import ContentVersion
from pages.core.lease import holding, is_held
from pages.core.overdue import overdue
from pages.core.progress import Say, say_nothing
from pages.core.ties import AlsoIn
from pages.council.council import current_council
from pages.dated_facts.ends import dated, past
from pages.dated_facts.shown import state_on
from pages.paper import pdf
from pages.paper.frame import SAMPLE_SHEET, static_text
from pages.paper.leaflet.model import LeafletPage
from pages.paper.model import PAPER_IS_MADE, Paper, PaperFormat

from .document import OFFER_SHEET, SHEETS, Part, offer_html, with_index
from .entries import gather
from .word_index import Word, word_index

OLDEST = datetime.timedelta(days=7)


def is_stale() -> bool:
    """True when what readers can see has changed since the book was made, or its dates of meetings are old."""
    recent = timezone.now() - OLDEST
    papers = Paper.objects.filter(format=PaperFormat.OFFER, pdf__isnull=False, made_at__gt=recent)
    return not papers.filter(source_digest=_state(timezone.localdate())).exists()


def print_if_stale(say: Say = say_nothing) -> bool:
    """Makes the book if it is stale. True if it was made; TakenError while any paper is made elsewhere."""
    with holding(PAPER_IS_MADE):
        if not is_stale():
            return False
        begun, today = timezone.now(), timezone.localdate()
        state = _state(today)
        _note(begun_at=begun)
        try:
            book = make_offer(today, say)
        except Exception as error:
            why = error if isinstance(error, pdf.PdfError) else type(error).__name__
            _note(begun_at=None, problem=_("It could not be made: %(error)s") % {"error": why})
            raise
        made = timezone.now()
        seconds = round((made - begun).total_seconds())
        _note(pdf=book, source_digest=state, made_at=made, begun_at=None, seconds=seconds, problem="")
        return True


def is_printing() -> bool:
    """Whether the book is being made now; one that was killed in the midst of it is not."""
    return Paper.objects.filter(format=PaperFormat.OFFER, begun_at__isnull=False).exists() and is_held(PAPER_IS_MADE)


def _note(**values: object) -> None:
    Paper.objects.update_or_create(format=PaperFormat.OFFER, defaults=values)


def make_offer(day: datetime.date, say: Say = say_nothing) -> bytes:
    """The PDF of everything readers can see, printed on `day`."""
    say("Reading the pages …")
    sections, terms = parts(day), list(GlossaryTerm.objects.order_by("term"))
    html = offer_html(sections, terms, current_council(), day)
    say("Laying them out on paper, to see on which page each word stands: this takes minutes …")
    index = _index(sections, terms, pdf.Layout(html))
    say("Laying them out again, with the index …")
    layout = pdf.Layout(with_index(html, index))
    say(f"Writing the PDF of {layout.page_count} pages …")
    return layout.pdf()


def _index(sections: list[Part], terms: list[GlossaryTerm], layout: pdf.Layout) -> list[Word]:
    """The words of all pages between the contents and the index itself, by the page that they are on."""
    page_of = layout.page_of
    titles = [(entry.page.title, page_of[entry.anchor]) for part in sections for entry in part.entries]
    meanings = [(term.term, page_of[f"word-{term.slug}"]) for term in terms]
    first, after = (page_of[name] for name in (sections[0].anchor if sections else "index", "index"))
    texts = {number: text for number, text in enumerate(layout.texts, 1) if first <= number < after}
    return word_index([*titles, *meanings], Contact.objects.values_list("name", flat=True), terms, texts)


def parts(day: datetime.date) -> list[Part]:
    """The sections in order with the pages in them, then the pages about the offer itself."""
    home = Site.objects.get(is_default_site=True).root_page
    pages = Page.objects.descendant_of(home).live().public().order_by("path").specific()
    sections: dict[str, Part] = {}
    about = Part("", "about")
    pages_of: dict[str, list[Page]] = defaultdict(list)
    for page in pages:
        if isinstance(page, SectionPage):
            sections[page.path] = Part(page.title, f"page-{page.pk}", page)
        elif (section := page.path[: (home.depth + 1) * Page.steplen]) in sections:
            pages_of[section].append(page)
        elif not isinstance(page, GlossaryPage | LeafletPage) and hasattr(page, "body"):
            pages_of[""].append(page)
    entries = {entry.page.pk: entry for entry in gather(list(chain(*pages_of.values())), day)}
    guests = AlsoIn.objects.order_by("page__path").values_list("page_id", "section__path")
    for path, part in sections.items():
        part.entries = [entries[page.pk] for page in pages_of[path]]
        part.guests = [entries[key].page for key, section in guests if section == path and key in entries]
    about.entries = [entries[page.pk] for page in pages_of[""]]
    return [*sections.values(), *([about] if about.entries else [])]


def _state(day: datetime.date) -> str:
    """Names what the book is made from: the content, how it is set, and what the day makes of it."""
    content = ContentVersion.current()
    old = [past(known, day) for known in dated().values()]
    late = hashlib.sha256(str([sorted(overdue(day)), state_on(day), old]).encode()).hexdigest()[:8]
    return f"{content.hex if content else ''}-{_design(settings.SITE_URL)}-{late}"


@cache
def _design(address: str) -> str:
    parts = [address, version("weasyprint"), *(static_text(name) for name in (*SHEETS, OFFER_SHEET, SAMPLE_SHEET))]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:16]
