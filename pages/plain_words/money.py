"""Amounts of money that do not say from when they are. One that is chosen from the dated facts is no typed text."""

import re
from collections import defaultdict
from collections.abc import Iterator

from django.utils.translation import gettext as _

from .finding import Code, Finding
from .page_text import PageText
from .passage import Passage

AMOUNT = re.compile(r"£\s?\d[\d,]*(?:\.\d+)?(?:\s?(?:million|m|k)\b)?")
DATED = re.compile(r"\b(?:19|20)\d\d\b")
NEAR = 2  # lines of the same text


def check(page: PageText) -> Iterator[Finding]:
    """An amount is dated by a year in its own line or one near it, or in its row or table."""
    parts = defaultdict(list)
    for passage in page.passages:
        parts[passage.part].append(passage)
    for passages in parts.values():
        beside = {passage.where.path: _beside(passage, passages) for passage in passages}
        for passage in passages:
            if any(DATED.search(text) for text in beside[passage.where.path]):
                continue
            for words in _undated(passage):
                yield Finding(
                    Code.MONEY,
                    _("“%(amount)s” does not say from when it is.") % {"amount": words},
                    _("Choose it from the dated facts, or write the tax year beside it: £26.05 (2026 to 2027)."),
                    passage.where,
                    words,
                )


def _beside(passage: Passage, passages: list[Passage]) -> list[str]:
    """The short texts that readers see in one row with this one, or over it."""
    row, _name = passage.where.path.rsplit(".", 1) if "." in passage.where.path else ("", "")
    block = passage.part
    return [
        other.text
        for other in passages
        if other is not passage and other.where.path.rpartition(".")[0] in (row, block) and len(other.lines) == 1
    ]


def _undated(passage: Passage) -> Iterator[str]:
    """The amounts with no year within a few lines. One that is an example is found as an example."""
    texts = [line.text for line in passage.lines]
    for number, text in enumerate(texts):
        if any(DATED.search(near) for near in texts[max(number - NEAR, 0) : number + NEAR + 1]):
            continue
        for words in passage.marks:
            text = text.replace(words, "")
        yield from (match[0] for match in AMOUNT.finditer(text))
