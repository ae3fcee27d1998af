"""What editors have changed on the site is theirs: a load leaves it alone and says so."""

import pytest
from django.core.management import call_command
from wagtail.models import Page

from pages.content.contact import Contact
from pages.content.support import SupportPage
from pages.council.model import CouncilSettings
from tests.factories import make_guide
from tests.offer_files.test_pack import allowance, edit, load, loaded, testham  # noqa: F401

pytestmark = pytest.mark.django_db


@pytest.fixture
def changed(loaded):  # noqa: F811
    """The small council, loaded; and then its pack changed everywhere."""
    edit(loaded / "pages/money/allowance.yaml", "title: The Testham allowance", "title: From the pack")
    edit(loaded / "contacts.yaml", "name: Testham Guides", "name: From the pack")
    edit(loaded / "settings.yaml", "area: Testham", "area: From the pack")
    return loaded


def publish(page, **fields):
    for name, value in fields.items():
        setattr(page, name, value)
    page.save_revision().publish()


def test_a_page_an_editor_changed_is_left_alone_and_reported(changed, capsys):
    publish(allowance(), title="From an editor")

    load(changed)

    assert allowance().title == "From an editor"
    assert "Left alone, changed on the site since it was loaded: /money/allowance/" in capsys.readouterr().out


def test_overwrite_replaces_what_an_editor_changed(changed):
    publish(allowance(), title="From an editor")

    load(changed, overwrite=True)

    assert allowance().title == "From the pack"


def test_a_draft_that_an_editor_has_begun_is_a_change_too(changed):
    page = allowance()
    page.title = "Draft of an editor"
    page.save_revision()

    load(changed)

    assert allowance().title == "The Testham allowance"
    assert allowance().get_latest_revision_as_object().title == "Draft of an editor"


def test_a_page_an_editor_took_off_the_site_is_left_off(changed):
    allowance().unpublish()

    load(changed)

    assert not allowance().live


def test_a_page_an_editor_opened_and_saved_unchanged_is_not_a_change(changed):
    allowance().save_revision().publish()

    load(changed)

    assert allowance().title == "From the pack"


def test_a_page_left_alone_stays_protected_at_the_next_load(changed):
    publish(allowance(), title="From an editor")
    load(changed)

    load(changed)

    assert allowance().title == "From an editor"


def test_a_page_an_editor_moved_is_left_where_it_is_and_not_made_again(changed):
    page = allowance()
    page.slug = "weekly-money"
    page.save_revision().publish()

    load(changed)

    assert [page.slug for page in SupportPage.objects.all()] == ["weekly-money"]


def test_overwrite_puts_a_moved_page_back(changed):
    page = allowance()
    other = Page.objects.get(slug="money").add_sibling(
        instance=type(Page.objects.get(slug="money").specific)(title="Other", slug="other", kept_by="Family team")
    )
    page.move(other, pos="last-child")

    load(changed, overwrite=True)

    assert allowance().url_path.endswith("/money/allowance/")


def test_a_page_an_editor_made_at_a_path_of_the_pack_is_left_alone(loaded):  # noqa: F811
    make_guide(Page.objects.get(slug="money").specific, title="Mine", slug="savings")
    file = loaded / "pages/money/savings.yaml"
    file.write_text((loaded / "pages/money/budgeting.yaml").read_text())
    edit(file, "title: ", "title: Savings and ")
    edit(loaded / "pages/money/index.yaml", "budgeting, letter-to-bank]", "budgeting, letter-to-bank, savings]")

    load(loaded)

    assert Page.objects.get(slug="savings").title == "Mine"


def test_an_order_that_an_editor_chose_is_left_alone(changed):
    first = Page.objects.get(slug="money").get_children().first()
    first.move(Page.objects.get(slug="money"), pos="last-child")
    edit(
        changed / "pages/money/index.yaml",
        "[allowance, coffee-morning, budgeting, letter-to-bank]",
        "[allowance, budgeting, coffee-morning, letter-to-bank]",
    )

    load(changed)

    slugs = Page.objects.get(slug="money").get_children().values_list("slug", flat=True)
    assert list(slugs) == ["coffee-morning", "budgeting", "letter-to-bank", "allowance"]


def test_a_contact_an_editor_changed_is_left_alone(changed):
    Contact.objects.filter(slug="guides").update(phone="01632 960 999")

    load(changed)

    assert Contact.objects.get(slug="guides").name == "Testham Guides"


def test_settings_an_editor_changed_are_left_alone(changed):
    CouncilSettings.objects.update(area="From an editor")

    load(changed)

    assert CouncilSettings.objects.get().area == "From an editor"


def test_a_deleted_page_is_made_again(changed):
    allowance().delete()

    load(changed)

    assert allowance().title == "From the pack"


def test_an_editors_words_come_out_in_the_export(testham_loaded, tmp_path):
    publish(allowance(), cost='<p data-block-key="a1">Free &amp; <b data-x="1">easy</b>.<br/>Really.</p><p></p>')

    call_command("export_offer", tmp_path / "out", verbosity=0)

    assert "cost: |\n  Free & **easy**.\\\n  Really.\n" in (tmp_path / "out/pages/money/allowance.yaml").read_text()
