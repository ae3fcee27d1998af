"""The README's way to another council is the one that was run."""

import re

import pytest

from pages.set_up.typed import OPTIONS
from tests.set_up.run import COMMANDS


@pytest.fixture
def chapter(settings):
    readme = (settings.BASE_DIR / "README.md").read_text()
    return readme.partition("\n## Another council\n")[2].partition("\n## ")[0]


def test_every_command_that_is_run_stands_in_the_readme(chapter):
    lines = [line.strip() for line in chapter.splitlines() if line.startswith("    ")]

    assert [command for command in COMMANDS if command not in lines] == []


def test_every_option_in_the_readme_is_one_of_ours(chapter):
    ours = {f"--{option.name}" for option in OPTIONS} | {"--administrator", "--ask", "--help"}
    others = {"--yes", "--no-input", "--bind"}

    assert set(re.findall(r"--[a-z-]+", chapter)) <= ours | others
