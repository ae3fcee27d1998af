"""Each layer comes out as the files that it came from, whatever stands above it or was taken over."""

import pytest
from django.core.management import CommandError, call_command
from wagtail.models import Page

from pages.content.contact import Contact
from pages.offer_files.order import Place, placed, places_of
from tests.offer_files.test_layers import ALLOWANCES, allowances, publish, toyland, toyton  # noqa: F401
from tests.offer_files.test_pack import files, load
from tests.states import TOYLAND, TOYTON

pytestmark = pytest.mark.django_db


def export(folder, **options):
    call_command("export_offer", folder, verbosity=0, **options)
    return files(folder)


def test_a_councils_folder_comes_back(toyton_loaded, tmp_path):
    assert export(tmp_path / "out") == files(TOYTON)


def test_a_layer_comes_back_with_a_council_above_it(toyton_loaded, tmp_path):
    assert export(tmp_path / "out", layer="toyland") == files(TOYLAND)


def test_a_page_taken_over_is_written_whole_with_the_version_it_left(toyton_loaded, tmp_path):
    publish(allowances(), title="Our allowances", taken_over="2026-10-01")

    out = export(tmp_path / "out")

    text = out[ALLOWANCES].decode()
    assert "title: Our allowances\n" in text
    assert "taken_over:\n  layer: toyland\n  version: 2026-10-01\n" in text
    assert "here:\n  - text: |\n      We pay on Fridays." in text
    assert "here/money/allowances.yaml" not in out
    assert export(tmp_path / "layer", layer="toyland") == files(TOYLAND)


def test_a_national_text_changed_behind_the_editors_back_is_written_whole_too(toyton_loaded, tmp_path):
    publish(allowances(), title="Our allowances")

    assert b"taken_over:\n  layer: toyland\n  version: 2026-10-01\n" in export(tmp_path / "out")[ALLOWANCES]


def test_a_page_taken_over_comes_back_on_another_site(toyton_loaded, tmp_path):
    publish(allowances(), title="Our allowances", taken_over="2026-10-01")
    out = export(tmp_path / "out")
    publish(allowances(), title="Allowances", taken_over="")
    publish(allowances(), here=[], here_contacts=[], here_policies=[], here_reasons=[])

    load(tmp_path / "out")

    assert (allowances().title, allowances().taken_over) == ("Our allowances", "2026-10-01")
    assert not allowances().national_texts.exists()
    assert export(tmp_path / "again") == out


def test_a_page_that_left_another_version_waits_to_be_compared(toyton_loaded, tmp_path):
    publish(allowances(), title="Our allowances", taken_over="2026-09-01")
    export(tmp_path / "out")
    publish(allowances(), title="Allowances", taken_over="")
    publish(allowances(), here=[], here_contacts=[], here_policies=[], here_reasons=[])

    load(tmp_path / "out")

    waiting = allowances().national_texts.get()
    assert (waiting.version, waiting.settled_at) == ("2026-10-01", None)
    assert waiting.revision.as_object().title == "Allowances"


def test_a_national_contact_that_was_changed_here_goes_into_the_councils_folder(toyton_loaded, tmp_path):
    Contact.objects.filter(slug="kin-charity").update(phone="01632 960 301")

    assert b"slug: kin-charity" in export(tmp_path / "out")["contacts.yaml"]


def test_an_order_that_an_editor_chose_comes_back(toyton_loaded, tmp_path):
    money = Page.objects.get(slug="money")
    Page.objects.get(slug="coffee-money").move(money, pos="first-child")
    order = list(Page.objects.get(slug="money").get_children().values_list("slug", flat=True))
    out = export(tmp_path / "out")
    assert b"first: true\n" in out["pages/money/coffee-money.yaml"]
    Page.objects.filter(slug__in=["coffee-money", "bedding-fund"]).delete()

    load(tmp_path / "out", overwrite=True)

    assert list(Page.objects.get(slug="money").get_children().values_list("slug", flat=True)) == order


def test_a_layer_that_was_never_loaded_is_named(toyton_loaded, tmp_path):
    with pytest.raises(CommandError, match="no such layer was loaded here; loaded are: toyland"):
        call_command("export_offer", tmp_path / "out", layer="england", verbosity=0)


@pytest.mark.parametrize(
    ("order", "said"),
    [
        (["n", "m", "a", "b"], [Place("a"), Place("b")]),
        (["n", "m", "b", "a"], [Place("a", "b"), Place("b")]),
        (["n", "a", "m", "b"], [Place("a", "n"), Place("b")]),
        (["n", "b", "a", "m"], [Place("a", "b"), Place("b", "n")]),
        (["b", "n", "m", "a"], [Place("a"), Place("b", is_first=True)]),
        (["b", "a", "n", "m"], [Place("a", "b"), Place("b", is_first=True)]),
        (["a", "b"], [Place("a"), Place("b")]),
        (["b", "a"], [Place("a", "b"), Place("b")]),
    ],
)
def test_files_say_as_little_of_an_order_as_brings_it_back(order, said):
    assert sorted(places_of(order, {"a", "b"}).values()) == said
    assert placed([slug for slug in order if slug in "nm"], said) == order
