"""What is typed into a letter's blanks stands in it; what is left empty is a line to write on."""

from pages.letters.letter import Blank, Letter, as_text, filled, names_in

NAME = Blank("my-name", "Your name", is_needed=True)
SINCE = Blank("since", "Since when")
HELPS = Blank("helps", "What helps", has_several_lines=True)
BLANKS = [NAME, SINCE, HELPS]


def letter(text, **typed):
    return Letter([], [], [], filled(text, BLANKS, typed))


def words(text, **typed):
    return as_text(filled(text, BLANKS, typed))


def test_what_was_typed_stands_in_its_place():
    assert words("Here since [since].", since="May") == "Here since May."


def test_what_is_empty_is_a_line_that_says_what_belongs_on_it():
    assert words("Here since [since].", since=" ") == "Here since ____________ (Since when)."


def test_an_empty_line_begins_a_paragraph_and_hyphens_make_a_list():
    first, points = filled("Dear head,\nhello.\n\n- one\n- two", BLANKS, {})

    assert [len(first.lines), first.is_list] == [2, False]
    assert [len(points.lines), points.is_list] == [2, True]
    assert as_text([points]) == "- one\n- two"


def test_lines_of_a_windows_machine_are_the_same():
    assert words("One\r\n\r\nTwo") == words("One\n\nTwo")


def test_brackets_that_name_no_blank_stay_as_they_are():
    assert words("See [2007] and [other].") == "See [2007] and [other]."
    assert names_in("[my-name], [2007] and [Other]") == {"my-name"}


def test_what_is_typed_is_never_read_as_a_blank_or_finished():
    typed = as_text(
        filled("[helps] {area}", BLANKS, {"helps": "[since] {area}"}), lambda text: text.replace("{area}", "X")
    )

    assert typed == "[since] {area} X"


def test_only_what_the_letter_needs_is_asked_for_again_and_each_once():
    assert letter("[my-name] [since] [my-name]").still_needed == [NAME]
    assert letter("[my-name]", **{"my-name": "Ann"}).still_needed == []


def test_every_other_empty_line_is_named_once_and_none_that_has_no_place():
    assert letter("[since] [my-name] [since]").also_empty == [SINCE]
    assert letter("[since] [helps]", since="May").also_empty == [HELPS]


def test_a_letter_is_empty_until_something_is_typed():
    assert letter("[since]").is_empty
    assert not letter("[since]", since="May").is_empty
