"""Everything on the list “Before we open”, and what of it keeps the offer from opening."""

import datetime
from itertools import chain

from django.contrib.auth.models import User
from django.utils import timezone
from wagtail.models import Site

from pages.council.model import CouncilSettings

from .from_consultations import consultation_ends
from .from_duties import duty_ends
from .from_facts import fact_ends
from .from_languages import language_ends
from .from_pages import page_ends
from .from_paper import paper_ends
from .from_settings import settings_ends
from .loose_end import LooseEnd
from .model import NotedLooseEnd

MAY_SEE_ALL = "pages.view_notedlooseend"


def loose_ends(now: datetime.datetime) -> list[LooseEnd]:
    """All: settings, what is shared, other languages, the sections in their order, paper, consultations and duties."""
    since = dict(NotedLooseEnd.objects.values_list("key", "since"))
    return [end if end.since else end._replace(since=since.get(end.key)) for end in _found(now, current_settings())]


def of_whom(user: User, ends: list[LooseEnd]) -> list[LooseEnd]:
    """What of it an officer is to see: whoever answers for the offer all, others what they own."""
    return ends if user.has_perm(MAY_SEE_ALL) else [end for end in ends if end.owner_key == user.pk]


def what_blocks(chosen: CouncilSettings, now: datetime.datetime) -> list[LooseEnd]:
    """What keeps the offer from opening under these settings, which may not be saved yet."""
    return [end for end in _found(now, chosen) if end.blocks]


def current_settings() -> CouncilSettings | None:
    """The settings of the default site, empty ones if nobody has saved any; None while there is no site."""
    site = Site.objects.filter(is_default_site=True).first()
    return (CouncilSettings.objects.filter(site=site).first() or CouncilSettings(site=site)) if site else None


def _found(now: datetime.datetime, chosen: CouncilSettings | None) -> list[LooseEnd]:
    if chosen is None:
        return []
    day = timezone.localdate(now)
    return list(
        chain(
            settings_ends(chosen, day),
            fact_ends(day),
            language_ends(),
            page_ends(now),
            paper_ends(),
            consultation_ends(),
            duty_ends(day),
        )
    )
