"""Sentences that will stop being true, and say no last right day: “until March 2028”, “from September”, “for now”.

What is a dated sentence, a dated fact or an example already is left alone, and so is what is true every year.
"""

import datetime
from collections.abc import Iterator

from django.utils.translation import gettext as _

from .finding import Code, Finding
from .page_text import PageText
from .passage import Passage
from .stops_being_true import phrases_in


def check(page: PageText) -> Iterator[Finding]:
    for passage in page.passages:
        for line in passage.lines:
            for words in phrases_in(_without_dated(line.text, passage), page.day):
                yield Finding(
                    Code.ENDS,
                    _("“%(words)s”: this will stop being true.") % {"words": words},
                    _advice(passage),
                    passage.where,
                    words,
                )


def undated_in(page: PageText, day: datetime.date) -> list[str]:
    """The phrases of a page that have no date, as `day` sees them."""
    return [finding.quote for finding in check(page._replace(day=day))]


def _without_dated(text: str, passage: Passage) -> str:
    for words in (*passage.dated, *passage.marks):
        text = text.replace(words, "\0" * len(words))
    return text


def _advice(passage: Passage) -> str:
    if passage.is_rich:
        return _("Say what stays true. Or choose the sentence, press “Right until”, and give its last day and source.")
    return _("Say what stays true. Or put it in the dated facts, and use it by its name in running text or a table.")
