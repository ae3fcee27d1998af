"""Explains glossary words and links policies where a page names them, and labels details that are examples."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from html import escape, unescape

from pages.core.html.tree import Tree, append, replace, texts

SKIPPED = frozenset("a button h1 h2 h3 h4 label option script style summary svg textarea th title".split())
EMPHASIS = frozenset("b strong em i".split())
MARKS = re.compile(r"[.,:;!?’”)]+")
WHOLE_CAPITALS = re.compile(r"^[A-Z0-9 +&-]{2,}$")


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
        self.words = _any_of(map(_in_html, names)) if names else None

    def explain(self, tree: Tree, skip_slugs: frozenset[str] = frozenset(), on_paper: bool = False) -> list[dict]:
        """Links the first use of each word, outside links, headings and buttons: the terms used, in reading order.

        A word opens `#word-<slug>` on the page, and is a link to it on paper; the name of a policy leads to where that
        can be read. A line may end on either side of a button: the marks that touch the word stand in it too.
        """
        if self.words is None:
            return []
        used: dict[str, dict] = {}
        linked: set[str] = set()
        for text in texts(tree, outside=SKIPPED):
            html = text.html or ""
            explained = self.words.sub(lambda match: self._link(match, used, linked, skip_slugs, on_paper), html)
            if explained != html:
                replace(text, explained)
        if used and not on_paper:
            _take_marks_in(tree)
        return list(used.values())

    def _link(self, match, used, linked, skip_slugs, on_paper):
        words = match["words"]
        if policy := self.policies.get(unescape(words)):
            if policy["slug"] in linked:
                return match[0]
            linked.add(policy["slug"])
            return f'{match["before"]}<a class="policy" href="{escape(policy["url"])}">{words}</a>{match["after"]}'
        term = self.term(words)
        if term is None or term["slug"] in used or term["slug"] in skip_slugs:
            return match[0]
        used[term["slug"]] = term
        if on_paper:
            link = f'<a class="term" href="#word-{escape(term["slug"])}">{words}</a>'
            return f"{match['before']}{link}{match['after']}"
        shown = f"{match['before']}<span>{words}</span>{match['after']}" if match["before"] or match["after"] else words
        return f'<button type="button" class="term" popovertarget="word-{escape(term["slug"])}">{shown}</button>'

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


def _any_of(names: Iterable[str]) -> re.Pattern[str]:
    """Finds any of the names, the longest that fits, also in the plural, and the marks that touch it.

    They are grouped by their first letters, so that few are tried at each word: that takes a quarter of the time.
    """
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for name in sorted(names, key=len, reverse=True):
        groups[name[:1].lower()].append(re.escape(name[1:]))
    words = "|".join(f"{re.escape(letter)}(?:{'|'.join(rest)})" for letter, rest in groups.items())
    return re.compile(
        rf"(?P<before>[“‘(]*)(?<![\w&-])(?P<words>(?:{words})(?:s|es)?)(?![\w-])(?P<after>[.,:;!?’”)]*)", re.IGNORECASE
    )


def _in_html(words: str) -> str:
    """As the text of a page has it."""
    return escape(words, quote=False)


def _take_marks_in(tree: Tree) -> None:
    """Where the word ends what is bold, the marks that touch it stand behind that: they go into the button too."""
    for button in tree.css("button.term"):
        holder, words = button.parent, button.first_child
        following = holder.next if holder is not None and holder.tag in EMPHASIS and button.next is None else None
        marks = MARKS.match(following.html or "") if following is not None and following.is_text_node else None
        if following is None or marks is None or words is None:
            continue
        if words.is_text_node and words.next is None:
            replace(words, f"<span>{words.html}</span>")
        append(button, marks[0])
        replace(following, (following.html or "")[marks.end() :])


def label_examples(tree: Tree, label: str, open_words: str = "") -> None:
    """Puts the words of `label` into each example mark, so that ears and paper meet them too.

    A mark that says itself that something is open, with `open_words`, is no example of anything.
    """
    for mark in tree.css("mark"):
        mark.attrs["class"] = "example"
        if open_words and open_words in mark.text():
            continue
        append(mark, f" <small>({escape(label)})</small>")
