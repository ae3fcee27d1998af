from collections import Counter
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page

from pages.offer_files.load import load_offer
from pages.paper import leaflet
from pages.visits import tally as counting
from tests import factories, snapshots

TESTS = Path(__file__).resolve().parent
ROTHERHAM = TESTS.parent / "fixtures/rotherham"


# Tests of these start programs, lay out paper or walk the whole site.
SLOW = {"browser", "mutants", "paper", "site"}
DATABASE = {"db", "django_db_setup", "loaded_offer", "migrated", "transactional_db"}


def pytest_collection_modifyitems(items):
    """Marks as `rule` what `make check` runs: tests of rules as plain functions, without a database."""
    for item in items:
        needs = {*getattr(item, "fixturenames", ()), *(["db"] if item.get_closest_marker("django_db") else [])}
        if not needs & DATABASE and item.path.relative_to(TESTS).parts[0] not in SLOW:
            item.add_marker("rule")


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


@pytest.fixture(scope="session")
def shared_folder(tmp_path_factory, worker_id):
    """A folder that all workers of this run share."""
    base = tmp_path_factory.getbasetemp()
    return base if worker_id == "master" else base.parent


@pytest.fixture(scope="session")
def migrated(request):
    """The file of a database that all migrations have run on: a site of its own begins with a copy of it."""
    return snapshots.migrated(request.config.cache.mkdir("migrated"))


@pytest.fixture(scope="session")
def django_db_use_migrations():
    return connection.vendor != "sqlite"


@pytest.fixture(scope="session")
def django_db_setup(request, django_db_setup, django_db_blocker):
    """Where the database can be copied, the migrations run once for all workers and runs: they take a while."""
    if connection.vendor == "sqlite":
        with django_db_blocker.unblock():
            snapshots.restore(request.getfixturevalue("migrated"))


@pytest.fixture(scope="module")
def loaded_offer(django_db_setup, django_db_blocker, shared_folder):
    """The Rotherham offer with its leaflets, in the database for all tests of a module."""
    with django_db_blocker.unblock(), snapshots.made_once(shared_folder / "rotherham", load_rotherham):
        yield


def load_rotherham():
    load_offer(ROTHERHAM)
    leaflet.remake()


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
