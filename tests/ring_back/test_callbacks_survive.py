"""A request to be rung outlives the process that took it: a real server, killed between its answer and the mail."""

import http.cookiejar
import os
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
from contextlib import closing

import pytest
from django.db import connection

from kinship_offer.mail import SECONDS
from tests.server import PROJECT, free_port, put_static_files, site_environment
from tests.smtp import mail_server

# test_callbacks.py stands for these: what is mailed once, tried again, kept once, in this process.
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(connection.vendor != "sqlite", reason="The site begins with a copy of a database."),
]


class Served:
    """A site in processes of its own, with its database in a file: a web server, and a worker behind it."""

    def __init__(self, folder, database):
        self.folder = folder
        shutil.copy(database, folder / "db.sqlite3")
        put_static_files(folder)
        self.port = free_port()
        self.url = f"http://localhost:{self.port}"
        self.processes = []
        self.run_sql("update pages_contact set email = 'navigators@example.gov.uk'")

    def environment(self, mail_url="smtp://127.0.0.1:9"):
        return site_environment(self.folder, SITE_URL=self.url, MAIL_URL=mail_url)

    def manage(self, *words, mail_url="smtp://127.0.0.1:9"):
        command = [sys.executable, "manage.py", *words]
        environment = self.environment(mail_url)
        return subprocess.run(command, cwd=PROJECT, env=environment, capture_output=True, text=True, timeout=600)

    def start(self, mail_url):
        command = [sys.executable, "-m", "gunicorn", "kinship_offer.wsgi", "--bind", f"127.0.0.1:{self.port}"]
        command += ["--threads", "4", "--no-control-socket", "--log-level", "warning"]
        for words in (command, [sys.executable, "manage.py", "work"]):
            with (self.folder / "server.log").open("ab") as log:
                common = {"cwd": PROJECT, "env": self.environment(mail_url), "stdout": log, "stderr": log}
                self.processes.append(subprocess.Popen(words, **common, start_new_session=True))
        for _try in range(1200):
            try:
                with urllib.request.urlopen(f"{self.url}/healthz", timeout=5):
                    return
            except OSError:
                time.sleep(0.1)
        raise TimeoutError

    def kill(self):
        """kill -9 for the server, its workers and the worker behind it: nothing gets a chance to tidy up."""
        for process in self.processes:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
        self.processes = []

    def run_sql(self, statement):
        with closing(sqlite3.connect(self.folder / "db.sqlite3", timeout=20)) as database, database:
            return database.execute(statement).fetchall()

    def log(self):
        return (self.folder / "server.log").read_text()


@pytest.fixture(scope="module")
def prepared(tmp_path_factory, states, django_db_blocker):
    with django_db_blocker.unblock():
        return Served(tmp_path_factory.mktemp("served"), states.file("testham_loaded"))


@pytest.fixture
def served(prepared):
    prepared.run_sql("delete from pages_callback")
    yield prepared
    prepared.kill()


def open_form(served):
    """A browser of its own, and the fields the form came with."""
    browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()), NoRedirect)
    html = browser.open(f"{served.url}/ask-us-to-ring/", timeout=30).read().decode()
    hidden = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]+)"', html))
    assert set(hidden) == {"csrfmiddlewaretoken", "stamp"}
    time.sleep(3)  # the form takes nobody for a person who is faster
    typed = {
        "name": "Gran Testperson",
        "way": "ring",
        "phone": "01632 960 555",
        "best_time": "any",
        "topic": "",
        "consent": "on",
    }
    return browser, hidden | typed


class NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *args):
        return None


def send(served, browser, fields):
    try:
        return browser.open(f"{served.url}/ask-us-to-ring/", urllib.parse.urlencode(fields).encode(), timeout=30).status
    except urllib.error.HTTPError as answer:
        return answer.code


def test_a_request_survives_a_kill_between_the_answer_and_the_mail(served):
    with mail_server(hangs=True) as silent:
        served.start(silent.url)
        browser, fields = open_form(served)
        began = time.monotonic()
        assert send(served, browser, fields) == 302
        assert time.monotonic() - began < SECONDS  # the answer did not wait for the mail server
        assert silent.someone_waits.wait(60)  # the worker was trying to mail when it died
        served.kill()

    assert served.run_sql("select name, mailed_at from pages_callback") == [("Gran Testperson", None)]
    served.run_sql("update pages_callback set next_attempt_at = '2026-01-01 00:00:00'")  # a minute later

    with mail_server() as server:
        for _round in range(2):
            assert served.manage("send_callbacks", mail_url=server.url).returncode == 0
        assert len(server.messages) == 1
        assert "01632 960 555" in server.messages[0]
    assert "Gran" not in served.log()
    assert "960 555" not in served.log()


def test_a_mail_server_that_is_down_is_tried_again_by_the_schedule(served):
    served.start("smtp://127.0.0.1:9")
    browser, fields = open_form(served)
    assert send(served, browser, fields) == 302
    served.kill()
    served.run_sql("update pages_callback set next_attempt_at = '2026-01-01 00:00:00'")

    failed = served.manage("send_callbacks")
    assert failed.returncode == 1
    assert "1 waiting" in failed.stderr
    assert "Gran" not in failed.stderr + served.log()
    served.run_sql("update pages_callback set next_attempt_at = '2026-01-01 00:00:00'")

    with mail_server() as server:
        assert served.manage("send_callbacks", mail_url=server.url).returncode == 0
        assert len(server.messages) == 1


def test_posting_twice_at_the_same_moment_makes_one_request(served):
    with mail_server() as server:
        served.start(server.url)
        browser, fields = open_form(served)
        answers = []
        threads = [
            threading.Thread(target=lambda: answers.append(send(served, browser, fields))) for _number in range(4)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        served.kill()

    assert answers == [302] * 4
    assert served.run_sql("select count(*) from pages_callback") == [(1,)]
