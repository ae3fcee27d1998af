"""A real site for a real browser: its own process, database and static files, with the Rotherham offer in it."""

import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from tests.snapshots import site_environment

PROJECT = Path(__file__).resolve().parents[2]
PASSWORD = "only-for-these-tests"
CHROMIUM = "/usr/bin/chromium"


@pytest.fixture(scope="session")
def browser_type_launch_args():
    return {
        "executable_path": CHROMIUM,
        "args": [
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
        ],
    }


@pytest.fixture(scope="session")
def site(tmp_path_factory, migrated):
    """The address of the served site."""
    folder = tmp_path_factory.mktemp("site")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    address = f"http://localhost:{port}"
    shutil.copy(migrated, folder / "db.sqlite3")
    environment = site_environment(
        folder, SITE_URL=address, ALLOWED_HOSTS="127.0.0.1", DEMONSTRATION="1", DEMONSTRATION_PASSWORD=PASSWORD
    )
    prepare = [sys.executable, "manage.py", "demonstration", "fixtures/rotherham", "--port", str(port)]
    for command in (prepare, [sys.executable, "-m", "tests.browser.make_report"]):
        subprocess.run(command, cwd=PROJECT, env=environment, check=True, capture_output=True, timeout=900)
    serve = [sys.executable, "-m", "gunicorn", "kinship_offer.wsgi", "--bind", f"127.0.0.1:{port}"]
    serve += ["--threads", "4", "--no-control-socket", "--log-level", "warning"]
    with (folder / "server.log").open("wb") as log:
        server = subprocess.Popen(serve, cwd=PROJECT, env=environment, stdout=log, stderr=log)
        try:
            _wait_for(f"{address}/healthz")
            yield address
        finally:
            server.terminate()
            server.wait(timeout=20)


def _wait_for(address, seconds=60):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(address, timeout=5):
                return
        except OSError:
            time.sleep(0.2)
    raise TimeoutError(f"{address} did not answer within {seconds} seconds")


@pytest.fixture(scope="session")
def base_url(site):
    """Lets tests say page.goto("/money/")."""
    return site
