"""What carers and children answer or look for reaches no log."""

import logging
import runpy
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[1]
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
