"""How many readers the site bears: `python -m tests.load` serves Rotherham's offer and asks as fast as it can.

A benchmark, which judges no time. It fails when any answer is an error.
"""

import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from tests.server import PROJECT, free_port, served, site_environment

PATHS = ("/", "/money/", "/money/allowances/", "/search/?q=respite", "/find/", "/groups/", "/leaflet.pdf")
PREPARED = (
    ["migrate", "-v0"],
    ["load_offer", "fixtures/england"],
    ["load_offer", "fixtures/rotherham"],
    ["remake_paper"],
    ["collectstatic", "--noinput", "-v0"],
)
SECONDS = 10
READERS = 8  # at once
SERVER = ("--workers", "2", "--threads", "2")
MEASURED = re.compile(r"50%\s+(?P<half>\S+).*99%\s+(?P<most>\S+).*Requests/sec:\s+(?P<answers>\S+)", re.DOTALL)
WRONG = re.compile(r"(?:Non-2xx or 3xx responses|Socket errors): .*")


class Row(NamedTuple):
    """Answers a second, how long half of them and nearly all take, and what was wrong."""

    path: str
    answers: str
    half: str
    most: str
    wrong: str


def main() -> int:
    """The exit code: 1 when anything but a page was served."""
    port = free_port()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        environment = site_environment(folder, SITE_URL=f"http://localhost:{port}", ALLOWED_HOSTS="127.0.0.1")
        for words in PREPARED:
            subprocess.run([sys.executable, "manage.py", *words], cwd=PROJECT, env=environment, check=True)
        with served(port, environment, folder / "server.log", *SERVER) as address:
            rows = [_row(address, path) for path in PATHS]
    print(f"{READERS} readers at once, {SECONDS} seconds each, {' '.join(SERVER)}")
    for row in [Row("path", "answers/s", "50 %", "99 %", ""), *rows]:
        print(f"{row.path:24}{row.answers:>10}{row.half:>12}{row.most:>12}  {row.wrong}")
    return int(any(row.wrong for row in rows))


def _row(address, path):
    _wrk(address + path, 2)
    said = _wrk(address + path, SECONDS)
    wrong = WRONG.search(said)
    return Row(path, **MEASURED.search(said).groupdict(), wrong=wrong[0] if wrong else "")


def _wrk(address, seconds):
    command = ["wrk", "-t1", f"-c{READERS}", f"-d{seconds}s", "--latency", "--timeout", "20s", address]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


if __name__ == "__main__":
    sys.exit(main())
