"""Commands typed beside a running demonstration work on it; whoever means another site says which."""

import os
import shutil
import subprocess
import sys

import pytest

ENV = "SECRET_KEY=demonstration-key-{}\nDEMONSTRATION_PASSWORD=word\n".format("abcdefghij" * 5)
PRINT_SETTINGS = """
from django.conf import settings
print(settings.SECRET_KEY[:17], settings.DEMONSTRATION, settings.DEBUG)
"""


@pytest.fixture
def manage(settings, tmp_path):
    """Runs manage.py in a copy of the project's head, so that this checkout's own var/ is left alone."""
    shutil.copy(settings.BASE_DIR / "manage.py", tmp_path)
    shutil.copytree(settings.BASE_DIR / "kinship_offer", tmp_path / "kinship_offer")
    (tmp_path / "pages").symlink_to(settings.BASE_DIR / "pages")

    def run(*words, **variables):
        ours = {"SECRET_KEY", "DATA_DIR", "DATABASE_URL", "DEBUG", "DEMONSTRATION", "SITE_URL", "MAIL_URL", "CACHE_URL"}
        ours.add("DJANGO_SETTINGS_MODULE")
        environment = {name: value for name, value in os.environ.items() if name not in ours}
        command = [sys.executable, "manage.py", *(words or ("shell", "--no-imports", "-c", PRINT_SETTINGS))]
        return subprocess.run(
            command, cwd=tmp_path, env=environment | variables, capture_output=True, text=True, timeout=240, check=False
        )

    run.folder = tmp_path
    return run


@pytest.fixture
def demonstration(manage):
    (manage.folder / "var").mkdir()
    file = manage.folder / "var" / "demonstration.env"
    file.write_text(ENV, encoding="utf-8")
    return file


def test_a_command_beside_the_demonstration_uses_its_key_and_says_so(manage, demonstration):
    ended = manage()

    assert ended.stdout.split() == ["demonstration-key", "True", "False"]
    assert "using var/demonstration.env" in ended.stderr


def test_a_key_that_is_set_is_used_and_nothing_is_said(manage, demonstration):
    ended = manage(SECRET_KEY="own-key-own-key-x" + "abcdefghij" * 5)

    assert ended.stdout.split() == ["own-key-own-key-x", "False", "False"]
    assert ended.stderr == ""


@pytest.mark.parametrize("name", ["DATABASE_URL", "DATA_DIR"])
def test_a_site_of_its_own_without_a_key_is_not_taken_for_the_demonstration(manage, demonstration, name):
    ended = manage(**{name: "sqlite:///:memory:" if name == "DATABASE_URL" else str(manage.folder)})

    assert ended.returncode == 1
    assert ended.stderr.startswith("Settings: SECRET_KEY is not set.")


def test_a_command_writes_the_address_that_the_demonstration_is_served_at(manage, demonstration):
    demonstration.with_name("served.env").write_text("SITE_URL=http://localhost:8123\n", encoding="utf-8")

    ended = manage("shell", "--no-imports", "-c", "from django.conf import settings; print(settings.SITE_URL)")

    assert ended.stdout.strip() == "http://localhost:8123"


@pytest.mark.parametrize("server", [("runserver", "--noreload", "0"), ("testserver", "--noinput")])
def test_a_server_never_starts_with_the_demonstration_s_key(manage, demonstration, server):
    ended = manage(*server)

    assert ended.returncode == 1
    assert ended.stderr.startswith("Settings: SECRET_KEY is not set.")


def test_without_a_demonstration_the_missing_key_is_named(manage):
    ended = manage()

    assert ended.returncode == 1
    assert ended.stderr.startswith("Settings: SECRET_KEY is not set.")


def test_a_file_that_cannot_be_read_gets_a_clear_answer(manage, demonstration):
    demonstration.write_bytes(b"\xff\xfe\x00")

    ended = manage()

    assert ended.returncode == 1
    assert "Settings: var/demonstration.env can't be read." in ended.stderr
    assert "Traceback" not in ended.stderr
