"""Puts numbers where a text says whom to ring: the reader never has to look for them elsewhere on the page."""

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass, field
from html import escape

from django.utils.html import format_html
from django.utils.translation import gettext as _

from pages.core.html.tree import Node, Tree, append, put_before, replace, texts

SKIPPED = frozenset("button h1 h2 h3 h4 label option script style summary svg textarea th title".split())
OWN_PLACES = {"contact", "dial"}  # classes of what shows a contact with its number
STEPS = {"steps"}  # they are read by themselves, so what is said once is said there once more
VERBS = ("ring", "phone", "call")


@dataclass
class Numbers:
    """What a text's words lead to at this minute.

    `whom` are the words for those who answer the council's phone, as they stand after “ring”; `phone` and `phone_link`
    are their number, `ask` and `tonight` the addresses for when nobody answers; `closed` is “Closed until 9am”, empty
    while somebody does. `helplines` are dicts: name, spellings, words (the number as it is read) and link.
    """

    whom: Sequence[str]
    phone: str
    phone_link: str
    ask: str
    tonight: str = ""
    closed: str = ""
    helplines: list[dict] = field(default_factory=list)

    def put_into(self, tree: Tree) -> None:
        """Makes each “ring a Navigator” a link, and puts a helpline's number where it is first named."""
        if self.phone:
            self._link_ours(tree)
        self._link_short(tree)
        self._name_helplines(tree)

    def _link_short(self, tree: Tree) -> None:
        """“Ring 999” is a link: a number of three digits is one only after such a word."""
        short = {line["words"]: line["link"] for line in self.helplines if re.fullmatch(r"\d{3}", line["words"])}
        if not short:
            return
        pattern = re.compile(rf"\b({'|'.join((*VERBS, 'on', 'NHS'))}) ({'|'.join(short)})(?![\d%]|,\d)", re.IGNORECASE)
        for text in texts(tree, outside=SKIPPED | {"a"}):
            html = text.html or ""
            if (alone := html.strip()) in short:  # as in “Ring <b>999</b>”
                replace(text, html.replace(alone, f'<a href="{escape(short[alone])}">{alone}</a>'))
                continue
            linked = pattern.sub(lambda found: f'{found[1]} <a href="{escape(short[found[2]])}">{found[2]}</a>', html)
            if linked != html:
                replace(text, linked)

    def _link_ours(self, tree: Tree) -> None:
        verbs, whom = "|".join(VERBS), "|".join(escape(words, quote=False) for words in self.whom)
        pattern = re.compile(rf"\b(?:{verbs}) (?:{whom})(?!\w)", re.IGNORECASE)
        told: set[bool] = set()
        for text in texts(tree, outside=SKIPPED | {"a"}):
            html = text.html or ""
            match = pattern.search(html)
            if match is None:
                continue
            in_steps = _is_in(text, STEPS)
            begin = html[: match.start()] + self._ours(match[0], in_steps not in told)
            rest = pattern.sub(lambda found: self._ours(found[0], False), html[match.end() :])
            told.add(in_steps)
            replace(text, begin + rest)

    def _ours(self, words: str, is_first: bool) -> str:
        """The link, with the number at its first place; while nobody answers, with what can be done instead."""
        number = _number(self.phone)
        if not self.closed:
            return f'<a href="{escape(self.phone_link)}">{words}{" " + number if is_first else ""}</a>'
        link = f'<a href="{escape(self.ask)}">{words}</a>'
        if not is_first:
            return link
        instead = _('<a href="%(ask)s">Ask us to ring you</a>') % {"ask": escape(self.ask)}
        if self.tonight:
            instead = _('%(ask)s, or see <a href="%(tonight)s">who is open tonight</a>') % {
                "ask": instead,
                "tonight": escape(self.tonight),
            }
        closed = self.closed[:1].lower() + self.closed[1:]
        return f'{link} <span class="at">({number},</span> {escape(closed)}. {instead})'

    def _name_helplines(self, tree: Tree) -> None:
        """A number is put in once, after the name or after the link that the name is in, unless it stands there."""
        by_spelling = {spelling: line for line in self.helplines for spelling in line["spellings"]}
        if not by_spelling:
            return
        names = "|".join(re.escape(escape(each, quote=False)) for each in sorted(by_spelling, key=len, reverse=True))
        pattern = re.compile(rf"(?<![\w-])(?:{names})(?!['’]s?\b|[\w-])")
        told: set[tuple[str, bool]] = set()
        for text in texts(tree, outside=SKIPPED):
            if _is_in(text, OWN_PLACES):
                continue
            html, in_steps = text.html or "", _is_in(text, STEPS)
            named = [(match, by_spelling[_plain(match[0])]["name"]) for match in pattern.finditer(html)]
            matches = [match for match, name in named if (name, in_steps) not in told]
            around = _words_around(text)
            for match in reversed(_first_of_each(matches, by_spelling)):
                line = by_spelling[_plain(match[0])]
                told.add((line["name"], in_steps))
                if line["words"] in around:
                    continue
                number = f' <span class="at">(<a href="{escape(line["link"])}">{_number(line["words"])}</a>)</span>'
                if link := _link_around(text):
                    _put_after(link, number)
                else:
                    html = html[: match.end()] + number + html[match.end() :]
            if html != text.html:
                replace(text, html)


def _first_of_each(matches: list[re.Match[str]], by_spelling: dict[str, dict]) -> list[re.Match[str]]:
    firsts: dict[str, re.Match[str]] = {}
    for match in matches:
        firsts.setdefault(by_spelling[_plain(match[0])]["name"], match)
    return list(firsts.values())


def _plain(html: str) -> str:
    return html.replace("&amp;", "&")


def _number(words: str) -> str:
    return format_html('<bdi class="number" dir="ltr">{}</bdi>', words)


def _words_around(text: Node) -> str:
    """What stands in the same paragraph, or point of a list."""
    element = text.parent
    while element is not None and element.tag in {"a", "b", "strong", "em", "span", "mark", "small"}:
        element = element.parent
    return element.text() if element is not None else ""


def _is_in(text: Node, classes: Set[str]) -> bool:
    """Whether it stands in an element of one of these classes."""
    element = text.parent
    while element is not None:
        if not classes.isdisjoint((element.attributes.get("class") or "").split()):
            return True
        element = element.parent
    return False


def _link_around(text: Node) -> Node | None:
    element = text.parent
    while element is not None and element.tag != "a":
        element = element.parent
    return element


def _put_after(element: Node, html: str) -> None:
    if element.next is not None:
        put_before(element.next, html)
    elif element.parent is not None:
        append(element.parent, html)
