"""Goes through the links to other websites: a bounded number at a time, the longest untried first, one by one."""

import datetime
import time
from collections import defaultdict
from collections.abc import Callable
from itertools import zip_longest
from typing import NamedTuple
from urllib.parse import urlsplit

from django.contrib.auth.models import User
from django.db.models import F, Q, QuerySet
from django.utils import timezone
from wagtail.log_actions import log

from pages.outside_links.model import OutsideLink

from .answer import Answer, note
from .asking import ask
from .places import places

TRIED, LEFT = "pages.outside_link.tried", "pages.outside_link.left"
REST = datetime.timedelta(days=6)  # A link that works is asked for about once a week.
MOST_AT_ONCE = 200
LONGEST = 15 * 60
PAUSE = 2.0


class Done(NamedTuple):
    """What came of a round; `offline` when no website answered at all, and nothing was written down."""

    tried: int
    died: int
    waiting: int
    offline: bool = False


def check(
    now: Callable[[], datetime.datetime] = timezone.now,
    *,
    most: int = MOST_AT_ONCE,
    seconds: float = LONGEST,
    pause: float = PAUSE,
    ask: Callable[[str], Answer] = ask,
    tell: Callable[[str], None] | None = None,
) -> Done:
    """Tries the links that are due, until enough are tried or the time is up; the others are first next time.

    `tell` gets a line for each link tried: which of how many, its address, what it answered.
    """
    _know_all()
    due = list(_due(now()))
    end = time.monotonic() + seconds
    tried = died = 0
    silent = []
    for link in _by_turns(due[:most]):
        if time.monotonic() >= end:
            break
        if tried:
            time.sleep(pause)
        answer = ask(link.url)
        tried += 1
        if tell:
            tell(f"{tried} of {min(most, len(due))}: {link.url}: {answer.words}")
        if answer.status is None:
            silent.append((link, answer, now()))
        else:
            died += _write_down(link, answer, now())
    if len(silent) == tried > 0 and not _anybody_answers(ask):
        return Done(tried, 0, len(due), offline=True)
    died += sum(_write_down(*each) for each in silent)
    return Done(tried, died, len(due) - tried)


def try_again(link: OutsideLink, user: User, now: datetime.datetime, ask: Callable[[str], Answer] = ask) -> Answer:
    """Tries one link at once, because an officer wants to know."""
    answer = ask(link.url)
    note(link, answer, now)
    link.save()
    log(link, TRIED, user=user, data={"answer": answer.words})
    return answer


def leave(link: OutsideLink, user: User, reason: str) -> None:
    """Takes an officer's word that the link works for people. Another answer of its site ends that."""
    link.left_because, link.dead_since, link.failures, link.gone = reason, None, 0, 0
    link.save()
    log(link, LEFT, user=user, data={"reason": reason})


def _write_down(link: OutsideLink, answer: Answer, now: datetime.datetime) -> bool:
    """True if the link has died of it."""
    was_dead = link.dead_since is not None
    note(link, answer, now)
    link.save()
    return link.dead_since is not None and not was_dead


def _anybody_answers(ask: Callable[[str], Answer]) -> bool:
    """Tells a dead link from a server whose own way to the world is cut: asks for one that has worked before."""
    known = OutsideLink.objects.filter(status__lt=400).order_by("-last_tried").first()
    return known is not None and ask(known.url).status is not None


def _know_all() -> None:
    """A row for each address that is used; those that are used no more are forgotten."""
    used = set(places())
    known = set(OutsideLink.objects.values_list("url", flat=True))
    OutsideLink.objects.filter(url__in=known - used).delete()
    OutsideLink.objects.bulk_create([OutsideLink(url=url) for url in sorted(used - known)])


def _due(now: datetime.datetime) -> QuerySet[OutsideLink]:
    """Those never tried, those that failed on an earlier day, and those that have worked for a while."""
    midnight = timezone.localtime(now).replace(hour=0, minute=0, second=0, microsecond=0)
    failing = Q(last_tried__lt=midnight) & (Q(failures__gt=0) | ~Q(left_because=""))
    due = Q(last_tried=None) | failing | Q(last_tried__lt=now - REST)
    return OutsideLink.objects.filter(due).order_by(F("last_tried").asc(nulls_first=True), "url")


def _by_turns(links: list[OutsideLink]) -> list[OutsideLink]:
    """One of each website in turn, so that none is asked twice in a row while others wait."""
    of_host = defaultdict(list)
    for link in links:
        of_host[_host(link.url)].append(link)
    return [link for turn in zip_longest(*of_host.values()) for link in turn if link]


def _host(url: str) -> str | None:
    """The website of an address; what is none, as http://[x, stands for itself."""
    try:
        return urlsplit(url).hostname
    except ValueError:
        return url
