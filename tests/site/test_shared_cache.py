"""A shared cache that is gone costs speed, never a page."""

import datetime
import shutil
import socket
import subprocess
import time

import pytest
import redis
from django.core.cache import caches

from kinship_offer.shared_cache import LEFT_ALONE, WAIT, ForgivingRedisCache
from pages.core.rate_limit import under_limit
from pages.my_list import pack
from pages.my_list.my_list import MyList
from pages.paper.booklet import Navigator, PrintSize
from tests.factories import make_support
from tests.server import free_port

BACKEND = "kinship_offer.shared_cache.ForgivingRedisCache"


@pytest.fixture
def shared_cache(settings, monkeypatch):
    """Puts the cache at a port of this machine in the place of the site's own."""

    def use(port):
        monkeypatch.setattr(ForgivingRedisCache, "tried_again_at", 0.0)
        settings.CACHES = {"default": {"BACKEND": BACKEND, "LOCATION": f"redis://127.0.0.1:{port}/0"}}
        return caches["default"]

    return use


@pytest.fixture
def hanging_port():
    """A server that takes calls and never answers."""
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen(20)
        yield server.getsockname()[1]


@pytest.fixture(scope="module")
def redis_port():
    """A real server: Redis or Valkey, whichever the machine has."""
    program = shutil.which("redis-server") or shutil.which("valkey-server")
    assert program, "Neither redis-server nor valkey-server is installed: make test installs one."
    port = free_port()
    server = subprocess.Popen(
        [program, "--port", str(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"],
        stdout=subprocess.DEVNULL,
    )
    try:
        for _ in range(100):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.05)
        yield port
    finally:
        server.terminate()
        server.wait(timeout=10)


def test_a_shared_cache_keeps_and_counts(shared_cache, redis_port):
    cache = shared_cache(redis_port)
    cache.clear()

    cache.set("words", ["ring", "us"])
    assert cache.add("count", 0) and not cache.add("count", 0)

    assert cache.get("words") == ["ring", "us"]
    assert cache.incr("count") == 1


def test_a_count_that_ran_out_is_said_as_ever(shared_cache, redis_port):
    cache = shared_cache(redis_port)

    with pytest.raises(ValueError, match="not found"):
        cache.incr("never-counted")


def test_a_cache_that_is_gone_is_one_that_keeps_nothing(shared_cache):
    cache = shared_cache(free_port())

    cache.set("a", 1)
    cache.set_many({"a": 1})

    assert cache.get("a", "else") == "else"
    assert cache.get_many(["a"]) == {}
    assert cache.add("a", 1) is True
    assert cache.has_key("a") is False
    assert cache.touch("a") is False
    assert cache.delete("a") is False
    cache.delete_many(["a"])
    cache.clear()


def test_pages_are_served_while_the_cache_is_gone(shared_cache, client, home):
    page = make_support(home)
    shared_cache(free_port())

    assert client.get(home.url).status_code == 200
    assert client.get(page.url).status_code == 200
    assert client.get("/search/", {"q": "zebra"}).status_code == 200
    assert client.get("/sign-in/").status_code == 200


def test_what_another_program_left_there_counts_as_nothing(shared_cache, redis_port, client, home):
    cache = shared_cache(redis_port)
    cache.set("a", 1)
    with redis.Redis(port=redis_port) as other:
        for key in other.scan_iter():
            other.set(key, b"\x80no pickle")

    assert cache.get("a") is None
    assert client.get(home.url).status_code == 200


def test_a_cache_that_hangs_is_waited_for_once_and_then_left_alone(shared_cache, hanging_port, client, home):
    shared_cache(hanging_port)

    began = time.monotonic()
    for _ in range(4):
        assert client.get(home.url).status_code == 200

    assert time.monotonic() - began < WAIT + LEFT_ALONE


def test_a_cache_that_comes_back_is_used_again(shared_cache, redis_port, monkeypatch):
    shared_cache(free_port()).get("a")
    assert ForgivingRedisCache.tried_again_at > time.monotonic()

    cache = shared_cache(redis_port)
    cache.set("a", 1)

    assert cache.get("a") == 1


def test_an_outage_is_logged_without_the_address(shared_cache, caplog):
    shared_cache(free_port()).get("a")

    assert "The shared cache can't be used: ConnectionError." in caplog.text
    assert "127.0.0.1" not in caplog.text


def test_nobody_is_turned_away_while_the_cache_is_gone(shared_cache):
    shared_cache(free_port())

    assert all(under_limit("useful", "192.0.2.1", most=1) for _ in range(3))


def test_packs_are_made_while_the_cache_is_gone(home, shared_cache, monkeypatch):
    shared_cache(free_port())
    monkeypatch.setattr(pack, "_make", lambda *parts: pack.Pack(b"%PDF-", 1))

    day = datetime.date(2026, 11, 26)
    assert pack.make_pack(MyList([]), day, PrintSize.ORDINARY, Navigator("", ""), "192.0.2.1") == b"%PDF-"
