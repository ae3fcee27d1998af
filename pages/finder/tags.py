from typing import Any, NamedTuple

from django import template
from django.template import Context
from django.urls import reverse

from pages.content.support import AbstractSupportPage
from pages.core.open_pages import open_pages
from pages.core.vocabulary import Answer, Topic

from . import address
from .entry import support_of
from .household import Household
from .pairs import notes
from .rules import judge
from .told import for_whom

register = template.Library()


class YourRow(NamedTuple):
    """What a support is for one child: for whom, yes, maybe or no as its value and its word, and why."""

    who: str
    answer: Answer
    why: str


@register.simple_tag(takes_context=True)
def own_answer(context: Context, page: AbstractSupportPage) -> str:
    """Where a reader of a support finds their own answer: the finder, asked about what the support helps with first.

    Whoever came with answers goes back to them.
    """
    request = context.get("request")
    household = address.read(request.GET) if request else Household()
    if household != Household():
        return f"{reverse('find-children')}?{address.written(household).urlencode()}"
    opened = open_pages().get(page.pk)
    needs = [Topic(row.topic) for row in opened.needs.all()] if opened else []
    query = address.written(Household(tuple(needs[:1])))
    return f"{reverse('find-children')}?{query.urlencode()}"


@register.simple_tag(takes_context=True)
def your_rows(context: Context, page: AbstractSupportPage) -> dict[str, Any]:
    """The rows of a support for whoever came from an answer: one for each child; nothing for everybody else."""
    request = context.get("request")
    household = address.read(request.GET) if request else Household()
    if household == Household():
        return {}
    support = support_of(page)
    verdicts = [(child, judge(support, child, household.carer)) for child in household.considered]
    rows = [YourRow(for_whom(child), verdict.answer, verdict.why) for child, verdict in verdicts]
    query = address.written(household).urlencode()
    return {
        "notes": notes(household),
        "rows": rows,
        "back": f"{reverse('find')}?{query}",
        "change": f"{reverse('find-children')}?{query}",
    }
