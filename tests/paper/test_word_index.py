"""The index of the whole offer, as a rule."""

from types import SimpleNamespace

from pages.paper.booklet.word_index import Word, word_index


def entry(title, anchor, summary="", contacts=()):
    page = SimpleNamespace(title=title, search_description=summary)
    return SimpleNamespace(page=page, anchor=anchor, contacts=[SimpleNamespace(name=name) for name in contacts])


def term(words, slug):
    return SimpleNamespace(term=words, slug=slug)


def test_words_are_in_the_order_of_their_letters_each_once_with_all_their_pages():
    entries = [
        entry("Beds and basics", "page-1", contacts=["Family Rights Group"]),
        entry("allowances", "page-2", "A means test says how much.", contacts=["Family Rights Group"]),
    ]

    assert word_index(entries, [term("Means test", "means-test")]) == [
        Word("allowances", ["page-2"]),
        Word("Beds and basics", ["page-1"]),
        Word("Family Rights Group", ["page-1", "page-2"]),
        Word("Means test", ["page-2", "word-means-test"]),
    ]


def test_a_title_that_is_a_word_of_the_glossary_leads_to_both():
    words = word_index([entry("Private fostering", "page-1")], [term("private fostering", "pf")])

    assert words == [Word("Private fostering", ["page-1", "word-pf"])]


def test_a_part_of_a_word_is_not_the_word():
    assert word_index([entry("Orderly rooms", "page-1")], [term("order", "o")])[0].anchors == ["word-o"]


def test_quotes_move_no_word():
    words = word_index([entry("“Zebra”", "page-1"), entry("“Ant”", "page-2"), entry("Bee", "page-3")], [])

    assert [word.words for word in words] == ["“Ant”", "Bee", "“Zebra”"]
