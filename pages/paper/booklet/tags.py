import datetime
from itertools import islice, takewhile

from django import template
from django.template import TemplateDoesNotExist
from django.template.loader import get_template
from django.utils.safestring import SafeString, mark_safe
from wagtail.blocks import StreamValue
from wagtail.models import Page
from wagtail.rich_text import expand_db_html

from pages.content import where_codes_lead
from pages.core.html.headings import put_under
from pages.core.html.tree import Node, parse, written

from .document import PrintSize
from .tables import COMPARISON, Amount, amounts_on, own_answers, tables_on

MOST_OF_A_TEXT = 3  # paragraphs or lists
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})

register = template.Library()


@register.simple_tag
def blocks_on_paper(stream: StreamValue | None, level: int) -> SafeString:
    """The blocks of a page under a heading of this level. A block that is another on paper has its own template."""
    return mark_safe("".join(_block(block, level) for block in stream or []))


@register.simple_tag
def codes_address() -> str:
    """What is typed before a code, without what nobody types."""
    return where_codes_lead.address_of("-").partition("://")[2].removesuffix("-")


@register.simple_tag
def text_on_paper(text: str | None, level: int) -> SafeString:
    """Rich text under a heading of this level."""
    return mark_safe(_under(expand_db_html(text or ""), level))


@register.simple_tag
def beginning_on_paper(stream: StreamValue | None, level: int) -> SafeString:
    """Whom a page says to ring, and how its text begins, up to its first heading: what half a sheet has room for."""
    blocks = list(stream or [])
    parts = [_block(block, level) for block in blocks if block.block_type == "numbers"]
    if text := next((block for block in blocks if block.block_type == "text"), None):
        parts.append(_beginning(text_on_paper(text.value["text"].source, level)))
    return mark_safe("".join(parts))


@register.simple_tag
def tables_in_short(page: Page, arrangement: str, size: str, level: int) -> SafeString:
    """The tables of a page; of one by arrangement only what holds for this family, where that is known."""
    return mark_safe("".join(_table(table, arrangement, size, level) for table in tables_on(page)))


@register.simple_tag
def amounts_in_short(page: Page, day: datetime.date) -> list[Amount]:
    """What the page says from the register beside its tables."""
    return amounts_on(page, day)


def _table(table: StreamValue.StreamChild, arrangement: str, size: str, level: int) -> str:
    if table.block_type != COMPARISON:
        return _block(table, level)
    context = {"self": table.value, "answers": own_answers(table.value, arrangement)}
    if context["answers"]:
        return get_template("paper/booklet/own_answers.html").render(context)
    if size == PrintSize.LARGE:  # no table of so many columns has room for these letters
        return _block(table, level)
    return get_template("paper/booklet/compared.html").render(context)


def _beginning(html: str) -> str:
    root = parse(html).root
    elements = root.iter() if root else ()
    return "".join(element.html or "" for element in takewhile(_is_no_heading, islice(elements, MOST_OF_A_TEXT)))


def _is_no_heading(element: Node) -> bool:
    return element.tag not in HEADINGS


def _block(block: StreamValue.StreamChild, level: int) -> str:
    try:
        drawn = get_template(f"paper/booklet/blocks/{block.block_type}.html")
    except TemplateDoesNotExist:
        return _under(block.render(), level)
    return _under(drawn.render({"self": block.value}), level)


def _under(html, level):
    tree = parse(html)
    put_under(tree, level)
    return written(tree)
