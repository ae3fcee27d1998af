"""The README has a row for whatever is typed or set."""

import re

import pytest
from django.core.management import get_commands


@pytest.fixture
def rows(settings):
    """The names in the first column of its tables."""
    return set(re.findall(r"^\| `(\w+)", (settings.BASE_DIR / "README.md").read_text(), re.MULTILINE))


def test_every_command_has_its_row(rows):
    ours = {name for name, app in get_commands().items() if app == "pages"}

    assert ours - rows == {"demonstration"}  # make run calls it


def test_every_setting_of_the_environment_has_its_row(rows, settings):
    source = (settings.BASE_DIR / "kinship_offer/settings.py").read_text()
    names = set(re.findall(r'(?:env\.\w+|mailers)\("([A-Z_]+)"', source))

    assert {"SECRET_KEY", "MAIL_URL"} <= names
    assert names <= rows
