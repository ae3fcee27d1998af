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
OF_THEIRS = ("website", "card", "page", "form", "guide")  # “the Shelter website” is to be read, not rung
WITHIN_A_LINE = {"a", "b", "strong", "em", "i", "span", "mark", "small"}
VERBS = ("ring", "phone", "call")
ASK = "ask"
TYPED = re.compile(r"(?<![\w/+-])0[1-9](?: ?\d){8,9}(?![\d/-])")  # a whole number of a telephone in this country


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
        """Makes each “ring a Navigator” and each number a link, and puts a helpline's where it is first named."""
        _link_typed(tree)
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
        pattern = self._whom()
        told: set[bool] = set()
        for text in texts(tree, outside=SKIPPED | {"a"}):
            in_steps = _is_in(text, STEPS)
            before = len(told)

            def link(found: re.Match[str], in_steps: bool = in_steps) -> str:
                is_first = in_steps not in told and found[0][:3].lower() != ASK
                if is_first:
                    told.add(in_steps)
                return self._ours(found[0], is_first)

            html = text.html or ""
            linked = pattern.sub(link, html)
            if len(told) > before and self.closed:
                _say_behind(text, f' <span class="on-screen">{self._instead(_addresses_around(text))}</span>')
            if linked != html:
                replace(text, linked)

    def _whom(self) -> re.Pattern[str]:
        """“Ring us”, “ring a Navigator” and “ask a Navigator”; “ask us” is said of forms and letters too."""
        whom = [escape(words, quote=False) for words in self.whom]
        by_name = "|".join(words for words in whom if words != "us")
        return re.compile(rf"\b(?:(?:{'|'.join(VERBS)}) (?:{'|'.join(whom)})|{ASK} (?:{by_name}))(?!\w)", re.IGNORECASE)

    def _ours(self, words: str, is_first: bool) -> str:
        """The link, with the number at its first place. While nobody answers it leads to being rung."""
        number = _number(self.phone)
        if not self.closed:
            return f'<a href="{escape(self.phone_link)}">{words}{" " + number if is_first else ""}</a>'
        link = f'<a href="{escape(self.ask)}">{words}</a>'
        return f'{link} <span class="at">({number})</span>' if is_first else link

    def _instead(self, there: Set[str]) -> str:
        """A sentence of its own, so that it breaks none: until when nobody answers, and what can be done.

        It is true today alone, so paper leaves it out: the hours stand above every printed page.
        `there` are the addresses that its paragraph leads to already.
        """
        closed = escape(self.closed[:1].lower() + self.closed[1:])
        ask = _('<a href="%(ask)s">ask us to ring you</a>') % {"ask": escape(self.ask)}
        if not self.tonight or self.tonight in there:
            return _("Our phone line is %(closed)s: %(ask)s.") % {"closed": closed, "ask": ask}
        tonight = _('<a href="%(tonight)s">who is open tonight</a>') % {"tonight": escape(self.tonight)}
        if self.ask in there:
            return _("Our phone line is %(closed)s: see %(tonight)s.") % {"closed": closed, "tonight": tonight}
        return _("Our phone line is %(closed)s: %(ask)s, or see %(tonight)s.") % {
            "closed": closed, "ask": ask, "tonight": tonight,
        }  # fmt: skip

    def _name_helplines(self, tree: Tree) -> None:
        """A number is put in once, after the name or after the link that is the name, unless it stands there.

        Where the name only stands in the words of links, it follows their paragraph: it would break the sentence.
        """
        by_spelling = {spelling: line for line in self.helplines for spelling in line["spellings"]}
        if not by_spelling:
            return
        names = "|".join(re.escape(escape(each, quote=False)) for each in sorted(by_spelling, key=len, reverse=True))
        pattern = re.compile(rf"(?<![\w-])(?:{names})(?!['’]s?\b|[\w-]| (?:{'|'.join(OF_THEIRS)})\b)")
        told: set[tuple[str, bool]] = set()
        for in_longer_links in (False, True):
            for text in texts(tree, outside=SKIPPED):
                if not _is_in(text, OWN_PLACES):
                    self._name_in(text, pattern, by_spelling, told, in_longer_links)

    def _name_in(
        self,
        text: Node,
        pattern: re.Pattern[str],
        by_spelling: dict[str, dict],
        told: set[tuple[str, bool]],
        in_longer_links: bool,
    ) -> None:
        html, in_steps, link = text.html or "", _is_in(text, STEPS), _link_around(text)
        named = [(match, by_spelling[_plain(match[0])]["name"]) for match in pattern.finditer(html)]
        matches = [match for match, name in named if (name, in_steps) not in told]
        around = _words_around(text)
        for match in reversed(_first_of_each(matches, by_spelling)):
            line = by_spelling[_plain(match[0])]
            is_longer = link is not None and link.text(strip=True) != _plain(match[0])
            if is_longer and not in_longer_links:
                continue
            told.add((line["name"], in_steps))
            if line["words"] in around:
                continue
            number = f'<a href="{escape(line["link"])}">{_number(line["words"])}</a>'
            if link is None:
                html = html[: match.end()] + f' <span class="at">({number})</span>' + html[match.end() :]
            elif is_longer:
                _say_behind(text, f' <span class="at">{escape(line["name"])}: {number}.</span>')
            else:
                _put_after(link, f' <span class="at">({number})</span>')
        if html != text.html:
            replace(text, html)


def _link_typed(tree: Tree) -> None:
    """A number that an officer typed in a sentence can be pressed, and no line ends in it."""
    for text in texts(tree, outside=SKIPPED | {"a", "bdi"}):
        html = text.html or ""
        linked = TYPED.sub(lambda found: f'<a href="tel:{found[0].replace(" ", "")}">{_number(found[0])}</a>', html)
        if linked != html and not _is_in(text, OWN_PLACES):
            replace(text, linked)


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
    element = _around(text)
    return element.text() if element is not None else ""


def _around(text: Node) -> Node | None:
    element = text.parent
    while element is not None and element.tag in WITHIN_A_LINE:
        element = element.parent
    return element


def _addresses_around(text: Node) -> set[str]:
    """Where links in the same paragraph, or point of a list, lead."""
    element = _around(text)
    return {link.attributes.get("href") or "" for link in element.css("a")} if element is not None else set()


def _say_behind(text: Node, html: str) -> None:
    """At the end of the paragraph, point or cell that a text stands in; of a step's lead, of its last paragraph."""
    element = _around(text)
    if element is None:
        _put_after(text, html)
        return
    paragraphs = [child for child in element.iter() if child.tag == "p"] if element.tag == "li" else []
    append(paragraphs[-1] if paragraphs else element, html)


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
