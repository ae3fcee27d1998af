"""Monitors ask whether the site is alive and able to serve: by IP address, often, and as strangers."""

import datetime
import threading
import time

import pytest
from django.db import OperationalError
from django.test import Client
from django.utils import timezone

from pages.site import health
from pages.site.fit import database, disk, proxies, ready
from pages.site.fit.proxies import LastVisit
from pages.site.fit.ready import PARTS, Readiness
from pages.site.fit.unfit import UnfitError
from pages.work.model import ScheduledRun
from pages.work.schedule import prepare

TOKEN = "token-" + "abcdefghij" * 5
BY_ADDRESS = {"host": "10.1.2.3:8000"}
PROBES = ["/healthz", "/readyz"]


def on_this_machine(**kwargs):
    return Client(headers=BY_ADDRESS, REMOTE_ADDR="127.0.0.1", **kwargs)


def stranger(**kwargs):
    return Client(headers=BY_ADDRESS, REMOTE_ADDR="1.1.1.1", **kwargs)


@pytest.fixture(autouse=True)
def no_visit_yet(monkeypatch):
    monkeypatch.setattr(proxies, "last_visit", LastVisit())


@pytest.fixture
def parts(db, monkeypatch):
    """Asks in this thread, which has the test's database, and anew each time. A worker is there."""
    prepare(timezone.now())

    class AtOnce(Readiness):
        def troubles(self):
            return {part: ready.trouble_with(asks) for part, asks in self.parts.items()}

    def use(parts):
        monkeypatch.setattr(health, "readiness", AtOnce(parts))

    use(PARTS)
    return use


@pytest.fixture
def https(settings):
    settings.IS_HTTPS = settings.SECURE_SSL_REDIRECT = True


@pytest.mark.parametrize("path", PROBES)
def test_both_answer_by_ip_address_without_https_and_leave_nothing_behind(db, parts, https, path):
    response = stranger().get(path)

    assert response.status_code == 200
    assert response["Cache-Control"] == "no-store"
    assert not response.cookies
    assert "Vary" not in response


@pytest.mark.parametrize("path", ["/", "/healthz/", "/healthz/x", "/readyz/", "//healthz", "/robots.txt"])
def test_no_other_address_is_answered_for_a_host_that_is_not_ours(db, path):
    assert stranger().get(path).status_code == 400


def test_only_these_two_are_answered_without_https(db, https):
    assert Client(headers={"host": "testserver"}).get("/robots.txt").status_code == 301


@pytest.mark.parametrize("path", PROBES)
def test_only_reading_is_answered(db, parts, path):
    assert stranger().head(path).status_code == 200
    for method in ("post", "put", "delete", "options", "patch"):
        response = getattr(stranger(), method)(path)
        assert (response.status_code, response["Allow"]) == (405, "GET, HEAD")


def test_being_alive_touches_no_database():
    """This test has none."""
    assert stranger().get("/healthz").text == "alive\n"


def test_parts_are_named_on_this_machine_and_to_nobody_else(db, parts):
    assert on_this_machine().get("/readyz").text == "yes\n" + "".join(f"{part}: ok\n" for part in [*PARTS, "proxies"])
    assert stranger().get("/readyz").text == "yes\n"


@pytest.mark.parametrize(
    ("proxies", "headers", "is_here"),
    [
        (0, {}, True),
        (0, {"X-Forwarded-For": "127.0.0.1"}, False),
        (0, {"X-Forwarded-For": ""}, False),
        (0, {"X-Forwarded-Proto": "https"}, False),
        (0, {"X-Forwarded-Port": "443"}, False),
        (0, {"X-Real-IP": "127.0.0.1"}, False),
        (0, {"Forwarded": "for=127.0.0.1"}, False),
        (0, {"Via": "1.1 proxy"}, False),
        (1, {}, False),
        (1, {"Host": "127.0.0.1:8000"}, True),
        (1, {"Host": "[::1]:8000"}, True),
        (1, {"Host": "localhost"}, True),
        (1, {"Host": "127.0.0.1:8000", "X-Forwarded-For": "1.1.1.1"}, False),
        (1, {"Host": "kinship.example.gov.uk"}, False),
        (1, {"X-Forwarded-For": "127.0.0.1"}, False),
        (1, {"X-Forwarded-For": "1.1.1.1"}, False),
    ],
)
def test_a_proxy_on_this_machine_makes_no_stranger_one_of_ours(db, parts, settings, proxies, headers, is_here):
    settings.TRUSTED_PROXIES = proxies

    assert ("database" in on_this_machine().get("/readyz", headers=headers).text) is is_here


@pytest.mark.parametrize("address", ["::1", "127.9.9.9"])
def test_this_machine_has_more_than_one_address(db, parts, address):
    assert "database" in Client(REMOTE_ADDR=address).get("/readyz").text


def test_proxies_that_make_all_visitors_one_are_named_until_that_is_mended_and_stop_nobody(db, parts, settings):
    settings.TRUSTED_PROXIES = 2
    Client().get("/robots.txt", headers={"X-Forwarded-For": "203.0.113.7"})
    ready = on_this_machine().get("/readyz", headers={"Host": "127.0.0.1:8000"})
    assert "proxies: X-Forwarded-For names 1 where TRUSTED_PROXIES is 2" in ready.text
    assert ready.status_code == 200

    settings.TRUSTED_PROXIES = 1
    Client().get("/robots.txt", headers={"X-Forwarded-For": "203.0.113.7"})
    assert "proxies: ok" in on_this_machine().get("/readyz", headers={"Host": "127.0.0.1:8000"}).text


def test_parts_are_named_to_whoever_has_the_token(db, parts, settings):
    settings.HEALTH_TOKEN = TOKEN

    assert "database: ok" in stranger().get("/readyz", headers={"Authorization": f"Bearer {TOKEN}"}).text
    for wrong in (f"Bearer {TOKEN}x", "Bearer ", "Bearer", f"Basic {TOKEN}", TOKEN, "Bearer ü"):
        assert stranger().get("/readyz", headers={"Authorization": wrong}).text == "yes\n"


def test_without_a_token_set_none_is_right(db, parts, settings):
    settings.HEALTH_TOKEN = ""

    assert stranger().get("/readyz", headers={"Authorization": "Bearer "}).text == "yes\n"


def break_database(monkeypatch, tmp_path, settings):
    def refuse(*args, **kwargs):
        raise OperationalError("attempt to write a readonly database")

    monkeypatch.setattr("pages.core.lease.Lease.save", refuse)


def break_migrations(monkeypatch, tmp_path, settings):
    monkeypatch.setattr(database, "_wanted", lambda: {("pages", "0002_next")})


def break_disk(monkeypatch, tmp_path, settings):
    (tmp_path / "file").write_text("")
    settings.DATA_DIR = tmp_path / "file"


def fill_disk(monkeypatch, tmp_path, settings):
    monkeypatch.setattr(disk, "TOO_LITTLE", 10**18)


def break_cache(monkeypatch, tmp_path, settings):
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}}


def break_schedule(monkeypatch, tmp_path, settings):
    ScheduledRun.objects.filter(name="send_callbacks").update(due_at=timezone.now() - datetime.timedelta(days=1))


@pytest.mark.parametrize(
    ("breaks", "line"),
    [
        (break_database, "database: The database can't be used: attempt to write a readonly database."),
        (break_migrations, "migrations: The database's tables are not those of this release (pages)."),
        (break_disk, "can't be written to"),
        (fill_disk, "MB are free"),
        (break_cache, "cache: The shared cache does not keep"),
        (break_schedule, "schedule: Late: send_callbacks. Does “manage.py work” run?"),
    ],
)
def test_each_part_that_is_not_fit_is_named_and_the_answer_is_no(
    db, parts, monkeypatch, tmp_path, settings, breaks, line
):
    breaks(monkeypatch, tmp_path, settings)
    named, plain = on_this_machine().get("/readyz"), stranger().get("/readyz")

    assert (named.status_code, plain.status_code, plain.text) == (503, 503, "no\n")
    assert line in named.text
    assert [each for each in named.text.splitlines()[1:] if not each.endswith(": ok")] == [
        each for each in named.text.splitlines() if line in each
    ]


def test_a_part_that_hangs_is_named_in_time_and_not_asked_twice(monkeypatch):
    monkeypatch.setattr(ready, "LONGEST", 0.3)
    monkeypatch.setattr(ready, "KEPT", 0)
    over, asked = threading.Event(), []

    def hang():
        asked.append(1)
        over.wait(30)

    readiness = Readiness({"disk": (hang,), "cache": (lambda: None,)})
    begun = time.monotonic()
    try:
        for _ in range(3):
            troubles = readiness.troubles()
            assert troubles["disk"].startswith("It did not answer within")
            assert troubles["cache"] == ""
    finally:
        over.set()

    assert time.monotonic() - begun < 5
    assert len(asked) == 1


def test_asking_often_asks_the_parts_once_in_a_while():
    asked = []
    readiness = Readiness({"disk": (lambda: asked.append(1),)})
    for _ in range(50):
        readiness.troubles()

    assert len(asked) == 1


def test_a_part_that_recovers_is_fit_again(monkeypatch):
    monkeypatch.setattr(ready, "KEPT", 0)
    answers = iter([UnfitError("full"), None])

    def ask():
        if error := next(answers):
            raise error

    readiness = Readiness({"disk": (ask,)})

    assert readiness.troubles() == {"disk": "full"}
    assert readiness.troubles() == {"disk": ""}
