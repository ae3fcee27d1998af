"""Reads our small Markdown: paragraphs, two levels of headings, lists, bold, links, examples, and what has a date.

A dated fact stands there by its name, `{fact: child-benefit-eldest}`. A dated sentence is written like a link, with its
last right day in place of the address, then who says so: `[You can ask until then.](until:2028-03-31 "GOV.UK https://…")`.
"""

from collections.abc import Iterator
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from pages.core.inline import FACT
from pages.offer_files.item import WrongError

from .dated import UNTIL, read_right_until, refuse_broken
from .runs import BREAK, NAMED, Paragraph, Run, Style, tidy

EXAMPLE = "example"
SUBSET = ["heading", "list", "emphasis", "link", "escape", "entity", "newline"]
KINDS = {"h2": "h2", "h3": "h3", "p": "p"}


def _fact(state: StateInline, silent: bool) -> bool:
    """The inline rule for a dated fact by its name: {fact: child-benefit-eldest}."""
    match = FACT.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    if not silent:
        state.push("fact", "", 0).content = match[1]
    state.pos = match.end()
    return True


class _Parser(MarkdownIt):
    """Leaves addresses as they were typed: whoever knows the pages checks whether they lead anywhere."""

    def __init__(self):
        super().__init__("zero")
        self.enable(SUBSET)
        self.inline.ruler.push("fact", _fact)

    def normalizeLink(self, url: str) -> str:  # noqa: N802 (the library's own name)
        return url

    def validateLink(self, url: str) -> bool:  # noqa: N802 (the library's own name)
        return True


PARSER = _Parser()


@lru_cache(maxsize=4096)
def read_markdown(text: str) -> tuple[Paragraph, ...]:
    """The paragraphs of a Markdown text. Says what it does not know, with its line below the first."""
    return tidy(_paragraphs(PARSER.parse(text)))


def _paragraphs(tokens: list[Token]) -> Iterator[Paragraph]:
    lists: list[str] = []
    items: list[int] = []
    kind = "p"
    for token in tokens:
        if token.type in ("bullet_list_open", "ordered_list_open"):
            lists.append(token.tag)
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            lists.pop()
        elif token.type == "list_item_open":
            items.append(0)
        elif token.type == "list_item_close":
            items.pop()
        elif token.type in ("heading_open", "paragraph_open"):
            kind = _kind(token, lists, items)
        elif token.type == "inline":
            _refuse_broken(token)
            yield Paragraph(kind, tuple(_runs(token.children or [], _line_of(token))), max(len(lists) - 1, 0))


def _refuse_broken(inline: Token) -> None:
    links = [token for token in inline.children or [] if token.type == "link_open"]
    dated = sum(str(link.attrGet("href")).startswith(UNTIL) for link in links)
    refuse_broken(inline.content, dated, _line_of(inline))


def _line_of(token: Token) -> int:
    return token.map[0] if token.map else 0


def _kind(token: Token, lists: list[str], items: list[int]) -> str:
    line = _line_of(token)
    if token.tag not in KINDS:
        raise WrongError("a heading begins with ## or ###", below=line)
    if not lists:
        return token.tag
    if token.tag != "p":
        raise WrongError("a heading can’t stand in a list", below=line)
    items[-1] += 1
    if items[-1] > 1:
        raise WrongError("an item of a list holds one paragraph: begin another item, or end the list", below=line)
    return lists[-1]


def _runs(tokens: list[Token], line: int) -> Iterator[Run]:  # noqa: C901 (one line for each kind of token)
    style = Style()
    for token in tokens:
        if token.type == "softbreak":
            line += 1
            yield Run(" ", style)
        elif token.type == "hardbreak":
            line += 1
            yield Run(BREAK, style)
        elif token.type in ("text", "text_special"):
            yield Run(token.content.replace(BREAK, " "), style)
        elif token.type == "fact":
            if style.link:
                raise WrongError("a dated fact can’t stand in a link", below=line)
            if style.right:
                raise WrongError("a dated fact has its own date: it can’t stand in a dated sentence", below=line)
            yield Run(NAMED, style._replace(fact=token.content))
        elif token.type in ("strong_open", "strong_close"):
            style = style._replace(bold=token.type == "strong_open")
        elif token.type == "link_open":
            style = _linked(style, token, line)
        elif token.type == "link_close":
            style = Style(bold=style.bold)
        elif token.type == "em_open":
            raise WrongError("one * or _ is not used here: ** makes words bold, \\* is a star", below=line)


def _linked(style: Style, token: Token, line: int) -> Style:
    target, title = str(token.attrGet("href") or ""), token.attrGet("title")
    if target.startswith(UNTIL):
        right, example = read_right_until(target, str(token.attrGet("title") or ""), line)
        return style._replace(right=right, example=example)
    if title not in (None, EXAMPLE):
        raise WrongError("a link has only words and an address", below=line)
    if target == EXAMPLE:
        return style._replace(example=True)
    return style._replace(link=target, example=title == EXAMPLE)
