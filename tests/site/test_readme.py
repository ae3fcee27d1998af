"""The README has a row for whatever is typed or set, and what it says to type serves the site."""

import re
import subprocess
import sys
import urllib.request

import pytest
from django.core.management import get_commands
from django.db import connection

from tests.server import PROJECT, free_port, served, site_environment

README = PROJECT / "README.md"
SUPERUSER = {f"DJANGO_SUPERUSER_{name}": f"{name}@example.gov.uk" for name in ("USERNAME", "EMAIL", "PASSWORD")}


@pytest.fixture
def rows():
    """The names in the first column of its tables."""
    return set(re.findall(r"^\| `(\w+)", README.read_text(), re.MULTILINE))


@pytest.fixture
def typed():
    """What “Serving it” says to type at manage.py, in its order."""
    section = README.read_text().split("## Serving it")[1].split("\n## ")[0]
    return [line.split() for line in re.findall(r"^    \.venv/bin/python manage\.py (.*)", section, re.MULTILINE)]


def test_every_command_has_its_row(rows):
    ours = {name for name, app in get_commands().items() if app == "pages"}

    assert ours - rows == {"demonstration"}  # make run calls it


def test_every_setting_of_the_environment_has_its_row(rows, settings):
    sources = [(settings.BASE_DIR / f"kinship_offer/{name}.py").read_text() for name in ("settings", "env")]
    names = set(re.findall(r'\b(?:env\.\w+|names|count|mailers)\("([A-Z_]+)"', "".join(sources)))

    assert {"SECRET_KEY", "MAIL_URL", "ALLOWED_HOSTS", "WEB_CONCURRENCY"} <= names
    assert names <= rows


def test_what_a_new_site_needs_is_typed_before_it_is_served(typed):
    *prepares, (last,) = typed

    assert {words[0] for words in prepares} <= set(get_commands())
    assert [words[0] for words in prepares[:2]] == ["migrate", "collectstatic"]
    assert last == "work"


# The test above stands for it, and the start's own questions: test_start.py.
@pytest.mark.slow
@pytest.mark.skipif(connection.vendor != "sqlite", reason="The site makes its own database.")
def test_whoever_types_it_in_an_empty_folder_has_a_site_with_its_style(typed, tmp_path):
    port = free_port()
    address = f"http://localhost:{port}"
    environment = site_environment(tmp_path, SITE_URL=address, **SUPERUSER)
    for words in typed[:-1]:
        options = ["--noinput"] if words == ["createsuperuser"] else []
        subprocess.run([sys.executable, "manage.py", *words, *options], cwd=PROJECT, env=environment, check=True)
    assert (tmp_path / "static").is_dir()

    with served(port, environment, tmp_path / "server.log"):
        for path in ("/", "/sign-in/"):
            with urllib.request.urlopen(address + path, timeout=60) as page:
                sheet = re.search(r'href="(/static/css/site\.\w+\.css)"', page.read().decode())[1]
            with urllib.request.urlopen(address + sheet, timeout=60) as style:
                assert style.headers["Content-Type"].startswith("text/css") and b"@layer" in style.read()
