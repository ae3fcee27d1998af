"""A start that cannot be right ends with one message that says what to do, whoever starts the site and however."""

import http.client
import os
import runpy
import shutil
import sqlite3
import stat
import subprocess
import sys
import threading
from contextlib import closing
from types import SimpleNamespace

import django
import pytest
from django.db import connection
from django.utils import timezone

from kinship_offer import start
from kinship_offer.postgresql import limits
from pages.work.schedule import BY_COMMAND
from tests.server import PROJECT, free_port, put_static_files, served, site_environment

pytestmark = pytest.mark.skipif(connection.vendor != "sqlite", reason="The site begins with a copy of a database.")

GUNICORN = [sys.executable, "-m", "gunicorn", "kinship_offer.wsgi"]
HTTPS = {"SITE_URL": "https://kinship.example.gov.uk"}


def keep_schedule(file):
    """Writes down, as a worker does, when each piece of work is due."""
    with closing(sqlite3.connect(file)) as database, database:
        for command in BY_COMMAND:
            row = (command, timezone.now().isoformat(" "))
            database.execute(
                "INSERT OR REPLACE INTO pages_scheduledrun (name, due_at, failures, words) VALUES (?, ?, 0, '')", row
            )


@pytest.fixture
def run(tmp_path, migrated):
    """Runs a program as the site with these settings, on a database whose tables are right."""
    shutil.copy(migrated, tmp_path / "db.sqlite3")
    keep_schedule(tmp_path / "db.sqlite3")
    put_static_files(tmp_path)

    def run(*command, umask=0o022, **variables):
        environment = site_environment(tmp_path, **variables)
        environment.pop("DJANGO_SETTINGS_MODULE")
        return subprocess.run(
            command, cwd=PROJECT, env=environment, capture_output=True, text=True, timeout=300, umask=umask, check=False
        )

    run.folder = tmp_path
    return run


def assert_refused(done, *words):
    assert done.returncode not in {0, None}
    assert done.stderr.count("The site is not started:") == 1
    assert "Traceback" not in done.stderr + done.stdout
    for word in words:
        assert word in done.stderr


def test_gunicorn_is_refused_once_and_says_everything_that_is_wrong(run):
    with closing(sqlite3.connect(run.folder / "db.sqlite3")) as database, database:
        database.execute("DELETE FROM django_migrations WHERE app = 'pages'")

    done = run(*GUNICORN, "--bind", f"127.0.0.1:{free_port()}", "--workers", "3", **HTTPS)

    assert_refused(done, "(pages). Run: manage.py migrate", "Set TRUSTED_PROXIES=1")


def test_https_without_a_proxy_is_refused_where_gunicorn_has_no_certificate(run):
    done = run(*GUNICORN, "--bind", f"127.0.0.1:{free_port()}", **HTTPS, TRUSTED_PROXIES="0")

    assert_refused(done, "TRUSTED_PROXIES is 0, but this server has no certificate")


def test_a_setting_that_can_not_be_read_is_refused_in_the_same_way(run):
    done = run(*GUNICORN, "--bind", f"127.0.0.1:{free_port()}", SECRET_KEY="short")

    assert_refused(done, "SECRET_KEY is too easy to guess")


def test_a_server_that_does_not_read_our_configuration_is_refused_too(run):
    done = run(*GUNICORN, "--config", os.devnull, "--bind", f"127.0.0.1:{free_port()}", "--no-control-socket", **HTTPS)

    assert_refused(done, "Set TRUSTED_PROXIES=1")


def test_a_database_that_is_not_there_is_refused_soon_and_its_password_kept(run):
    address = f"postgres://offer:hunter2@127.0.0.1:{free_port()}/offer"
    done = run(sys.executable, "-m", "kinship_offer.start", DATABASE_URL=address)

    assert_refused(done, "The database can't be used", "Connection refused")
    assert "hunter2" not in done.stderr


ASK_ON_A_FULL_DISK = """
import resource
from django.db import connection
from pages.site.fit import database

connection.cursor().execute("SELECT count(*) FROM pages_lease")
_now, most = resource.getrlimit(resource.RLIMIT_FSIZE)
resource.setrlimit(resource.RLIMIT_FSIZE, (1, most))
database.can_be_written()
"""


def test_a_disk_that_is_full_is_found_though_sqlite_says_so_only_to_what_is_kept(run):
    """No file may grow, as on a full disk: the row goes into memory, and what fails is to keep it."""
    done = run(sys.executable, "manage.py", "shell", "--no-imports", "-c", ASK_ON_A_FULL_DISK)

    assert done.returncode != 0
    assert "UnfitError: The database can't be used: disk I/O error." in done.stderr


def test_a_right_start_says_what_only_may_be_wrong_and_goes_on(run):
    done = run(sys.executable, "-m", "kinship_offer.start", WEB_CONCURRENCY="3", MAIL_URL="none")

    assert done.returncode == 0
    assert [line for line in done.stderr.splitlines() if "3 workers have no cache" not in line] == []
    assert done.stderr.count("Please look at this") == 1


def test_the_check_finds_nothing_on_an_https_site_where_only_what_must_be_is_set(run):
    check = [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "INFO"]
    done = run(*check, **HTTPS, TRUSTED_PROXIES="1", MAIL_URL="none")

    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("System check identified no issues (4 silenced)")


def test_files_that_are_not_collected_are_refused_and_the_command_is_named(run):
    shutil.rmtree(run.folder / "static")
    done = run(sys.executable, "-m", "kinship_offer.start")

    assert_refused(done, "Run: manage.py collectstatic")


def test_a_start_without_workers_is_refused_whoever_says_so(run):
    (run.folder / "workers").write_text("0")
    for variables, options in (({"WEB_CONCURRENCY_FILE": str(run.folder / "workers")}, []), ({}, ["--workers", "0"])):
        done = run(*GUNICORN, "--bind", f"127.0.0.1:{free_port()}", *options, **variables)

        assert_refused(done, 'WEB_CONCURRENCY is "0"')


def test_the_start_is_told_of_the_workers_that_gunicorn_read_from_a_file(monkeypatch, tmp_path):
    (tmp_path / "workers").write_text("3")
    monkeypatch.setenv("WEB_CONCURRENCY_FILE", str(tmp_path / "workers"))
    monkeypatch.setenv(start.ASKED, "")
    server = runpy.run_path(str(PROJECT / "gunicorn.conf.py"))
    environments = []

    def note(*args, env, **kwargs):
        environments.append(env)
        return SimpleNamespace(returncode=0)

    monkeypatch.setattr(subprocess, "run", note)
    server["on_starting"](SimpleNamespace(cfg=SimpleNamespace(workers=server["workers"], certfile=None)))

    (environment,) = environments
    assert (environment["WEB_CONCURRENCY"], environment["WEB_CONCURRENCY_FILE"]) == ("3", "")


def test_a_start_waits_for_the_database_no_longer_than_a_visitor(monkeypatch):
    monkeypatch.setattr(limits, "_serving", threading.Event())
    monkeypatch.setattr("os.umask", lambda mask: None)
    monkeypatch.setattr(django, "setup", lambda: None)
    in_force = []
    monkeypatch.setattr(start, "refuse_what_cannot_be_right", lambda: in_force.append(limits.in_force()))

    start.main()

    assert in_force == [limits.REQUESTS]


def test_what_commands_write_is_for_its_owner_alone(run):
    database = run.folder / "db.sqlite3"
    database.unlink()

    assert run(sys.executable, "manage.py", "migrate", "-v0", "contenttypes", umask=0).returncode == 0
    assert run(sys.executable, "manage.py", "export_offer", run.folder / "out", umask=0).returncode in {0, 1}

    assert stat.S_IMODE(database.stat().st_mode) == 0o600


@pytest.fixture(scope="module")
def site(tmp_path_factory, states, django_db_blocker):
    """A site that gunicorn serves as the README says, and the folder of its files."""
    folder = tmp_path_factory.mktemp("site")
    with django_db_blocker.unblock():
        shutil.copyfile(states.file("testham_loaded"), folder / "db.sqlite3")
    keep_schedule(folder / "db.sqlite3")
    (folder / "db.sqlite3").chmod(0o600)
    port = free_port()
    environment = site_environment(folder, SITE_URL=f"http://localhost:{port}", WEB_CONCURRENCY="1")
    with served(port, environment, folder / "server.log"):
        yield port, folder


def ask(site, path, **headers):
    port, _folder = site
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    with closing(connection):
        names = {name.replace("__", "-"): value for name, value in headers.items()}
        connection.request("GET", path, headers={"Host": f"localhost:{port}"} | names)
        answer = connection.getresponse()
        return answer.status, answer.read().decode()


@pytest.mark.parametrize(
    "headers",
    [
        {"SCRIPT_NAME": "/elsewhere"},
        {"Script__Name": "/elsewhere"},
        {"SCRIPT_NAME": "/money"},
        {"PATH_INFO": "/elsewhere/"},
        {"X_FORWARDED_FOR": "127.0.0.1"},
        {"X__Forwarded__Host": "elsewhere.example"},
        {"X__Script__Name": "/elsewhere"},
    ],
    ids=lambda headers: next(iter(headers)),
)
def test_no_header_moves_the_sites_links(site, headers):
    status, plain = ask(site, "/money/")
    assert (status, 'href="/money/allowance/"' in plain) == (200, True)

    assert ask(site, "/money/", **headers) == (200, plain)


def test_a_site_that_is_served_is_ready_and_keeps_its_files_to_itself(site):
    _port, folder = site
    keep_schedule(folder / "db.sqlite3")  # once more: nobody knows how long the tests before took

    status, words = ask(site, "/readyz")
    assert (status, words.splitlines()[0]) == (200, "yes")
    assert "schedule: ok" in words

    ours = {folder / "server.log", *(folder / "static").rglob("*")}  # put there by this test
    made = [file for file in folder.rglob("*") if file.is_file() and file not in ours]
    assert [file for file in made if stat.S_IMODE(file.stat().st_mode) & 0o077] == []


def test_a_worker_that_grew_by_a_pack_is_replaced_and_one_that_did_not_stays():
    server = runpy.run_path(str(PROJECT / "gunicorn.conf.py"))
    worker = SimpleNamespace(alive=True)
    server["post_worker_init"](worker)

    server["post_request"](worker, None, None, None)
    assert worker.alive

    pack = b"x" * (server["MOST_MEMORY_MORE"] + 2**20)
    server["post_request"](worker, None, None, None)
    assert not worker.alive
    del pack
