"""Whoever asks what is kept about them is found, however they, or others, wrote their name, number or address."""

import datetime

import pytest

from pages.content.home import HomePage
from pages.heard.comment import Comment
from pages.personal_data.find import find
from pages.personal_data.wanted import TooShortError, Wanted
from pages.ring_back.model import Callback

SAME = {
    "a number": ["07700900123", "07700 900 123", "+447700900123", "+44 (0)7700 900123", "0044 7700-900-123",
                 "(07700) 900123", "00440 7700 900123", "tel:+447700900123", "07700\u00a0900\u2011123"],
    "an address": ["a.b@example.org", "A.B@Example.ORG", "<a.b@example.org>", "mailto:a.b@example.org",
                   "Zoe <a.b@example.org>", " a.b@example.org "],
    "a name": ["Zoë O’Brien", "Zoë O'Brien", "Zoe O’Brien", "zoe o'brien", "ZOË  O`BRIEN", "Zoe\u0308 O‘Brien"],
    "a name in capitals": ["özil", "ÖZIL", "Ozil", "o\u0308zil"],
    "a name with a hyphen": ["Ann-Marie Lee", "Ann‑Marie Lee", "ann–marie lee"],
    "quoted": ['Zoë "Zo" Briain', 'zoe "zo" briain'],
}  # fmt: skip
PAIRS = [(typed, kept) for group in SAME.values() for typed in group for kept in group]


@pytest.mark.parametrize(("typed", "kept"), PAIRS)
def test_it_is_the_same_person_however_it_is_written(typed, kept):
    wanted = Wanted(typed)

    assert wanted.is_whole(kept)
    assert wanted.is_in(f"Please ring {kept}, thank you.")


@pytest.mark.parametrize(
    ("typed", "others"),
    [
        ("07700900123", ["07700900124", "077009001234", "107700900123", "7700 9001", "192.0.2.7"]),
        ("a.b@example.org", ["xa.b@example.org", "a.b@example.org.uk", "a-a.b@example.org", "aXb@example.org"]),
        ("Ann Lee", ["Joann Lee", "Ann Leeson", "Ann", "Lee Ann"]),
        ("192.0.2.77", ["19.202.77.1", "192.0.2.7", "1920277", "192.0.2.777"]),
    ],
)
def test_and_nobody_else_is(typed, others):
    wanted = Wanted(typed)

    assert [other for other in others if wanted.is_whole(other) or wanted.is_in(f"So said {other}, they say.")] == []


def test_a_name_is_whole_or_it_is_another_s():
    assert not Wanted("Ann Lee").is_whole("Ann Lee Smith")
    assert Wanted("Ann Lee").is_in("Ann Lee Smith")


@pytest.mark.parametrize("typed", ["", "ab", "  a ", "\u0308\u0308\u0308\u0308"])
def test_too_little_finds_nobody(typed):
    with pytest.raises(TooShortError):
        Wanted(typed)


@pytest.mark.parametrize(
    "kept",
    [
        {"title": 'Zoë "Zo" O’Brien\'s page'},
        {"body": '[{"value": "<p>Ring Zo\\u00eb \\"Zo\\" O\\u2019Brien.</p>"}]'},
        ["<p>Zo&euml; &quot;Zo&quot; O&#x27;Brien</p>"],
        '{Zoë "Zo" O\'Brien',
    ],
)
def test_words_are_read_in_json_and_html_as_they_were_typed(kept):
    assert Wanted('Zoe "Zo" O\'Brien').is_in(kept)


def test_an_excerpt_shows_the_place_as_it_was_typed():
    long = f"{'ß€' * 300} I am Zoë O’Brien. {'é' * 300}"
    excerpt = Wanted("zoe o'brien").around(long, letters=10)

    assert excerpt == "… ß€ß€ I am Zoë O’Brien. éééééééé …"


def test_they_are_found_in_the_database(home):
    Callback.objects.create(name="ÖZIL", phone="+44 (0)7700 900123", request_key="a")
    Comment.objects.create(text="Ring me: 07700 900 123", role="", day=datetime.date(2026, 11, 2), key="b")
    home.short_title = "Zoë Briain"
    home.save_revision()

    assert {found.row._meta.label for found in find("özil")} == {"pages.Callback"}
    assert {found.row._meta.label for found in find("07700900123")} == {"pages.Callback", "pages.Comment"}
    [revision] = [found for found in find("Zoe Briain") if found.row._meta.label == "wagtailcore.Revision"]
    assert "Zoë Briain" in revision.told["content"]


def test_they_are_found_in_a_text_of_blocks(home):
    page = HomePage.objects.get(pk=home.pk)
    page.body = [("text", {"text": "<p>Ask for Zoë O’Brien.</p>"})]
    page.save_revision()

    assert "wagtailcore.Revision" in {found.row._meta.label for found in find("Zoe O'Brien")}
