"""Words in braces, kept as they were written and finished wherever somebody reads them: {council}, {A navigator}.

One mechanism for plain text, for HTML and for what is checked before it is kept. Core knows no word: a feature gives
its words once, with `speak`. Three things may stand in braces:

- a word: `{a navigator}`. With a capital, `{A navigator}`, it begins with one.
- a dated fact by its name, `{fact: child-benefit-eldest}`: in plain text. Running text has a button for it, which keeps
  a reference; the offer's files write that in the same way.
- nothing of ours: `{`, `{}`, `{ 1, 2 }`, `{"a": 1}`. What does not begin with a letter stays as it was typed.

Finished words hold no brace, so that finishing what is finished changes nothing.
"""

import re
from collections.abc import Callable, Mapping
from difflib import get_close_matches
from html import escape, unescape
from typing import Any, NamedTuple

from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .lazy_text import LazyText

type Words = Mapping[str, str]

WORD = re.compile(r"\{([A-Za-z][a-z]*(?: [a-z]+)*)\}")
# What somebody meant as a word: from a brace and a letter to the next brace in the same line.
MEANT = re.compile(r"\{([ \xa0]*[^\W\d_][^{}\n]*)\}")
# One that was not finished: no second brace follows in its line.
UNCLOSED = re.compile(r"\{[^\W\d_][^{}\n]{0,30}(?=[^{}\n]*(?:\{|\n|\Z))")
# A dated fact by its name.
FACT = re.compile(r"\{fact: ([-a-zA-Z0-9_]+)\}")
NAMED = re.compile(r"\{([Ff])act: ([-a-zA-Z0-9_]+)\}")
SPOKEN = re.compile(f"{WORD.pattern}|{NAMED.pattern}")
LOOKS_LIKE_FACT = r"\{(?=fact:)"
# No more than any of our tags has: else each of many quotes that nobody closed would be followed to the end.
ATTRIBUTES = r"(?:[^>\"']++|\"[^\"]*+\"|'[^']*+'){0,500}+"
# In one line: an element that holds no text of ours, a comment, or one tag. Quotes may hold what looks like an end.
MARKUP = re.compile(
    r"<!--.*?-->"
    rf"|(?P<start><(?P<name>script|style|textarea)\b{ATTRIBUTES}>)(?P<rest>.*?</(?P=name)\s*>)"
    rf"|<[a-zA-Z/!]{ATTRIBUTES}>",
    re.DOTALL | re.IGNORECASE,
)
ATTRIBUTE = re.compile(r"""([^\s"'<>/=]+)(\s*=\s*)("[^"]*"|'[^']*')""")
READ_OUT = frozenset(
    """
    abbr alt aria-description aria-label aria-roledescription aria-valuetext content label placeholder summary title
    data-admin-title data-w-tooltip-content-value
    """.split()
)
BUTTON = gettext_lazy("In running text a dated fact is not typed: choose it with the button “Dated fact”.")
TAG = re.compile(r"<[^>]*>")
BLOCK_ENDS = re.compile(r"</(?:p|li|h[1-6])>|<br\s*/?>", re.IGNORECASE)

_meanings: dict[str, LazyText] = {}
_sources: list[Callable[[], Words]] = []
_facts: list["Facts"] = []


class Facts(NamedTuple):
    """How facts are said by their names: `say` gives the words of today, or nothing when no fact has the name."""

    say: Callable[[str], str | None]
    labels: Callable[[], Words]


def speak(meanings: Mapping[str, LazyText], words: Callable[[], Words]) -> None:
    """Gives the words there are, with what each means, and the function that says what each is today."""
    _meanings.update(meanings)
    if words not in _sources:
        _sources.append(words)


def speak_of_facts(say: Callable[[str], str | None], labels: Callable[[], Words]) -> None:
    """Gives the function that says a fact by its name, and the one that lists every name with what it is."""
    _facts[:] = [Facts(say, labels)]


def facts_by_name() -> dict[str, str]:
    """Every fact that plain text can name, and what it is."""
    return {name: label for source in _facts for name, label in source.labels().items()}


def facts_named_in(text: str) -> list[str]:
    """The names of the facts in a text, each once."""
    return list(dict.fromkeys(name for _capital, name in NAMED.findall(text)))


def fact_today(name: str) -> str | None:
    """What a fact is today, in words; None when no fact has the name."""
    return next((words for source in _facts if (words := source.say(name)) is not None), None)


def meanings() -> dict[str, LazyText]:
    """Every word by its name, and what it means, in the order of the list that officers see."""
    return dict(_meanings)


def words_today() -> dict[str, str]:
    """Every word by its name, as it is at present."""
    return {name: word for source in _sources for name, word in source().items()}


def fact_by_name(name: str) -> str:
    """How the packs' prose writes an amount: `{fact: child-benefit-eldest}`."""
    return f"{{fact: {name}}}"


def holds_words(text: str) -> bool:
    """A quick look: is there anything to finish at all?"""
    return "{" in text and SPOKEN.search(text) is not None


def finished(text: str, words: Words | None = None) -> str:
    """Plain text as a reader sees it. `words` are those of today unless others are given."""
    return SPOKEN.sub(_speaker(words), text) if holds_words(text) else text


def finished_html(html: str, words: Words | None = None) -> str:
    """HTML as a reader sees it: its texts, and the attributes that are read out or shown.

    Scripts, styles, what is typed into a form (textarea, value) and data for scripts stay raw, and every character
    that is no word stays the same.
    """
    if not holds_words(html):
        return html
    speak_html = _speaker(words, escape)
    out, at = [], 0
    for markup in MARKUP.finditer(html):
        out += [SPOKEN.sub(speak_html, html[at : markup.start()]), _finished_markup(markup, speak_html)]
        at = markup.end()
    return "".join([*out, SPOKEN.sub(speak_html, html[at:])])


def finished_json(value: Any) -> Any:
    """The same lists, dicts and texts with each text finished: one with tags as HTML, any other as plain text."""
    return in_each_text(value, lambda text: finished_html(text) if "<" in text else finished(text))


def in_each_text(value: Any, finish: Callable[[str], str]) -> Any:
    """The same lists and dicts with `finish` done to each text in them."""
    if isinstance(value, str):
        return finish(value)
    if isinstance(value, dict):
        return {key: in_each_text(inner, finish) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [in_each_text(inner, finish) for inner in value]
    return value


def as_typed(text: str) -> SafeString:
    """What a visitor typed, for a page: a word in braces in it is theirs, and stays as they wrote it."""
    return mark_safe(conditional_escape(text).replace("{", "&#123;"))


def problems(text: str) -> list[str]:
    """What is wrong with the braces in a plain text, in words for an officer; nothing when all are fine."""
    found = [message for match in MEANT.finditer(text) if (message := _problem(match[1]))]
    words = _("%(word)s … begins a word in braces and does not end it: the second brace is missing.")
    return found + [words % {"word": match[0]} for match in UNCLOSED.finditer(text)]


def problems_in_html(html: str) -> list[str]:
    """The same for rich text; there a word must also be one piece, with no bold or link inside it."""
    if "{" not in html:
        return []
    found = []
    for part in BLOCK_ENDS.split(html):
        whole = unescape(TAG.sub("", part))
        found += [str(BUTTON)] * len(NAMED.findall(whole))
        found += problems(NAMED.sub("", whole))
        apart = max(len(WORD.findall(whole)) - len(WORD.findall(part)), 0)
        found += [
            _("A word in braces must look the same from its first brace to its last, and be in one link.")
        ] * apart
    return found


def _speaker(words: Words | None, mask: Callable[[str], str] = str) -> Callable[[re.Match[str]], str]:
    """What puts a word in place of its name; today's words are asked for only when there is one."""
    known = words

    def spoken(match: re.Match[str]) -> str:
        nonlocal known
        if match[3]:
            fact = fact_today(match[3])
            if fact is None:
                return match[0]
            return mask(fact[:1].upper() + fact[1:] if match[2].isupper() else fact)
        if known is None:
            known = words_today()
        name = match[1][0].lower() + match[1][1:]
        if name not in known:
            return match[0]
        word = known[name]
        return mask(word[:1].upper() + word[1:] if match[1][0].isupper() else word)

    return spoken


def _finished_markup(markup: re.Match[str], speak_html: Callable[[re.Match[str]], str]) -> str:
    """A tag with the attributes finished that somebody reads; anything else as it was."""
    tag, rest = (markup["start"], markup["rest"]) if markup["start"] else (markup[0], "")
    if "{" not in tag or tag.startswith("<!--"):
        return markup[0]

    def attribute(match: re.Match[str]) -> str:
        if match[1].lower() not in READ_OUT:
            return match[0]
        return match[1] + match[2] + SPOKEN.sub(speak_html, match[3])

    return ATTRIBUTE.sub(attribute, tag) + rest


def _problem_of_fact(written: str) -> str:
    """Why what stands in braces names no fact; nothing when it does."""
    names, name = facts_by_name(), written.partition(":")[2].strip()
    if NAMED.fullmatch(f"{{{written}}}") and name in names:
        return ""
    near = get_close_matches(name.lower(), names, n=1)
    wrong = {"word": f"{{{written}}}", "near": near[0] if near else ""}
    if near:
        return _("%(word)s is none of the dated facts. Do you mean “%(near)s”?") % wrong
    return _("%(word)s is none of the dated facts: add it to them first.") % wrong


def _problem(written: str) -> str:
    """Why what stands in braces is no word of ours; nothing when it is one."""
    if written[0].lower() + written[1:] in _meanings:
        return ""
    if written.strip().lower().startswith("fact:"):
        return _problem_of_fact(written)
    near = get_close_matches(" ".join(written.lower().split()), _meanings, n=1)
    wrong = {"word": f"{{{written}}}", "near": near[0] if near else "", "words": ", ".join(_meanings)}
    if near:
        return _("%(word)s is none of the words in braces. Do you mean “%(near)s”?") % wrong
    return _("%(word)s is none of the words in braces, which are: %(words)s.") % wrong
