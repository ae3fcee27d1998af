"""The words that each council says in its own way."""

import pytest
from django.core.exceptions import ValidationError
from pytest_django.asserts import assertContains

from pages.core import inline
from pages.council.council import current_council
from pages.council.model import CouncilSettings
from pages.council.roles import KINSHIP_LEAD
from pages.council.words import MEANINGS, words_of
from tests.cms import make_officer


def test_every_word_is_said_even_by_a_council_that_said_nothing():
    words = words_of()

    assert words.keys() == MEANINGS.keys()
    assert words == {
        "council": "the council",
        "full council": "the council",
        "area": "this area",
        "childrens services": "children’s services",
        "navigator": "Navigator",
        "a navigator": "a Navigator",
        "navigators": "Navigators",
        "the navigators": "the Navigators",
    }


def test_a_council_with_one_name_is_called_by_it():
    assert words_of(council_name="Testham Borough Council")["council"] == "Testham Borough Council"
    assert words_of(short_name="Testham Council")["full council"] == "Testham Council"


@pytest.mark.parametrize(
    ("navigator", "article", "one", "many"),
    [
        ("Guide", "", "a Guide", "the Guides"),
        ("Adviser", "", "an Adviser", "the Advisers"),
        ("Hourly worker", "an", "an Hourly worker", "the Hourly workers"),
        ("Unit worker", "a", "a Unit worker", "the Unit workers"),
        ("  Guide \n", "", "a Guide", "the Guides"),
    ],
)
def test_one_and_many(navigator, article, one, many):
    words = words_of(navigator=navigator, article=article)

    assert words["a navigator"] == one
    assert words["the navigators"] == many


def test_many_may_be_no_one_with_an_s():
    words = words_of(navigator="Family ally", navigators="Family allies")

    assert (words["navigators"], words["the navigators"]) == ("Family allies", "the Family allies")


def test_a_word_never_holds_a_brace():
    assert words_of(short_name="{area} Council", area="{council}")["council"] == "area Council"


def test_the_words_are_those_of_the_settings(home):
    council = CouncilSettings.objects.get()
    council.navigator_name = "Kinship worker"
    council.childrens_services = "Testham Children’s Trust"
    council.save()

    assert inline.finished("{A navigator} of {childrens services}") == "A Kinship worker of Testham Children’s Trust"
    assert current_council().words == council.words()


@pytest.mark.parametrize("field", CouncilSettings.NAMES)
def test_what_words_are_made_from_holds_none(home, field):
    council = CouncilSettings.objects.get()
    setattr(council, field, "{area}")

    with pytest.raises(ValidationError) as error:
        council.full_clean()

    assert field in error.value.message_dict


def test_the_settings_show_what_each_word_gives(client, home):
    client.force_login(make_officer(KINSHIP_LEAD))
    settings = CouncilSettings.objects.get()

    screen = client.get(f"/cms/settings/pages/councilsettings/{settings.site_id}/")

    for name, word in settings.words().items():
        assertContains(screen, f"<code>&#123;{name}&#125;</code>")
        assertContains(screen, f"<td>{word}</td>")


def test_the_texts_of_the_council_are_finished_wherever_it_is_shown(home):
    council = CouncilSettings.objects.get()
    council.navigator_meaning = "{A navigator} of {council} listens."
    council.save()

    assert current_council().navigator_meaning == "A Navigator of Testham Council listens."
