"""Reasons of a yes that hold an if: what is true of some families only is no yes, and the finder would promise it."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _

from .finding import Code, Finding
from .page_text import PageText

IF = re.compile(r"^it depends\b|(?<!even )\b(?:if|unless|might|some)\b|\b(?-i:may)\b", re.IGNORECASE)


def check(page: PageText) -> Iterator[Finding]:
    """One for each reason, at its first such word; “even if” takes nothing back, and May is a month."""
    for passage in page.passages:
        if passage.where.path in page.said_of_a_yes and (found := IF.search(passage.text)):
            yield Finding(
                Code.IF,
                _("This reason has an if. Then the answer is Maybe."),
                _("Choose Maybe. Or say what is true of every family in this row."),
                passage.where,
                found[0],
            )
