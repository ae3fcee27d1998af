"""Whose part is whose in the editor, and the question before the national text is changed."""

import pytest
from pytest_django.asserts import assertContains, assertNotContains
from wagtail.models import Page
from wagtail.test.utils.form_data import rich_text

from pages.offer_files.form import form_of
from pages.offer_files.part import Part
from pages.offer_files.site_pages import references_of_site
from tests.cms import editor_of, form_of_editor, make_officer, send_page
from tests.offer_files.test_layers import publish

pytestmark = pytest.mark.django_db

ASKED = "You have changed the national text, which is the same in every council."
BOX = 'name="takes_over"'


@pytest.fixture
def lead(toyton_loaded, client):
    client.force_login(make_officer("Kinship lead"))
    return client


def benefit():
    return Page.objects.get(slug="child-benefit").specific


def draft():
    return benefit().get_latest_revision_as_object()


def body(words="You get money for one child."):
    """The inputs of a body of one text, as the editor writes it: each paragraph with a key of its own."""
    block = {"id": benefit().body[0].id, "deleted": "", "order": "0", "type": "text"}
    return {"body-count": "1", "body-0-value-text": rich_text(f"<p>{words}</p>")} | {
        f"body-0-{name}": value for name, value in block.items()
    }


def here(words):
    block = {"id": "", "deleted": "", "order": "0", "type": "text", "value-text": rich_text(f"<p>{words}</p>")}
    return {"here-count": "1", "here_kept_by": "Family team"} | {
        f"here-0-{name}": value for name, value in block.items()
    }


@pytest.fixture
def plain(lead):
    """A national page whose text has no amount, which a script would write."""
    publish(benefit(), body=[("text", {"text": "<p>You get money for one child.</p>"})])
    return benefit()


def test_the_editor_says_whose_part_is_whose(lead):
    page = lead.get(editor_of(Page.objects.get(slug="allowances")))

    assertContains(page, "This is the national text. It is the same in every council.")
    assertContains(page, "This part is yours.")
    assertContains(page, "How much do you pay, from what day, who decides?")
    assertContains(page, "What holds here")
    assertContains(page, BOX)


def test_a_page_of_the_councils_own_has_no_second_part(lead):
    page = lead.get(editor_of(Page.objects.get(slug="coffee-money")))

    assertNotContains(page, "This is the national text")
    assertNotContains(page, "This part is yours")
    assertNotContains(page, BOX)
    assertNotContains(page, "here_kept_by")


def test_a_page_of_the_councils_own_is_saved_as_ever(lead):
    page = Page.objects.get(slug="coffee-money")

    send_page(lead, page, title="Tea money", **{"body-count": "0"})

    assert Page.objects.get(pk=page.pk).get_latest_revision_as_object().title == "Tea money"


def test_changing_only_what_holds_here_asks_nothing(plain, lead):
    response = send_page(lead, plain, **body(), **here("Ring the Guides."))

    assert response.status_code == 302, response.content.decode()
    assert "Ring the Guides." in str(draft().here)
    assert draft().is_national


def test_saving_the_national_text_as_it_is_asks_nothing(plain, lead):
    before = form_of(plain, references_of_site(Page.objects.get(depth=2)), part=Part.NATIONAL)

    assert send_page(lead, plain, **body(), **{"here-count": "0"}).status_code == 302

    assert form_of(draft(), references_of_site(Page.objects.get(depth=2)), part=Part.NATIONAL) == before


@pytest.mark.parametrize("change", [{"title": "Our benefit"}, body and {"short_title": "Benefit"}])
def test_changing_the_national_text_asks_first(plain, lead, change):
    response = send_page(lead, plain, **body(), **{"here-count": "0"}, **change)

    assertContains(response, ASKED)
    assert draft().title == "Child benefit"
    assert draft().short_title == ""


def test_changing_a_national_paragraph_asks_first(plain, lead):
    response = send_page(lead, plain, **body("You get more."), **{"here-count": "0"})

    assertContains(response, ASKED)


def test_whoever_means_it_takes_the_page_over_and_is_asked_once(plain, lead):
    data = body() | {"here-count": "0", "kept_by": "Finance team"}

    send_page(lead, plain, title="Our benefit", takes_over="on", **data)

    assert (draft().title, draft().taken_over) == ("Our benefit", "2026-10-01")
    assert benefit().is_national  # for readers, until it is published
    assertContains(lead.get(editor_of(plain)), "You have taken this page over.")
    assert send_page(lead, plain, title="Our own benefit", **data).status_code == 302
    assert draft().title == "Our own benefit"


def test_whoever_takes_a_page_over_says_who_keeps_it_right_before_it_is_published(plain, lead):
    data = body() | {"here-count": "0", "title": "Our benefit", "takes_over": "on"}

    response = send_page(lead, plain, "action-publish", **data)

    assertContains(response, "Say who keeps this page right.")
    assert draft().is_national
    assert send_page(lead, plain, **data).status_code == 302  # a draft may wait with it


def test_the_preview_shows_a_changed_national_text_before_anybody_is_asked(plain, lead):
    address = f"{editor_of(plain)}preview/"
    data = form_of_editor(lead, plain)
    data.update(body("You get more.") | {"here-count": "0"})

    assert lead.post(address, data).json() == {"is_valid": True, "is_available": True}
    assertContains(lead.get(address), "You get more.")
    assert "You get more." not in str(draft().body)


def test_the_preview_is_for_officers_only(plain, client):
    client.logout()

    assert client.get(f"{editor_of(plain)}preview/").status_code == 302
