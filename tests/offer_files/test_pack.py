"""An offer goes into the site from text, and comes out as the same text."""

import shutil

import pytest
from django.core.management import CommandError, call_command
from wagtail.models import Page, PageViewRestriction, Revision, Site

from pages.content.contact import Contact
from pages.content.glossary_term import GlossaryTerm
from pages.content.policy import Policy
from pages.content.support import SupportPage
from pages.council.model import CouncilSettings
from pages.offer_files.names import kinds
from tests import factories
from tests.states import ENGLAND, ROTHERHAM, SLOUGH, TESTHAM

pytestmark = pytest.mark.django_db


@pytest.fixture
def testham(tmp_path):
    """A copy of the small council's pack, to change."""
    return shutil.copytree(TESTHAM, tmp_path / "testham")


@pytest.fixture
def loaded(testham_loaded, testham):
    """A copy of the small council's pack, to change; the site says what it says."""
    return testham


def load(folder, **options):
    call_command("load_offer", folder, verbosity=0, **options)


def files(folder):
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def edit(file, old, new):
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def allowance():
    return SupportPage.objects.get(slug="allowance")


def export(tmp_path):
    call_command("export_offer", tmp_path / "out", verbosity=0)
    return files(tmp_path / "out")


def test_what_is_exported_is_what_was_loaded(testham_loaded, tmp_path):
    assert export(tmp_path) == files(TESTHAM)


def test_words_in_braces_come_back_as_they_were_written(testham, tmp_path):
    page = testham / "pages/money/allowance.yaml"
    edit(page, "title: The Testham allowance", "title: The {area} allowance")
    edit(page, "**It is money.**", "**{A navigator} helps.**\n      See {council}’s list, { } and {1}.")
    edit(page, "title: What is a week?", "title: What is a week in {area}?")
    edit(testham / "settings.yaml", "A Guide listens", "At {council} {a navigator} listens")

    load(testham)

    assert export(tmp_path) == files(testham)


def test_the_whole_rotherham_offer_comes_back_too(rotherham_loaded, tmp_path):
    assert export(tmp_path) == files(ROTHERHAM)


def test_the_national_layer_comes_back_too(rotherham_loaded, tmp_path):
    call_command("export_offer", tmp_path / "out", layer="england", verbosity=0)

    assert files(tmp_path / "out") == files(ENGLAND)


def test_the_slough_offer_comes_back_with_its_drafts(slough_loaded, tmp_path):
    assert export(tmp_path) == files(SLOUGH)


def test_loading_again_doubles_nothing_and_writes_no_history(testham_loaded, capsys):
    assert_nothing_comes_of(TESTHAM, capsys)


def test_loading_the_whole_rotherham_offer_again_does_neither(rotherham_loaded, capsys):
    assert_nothing_comes_of(ROTHERHAM, capsys)


def assert_nothing_comes_of(folder, capsys):
    counts = [model.objects.count() for model in (Page, Contact, Policy, GlossaryTerm, Revision)]

    load(folder)

    assert [model.objects.count() for model in (Page, Contact, Policy, GlossaryTerm, Revision)] == counts
    assert "0 made, 0 updated" in capsys.readouterr().out


def test_the_small_council_has_a_page_of_every_kind(testham_loaded):
    assert {type(page) for page in Page.objects.filter(depth__gt=1).specific()} == set(kinds().values())


def test_every_page_is_published_with_history(testham_loaded):
    pages = Page.objects.filter(depth__gt=1)
    assert all(page.live and not page.has_unpublished_changes and page.latest_revision for page in pages)


def test_the_first_load_gives_the_site_its_address_and_home(settings):
    settings.SITE_URL = "https://offer.testham.example"

    load(TESTHAM)

    site = Site.objects.get()
    assert (site.hostname, site.port) == ("offer.testham.example", 443)
    assert site.root_page.title == "Raising a child in your family?"
    assert CouncilSettings.for_site(site).navigators.name == "Testham Guides"


def test_links_between_pages_are_kept_by_page_not_by_address(testham_loaded):
    budgeting = Page.objects.get(slug="budgeting")
    assert f'<a linktype="page" id="{budgeting.pk}">' in allowance().steps[0].value["text"].source


def test_links_to_what_the_site_makes_itself_stay_addresses(testham_loaded):
    assert '<a href="/leaflet.pdf">' in allowance().body[0].value["text"].source


def test_an_example_mark_becomes_a_mark(testham_loaded):
    assert "<mark>in two weeks</mark>" in allowance().what_next


def test_a_change_in_the_pack_updates_the_page_in_place(loaded):
    before = allowance()
    edit(loaded / "pages/money/allowance.yaml", "title: The Testham allowance", "title: Money each week")

    load(loaded)

    after = allowance()
    assert (after.pk, after.title) == (before.pk, "Money each week")
    assert Revision.objects.for_instance(after).count() == 2


def test_a_newer_date_of_checking_in_the_pack_counts(loaded):
    edit(loaded / "pages/money/allowance.yaml", "last_checked: 2026-10-01", "last_checked: 2026-11-01")

    load(loaded)

    assert str(allowance().last_checked) == "2026-11-01"
    assert str(allowance().get_latest_revision_as_object().last_checked) == "2026-11-01"


def test_unchanged_blocks_and_rows_stay_themselves_when_their_page_changes(loaded):
    before = allowance()
    blocks, rows = [block.id for block in before.body], set(before.eligibility.values_list("pk", flat=True))
    edit(loaded / "pages/money/allowance.yaml", "  - callout: Ask first.\n", "")
    edit(loaded / "pages/money/allowance.yaml", "text: Seven days.", "text: A week.")

    load(loaded)

    after = allowance()
    assert [block.id for block in after.body][:4] == [blocks[0], *blocks[2:5]]
    assert set(after.eligibility.values_list("pk", flat=True)) == rows


def test_a_change_of_a_shared_entry_keeps_its_key(loaded):
    key = Contact.objects.get(slug="guides").pk
    edit(loaded / "contacts.yaml", "name: Testham Guides", "name: The Guides")

    load(loaded)

    assert Contact.objects.get(slug="guides").name == "The Guides"
    assert Contact.objects.get(slug="guides").pk == key


def test_the_order_of_children_is_the_order_of_pages(loaded):
    edit(
        loaded / "pages/money/index.yaml",
        "[allowance, coffee-morning, budgeting, letter-to-bank]",
        "[budgeting, allowance, coffee-morning, letter-to-bank]",
    )

    load(loaded)

    slugs = Page.objects.get(slug="money").get_children().values_list("slug", flat=True)
    assert list(slugs) == ["budgeting", "allowance", "coffee-morning", "letter-to-bank"]


def test_pages_that_are_not_in_the_pack_come_after_those_that_are(loaded):
    money = Page.objects.get(slug="money")
    factories.make_guide(money, slug="own").move(money, pos="first-child")
    order = "[allowance, coffee-morning, budgeting, letter-to-bank]"
    edit(loaded / "pages/money/index.yaml", order, "[budgeting, allowance, coffee-morning, letter-to-bank]")

    load(loaded)

    slugs = Page.objects.get(slug="money").get_children().values_list("slug", flat=True)
    assert list(slugs) == ["budgeting", "allowance", "coffee-morning", "letter-to-bank", "own"]


def test_a_page_that_is_not_in_the_pack_is_reported_and_left(loaded, capsys):
    (loaded / "pages/money/budgeting.yaml").unlink()
    edit(loaded / "pages/money/index.yaml", ", budgeting, letter-to-bank]", ", letter-to-bank]")
    edit(loaded / "pages/money/allowance.yaml", "[/money/budgeting/, /]", "[/]")
    edit(loaded / "pages/money/allowance.yaml", "See [how to make a budget](/money/budgeting/).", "Plan.")

    load(loaded)

    assert "not in the offer: /money/budgeting/" in capsys.readouterr().out
    assert Page.objects.get(slug="budgeting").live


def test_exporting_over_an_older_offer_takes_away_files_of_pages_that_are_gone(loaded):
    Page.objects.get(slug="coffee-morning").delete()

    call_command("export_offer", loaded, verbosity=0)

    assert not (loaded / "pages/money/coffee-morning.yaml").exists()
    assert "children: [allowance, budgeting, letter-to-bank]" in (loaded / "pages/money/index.yaml").read_text()


def test_exporting_never_writes_among_other_files(testham_loaded, tmp_path):
    (tmp_path / "letter.txt").write_text("Dear Sir")

    with pytest.raises(CommandError, match="other files"):
        call_command("export_offer", tmp_path, verbosity=0)

    assert files(tmp_path) == {"letter.txt": b"Dear Sir"}


def test_what_was_taken_offline_is_not_exported_and_links_to_it_become_words(testham_loaded, tmp_path):
    Page.objects.get(slug="budgeting").specific.unpublish()

    call_command("export_offer", tmp_path / "out", verbosity=0)

    assert not (tmp_path / "out/pages/money/budgeting.yaml").exists()
    assert "See how to make a budget." in (tmp_path / "out/pages/money/allowance.yaml").read_text()


def test_a_draft_that_readers_never_saw_is_exported_with_its_latest_words_and_stays_one(testham_loaded, tmp_path):
    draft = factories.make_guide(Page.objects.get(slug="money"), title="Beds", slug="beds", live=False)
    draft.search_description = "Where a bed comes from."
    draft.save_revision()
    call_command("export_offer", tmp_path / "out", verbosity=0)
    Page.objects.filter(depth=2).first().get_descendants().delete()

    load(tmp_path / "out", overwrite=True)

    page = Page.objects.get(slug="beds")
    assert not page.live
    assert page.specific.get_latest_revision_as_object().search_description == "Where a bed comes from."
    assert "beds" in (tmp_path / "out/pages/money/index.yaml").read_text()


def test_a_draft_that_only_some_may_ever_read_is_not_exported(testham_loaded, tmp_path):
    draft = factories.make_guide(Page.objects.get(slug="money"), title="Beds", slug="beds", live=False)
    PageViewRestriction.objects.create(page=draft, restriction_type=PageViewRestriction.LOGIN)

    assert "pages/money/beds.yaml" not in export(tmp_path)


def test_a_page_that_only_some_can_read_is_not_exported(testham_loaded, tmp_path):
    page = Page.objects.get(slug="budgeting")
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)

    assert "pages/money/budgeting.yaml" not in export(tmp_path)


def test_an_export_with_a_draft_left_out_can_be_loaded(testham_loaded, tmp_path):
    Page.objects.get(slug="budgeting").specific.unpublish()
    call_command("export_offer", tmp_path / "out", verbosity=0)
    Page.objects.filter(depth=2).first().get_descendants().delete()

    load(tmp_path / "out", overwrite=True)

    assert not Page.objects.filter(slug="budgeting").exists()
