"""Link texts that say nothing, and web addresses in the middle of a text."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _

from .finding import Code, Finding
from .page_text import PageText

SAYS_NOTHING = re.compile(
    r"(?:please\s+)?(?:(?:click|tap|press)(?:\s+on)?\s+)?(?:here|this|this\s+link|(?:the|this|our)?\s*(?:link|page|website|site)(?:\s+here)?)"
    r"|(?:read|find\s+out|see|learn|get|for)?\s*more(?:\s+(?:here|info|information|details|about\s+(?:this|it)))?"
    r"|link|details|info|information|website|web\s?page|continue|download|pdf|visit",
    re.IGNORECASE,
)
CLICK = re.compile(r"\b(?:click|tap)\s+(?:on\s+)?(?:here|this|the\s+link|below)\b", re.IGNORECASE)
ADDRESS = re.compile(
    r"\bhttps?://[^\s<>]+|\bwww\.[^\s<>]+|(?<![\w@.-])(?:[a-z0-9-]+\.)+[a-z]{2,}/[^\s<>]+", re.IGNORECASE
)


def check(page: PageText) -> Iterator[Finding]:
    for passage in page.passages:
        empty = [link.words for link in passage.links if SAYS_NOTHING.fullmatch(link.words.strip(" .!>→»:"))]
        empty += [
            match[0]
            for line in passage.lines
            for match in CLICK.finditer(line.text)
            if not any(match[0].lower() in words.lower() or words.lower() in match[0].lower() for words in empty)
        ]
        for words in empty:
            yield Finding(
                Code.LINK,
                _("The link “%(words)s” does not say where it leads.") % {"words": words},
                _("Link the words that name what readers find there: “Apply for Child Benefit”."),
                passage.where,
                words,
            )
        for line in passage.lines:
            for match in ADDRESS.finditer(line.text):
                address = match[0].rstrip(".,;:!?)’”\"'")
                yield Finding(
                    Code.ADDRESS,
                    _("A web address stands in the text."),
                    _("Link the name of the page instead. Nobody can read an address out."),
                    passage.where,
                    address,
                )
