"""Another file for a document or an image that readers see: its new address is on every page at once."""

from contextlib import closing

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains

from pages.core.content_version import ContentVersion
from pages.council.model import CouncilSettings
from pages.council.roles import KINSHIP_LEAD
from tests import factories
from tests.cms import make_officer


@pytest.fixture(autouse=True)
def lead(client, home, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    client.force_login(make_officer(KINSHIP_LEAD))


@pytest.fixture
def promise(section):
    """A document of a policy that a page names."""
    document = factories.make_document()
    factories.make_policy(title="Testham Promise", url="", document=document)
    body = [("text", {"text": "<p>We keep to the Testham Promise.</p>"})]
    factories.make_guide(section, slug="allowances", body=body)
    return document


@pytest.fixture
def logo(home):
    image = factories.make_image(title="Logo")
    council = CouncilSettings.objects.get()
    council.logo = image
    council.save()
    return image


def replace(client, kind, thing, file):
    data = {"title": thing.title, "collection": thing.collection_id, "tags": "", "file": file}
    assert client.post(reverse(f"{kind}:edit", args=[thing.pk]), data).status_code == 302
    thing.refresh_from_db()


def logo_on(response) -> str:
    return response.text.partition('<img src="')[2].partition('"')[0]


def test_a_new_file_of_a_policys_document_is_linked_at_once(client, promise):
    old = promise.url
    assertContains(client.get("/money/allowances/"), f'href="{old}"')

    replace(client, "wagtaildocs", promise, SimpleUploadedFile("promise-2027.pdf", b"%PDF-1.7 new"))

    page = client.get("/money/allowances/")
    assertContains(page, f'href="{promise.url}"')
    assertNotContains(page, old)
    with closing(client.get(promise.url)) as file:
        assert b"".join(file) == b"%PDF-1.7 new"


def test_a_new_file_of_the_logo_is_shown_at_once(client, logo, tmp_path):
    old = logo_on(client.get("/"))

    replace(client, "wagtailimages", logo, SimpleUploadedFile("new.png", factories.picture("gold").read(), "image/png"))

    new = logo_on(client.get("/"))
    assert new not in {"", old}
    assert (tmp_path / new.removeprefix("/media/")).exists()


def test_a_logo_that_is_deleted_leaves_no_broken_picture(client, logo):
    assert logo_on(client.get("/"))

    logo.delete()

    assert logo_on(client.get("/")) == ""


@pytest.mark.parametrize("make", [factories.make_document, factories.make_image])
def test_a_file_that_is_only_added_or_measured_changes_nothing_for_readers(home, make):
    version = ContentVersion.current()

    thing = make()
    thing.get_file_size()

    assert ContentVersion.current() == version
