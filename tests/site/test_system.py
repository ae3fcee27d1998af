"""`make run` asks for the system libraries that are missing, and for no others."""

import shutil
import subprocess
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]
ALL = {"libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0"}


class Machine:
    """A copy of the Makefile and its scripts, with a system and a site around them that are only played."""

    def __init__(self, folder):
        self.folder, self.bin, self.log = folder, folder / "bin", folder / "installed.log"
        self.bin.mkdir()
        shutil.copytree(PROJECT / ".ci", folder / ".ci")
        shutil.copy(PROJECT / "Makefile", folder)
        for name in ("make", "sh", "grep", "mktemp", "rm", "tail"):
            (self.bin / name).symlink_to(shutil.which(name))
        self.plays("id", "echo 1000")
        self.plays(".ci/environment", "exit 0")
        self.plays(".ci/demonstration", "echo Serving.")

    def plays(self, name, script):
        path = self.folder / name if "/" in name else self.bin / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"#!/bin/sh\n{script}\n")
        path.chmod(0o755)

    def has_weasyprint(self, imports=True, with_subset=True):
        answers = f'case "$*" in *harfbuzz_subset*) exit {int(not with_subset)};; esac\nexit {int(not imports)}'
        self.plays(".venv/bin/python", answers)

    def is_debian(self, installed, user=0, can_install=True):
        cases = "".join(f"*{package}*) echo install ok installed;;\n" for package in installed)
        self.plays("dpkg-query", f'case "$*" in {cases} *) exit 1;; esac')
        self.plays("apt-get", f'echo "$*" >> {self.log}; exit {int(not can_install)}')
        self.plays("id", f"echo {user}")

    def run(self):
        environment = {"PATH": str(self.bin), "TMPDIR": str(self.folder)}
        command = ["make", "run"]
        return subprocess.run(command, cwd=self.folder, env=environment, capture_output=True, text=True, timeout=20)

    @property
    def installed(self):
        lines = self.log.read_text().splitlines() if self.log.exists() else []
        return {word for line in lines if line.startswith("install") for word in line.split() if word.startswith("lib")}


@pytest.fixture
def machine(tmp_path):
    return Machine(tmp_path)


def test_a_machine_that_has_all_is_asked_for_nothing(machine):
    machine.has_weasyprint()
    done = machine.run()

    assert (done.stdout, done.stderr) == ("Serving.\n", "")


def test_what_is_missing_is_installed_though_weasyprint_imports(machine):
    machine.has_weasyprint(with_subset=False)
    machine.is_debian(installed=ALL - {"libharfbuzz-subset0"})

    assert "Serving." in machine.run().stdout
    assert machine.installed == {"libharfbuzz-subset0"}


def test_a_bare_machine_gets_all_libraries(machine):
    machine.has_weasyprint(imports=False, with_subset=False)
    machine.is_debian(installed=set())

    assert "Serving." in machine.run().stdout
    assert machine.installed == ALL


def test_without_root_the_command_is_shown_and_the_site_runs(machine):
    machine.has_weasyprint(with_subset=False)
    machine.is_debian(installed=ALL - {"libharfbuzz-subset0"}, user=1000)
    done = machine.run()

    assert "Serving." in done.stdout
    assert "sudo apt-get install -y --no-install-recommends libharfbuzz-subset0" in done.stderr
    assert machine.installed == set()


def test_an_installing_that_fails_stops_nothing_while_weasyprint_imports(machine):
    machine.has_weasyprint(with_subset=False)
    machine.is_debian(installed=ALL - {"libharfbuzz-subset0"}, can_install=False)

    assert "Serving." in machine.run().stdout


def test_where_there_is_no_debian_the_site_runs_while_weasyprint_imports(machine):
    machine.has_weasyprint(with_subset=False)
    done = machine.run()

    assert "Serving." in done.stdout
    assert "Going on without them" in done.stderr


@pytest.mark.parametrize("user", [0, 1000])
def test_without_pango_nothing_starts_and_the_reason_is_said(machine, user):
    machine.has_weasyprint(imports=False, with_subset=False)
    machine.is_debian(installed=set(), user=user, can_install=False)
    done = machine.run()

    assert "Serving." not in done.stdout
    assert "libpango-1.0-0" in done.stderr


def test_weasyprint_says_that_it_has_harfbuzz_subset_where_the_script_asks():
    from weasyprint.text.ffi import harfbuzz_subset

    assert harfbuzz_subset
