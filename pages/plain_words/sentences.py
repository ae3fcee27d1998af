"""Long sentences: readers lose the start before they meet the end."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _

from pages.plain_words.readability import SENTENCE_END

from .finding import Code, Finding
from .page_text import PageText

MOST_WORDS = 22
MOST_FOR_YOUNG_PEOPLE = 20
WORD = re.compile(r"[^\W_]+(?:[’'.,:/-][^\W_]+)*")


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Where each sentence of a line begins and ends."""
    start = 0
    for end in SENTENCE_END.finditer(text):
        if text[start : end.start()].strip():
            yield start, end.end()
        start = end.end()
    if text[start:].strip():
        yield start, len(text)


def check(page: PageText) -> Iterator[Finding]:
    most = MOST_WORDS if page.is_for_grown_ups else MOST_FOR_YOUNG_PEOPLE
    for passage, line in page.lines():
        plain = page.house.without_names(line.text)
        for start, end in sentences(plain):
            words = len(WORD.findall(plain[start:end]))
            if words > most:
                yield Finding(
                    Code.SENTENCE,
                    _("A sentence of %(words)d words.") % {"words": words},
                    _("Make two of it. One thought in each, about 15 words."),
                    passage.where,
                    line.text[start:end].strip(),
                )
