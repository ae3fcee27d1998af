"""A site in processes of its own, as it is served in earnest."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from pages.site.static_storage import STYLESHEET, inlined

PROJECT = Path(__file__).resolve().parents[1]
STARTS_WITHIN = 120  # seconds


def site_environment(folder: Path | str, **settings: str) -> dict[str, str]:
    """The environment of a site in a process of its own, with all it keeps in `folder`."""
    return os.environ | {
        "DJANGO_SETTINGS_MODULE": "kinship_offer.settings",
        "DATABASE_URL": "",
        "DATA_DIR": str(folder),
        "SECRET_KEY": "only-for-tests-" + "abcdefghij" * 5,
        "SITE_URL": "http://localhost:8000",
        "DEBUG": "0",
        "DEMONSTRATION": "0",
        "MAIL_URL": "console",
        **settings,
    }


def put_static_files(folder: Path) -> None:
    """Puts our own static files where such a site has them, unless they are collected: that takes long."""
    collected, ours = folder / "static", PROJECT / "static"
    if not (collected / STYLESHEET).exists():
        shutil.copytree(ours, collected, dirs_exist_ok=True)
        (collected / STYLESHEET).write_text(inlined(lambda name: (ours / name).read_text(encoding="utf-8")))


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def is_free(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) != 0


@contextmanager
def served(
    port: int, environment: Mapping[str, str], log: Path, *options: str, application: str = "kinship_offer.wsgi"
) -> Iterator[str]:
    """Gives the address of the site that gunicorn serves with these options; what it says is in `log`."""
    address = f"http://127.0.0.1:{port}"
    command = [sys.executable, "-m", "gunicorn", application, "--bind", f"127.0.0.1:{port}", *options]
    command += ["--log-level", "warning"]
    put_static_files(Path(environment["DATA_DIR"]))
    with log.open("ab") as written:
        server = subprocess.Popen(command, cwd=PROJECT, env=environment, stdout=written, stderr=written)
        try:
            wait_for(f"{address}/healthz", server)
            yield address
        finally:
            server.terminate()
            server.wait(timeout=20)


def wait_for(address, server):
    """Waits until the address answers, as long as its server lives."""
    end = time.monotonic() + STARTS_WITHIN
    while time.monotonic() < end:
        assert server.poll() is None, "The server ended: its log says why."
        try:
            with urllib.request.urlopen(address, timeout=5):
                return
        except OSError:
            time.sleep(0.1)
    raise TimeoutError(f"{address} did not answer within {STARTS_WITHIN} seconds")
