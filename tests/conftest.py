from collections import Counter
from pathlib import Path

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page, Site

from pages.offer_files.load import load_offer
from pages.paper import leaflet
from pages.visits import tally as counting
from tests import factories

ROTHERHAM = Path(__file__).resolve().parents[1] / "fixtures/rotherham"


@pytest.fixture(autouse=True)
def nothing_counted_yet(monkeypatch):
    """Visits are counted in the process's memory: no test sees those of another."""
    monkeypatch.setattr(counting.tally, "_counts", Counter())


@pytest.fixture
def home(db):
    """An empty offer: a home page on the default site and a council to ring."""
    home = factories.make_home()
    factories.make_council()
    return home


@pytest.fixture
def section(home):
    return factories.make_section(home, title="Money and work", slug="money")


@pytest.fixture(scope="module")
def loaded_offer(django_db_setup, django_db_blocker):
    """The Rotherham offer with its leaflets, loaded once for all tests of a module and rolled back after them."""
    with django_db_blocker.unblock(), transaction.atomic():
        load_offer(ROTHERHAM)
        leaflet.remake()
        yield
        transaction.set_rollback(True)
    Site.clear_site_root_paths_cache()


@pytest.fixture
def offer(loaded_offer, db):
    """Every live page of the Rotherham offer, from the first page down."""
    return list(Page.objects.live().public().filter(depth__gt=1).order_by("path").specific())


@pytest.fixture
def count_queries(client):
    """Warms a URL, then counts the queries of one more request."""

    def count(url):
        client.get(url)
        with CaptureQueriesContext(
            connection,
        ) as queries:
            assert client.get(url).status_code == 200
        return len(queries)

    return count
