import pytest
from django.test import Client
from django.utils import timezone
from wagtail.models import Page

from pages.content.contact import Contact
from pages.core.content_version import ContentVersion
from pages.council.model import CouncilSettings
from pages.paper.model import Paper, PaperFormat
from pages.set_up import link
from pages.set_up.council import ensure_navigators
from pages.set_up.model import SetUp
from pages.site.set_up_roles import ensure_roles
from tests.set_up.answers import ANSWERS


@pytest.fixture
def set_up(testham_loaded):
    """A set-up that has just begun: national pages are there, and nothing of the council."""
    CouncilSettings.objects.all().delete()
    ensure_roles()
    ensure_navigators()
    begun = SetUp.objects.create()
    ContentVersion.bump()
    return begun


@pytest.fixture
def address(set_up):
    """The path of its link."""
    return link.new_link(set_up, timezone.now()).removeprefix("http://localhost:8000")


@pytest.fixture
def holder(address):
    """The browser in which the link was opened."""
    client = Client()
    assert client.post(address).status_code == 302
    return client


@pytest.fixture
def save(holder):
    """Saves a step with good answers, but for those that are given."""

    def save(slug, **changed):
        return holder.post(f"/set-up/{slug}/", ANSWERS[slug] | changed)

    return save


@pytest.fixture
def free_way(finished):
    """Nothing keeps the offer from opening: what the small council's pages have of examples is gone, paper is made."""
    Contact.objects.filter(example=True).update(example=False, phone="01234 567 892")
    for page in Page.objects.filter(slug__in=["allowance", "coffee-morning"]):
        page.unpublish()
    for paper_format in PaperFormat:
        Paper.objects.update_or_create(format=paper_format, defaults={"pdf": b"%PDF-", "made_at": timezone.now()})


@pytest.fixture
def finished(save):
    """All steps are saved: the set-up is done, and the administrator is signed in."""
    for slug in ANSWERS:
        response = save(slug)
    return response
