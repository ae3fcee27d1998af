"""The index of the whole offer, as a rule."""

from types import SimpleNamespace

from pages.paper.booklet.word_index import MOST_PAGES, Word, word_index


def term(words, *others):
    return SimpleNamespace(term=words, spellings=[words, *others])


def test_words_are_in_the_order_of_their_letters_each_once_with_all_pages_that_name_them():
    texts = {
        7: "Beds and basics. Family Rights Group",
        8: "means tests. Family Rights Group.",
        9: "Means test: how much.",
    }

    assert word_index(
        [("Beds and basics", 7), ("allowances", 8)], ["Family Rights Group"], [term("Means test")], texts
    ) == [
        Word("allowances", [8]),
        Word("Beds and basics", [7]),
        Word("Family Rights Group", [7, 8]),
        Word("Means test", [8, 9]),
    ]


def test_a_title_that_is_a_word_of_the_glossary_is_one_word():
    words = word_index(
        [("Private fostering", 3)], [], [term("private fostering")], {3: "", 5: "It is private fostering."}
    )

    assert words == [Word("Private fostering", [3, 5])]


def test_a_part_of_a_word_or_another_word_is_not_the_word():
    texts = {1: "Borders, preorder, send it. NHS 1112", 2: "An order. SEND. NHS 111"}

    assert [word.pages for word in word_index([], ["NHS 111"], [term("order"), term("SEND")], texts)] == [[2], [2], [2]]


def test_other_names_of_a_word_are_the_word():
    assert word_index([], [], [term("Special Guardianship Order", "SGO")], {4: "Two SGOs"})[0].pages == [4]


def test_of_a_word_on_very_many_pages_those_that_say_it_most_are_listed_and_where_its_own_begins():
    texts = {page: "Respite. " * (1 + (page > 30)) for page in range(1, 31 + MOST_PAGES)}

    assert word_index([("Respite", 2)], [], [term("respite")], texts)[0].pages == [2, *range(31, 31 + MOST_PAGES)]


def test_quotes_move_no_word():
    words = word_index([("“Zebra”", 1), ("“Ant”", 2), ("Bee", 3)], [], [], {})

    assert [word.words for word in words] == ["“Ant”", "Bee", "“Zebra”"]
