"""Reading grades of the page and of each long passage, against the house target."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from django.utils.translation import gettext as _

from pages.plain_words.readability import Readability, readability

from .finding import Code, Finding
from .house import House
from .page_text import PageText
from .passage import Passage
from .rich_text import Line

LONG = 40  # words
QUOTED = 8  # words
FEWEST_TO_JUDGE = 20  # a page of two lines has no grade worth a warning


def page_readability(page: PageText) -> Readability:
    """The words, sentences and syllables of the whole page."""
    counts = [_readability(passage.lines, page.house) for passage in page.passages]
    words, sentences, syllables = (sum(column) for column in zip(*counts, strict=True)) if counts else (0, 1, 0)
    return Readability(words, sentences, syllables)


def ages(grade: float) -> str:
    """Who can read it easily, as a band of ages."""
    youngest = max(round(grade), 0) + 5
    if youngest > 16:
        return _("adults who read a lot")
    return _("ages %(youngest)d to %(oldest)d") % {"youngest": youngest, "oldest": youngest + 1}


def check(page: PageText) -> Iterator[Finding]:
    whole = page_readability(page)
    if whole.words >= FEWEST_TO_JUDGE and whole.grade > page.limit:
        yield Finding(
            Code.GRADE,
            _("The page reads at grade %(grade).1f: for %(ages)s.") % {"grade": whole.grade, "ages": ages(whole.grade)},
            _("Bring it to %(limit)d or below: shorter sentences first, then shorter words.") % {"limit": page.limit},
        )
    for passage in page.passages:
        for lines in _hard_stretches(passage, page):
            stretch = _readability(lines, page.house)
            yield Finding(
                Code.GRADE,
                _("This text reads at grade %(grade).1f: for %(ages)s.")
                % {"grade": stretch.grade, "ages": ages(stretch.grade)},
                _("Bring it to %(limit)d or below: shorter sentences first, then shorter words.")
                % {"limit": page.limit},
                passage.where,
                " ".join(lines[0].text.split()[:QUOTED]),
            )


def _hard_stretches(passage: Passage, page: PageText) -> Iterator[list[Line]]:
    """What stands under one heading, if it is long and too hard as a whole; or else its long paragraphs that are."""

    def is_hard(lines: Sequence[Line]) -> bool:
        stretch = _readability(lines, page.house)
        return stretch.words >= LONG and stretch.grade > page.limit

    for lines in _between_headings(passage.lines):
        if is_hard(lines):
            yield lines
        else:
            yield from ([line] for line in lines if is_hard([line]))


def _between_headings(lines: Sequence[Line]) -> list[list[Line]]:
    return [list(group) for is_heading, group in groupby(lines, lambda line: line.is_heading) if not is_heading]


def _readability(lines: Sequence[Line], house: House) -> Readability:
    measured = readability("\n".join(house.without_names(line.text) for line in lines))
    return measured if measured.words else Readability(0, 0, 0)
