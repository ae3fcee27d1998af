"""The same offer on a real PostgreSQL, with nothing but DATABASE_URL changed."""

import filecmp
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.postgres import postgres

PROJECT = Path(__file__).resolve().parents[2]
LAYER = PROJECT / "fixtures" / "england"
PACK = PROJECT / "fixtures" / "rotherham"

pytestmark = pytest.mark.xdist_group("browser")


@pytest.fixture(scope="module")
def database_url():
    with postgres() as url:
        yield url


@pytest.fixture(scope="module")
def manage(database_url, tmp_path_factory):
    """Runs manage.py against PostgreSQL and gives back what it printed."""
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "kinship_offer.settings",
        "DATABASE_URL": database_url,
        "DATA_DIR": str(tmp_path_factory.mktemp("data")),
        "SECRET_KEY": "only-for-tests-" + "abcdefghij" * 5,
        "DEBUG": "0",
        "DEMONSTRATION": "0",
    }

    def run(*words):
        done = subprocess.run(
            [sys.executable, "manage.py", *map(str, words)],
            cwd=PROJECT, env=environment, capture_output=True, text=True, timeout=300,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        return done.stdout

    run("migrate", "-v0")
    run("load_offer", LAYER)
    run("load_offer", PACK)
    run("shell", "-v0", "-c", "from pages.paper.tasks import make_leaflets; make_leaflets.call()")
    return run


def test_the_pack_comes_back_byte_for_byte(manage, tmp_path):
    manage("export_offer", tmp_path / "out")

    written = {file.relative_to(tmp_path / "out") for file in (tmp_path / "out").rglob("*.yaml")}
    assert written == {file.relative_to(PACK) for file in PACK.rglob("*.yaml")}
    _same, different, broken = filecmp.cmpfiles(PACK, tmp_path / "out", map(str, written), shallow=False)
    assert (different, broken) == ([], [])


PATHS = ["/", "/money/", "/money/allowances/", "/glossary/", "/search/?q=sgo", "/leaflet.pdf"]
VISIT = f"""
from django.test import Client
client = Client(headers={{'host': 'localhost'}})
print("told", {{path: client.get(path).status_code for path in {PATHS}}})
"""


def test_pages_are_served(manage):
    assert f"told {dict.fromkeys(PATHS, 200)}" in manage("shell", "-v0", "-c", VISIT)


LOCKED = """
import time
from django.db import connection
from django.test import Client
from pages.models import MissedSearch

other = connection.copy()
other.set_autocommit(False)
with other.cursor() as cursor:
    cursor.execute("LOCK TABLE pages_missedsearch IN EXCLUSIVE MODE")
client, begun = Client(headers={"host": "localhost"}), time.monotonic()
locked = client.get("/search/?q=zebra").status_code, MissedSearch.objects.count(), time.monotonic() - begun < 10
other.rollback()
other.close()
print("told", locked, client.get("/search/?q=zebra").status_code, MissedSearch.objects.count())
"""


def test_a_search_waits_for_no_lock_and_is_counted_when_there_is_none(manage):
    assert "told (200, 0, True) 200 1" in manage("shell", "-v0", "-c", LOCKED)
