"""What the council's settings do not say yet, what in them is an example, and what in them has ended."""

import datetime
from collections.abc import Iterator
from typing import Any

from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from pages.council.model import CouncilSettings
from pages.groups.model import GroupPage

from . import editors
from .loose_end import Kind, LooseEnd, key_of

GROUP = gettext_lazy("Council settings")
TERMS = gettext_lazy("School terms")
# What every council has to say, in the order of the form. What may stay empty is not here.
QUESTIONS = {
    "council_name": gettext_lazy("What is the council’s full name?"),
    "council_short_name": gettext_lazy("What is the council called for short?"),
    "area": gettext_lazy("What is the place called, as in “kinship carers in …”?"),
    "council_website": gettext_lazy("What is the address of the council’s website?"),
    "navigators": gettext_lazy("Whom can families ring about everything?"),
    "navigator_meaning": gettext_lazy("What does a Navigator do, in plain words?"),
    "young_people_contact": gettext_lazy("Whom can children ring day and night?"),
    "web_address": gettext_lazy("What is the short address for paper?"),
    "other_formats": gettext_lazy("How do people ask for large print, Easy Read or another language?"),
}
QUESTIONS_OF_ROWS = {
    "opening_hours": gettext_lazy("On which days and hours do the Navigators answer the phone?"),
    "urgent_help": gettext_lazy("Whom can families ring when it is urgent, by day and by night?"),
}
# Every page says whom to ring, and whom in danger: without these none is fit for readers.
NEEDED = {"council_name", "area", "navigators", "urgent_help"}
TERMS_ASKED = gettext_lazy("When do the council’s school terms begin and end?")


def settings_ends(chosen: CouncilSettings, day: datetime.date) -> Iterator[LooseEnd]:
    for name, asks in QUESTIONS.items():
        if not getattr(chosen, name):
            label = capfirst(str(getattr(CouncilSettings, name).field.verbose_name))
            yield _end(chosen, Kind.MISSING, name, str(asks), where=label, blocks=name in NEEDED)
    for relation, asks in QUESTIONS_OF_ROWS.items():
        if not getattr(chosen, relation).all():
            yield _end(chosen, Kind.MISSING, relation, str(asks), blocks=relation in NEEDED)
    yield from _navigators_without_number(chosen)
    yield from _web_address(chosen)
    yield from _terms(chosen, day)


def _end(chosen: CouncilSettings, kind: Kind, path: str, asks: str, **values: Any) -> LooseEnd:
    url = editors.of_settings(chosen, path)
    end = LooseEnd(key_of("settings", path), kind, str(GROUP), str(GROUP), asks, url)
    return end._replace(**values)


def _navigators_without_number(chosen: CouncilSettings) -> Iterator[LooseEnd]:
    if (contact := chosen.navigators) and not contact.phone:
        asks, url = _("What is {the navigators}’ number?"), editors.of_fact(contact, "phone")
        key = key_of("contact", contact.pk, "phone")
        yield LooseEnd(key, Kind.MISSING, str(GROUP), contact.name, asks, url, blocks=True)


def _web_address(chosen: CouncilSettings) -> Iterator[LooseEnd]:
    if chosen.web_address and chosen.own_examples():
        asks = str(QUESTIONS["web_address"])
        yield _end(chosen, Kind.EXAMPLE, "web_address", asks, context=chosen.web_address, blocks=True)


def _terms(chosen: CouncilSettings, day: datetime.date) -> Iterator[LooseEnd]:
    """Groups go by them, so without a group that does they may be left out."""
    terms = list(chosen.school_terms.all())
    for number, term in enumerate(terms):
        if term.example:
            asks = _("Does “%(term)s” begin and end on these days?") % {"term": term.name}
            path = f"school_terms.{number}.first_day"
            end = _end(chosen, Kind.EXAMPLE, path, asks, context=_from_to(term.first_day, term.last_day), blocks=True)
            yield end._replace(key=key_of("term", term.pk), entry=str(TERMS))
    if not GroupPage.objects.live().filter(term_time_only=True).exists():
        return
    last_day = max((term.last_day for term in terms), default=None)
    if last_day is None:
        yield _end(chosen, Kind.MISSING, "school_terms", str(TERMS_ASKED))
    elif last_day < day:
        since = last_day + datetime.timedelta(days=1)
        yield _end(chosen, Kind.OLD, "school_terms", str(TERMS_ASKED), since=since, context=_until(last_day))


def _from_to(first: datetime.date, last: datetime.date) -> str:
    words = _("From %(first)s to %(last)s.")
    return words % {"first": date_format(first, "j F Y"), "last": date_format(last, "j F Y")}


def _until(day: datetime.date) -> str:
    return _("The last one ended on %(day)s.") % {"day": date_format(day, "j F Y")}
