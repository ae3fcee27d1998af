from collections.abc import Iterable
from functools import cache
from typing import Any

from django import template
from django.template import Context
from django.template.loader import get_template, render_to_string
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from pages.content.contact import Contact
from pages.content.explain import label_examples
from pages.core.html.headings import close_gaps, give_ids
from pages.core.html.tree import nodes, parse, put_before, replace, written
from pages.core.inline import finished_html
from pages.council.council import current_council
from pages.council.numbers_now import numbers_now
from pages.dated_facts import shown as facts
from pages.dated_facts.model import DatedFact

register = template.Library()

CONTENTS = "<!-- contents -->"


@cache
def _drawing(name: str) -> SafeString:
    return mark_safe(get_template(f"icons/{name}.svg").render().strip())


@register.simple_tag
def icon(name: str) -> SafeString:
    """The drawing of that name, as inline SVG that screen readers pass over."""
    return _drawing(name)


@register.filter
def number(value: str) -> str:
    """A number to dial: never broken across lines, left to right in every script."""
    return format_html('<bdi class="number" dir="ltr">{}</bdi>', value) if value else ""


@register.filter
def besides(contacts: Iterable[Contact], shown: dict[str, Any]) -> list[Contact]:
    """The contacts without the one that the page shows elsewhere (a contact's values, with its slug)."""
    return [contact for contact in contacts if contact.slug != shown.get("slug")]


@register.simple_block_tag(takes_context=True)
def prose(context: Context, content: str, contents: bool = False) -> SafeString:
    """Puts numbers where a text says whom to ring, and links glossary words and policies at first use.

    It labels examples too, and warns of amounts that are out of date.

    Takes the page's main text, and whether a long one has a list of its headings: at its beginning, or after what its
    page opens with.
    `{% words_used %}` then shows the meanings, and `headings` holds the headings, pairs of id and words.
    """
    tree = parse(finished_html(content))
    here = getattr(context.get("page"), "url", "")
    numbers_now(context["council"], here, young=bool(context.get("young"))).put_into(tree)
    context.dicts[0]["words_used"] = context["council"].explainer.explain(tree)
    label_examples(tree, _("example"), _("to be confirmed"))
    facts.warn_of_old(tree, timezone.localdate())
    close_gaps(tree)
    context.dicts[0]["headings"] = _list_headings(tree, contents)
    return mark_safe(written(tree))


@register.simple_block_tag(takes_context=True)
def whom_to_ring(context: Context, content: str, helplines: bool = True) -> SafeString:
    """Puts numbers where a short text beside the main one says whom to ring; `helplines` too, unless told."""
    tree = parse(finished_html(content))
    here = getattr(context.get("page"), "url", "")
    numbers = numbers_now(current_council(), here, young=bool(context.get("young")))
    if not helplines:
        numbers.helplines = []
    numbers.put_into(tree)
    return mark_safe(written(tree))


def _list_headings(tree, contents):
    """Gives the headings ids, and gives them back. Of `contents` a list stands where the mark for it is, or first.

    The list names no heading above itself.
    """
    parts = list(nodes(tree))
    mark = next((number for number, node in enumerate(parts) if node.is_comment_node and node.html == CONTENTS), None)
    headings = give_ids(parts[mark or 0 :])
    if contents:
        listed = render_to_string("components/toc.html", {"headings": headings})
        if mark is None:
            put_before(tree.root, listed)
        else:
            replace(parts[mark], listed)
    return headings


@register.simple_tag
def amount(fact: DatedFact) -> SafeString:
    """A dated fact in a table, with the mark of an example. The page around it says when it is out of date."""
    known = facts.facts().get(fact.pk) or facts.fact_of(fact)
    return mark_safe(facts.html_of(known, timezone.localdate(), first=True))


@register.inclusion_tag("components/words.html", takes_context=True)
def words_used(context: Context) -> dict[str, Any]:
    """The meanings of the words that `{% prose %}` linked."""
    return {"terms": context.get("words_used", []), "glossary_url": context["council"].places.get("glossary")}
