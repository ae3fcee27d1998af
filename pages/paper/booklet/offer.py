"""The whole offer as one book, kept in the store.

Making it takes seconds, so no publish and no reader waits for it. After a change another process makes it, a little
later and once for many changes; until it is done readers get the last one. While one prints no other starts: it looks
at its end for what has changed since. If it is lost, the next reader of the old book starts another, and
`manage.py print_offer` does the same by hand or from a schedule.
"""

import datetime
import fcntl
import hashlib
import logging
import subprocess
import sys
import threading
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from importlib.metadata import version
from itertools import chain

from django.conf import settings
from django.utils import timezone
from wagtail.models import Page, Site

from pages.content.glossary_page import GlossaryPage
from pages.content.glossary_term import GlossaryTerm
from pages.content.section import SectionPage
from pages.core.content_version import ContentVersion
from pages.core.overdue import overdue
from pages.core.ties import AlsoIn
from pages.council.council import current_council
from pages.money.amounts import out_of_date
from pages.paper import pdf
from pages.paper.frame import static_text
from pages.paper.leaflet.model import LeafletPage
from pages.paper.model import Paper, PaperFormat

from .document import OFFER_SHEET, SHEETS, Part, offer_html
from .entries import gather

logger = logging.getLogger(__name__)

LOCK = settings.DATA_DIR / "offer.lock"
LONGEST_PRINTING = 300
MOST_PRINTINGS = 3
OLDEST = datetime.timedelta(days=7)
_next = threading.Lock()
_running = threading.Lock()


class PrintingError(Exception):
    """Another process is printing the offer already."""


def is_stale() -> bool:
    """True when what readers can see has changed since the book was made, or its dates of meetings are old."""
    recent = timezone.now() - OLDEST
    papers = Paper.objects.filter(format=PaperFormat.OFFER, pdf__isnull=False, made_at__gt=recent)
    return not papers.filter(source_digest=_state(timezone.localdate())).exists()


def print_if_stale() -> bool:
    """Makes the book if it is stale, after any other process that makes it. True if it was made."""
    with _alone(wait=True):
        return _print()


def print_alone(begin: Callable[[], object]) -> bool:
    """Makes the book if it is stale, and again if something has changed meanwhile. True if it was made.

    It waits for nobody: PrintingError if another process makes it. `begin` is called before each making.
    """
    with _alone(wait=False):
        for number in range(MOST_PRINTINGS):
            begin()
            if not _print():
                return number > 0
        return True


def print_soon() -> None:
    """Has the book made in another process, in a while; changes until then are in it too."""
    if settings.PRINT_OFFER_AFTER is None or not _next.acquire(blocking=False):
        return
    timer = threading.Timer(settings.PRINT_OFFER_AFTER, _print_elsewhere)
    timer.daemon = True
    timer.start()


def make_offer(day: datetime.date) -> bytes:
    """The PDF of everything readers can see, printed on `day`."""
    return pdf.render(offer_html(parts(day), list(GlossaryTerm.objects.order_by("term")), current_council(), day))


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


def _print_elsewhere() -> None:
    """Another process: laying out a hundred pages would slow this one's readers, and it would keep the memory."""
    is_idle = _running.acquire(blocking=False)
    _next.release()
    if not is_idle:
        return
    try:
        if not _is_printing():
            _start()
    except (OSError, subprocess.SubprocessError) as error:
        output = (getattr(error, "stderr", None) or b"").decode(errors="replace")
        logger.error("The whole offer could not be printed; the last one stays. %s\n%s", error, output)
    finally:
        _running.release()


def _start() -> None:
    """Starts a process and waits for it. It ends itself when a printing takes too long; this limit is for one that
    can't even do that."""
    command = [sys.executable, str(settings.BASE_DIR / "manage.py"), "print_offer", "--gently"]
    longest = LONGEST_PRINTING * (MOST_PRINTINGS + 1)
    subprocess.run(command, check=True, capture_output=True, timeout=longest, cwd=settings.BASE_DIR)


def _print() -> bool:
    today = timezone.localdate()
    state = _state(today)
    if not is_stale():
        return False
    values = {"pdf": make_offer(today), "source_digest": state, "made_at": timezone.now(), "problem": ""}
    Paper.objects.update_or_create(format=PaperFormat.OFFER, defaults=values)
    return True


def _is_printing() -> bool:
    """Whether any process holds the lock. One that ends, however it ends, holds it no longer."""
    try:
        with _alone(wait=False):
            return False
    except PrintingError:
        return True


@contextmanager
def _alone(wait: bool) -> Iterator[None]:
    LOCK.parent.mkdir(parents=True, exist_ok=True)
    with LOCK.open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise PrintingError from None
        yield


def _state(day: datetime.date) -> str:
    """Names what the book is made from: the content, how it is set, and what the day makes of it."""
    content = ContentVersion.current()
    late = hashlib.sha256(str([sorted(overdue(day)), out_of_date(day)]).encode()).hexdigest()[:8]
    return f"{content.hex if content else ''}-{_design(settings.SITE_URL)}-{late}"


@cache
def _design(address: str) -> str:
    parts = [address, version("weasyprint"), *(static_text(name) for name in (*SHEETS, OFFER_SHEET))]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:16]
