"""Writes the HTML that Wagtail keeps for rich text."""

from collections.abc import Callable, Iterable, Iterator
from html import escape
from itertools import groupby

from pages.dated_facts.sentences import RightUntil
from pages.offer_files.item import WrongError

from .runs import BREAK, LISTS, Paragraph, Run


def _no_key(name: str) -> int:
    raise WrongError(f"there is no dated fact “{name}” in this offer")


type KeyOfPage = Callable[[str], int | None]
type KeyOfFact = Callable[[str], int]


def write_html(
    paragraphs: tuple[Paragraph, ...],
    key_of_page: KeyOfPage,
    key_of_fact: KeyOfFact = _no_key,
) -> str:
    """The rich text of paragraphs.

    `key_of_page` gives the key of the page at a path, or nothing for other links; `key_of_fact` that of a dated fact.
    """
    out: list[str] = []
    for in_list, group in groupby(paragraphs, key=lambda paragraph: paragraph.kind in LISTS):
        if in_list:
            out += _lists(list(group), key_of_page, key_of_fact)
        else:
            out += [f"<{text.kind}>{_inline(text.runs, key_of_page, key_of_fact)}</{text.kind}>" for text in group]
    return "".join(out)


def _lists(items: list[Paragraph], key_of_page: KeyOfPage, key_of_fact: KeyOfFact) -> Iterator[str]:
    """Items as nested lists: each list that is open stands on the stack."""
    stack: list[str] = []
    for item in items:
        while len(stack) > item.depth + 1 or (len(stack) == item.depth + 1 and stack[-1] != item.kind):
            yield f"</li></{stack.pop()}>"
        if len(stack) == item.depth + 1:
            yield "</li>"
        else:
            stack.append(item.kind)
            yield f"<{item.kind}>"
        yield f"<li>{_inline(item.runs, key_of_page, key_of_fact)}"
    while stack:
        yield f"</li></{stack.pop()}>"


def _inline(runs: Iterable[Run], key_of_page: KeyOfPage, key_of_fact: KeyOfFact) -> str:
    out = []
    for (link, right), group in groupby(runs, key=lambda run: (run.style.link, run.style.right)):
        words = "".join(_run(run, key_of_fact) for run in group)
        words = f"{_dated(right)}{words}</span>" if right else words
        out.append(f"{_opening(link, key_of_page)}{words}</a>" if link else words)
    return "".join(out)


def _run(run: Run, key_of_fact: KeyOfFact) -> str:
    if run.style.fact:
        words = f'<embed embedtype="fact" id="{key_of_fact(run.style.fact)}"/>' * len(run.text)
    else:
        words = escape(run.text, quote=False).replace(BREAK, "<br/>")
    if run.style.example:
        words = f"<mark>{words}</mark>"
    return f"<b>{words}</b>" if run.style.bold else words


def _dated(right: RightUntil) -> str:
    kept = (f' {name}="{escape(value)}"' for name, value in right.attributes.items())
    return f"<span{''.join(kept)}>"


def _opening(link: str, key_of_page: KeyOfPage) -> str:
    key = key_of_page(link)
    return f'<a href="{escape(link)}">' if key is None else f'<a linktype="page" id="{key}">'
