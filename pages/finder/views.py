from typing import Any, NamedTuple

from django.http import HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers
from wagtail.models import Page

from pages.core.htmx import HtmxRequest, template_or_partial
from pages.core.open_pages import open_pages
from pages.core.vocabulary import NEEDS
from pages.council.council import current_council
from pages.finder import address, questions
from pages.finder.answer import HouseholdAnswer, Listed, Part, answer_for
from pages.finder.difference import Difference, difference
from pages.finder.entry import entries
from pages.finder.household import Child, Household, called
from pages.finder.pairs import notes
from pages.finder.rules import Verdict
from pages.finder.told import about_carer

SHOWN = {Part.DIFFERENT: 8, Part.FITS: 8, Part.MAY_FIT: 8, Part.EVERYONE: 5}
MOST_SHOWN = 100
MOST_NAMED = 8
MOST_REFUSED = 3
BEFORE, ALL_OF, OPEN = "was", "all", "open"  # what an address says besides the answers


class Shown(NamedTuple):
    """One support of the answer as the list shows it: its page, the address with the answers, what became of it."""

    page: Page
    url: str
    listed: Listed
    mark: str
    by_child: list[tuple[str, Child, Verdict]]


class ShownPart(NamedTuple):
    """One part of the answer: what is shown of it, how many there are, and the address that shows all of them."""

    shown: list[Shown]
    number: int
    all_of_them: str


@require_safe
@vary_on_headers("HX-Target")
def find(request: HtmxRequest) -> HttpResponse:
    """What fits a household's answers; without any, the first question. They live in the address alone."""
    household = address.read(request.GET)
    if household == Household():
        return _answered(request, household, "needs", "find-needs")
    return _answered(request, household, "results", "find")


@require_safe
@vary_on_headers("HX-Target")
def needs(request: HtmxRequest) -> HttpResponse:
    """The first step: what a family needs."""
    return _answered(request, address.read(request.GET), "needs", "find-needs")


@require_safe
@vary_on_headers("HX-Target")
def children(request: HtmxRequest) -> HttpResponse:
    """The second step: the children, one at a time, and what decides about the carer."""
    return _answered(request, address.read(request.GET), "children", "find-children")


def _answered(request: HtmxRequest, household: Household, step: str, name: str) -> HttpResponse:
    template = template_or_partial(request, "finder/find.html", "results")
    query = address.written(household).urlencode()
    answer = answer_for(household, entries())
    before = address.read(QueryDict(request.GET.get(BEFORE, "")))
    is_partial = "#" in template
    # Whoever goes through the steps for the first time has changed nothing yet.
    changed = _changed(before, household, answer) if before.children or is_partial else None
    context = {
        "step": step,
        "household": household,
        "query": query,
        "address": _with(reverse("find"), query),
        "is_partial": is_partial,
        "left_out": address.left_out(request.GET),
        "notes": [*notes(household), *_cannot_add(household, request.GET.get(OPEN, ""))],
        "told_needs": [NEEDS[need] for need in household.needs],
        "told_carer": about_carer(household.carer),
        "cards": questions.cards(household),
        "names": list(zip(called(household.considered), household.considered, strict=True)),
        "read": _to_read(answer),
        "difference": changed,
        "titles": _titles(changed),
        "put_back": _with(reverse("find"), address.written(before).urlencode()),
        "parts": _parts(household, answer, changed, request.GET.get(ALL_OF, "")),
        "refused": _refused(answer, query),
        "summaries": len(household.children) < 2,
        "number": len(answer.listed),
        "here": reverse(name),
        **_questions(household, step, request.GET),
    }
    response = render(request, template, context)
    # A tick is no step of its own: “Back” leads to the step before.
    response["HX-Replace-Url"] = _with(reverse(name) if query else request.path, query)
    return response


def _questions(household: Household, step: str, said: QueryDict) -> dict[str, Any]:
    """What the form of a step asks, and the hidden fields for what it does not."""
    if step == "needs":
        at_once, more = questions.about_needs(household)
        return {"needs": at_once, "more_needs": more, "kept": questions.kept(household, [address.NEED])}
    last = max(1, len(household.children))
    most = last + (1 if questions.has_room(household) and household.children else 0)
    opened = said.get(OPEN, "")
    number = int(opened) if opened.isascii() and opened.isdigit() and len(opened) < 3 else last
    number = min(max(1, number), most)
    asked = [*address.names_of(number), *address.OF_THE_CARER]
    return {
        "child": questions.about_one_child(household, number, said.get(address.names_of(number)[0], "")),
        "carer": questions.about_carer(household.carer),
        "has_room": questions.has_room(household),
        "next_child": max(number, len(household.children)) + 1,
        "kept": questions.kept(household, asked),
    }


def _changed(before: Household, household: Household, answer: HouseholdAnswer) -> Difference | None:
    """What changed since the answers that the form was filled in with; nothing when nothing did."""
    if before in (Household(), household):
        return None
    return difference(before, household, answer_for(before, entries()), answer)


def _titles(changed: Difference | None) -> dict[str, list[str]]:
    """The titles of what is new, changed and gone."""
    pages = open_pages()
    if changed is None:
        return {}
    keys = {"new": changed.new, "changed": changed.changed, "gone": changed.gone}
    return {name: [pages[pk].menu_title for pk in pks[:MOST_NAMED]] for name, pks in keys.items()}


def _parts(
    household: Household, answer: HouseholdAnswer, changed: Difference | None, all_of: str
) -> dict[str, ShownPart]:
    pages = open_pages()
    query = address.written(household).urlencode()
    names = called(household.considered)
    marks = dict.fromkeys(changed.new, "new") | dict.fromkeys(changed.changed, "changed") if changed else {}
    parts = {}
    for part, listed in answer.parts.items():
        most = MOST_SHOWN if all_of == part else SHOWN[part]
        shown = [
            Shown(
                pages[each.support.pk],
                _with(pages[each.support.pk].url, query),
                each,
                marks.get(each.support.pk, ""),
                list(zip(names, household.considered, each.verdicts, strict=True)),
            )
            for each in listed[:most]
        ]
        all_of_them = QueryDict(query, mutable=True)
        all_of_them[ALL_OF] = part.value
        link = f"{reverse('find')}?{all_of_them.urlencode()}#{part}"
        parts[part.name.lower()] = ShownPart(shown, len(listed), link if len(listed) > len(shown) else "")
    return parts


def _refused(answer: HouseholdAnswer, query: str) -> list[tuple[Page, str, Verdict]]:
    """A few supports that were asked about and are not for these children, each with its address and why."""
    pages = open_pages()
    chosen = [(pages[listed.support.pk], listed.for_all) for listed in answer.refused[:MOST_REFUSED]]
    return [(page, _with(page.url, query), verdict) for page, verdict in chosen]


def _to_read(answer: HouseholdAnswer) -> list[tuple[Page, str, bool]]:
    """Pages that explain, other than supports, which have their own place; with why, and if a child is to read it."""
    pages, council = open_pages(), current_council()
    ranked = {support.pk for support in entries().supports}
    by_slug = {page.slug: page for page in pages.values() if page.pk not in ranked}
    first = [(by_slug[slug], because) for slug, because in answer.read_first.items() if slug in by_slug]
    seen = {page.pk for page, _because in first}
    more = [(pages[reading.pk], because) for reading, because in answer.readings if reading.pk not in seen]
    return [(page, because, council.speaks_to_young_people(page)) for page, because in (*first, *more)]


def _cannot_add(household: Household, opened: str) -> list[str]:
    """What to do first, for whoever adds a child while nothing was said of one."""
    if household.children or opened in ("", "1"):
        return []
    return [_("First say how old this child is, or how they are with you. Then add the next one.")]


def _with(path: str, query: str) -> str:
    return f"{path}?{query}" if query else path
