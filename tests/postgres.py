"""A PostgreSQL server for as long as it is needed. The suite on it: `python -m tests.postgres [pytest options]`."""

import os
import pwd
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.server import free_port


@contextmanager
def postgres() -> Iterator[str]:
    """Gives the address of an empty database, as `DATABASE_URL` takes it; afterwards nothing is left of it."""
    user = _server_user()
    folder = Path(tempfile.mkdtemp(prefix="kinship-postgres-", dir="/tmp"))
    if user:
        shutil.chown(folder, user)
    port = free_port()
    data = folder / "data"
    common = {"user": user, "check": True, "capture_output": True, "cwd": folder, "timeout": 120}
    subprocess.run([_program("initdb"), "-D", data, "-U", "kinship", "-A", "trust", "-E", "UTF8"], **common)
    options = f"-p {port} -c listen_addresses=127.0.0.1 -k {folder} -c fsync=off"
    control = [_program("pg_ctl"), "-D", data, "-l", folder / "log", "-w"]
    subprocess.run(
        [*control, "-o", options, "start"], **common | {"capture_output": False, "stdout": subprocess.DEVNULL}
    )
    try:
        yield f"postgres://kinship@127.0.0.1:{port}/postgres"
    finally:
        subprocess.run([*control, "-m", "immediate", "stop"], **common)
        shutil.rmtree(folder, ignore_errors=True)


def _program(name):
    places = [shutil.which(name), *sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"), reverse=True)]
    return next(str(place) for place in places if place)


def _server_user():
    """PostgreSQL refuses root: then somebody else runs it."""
    if os.getuid() != 0:
        return None
    names = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in names else "nobody"


def main(*words: str) -> int:
    """The exit code of pytest, run with `words` on a server of its own."""
    with postgres() as url:
        environment = os.environ | {"TEST_DATABASE_URL": url}
        return subprocess.run([sys.executable, "-m", "pytest", *words], env=environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
