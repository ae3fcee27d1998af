"""What carers and children answer or look for reaches no log."""

import datetime
import io
import logging
import runpy
from pathlib import Path
from types import SimpleNamespace

import pytest
from gunicorn.config import Config

PROJECT = Path(__file__).resolve().parents[2]
SECRET = "zzsecretanswer"


def test_the_servers_log_format_has_no_query_and_no_referrer():
    chosen = runpy.run_path(str(PROJECT / "gunicorn.conf.py"))["access_log_format"]

    for told in ("%(r)s", "%(q)s", "%(f)s", "{referer}", "{raw_uri}", "%(h)s"):
        assert told not in chosen.lower()


@pytest.mark.parametrize("path", ["/find/", "/search/", "/nowhere/"])
def test_no_query_is_logged(client, section, caplog, path):
    with caplog.at_level(logging.DEBUG):
        client.get(path, {"q": SECRET, "age": SECRET})
        client.post(path, QUERY_STRING=f"q={SECRET}")

    logged = [record.getMessage() for record in caplog.records if record.name != "django.db.backends"]
    assert not any(SECRET in message for message in logged)


def test_the_servers_logs_leave_out_the_secret_of_a_sign_off_link():
    chosen = runpy.run_path(str(PROJECT / "gunicorn.conf.py"))
    logger, told = chosen["logger_class"](Config()), io.StringIO()
    logger.error_log.handlers = [logging.StreamHandler(told)]
    path = f"/sign-off/{SECRET}/12/"
    environ = {"REQUEST_METHOD": "GET", "RAW_URI": path, "PATH_INFO": path, "SERVER_PROTOCOL": "HTTP/1.1"}
    answer = SimpleNamespace(status="200 OK", sent=1, headers=[])

    atoms = logger.atoms(answer, SimpleNamespace(headers=[]), environ, datetime.timedelta(seconds=1))
    told.write(chosen["access_log_format"] % logger.atoms_wrapper_class(atoms))
    logger.error("Error handling request %s", path)

    assert "/sign-off/…/12/" in told.getvalue()
    assert SECRET not in told.getvalue()


def test_the_sites_own_log_leaves_out_the_secret_of_a_sign_off_link(client, section):
    handler, told = logging.getHandlerByName("console"), io.StringIO()
    before = handler.setStream(told)
    try:
        for path in (f"/sign-off/{SECRET}/", f"/sign-off/{SECRET}/12/", f"/sign-off/{SECRET}/a/b"):
            client.get(path)
            client.put(path)
    finally:
        handler.setStream(before)

    assert "/sign-off/…/" in told.getvalue()
    assert SECRET not in told.getvalue()


@pytest.mark.parametrize("status", ["301 Moved Permanently", "404 Not Found", "410 Gone"])
def test_the_servers_log_leaves_out_an_address_that_is_not_ours(status):
    assert f'"GET /…" {status[:3]}' in line_of_the_log(f"/{SECRET}/", status)


def test_the_servers_log_has_the_addresses_that_are_ours():
    assert '"GET /money/" 200' in line_of_the_log("/money/", "200 OK")


def line_of_the_log(path, status):
    chosen = runpy.run_path(str(PROJECT / "gunicorn.conf.py"))
    logger = chosen["logger_class"](Config())
    environ = {"REQUEST_METHOD": "GET", "RAW_URI": path, "PATH_INFO": path, "SERVER_PROTOCOL": "HTTP/1.1"}
    answer = SimpleNamespace(status=status, sent=1, headers=[])
    atoms = logger.atoms(answer, SimpleNamespace(headers=[]), environ, datetime.timedelta(seconds=1))
    return chosen["access_log_format"] % logger.atoms_wrapper_class(atoms)


@pytest.mark.parametrize("path", [f"/{SECRET}/", f"/{SECRET}", f"/k/{SECRET}", f"/money/{SECRET}/"])
def test_the_sites_own_log_leaves_out_an_address_that_is_not_ours(client, section, path):
    handler, told = logging.getHandlerByName("console"), io.StringIO()
    before = handler.setStream(told)
    try:
        client.get(path)
    finally:
        handler.setStream(before)

    assert told.getvalue() == ""
