"""A worker that is killed in the midst of its work loses nothing, and two that take over do it once. Real processes."""

import contextlib
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time

import pytest
from django.db import connection
from django_tasks_db.models import DBTaskResult

from pages.paper import tasks
from tests.server import PROJECT, site_environment
from tests.smtp import mail_server

# test_queue.py and test_schedule.py stand for these: lost work is found again, due work is given out once.
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(connection.vendor != "sqlite", reason="The site begins with a copy of a database."),
]
PRINT = "import django; django.setup(); from pages.paper import tasks; tasks.print_offer_now()"
ASKED = """
    insert into pages_callback
    (asked_at, name, phone, email, best_time, topic, status, request_key, attempts, next_attempt_at)
    values ('2026-01-01', 'Gran Testperson', '01632 960 555', '', 'any', '', 'waiting', 'one', 0, '2026-01-01')
"""
TASKS, PRINTING = DBTaskResult._meta.db_table, tasks.print_offer.module_path


class Site:
    """A database in a file, and the workers that are started on it."""

    def __init__(self, folder):
        self.folder, self.workers = folder, []

    def environment(self, mail_url):
        return site_environment(self.folder, MAIL_URL=mail_url)

    def start(self, mail_url="smtp://127.0.0.1:9"):
        with (self.folder / "work.log").open("ab") as log:
            command = [sys.executable, "manage.py", "work"]
            common = {"cwd": PROJECT, "env": self.environment(mail_url), "stdout": log, "stderr": log}
            self.workers.append(subprocess.Popen(command, **common, start_new_session=True))

    def kill(self):
        for worker in self.workers:
            os.killpg(worker.pid, signal.SIGKILL)
            worker.wait()
        self.workers = []

    def run_sql(self, statement):
        with contextlib.closing(sqlite3.connect(self.folder / "db.sqlite3", timeout=20)) as database, database:
            return database.execute(statement).fetchall()

    def let_a_minute_pass(self):
        """What a dead worker held ends by itself after a minute."""
        self.run_sql("update pages_lease set ends_at = '2026-01-01 00:00:00'")
        self.run_sql("update pages_callback set next_attempt_at = '2026-01-01 00:00:00'")
        self.run_sql("update pages_scheduledrun set due_at = '2026-01-01 00:00:00' where name = 'send_callbacks'")

    def wait_for(self, statement, seconds=120):
        end = time.monotonic() + seconds
        while not self.run_sql(statement):
            assert time.monotonic() < end, (self.folder / "work.log").read_text()
            time.sleep(0.1)


@pytest.fixture
def site(tmp_path, states, django_db_blocker):
    with django_db_blocker.unblock():
        shutil.copy(states.file("testham_loaded"), tmp_path / "db.sqlite3")
    site = Site(tmp_path)
    site.run_sql("update pages_contact set email = 'navigators@example.gov.uk'")
    site.run_sql("delete from pages_paper")
    yield site
    site.kill()


def test_a_worker_killed_while_it_prints_loses_nothing_and_two_print_once(site):
    subprocess.run([sys.executable, "-c", PRINT], cwd=PROJECT, env=site.environment("console"), check=True)
    site.start()
    site.wait_for("select 1 from pages_paper where format = 'offer' and begun_at is not null")
    site.kill()
    assert site.run_sql("select pdf from pages_paper where format = 'offer'") == [(None,)]

    site.let_a_minute_pass()
    site.start()
    site.start()
    site.wait_for("select 1 from pages_paper where format = 'offer' and pdf is not null and begun_at is null")
    site.wait_for(f"select 1 from {TASKS} where task_path = '{PRINTING}' and status = 'SUCCESSFUL'")
    tries = f"select json_array_length(worker_ids) from {TASKS} where task_path = '{PRINTING}'"
    assert site.run_sql(tries) == [(2,)]


def test_a_worker_killed_while_it_mails_loses_nothing_and_two_mail_once(site):
    site.run_sql(ASKED)
    with mail_server(hangs=True) as silent:
        site.start(silent.url)
        assert silent.someone_waits.wait(60)
        site.kill()
    assert site.run_sql("select mailed_at from pages_callback") == [(None,)]

    site.let_a_minute_pass()
    with mail_server() as server:
        site.start(server.url)
        site.start(server.url)
        site.wait_for("select 1 from pages_callback where mailed_at is not null")
        site.wait_for("select 1 from pages_scheduledrun where name = 'send_callbacks' and worked_at is not null")
        time.sleep(5)  # the other worker had its turn too
        assert len(server.messages) == 1
    assert "Gran" not in (site.folder / "work.log").read_text()


def test_a_worker_that_is_told_to_stop_ends_by_itself_and_without_a_word(site):
    site.start()
    site.wait_for("select 1 from pages_lease where name like 'worker %'")
    (worker,) = site.workers
    worker.terminate()
    assert worker.wait(timeout=30) == 0
    site.workers = []

    assert site.run_sql("select name from pages_lease") == []
    assert (site.folder / "work.log").read_text() == "At work. Ctrl+C stops it.\n"


def test_when_the_first_process_is_killed_those_it_started_end_too(site):
    site.start()
    site.wait_for("select 1 from pages_lease where name like 'worker %'")
    (worker,) = site.workers
    os.kill(worker.pid, signal.SIGKILL)
    worker.wait()

    end = time.monotonic() + 30
    with contextlib.suppress(ProcessLookupError):
        while time.monotonic() < end:
            os.killpg(worker.pid, 0)
            time.sleep(0.1)
    site.workers = []
    assert site.run_sql("select name from pages_lease") == []
