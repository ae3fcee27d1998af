"""Sites in folders of their own, with all that a backup must bring back, and what is to be seen of them."""

import json
import re
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

import time_machine
from django.test import Client, override_settings
from wagtail.models import Page

from tests.server import PROJECT, site_environment

# What differs each time a page is drawn.
EACH_TIME = re.compile(r'(name="(?:csrfmiddlewaretoken|stamp|key|form_key)" value=")[^"]*')
ADDRESSES = """/ /find/ /search/?q=money /how-we-meet-the-law/ /my-list/ /ask-us-to-ring/ /comment/ /sitemap.xml
/robots.txt /calendar/groups.ics /leaflet.pdf /leaflet-large-print.pdf /offer.pdf""".split()
IMPORTS = """
from django.core.management import call_command
from tests.backup.filled import fill
from tests.backup.sites import seen
"""
FILES = re.compile(r'"(/(?:media|documents)/[^"]+)"')


class Site:
    """A site that keeps all its things in one folder; `database` is the address of another database than SQLite."""

    def __init__(self, folder: Path, database: str = "") -> None:
        folder.mkdir(exist_ok=True)
        self.folder, self.database = folder, database
        self.environment = site_environment(folder, DATABASE_URL=database)

    def manage(self, *words: object) -> subprocess.CompletedProcess:
        command = [sys.executable, "manage.py", *map(str, words)]
        return subprocess.run(
            command, cwd=PROJECT, env=self.environment, capture_output=True, text=True, timeout=900, check=False
        )

    def begin(self, *words: object) -> subprocess.Popen:
        """A command that is not waited for; what it says can be read meanwhile."""
        command = [sys.executable, "manage.py", *map(str, words)]
        pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
        return subprocess.Popen(command, cwd=PROJECT, env=self.environment, **pipes)

    def run(self, *calls: str) -> str:
        """Makes these calls in one process of this site; gives what was said of what went wrong."""
        code = "\n".join([IMPORTS, *calls])
        done = self.manage("shell", "-v0", "--no-imports", "-c", code)
        assert done.returncode == 0, done.stderr[-3000:]
        return done.stderr

    def tables(self) -> dict[str, list[tuple]]:
        """Every row of every table, as it lies in SQLite's file."""
        with closing(sqlite3.connect(self.folder / "db.sqlite3")) as database:
            names = [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
            return {name: sorted(database.execute(f'SELECT * FROM "{name}"'), key=repr) for name in names}


def seen(file: str) -> None:
    """Writes down what a reader gets at every live address at noon: pages, papers, pictures, documents. Changes no row.

    At another minute a page may say another time, or that somebody answers now.
    """
    client = Client(headers={"host": "localhost"})
    paths = [urlsplit(page.url).path for page in Page.objects.live().filter(depth__gt=1).order_by("path")]
    noon = datetime.now(UTC).replace(hour=12, minute=0, second=0, microsecond=0)
    with (
        override_settings(PRINT_OFFER_AFTER=None, WRITE_COUNTS_AFTER=None),
        time_machine.travel(noon, tick=False),
    ):
        answers = {path: _answer(client, path) for path in [*ADDRESSES, *paths]}
        inside = sorted({path for _status, text in answers.values() for path in FILES.findall(text)})
        answers |= {path: _answer(client, path) for path in inside}
    Path(file).write_text(json.dumps(answers), encoding="utf-8")


def _answer(client, path):
    response = client.get(path)
    content = b"".join(response) if response.streaming else response.content
    return response.status_code, EACH_TIME.sub(r"\1", content.decode("latin-1"))
