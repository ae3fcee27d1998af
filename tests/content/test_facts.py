"""The facts of 2026: what must stand, or must never stand, on a page or on paper, each with its source.

`facts.tsv` has a row for each. `where` is an address; `everywhere`, all pages and papers together; `leaflet` or
`leaflet-large-print`; or `pack` and an address, the page as a family takes it home. `says` is `must` or `never`;
`words` a regular expression over the finished text on one line; `source` who says so.
"""

import csv
import itertools
import re
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from pages.content.short_code import ShortCode
from pages.paper.model import LEAFLETS, Paper
from tests.html import main_words
from tests.whole_site import every_page

pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("offer")]

with (Path(__file__).parent / "facts.tsv").open(encoding="utf-8") as file:
    FACTS = [tuple(row.values()) for row in csv.DictReader(file, delimiter="\t")]
IN_PACKS = sorted({where.removeprefix("pack ") for where, *_rest in FACTS if where.startswith("pack ")})
AT_ONCE = 10


def on_one_line(words):
    return " ".join(words.split())


def printed(pdf):
    return on_one_line(" ".join(page.extract_text() for page in PdfReader(BytesIO(bytes(pdf))).pages))


@pytest.fixture
def texts(rotherham_loaded, client, once):
    """The finished words of every page and paper, by what `where` calls it."""

    def read():
        words = {url: on_one_line(main_words(tree)) for url, tree in every_page().items()}
        words |= {str(paper): printed(Paper.objects.get(format=paper).pdf) for paper in LEAFLETS}
        codes = {each.page.url: each.code for each in ShortCode.objects.exclude(page=None).select_related("page")}
        for pages in itertools.batched(IN_PACKS, AT_ONCE, strict=False):
            pack = printed(client.get(f"/my-list/pack.pdf?i={'.'.join(codes[url] for url in pages)}").content)
            words |= {f"pack {url}": pack for url in pages}
        words["everywhere"] = " ".join(words.values())
        return words

    return once("texts", read)


def test_the_table_is_long_and_names_a_source_for_every_fact():
    assert len(FACTS) >= 150
    assert len({fact[:3] for fact in FACTS}) == len(FACTS)
    assert [fact for fact in FACTS if len(fact) != 4 or fact[1] not in {"must", "never"} or not fact[3]] == []
    assert {where.partition(" ")[0] for where, *_rest in FACTS} >= {"everywhere", "leaflet", "pack"}


@pytest.mark.parametrize(("where", "says", "words", "source"), FACTS)
def test_a_fact_stands_as_its_source_has_it(texts, where, says, words, source):
    assert bool(re.search(words, texts[where])) == (says == "must"), source
