"""A PostgreSQL that hangs costs pages, for a few seconds each; never static files, and never the site."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest

from kinship_offer import env
from kinship_offer.postgresql import base, limits
from kinship_offer.postgresql.limits import COMMANDS, LEFT_ALONE, REQUESTS, Outage
from tests.postgres import postgres
from tests.server import PROJECT, free_port, served, site_environment
from tests.states import TESTHAM

SOON = REQUESTS.answer + REQUESTS.connect + 5  # seconds, on a machine that is busy


@pytest.fixture
def serving(monkeypatch):
    monkeypatch.setattr(limits, "in_force", lambda: REQUESTS)
    monkeypatch.setattr(base, "in_force", lambda: REQUESTS)


@pytest.fixture
def wrapper(monkeypatch):
    def make(url="postgres://offer:word@db.example/offer"):
        monkeypatch.setenv("DATABASE_URL", url)
        defaults = {"ATOMIC_REQUESTS": False, "AUTOCOMMIT": True, "TIME_ZONE": None, "CONN_MAX_AGE": 0}
        settings = defaults | {"OPTIONS": {}, "CONN_HEALTH_CHECKS": False} | env.database("DATABASE_URL", "")
        return base.DatabaseWrapper(settings)

    return make


def test_commands_have_time_and_requests_have_little(wrapper, serving, monkeypatch):
    asked = wrapper().get_connection_params()
    assert asked["connect_timeout"] == 3
    assert "-c statement_timeout=5000 -c lock_timeout=3000" in asked["options"]

    monkeypatch.setattr(base, "in_force", lambda: COMMANDS)
    asked = wrapper().get_connection_params()
    assert asked["connect_timeout"] == 10
    assert "-c statement_timeout=900000 -c lock_timeout=60000" in asked["options"]


def test_what_the_address_of_the_database_says_goes_before(wrapper):
    asked = wrapper("postgres://offer@db.example/offer?connect_timeout=1&sslmode=require&options=-c%20work_mem%3D8MB")
    params = asked.get_connection_params()

    assert (params["connect_timeout"], params["sslmode"]) == (1, "require")
    assert params["options"].endswith("-c work_mem=8MB")


def test_in_an_outage_one_asks_and_the_others_do_not_wait(monkeypatch):
    now = 100.0
    monkeypatch.setattr(limits.time, "monotonic", lambda: now)
    outage = Outage()
    assert outage.may_ask() and outage.may_ask()

    outage.begin()
    assert not outage.may_ask()
    now += LEFT_ALONE
    assert [outage.may_ask() for _visitor in range(3)] == [True, False, False]
    outage.end()
    assert outage.may_ask() and outage.may_ask()


def test_a_database_that_takes_calls_and_says_nothing_is_given_up_soon(wrapper, serving, monkeypatch, hanging_port):
    monkeypatch.setattr(base, "outage", Outage())
    silent = wrapper(f"postgres://offer@127.0.0.1:{hanging_port}/offer?connect_timeout=2")

    begun = time.monotonic()
    for _visitor in range(3):
        with pytest.raises(base.errors.OperationalError):
            silent.get_new_connection(silent.get_connection_params())
    assert time.monotonic() - begun < 4  # the first waited for all


@pytest.fixture
def hanging_port():
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen(20)
        yield server.getsockname()[1]


@contextmanager
def stopped(url):
    """Every process of the server stands still, as on a machine whose disk does not answer."""
    with psycopg.connect(url) as database:
        folder = database.execute("SHOW data_directory").fetchone()[0]
    main = int(Path(folder, "postmaster.pid").read_text().split()[0])
    os.kill(main, signal.SIGSTOP)
    processes = [main, *_children(main)]
    for process in processes[1:]:
        os.kill(process, signal.SIGSTOP)
    try:
        yield
    finally:
        for process in reversed(processes):
            os.kill(process, signal.SIGCONT)


def _children(parent):
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            after_name = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(after_name[1]) == parent:
            yield int(stat.parent.name)


def ask(address):
    begun = time.monotonic()
    try:
        with urllib.request.urlopen(address, timeout=60) as answer:
            status, words = answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        status, words = error.code, error.read().decode()
    return status, words, time.monotonic() - begun


# The tests above stand for it: limits of a connection, one that asks for all, a silent server given up.
@pytest.mark.slow
def test_while_the_database_hangs_files_are_served_and_afterwards_all_is_as_before(tmp_path):
    port = free_port()
    with postgres() as url:
        environment = site_environment(
            tmp_path, DATABASE_URL=url, SITE_URL=f"http://localhost:{port}", ALLOWED_HOSTS="127.0.0.1"
        )
        for words in (["migrate", "-v0"], ["load_offer", TESTHAM]):
            subprocess.run([sys.executable, "manage.py", *words], cwd=PROJECT, env=environment, check=True)
        (tmp_path / "static").mkdir(exist_ok=True)
        shutil.copy(PROJECT / "static/css/base.css", tmp_path / "static/probe.css")
        with (
            served(port, environment, tmp_path / "server.log") as address,
            ThreadPoolExecutor(20) as visitors,
        ):
            assert {status for status, *_ in visitors.map(ask, [f"{address}/money/"] * 20)} == {200}
            with stopped(url):
                pages = [visitors.submit(ask, f"{address}/money/") for _ in range(16)]
                time.sleep(REQUESTS.answer + 1)  # more pages than threads, and each of them waits
                for path in ("/static/probe.css", "/healthz"):
                    status, _words, seconds = ask(address + path)
                    assert (status, seconds < 5) == (200, True), path
                for page in pages:
                    status, words, seconds = page.result()
                    assert (status, seconds < SOON * 2) == (503, True)
                    assert "Something went wrong at our end" in words
                status, words, seconds = ask(f"{address}/readyz")
                assert (status, seconds < SOON) == (503, True)
                assert "database: " in words
            end = time.monotonic() + 2 * LEFT_ALONE + SOON
            while {status for status, *_ in visitors.map(ask, [f"{address}/money/"] * 20)} != {200}:
                assert time.monotonic() < end, (tmp_path / "server.log").read_text()[-2000:]
                time.sleep(0.5)
