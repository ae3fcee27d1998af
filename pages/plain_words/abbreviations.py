"""Capital letters that stand for a name which the page never writes out."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _

from .finding import Code, Finding
from .page_text import PageText

LETTERS = re.compile(r"(?<![\w&@/.-])[A-Z]{2,6}(?=s?(?![\w&@-]|\.\w))")
CAPITALS = re.compile(r"\b[A-Z]{2,}\b")
# Letters that everybody says, and whose long names are harder than they are.
KNOWN = frozenset("AA ADHD AM BBC CD DVD EU GP ID IP MP NHS OK PC PDF PE PIN PM QR SIM SMS TV UK URL USA VAT".split())
SHOUTED = frozenset(
    "ALL AND ANY ARE ASK BUT CAN DO FOR FREE GET HELP IF IN IS IT MAY MUST MY NEVER NEW NO NOT NOTE NOW OF ON ONLY OR"
    " OUR STOP THE TO WE YES YOU YOUR".split()
)
SMALL_WORDS = r"(?:(?:of|the|and|for|in|to|a|on|with|&)[\s-]+)*"


def check(page: PageText) -> Iterator[Finding]:
    text = page.text
    reported = set()
    for passage, line in page.lines():
        if _is_shouted(line.text):
            continue
        for match in LETTERS.finditer(page.house.without_names(line.text)):
            letters = match[0]
            if letters in reported or letters in KNOWN or is_spelled_out(letters, text):
                continue
            reported.add(letters)
            yield Finding(
                Code.ABBREVIATION,
                _("“%(letters)s” is not spelled out on this page.") % {"letters": letters},
                _("Write the name first and the letters after it: Long Name (LN). Or leave the letters out."),
                passage.where,
                letters,
            )


def _is_shouted(line: str) -> bool:
    """DO NOT WAIT is a sentence in capitals, not three abbreviations."""
    return any(word in SHOUTED for word in CAPITALS.findall(line))


def is_spelled_out(letters: str, text: str) -> bool:
    """True when the text has the long name in capitals, or in any letters beside the short one in brackets."""
    capitals = rf"\b{(r'[\w’]*[\s-]+' + SMALL_WORDS).join(letters)}[\w’]*"
    if re.search(capitals, text):
        return True
    beside = rf"{capitals}\s*\(\s*{letters}s?\b|\b{letters}s?\s*\(\s*{capitals}"
    explained = rf"\b{letters}\s+(?:stands\s+for|is\s+short\s+for|means)\b"
    return bool(re.search(rf"{beside}|{explained}", text, re.IGNORECASE))
