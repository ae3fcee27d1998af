import pytest

from pages.plain_words.readability import readability, syllables


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("the", 1), ("table", 2), ("walked", 1), ("wanted", 2), ("houses", 2), ("makes", 1),
        ("little", 2), ("whole", 1), ("allowance", 3), ("arrangement", 3), ("council", 2), ("area", 3),
        ("guardianship", 4), ("initial", 3), ("experience", 4), ("education", 4), ("worried", 2), ("people", 2),
        ("child’s", 1), ("mediation", 4),
    ],
)  # fmt: skip
def test_syllables_are_counted_as_they_are_spoken(word, count):
    assert syllables(word) == count


def test_short_words_in_short_sentences_are_for_young_readers():
    assert readability("The cat sat on the mat. It was warm. We all had tea.").grade < 1


def test_long_words_in_long_sentences_are_not():
    text = (
        "The local authority is required to undertake a comprehensive assessment of eligibility prior to the "
        "determination of discretionary financial assistance in respect of qualifying arrangements."
    )
    assert readability(text).grade > 15


def test_names_of_orders_and_organisations_stand_aside():
    text = "Ask about a Special Guardianship Order."
    assert readability(text, ["Special Guardianship Order"]).grade < readability(text).grade - 3


def test_a_list_item_is_a_sentence_without_its_full_stop():
    assert readability("a bed\na coat\nshoes").sentences == 3


def test_no_words_have_no_grade():
    assert readability("").grade == 0
