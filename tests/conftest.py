import gc
import os

import pdfua
import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page, Site

from pages.content.home import HomePage
from pages.content.section import SectionPage
from pages.core import lease
from pages.core.content_version import ContentVersion
from pages.visits import middleware
from pages.visits import tally as counting
from pages.visits.tally import Tally
from pages.yearly_report import report
from tests import snapshots
from tests.paper import pdfs, verapdf
from tests.states import MAKERS, NOTHING, TESTS

# Tests of these start programs, lay out paper or walk the whole site.
SLOW = {"backup", "browser", "mutants", "paper", "site"}
DATABASE = {"db", "transactional_db"}


def pytest_collection_modifyitems(items):
    """Marks as `rule` what `make check` runs: tests of rules as plain functions, without a database.

    For every other test the database is brought in its state first of all, before pytest-django begins a transaction.
    """
    for item in items:
        needs = {*getattr(item, "fixturenames", ()), *(["db"] if item.get_closest_marker("django_db") else [])}
        if needs & DATABASE:
            assert "database_state" not in getattr(getattr(item, "callspec", None), "params", {}), item.nodeid
            if "database_state" not in item.fixturenames:
                item.fixturenames.insert(0, "database_state")
        elif not needs & {"django_db_setup", "migrated"} and item.path.relative_to(TESTS).parts[0] not in SLOW:
            item.add_marker("rule")


def pytest_collection_finish():
    """What is there before the first test stays: to look through it for rubbish took a seventh of the time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 20, 100)


@pytest.fixture(autouse=True)
def nothing_counted_yet(monkeypatch):
    """Visits are counted in the process's memory: no test sees those of another."""
    tally = Tally()
    for module in (counting, middleware, report):
        monkeypatch.setattr(module, "tally", tally)


@pytest.fixture(autouse=True)
def nothing_in_the_cache():
    """What is counted for a minute or an hour stays in the process's cache: a test begins without another's."""
    cache.clear()


@pytest.fixture(autouse=True)
def messages_go_out_at_once(monkeypatch):
    """Messages wait for what they speak of to be kept, and the transaction of a test never is."""
    for place in ("pages.core.message.on_commit", "pages.sign_off.mail.on_commit"):
        monkeypatch.setattr(place, lambda function, **options: function())


@pytest.fixture(autouse=True)
def leases_last_as_long_as_a_test(monkeypatch):
    """Renewing one takes a connection of its own, and a database in memory can't be closed by it."""
    monkeypatch.setattr(lease, "RENEWED_EVERY", 3600)


@pytest.fixture
def home(db):
    """An empty offer: a home page on the default site, a council to ring, and the officers' roles."""
    # The home page is the same in every test; what was remembered of it in another is not.
    ContentVersion.bump()
    Site.clear_site_root_paths_cache()
    return HomePage.objects.get()


@pytest.fixture
def section(home):
    return SectionPage.objects.get(slug="money")


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
def states(request, django_db_setup, django_db_blocker, shared_folder):
    def migrate():
        if connection.vendor == "sqlite":
            snapshots.restore(request.getfixturevalue("migrated"))

    states = snapshots.States(shared_folder, {NOTHING: ("", migrate)} | MAKERS)
    yield states
    with django_db_blocker.unblock():
        states.leave()


@pytest.fixture
def database_state(request, states, django_db_blocker):
    """Puts the database in the state that the test's fixtures ask for."""
    asked = [name for name in MAKERS if name in request.fixturenames]
    with django_db_blocker.unblock():
        states.bring(asked[-1] if asked else NOTHING)
    yield
    marker = request.node.get_closest_marker("django_db")
    if marker and marker.kwargs.get("transaction"):
        with django_db_blocker.unblock():
            states.leave()


@pytest.fixture
def testham_loaded(db):
    """The small council's offer, in the database."""


@pytest.fixture
def toyland_loaded(db):
    """A small national layer, in the database; no council yet."""


@pytest.fixture
def toyton_loaded(db):
    """A small council above that layer, in the database."""


@pytest.fixture
def newtown_loaded(db):
    """England's layer with a council of three files, and its leaflets, in the database."""


@pytest.fixture
def slough_loaded(db):
    """The Slough offer with its leaflets, in the database."""


@pytest.fixture
def rotherham_loaded(db):
    """The Rotherham offer with its leaflets, in the database."""


@pytest.fixture
def offer(rotherham_loaded):
    """Every live page of the Rotherham offer, from the first page down."""
    return list(Page.objects.live().public().filter(depth__gt=1).order_by("path").specific())


@pytest.fixture(scope="module")
def once():
    """Makes what many tests of a module only read: the first of them makes it, the others get the same."""
    made = {}

    def get(name, make):
        if name not in made:
            made[name] = make()
        return made[name]

    return get


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


@pytest.fixture(scope="session")
def vera():
    """veraPDF's engine. For want of it a test is skipped; where `make test` has seen to all tools it fails."""
    if missing := verapdf.what_is_missing():
        (pytest.fail if os.environ.get("ALL_TOOLS_ARE_THERE") else pytest.skip)(f"veraPDF can't be asked: {missing}.")
    engine = verapdf.Vera()
    yield engine
    engine.end()


@pytest.fixture
def faults_of(vera):
    """What is wrong with the paper in a file: its PDF/UA-1, as two judges see it, and where its words stand."""

    def faults(path):
        judged = [*vera.failures(path), *map(str, pdfua.validate(path).findings)]
        return [*judged, *map(str, pdfs.outside(path)), *map(str, pdfs.crossings(path))]

    return faults
