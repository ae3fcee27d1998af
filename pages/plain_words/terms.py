"""Words of the glossary that stand only in a title, a summary or a heading, where no explanation can be."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _

from pages.content.explain import Explainer
from pages.core.html.tree import parse

from .finding import Code, Finding
from .page_text import PageText

ASKS = re.compile(r"\b(?:what|who|is|are|was|does|do|means?|mean|a|an|the|your|my|about)\b|\W", re.IGNORECASE)
UNEXPLAINED = ("title", "search_description")


def check(page: PageText) -> Iterator[Finding]:
    """A page whose title is the word explains it as a whole, and so does the text below a heading that is the word."""
    explainer = page.house.explainer
    if explainer.words is None:
        return
    known = {
        term["slug"]
        for passage in page.passages
        if passage.where.path not in UNEXPLAINED
        for term in explainer.explain(parse(passage.html))
    }
    known |= {term["slug"] for term in _terms(explainer, page.title)}
    for passage, line in page.lines():
        if not line.is_heading and passage.where.path not in UNEXPLAINED:
            continue
        for match in explainer.words.finditer(line.text):
            term = explainer.term(match["words"])
            if term is None or term["slug"] in known:
                continue
            known.add(term["slug"])
            if not _is_what_follows(line.text, match["words"]):
                yield Finding(
                    Code.TERM,
                    _("“%(word)s” is not explained on this page.") % {"word": match["words"]},
                    _("Use it in the text too, where its meaning is shown by itself. Or say it here in plain words."),
                    passage.where,
                    match["words"],
                )


def _is_what_follows(heading: str, word: str) -> bool:
    """“What is family time?” has its answer below it."""
    return ASKS.sub("", heading).lower() == ASKS.sub("", word).lower()


def _terms(explainer: Explainer, text: str) -> list[dict]:
    matches = explainer.words.finditer(text) if explainer.words else ()
    return [term for match in matches if (term := explainer.term(match["words"]))]
