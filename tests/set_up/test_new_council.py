"""`manage.py new_council`: the set-up from the command line, or its link."""

import io

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from pytest_django.asserts import assertContains

from pages.council.model import CouncilSettings
from pages.set_up.model import SetUp
from tests.states import TESTHAM

WHOLE = {
    "name": "Barnfield Borough Council",
    "short_name": "Barnfield Council",
    "area": "Barnfield",
    "colour": "#09605c",
    "navigators": "Barnfield Navigators",
    "meaning": "A Navigator listens.",
    "phone": "01234 567 890",
    "hours": ["monday-thursday 9am to 5pm", "friday 09:00-12:30", "friday 13:30-16:00"],
    "term": ["Autumn 2026, first half: 2026-09-02 to 2026-10-23"],
    "closure": ["2026-12-24 to 2026-12-31: Christmas", "2027-03-01"],
    "lead_post": "Service Manager, Kinship",
    "officer": ["editor@barnfield.example: Section editors"],
}


@pytest.fixture(autouse=True)
def tables_are_there(monkeypatch):
    """`migrate` runs in the browser's test; here it would only find nothing to do, slowly."""
    run = call_command
    monkeypatch.setattr(
        "pages.management.commands.new_council.call_command",
        lambda name, **options: None if name == "migrate" else run(name, **options),
    )


def new_council(**options):
    said = io.StringIO()
    call_command("new_council", layer=TESTHAM, stdout=said, **options)
    return said.getvalue()


def refusal(**options):
    with pytest.raises(CommandError) as refused:
        new_council(**options)
    return str(refused.value)


@pytest.mark.django_db
def test_without_options_it_loads_the_layer_and_prints_the_link(client):
    link = new_council().splitlines()[-1]

    assert link.startswith("http://localhost:8000/set-up/link/")
    assertContains(client.get(link), "6 short steps")
    assert SetUp.objects.get().finished_at is None


@pytest.mark.django_db
def test_a_layer_that_is_not_there_begins_nothing():
    with pytest.raises(CommandError, match="Name another: --layer DIR"):
        call_command("new_council", layer=TESTHAM / "nowhere")

    assert not SetUp.objects.exists()


@pytest.mark.django_db
def test_a_layer_that_is_wrong_begins_nothing(tmp_path):
    with pytest.raises(CommandError, match="Nothing was begun"):
        call_command("new_council", layer=tmp_path, stdout=io.StringIO())

    assert not SetUp.objects.exists()


def test_a_site_with_an_offer_is_left_alone(testham_loaded):
    assert "A new council needs a place of its own" in refusal()


def test_with_options_it_does_what_the_screens_do(set_up):
    said = new_council(**WHOLE, administrator="robin@barnfield.example")

    council = CouncilSettings.objects.get()
    assert (council.council_name, council.navigators.phone) == ("Barnfield Borough Council", "01234 567 890")
    assert council.opening_hours.count() == 6
    assert [str(row.first_day) for row in council.closures.all()] == ["2026-12-24", "2027-03-01"]
    assert User.objects.get().groups.get().name == "Administrators"
    assert "http://localhost:8000/sign-in/invitation/" in said


def test_it_can_be_typed_again_with_something_more(set_up):
    first = {name: WHOLE[name] for name in ("name", "short_name", "area")}
    assert "Still to do: Who answers, Who works here." in new_council(**first)

    new_council(area="Barnfield Vale")

    council = CouncilSettings.objects.get()
    assert (council.council_name, council.area) == ("Barnfield Borough Council", "Barnfield Vale")


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"phone": "ring us"}, "--phone: Type the number with digits and spaces only"),
        ({"colour": "#0b7a75"}, "--colour: Too light to read"),
        ({"hours": ["all day"]}, "--hours: “all day” can’t be read. Write it as: monday-friday 09:00-17:00"),
        ({"hours": ["monday 09:00-05:00"]}, "--hours: From 9am to 5am is 20 hours"),
        ({"term": ["Autumn"]}, "--term: “Autumn” can’t be read."),
        ({"closure": ["Christmas"]}, "--closure: Enter a valid date."),
        ({"line": ["nobody"]}, "--line: Select a valid choice."),
        ({"officer": ["editor@barnfield.example: Emperor"]}, "--officer: Select a valid choice."),
        ({"logo": "/nowhere/logo.png"}, "--logo: /nowhere/logo.png can’t be read"),
    ],
)
def test_what_is_wrong_is_named_by_its_option_and_changes_nothing(set_up, changed, said):
    assert said in refusal(**WHOLE | changed, administrator="robin@barnfield.example")

    assert not CouncilSettings.objects.exists()
    assert not User.objects.exists()


def test_what_is_missing_at_the_end_is_named_by_its_option(set_up):
    some = {name: value for name, value in WHOLE.items() if name not in {"phone", "hours", "navigators", "lead_post"}}
    refused = refusal(**some, administrator="robin@barnfield.example")

    assert "--lead-post" in refused
    assert "--phone" in refused
    assert not CouncilSettings.objects.exists()


def test_an_administrator_without_an_e_mail_is_refused(set_up):
    assert "is no e-mail address" in refusal(**WHOLE, administrator="robin")

    assert SetUp.objects.get().finished_at is None


def test_a_second_link_is_another(set_up):
    assert new_council() != new_council()


def test_after_the_end_it_says_where_to_go_on(finished):
    assert "/cms/open-the-site/" in new_council()


def test_once_the_offer_is_open_it_refuses(free_way, holder):
    holder.post("/cms/open-the-site/")

    assert "in the CMS" in refusal(area="Elsewhere")


def test_it_asks_for_everything_when_told_to(set_up, monkeypatch):
    answers = ["Barnfield Borough Council", "Barnfield Council", "Barnfield", *[""] * 27]
    monkeypatch.setattr("sys.stdin", io.StringIO("\n".join(answers) + "\n"))

    new_council(ask=True)

    assert CouncilSettings.objects.get().area == "Barnfield"


def test_questions_that_are_not_answered_change_nothing(set_up, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.StringIO("Barnfield Borough Council\n"))

    assert "not answered to the end" in refusal(ask=True)
    assert not CouncilSettings.objects.exists()
