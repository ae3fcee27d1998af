"""Explains glossary words and links policies where a page names them, and labels details that are examples."""

import re
from collections.abc import Sequence
from html import escape, unescape
from typing import NamedTuple

TAG = re.compile(r"(<[^>]*>)")
SKIPPED = frozenset("a button h1 h2 h3 h4 label option script style summary svg textarea th title".split())
VOID = frozenset("br hr img input link meta source wbr".split())
WHOLE_CAPITALS = re.compile(r"^[A-Z0-9 +&-]{2,}$")


class Explained(NamedTuple):
    """A page's HTML with its words linked, and the terms it used, in reading order."""

    html: str
    terms: list[dict]


class Explainer:
    """Finds the words of a glossary and the names of policies in one pass.

    `glossary` is a list of dicts: slug, term, meaning, spellings; `policies` one of slug, url, spellings.
    """

    def __init__(self, glossary: list[dict], glossary_url: str = "", policies: Sequence[dict] = ()):
        self.glossary_url = glossary_url
        self.policies = {spelling: policy for policy in policies for spelling in policy["spellings"]}
        self.by_spelling: dict[str, dict] = {}
        for term in glossary:
            for spelling in term["spellings"]:
                self.by_spelling.setdefault(self._key(spelling), term)
        names = {spelling for named in (*glossary, *policies) for spelling in named["spellings"]}
        alternatives = sorted(map(re.escape, map(_in_html, names)), key=len, reverse=True)
        words = "|".join(alternatives)
        self.words = re.compile(rf"(?<![\w-])(?:{words})(?:s|es)?(?![\w-])", re.IGNORECASE) if alternatives else None

    def explain(self, html: str, skip_slugs: frozenset[str] = frozenset()) -> Explained:
        """Links the first use of each word, outside links, headings and buttons.

        A word leads to `#word-<slug>` on the page, the name of a policy to where that can be read.
        """
        if self.words is None:
            return Explained(html, [])
        used: dict[str, dict] = {}
        linked: set[str] = set()
        out = []
        closing: list[str] = []
        for part in TAG.split(html):
            if part.startswith("<"):
                self._follow(part, closing)
            elif not closing and part.strip():
                part = self.words.sub(lambda match: self._link(match, used, linked, skip_slugs), part)
            out.append(part)
        return Explained("".join(out), list(used.values()))

    def _link(self, match, used, linked, skip_slugs):
        if policy := self.policies.get(unescape(match[0])):
            if policy["slug"] in linked:
                return match[0]
            linked.add(policy["slug"])
            return f'<a class="policy" href="{escape(policy["url"])}">{match[0]}</a>'
        term = self.term(match[0])
        if term is None or term["slug"] in used or term["slug"] in skip_slugs:
            return match[0]
        used[term["slug"]] = term
        return f'<a class="term" href="#word-{escape(term["slug"])}">{match[0]}</a>'

    def term(self, words: str) -> dict | None:
        words = unescape(words)
        for ending in ("", "s", "es"):
            if words.lower().endswith(ending):
                stem = words.removesuffix(ending) if ending else words
                if term := self.by_spelling.get(self._key(stem)):
                    return term
        return None

    @staticmethod
    def _key(spelling: str) -> str:
        """Abbreviations are told from words by their capitals: SEN is a term, sen is not."""
        return spelling if WHOLE_CAPITALS.match(spelling) else spelling.lower()

    @staticmethod
    def _follow(tag: str, closing: list[str]) -> None:
        """Keeps `closing`, the stack of open elements in which no word is linked."""
        beginning = re.match(r"</?([a-zA-Z0-9]+)", tag)
        if not beginning:
            return
        name = beginning[1].lower()
        if tag.startswith("</"):
            if closing and closing[-1] == name:
                closing.pop()
        elif name in VOID or tag.endswith("/>"):
            return
        elif name in SKIPPED or name in closing[-1:]:
            closing.append(name)


def _in_html(words: str) -> str:
    """As the text of a page has it."""
    return escape(words, quote=False)


def label_examples(html: str, label: str) -> str:
    """Puts the words of `label` into each example mark, so that ears and paper meet them too."""
    return html.replace("<mark>", '<mark class="example">').replace(
        "</mark>", f" <small>({escape(label)})</small></mark>"
    )
