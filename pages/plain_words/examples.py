"""Details that are still examples: somebody must confirm them."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from .finding import Code, Finding
from .page_text import PageText


def check(page: PageText) -> Iterator[Finding]:
    advice = _("Find out what is true, write that, and take the mark away.")
    for passage in page.passages:
        for words in passage.marks:
            yield Finding(
                Code.EXAMPLE, _("“%(words)s” is an example.") % {"words": words}, advice, passage.where, words
            )
    if page.example_details:
        ticked = {"ticked": page.example_details}
        yield Finding(
            Code.EXAMPLE,
            _("“%(ticked)s” is ticked.") % ticked,
            _("Find out what is true, write that, and untick “%(ticked)s”.") % ticked,
        )
