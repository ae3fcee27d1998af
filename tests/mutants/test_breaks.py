"""The breaks themselves: each changes one thing, and whoever uses the module by name has it."""

import importlib
import sys

import pytest

from tests.mutants.breaks import breaks_of
from tests.mutants.place import put_in_place

RULE = """
LEAST = 3
DOUBLE = LEAST * 2


class Sum:
    @property
    def words(self):
        names = [name for name in ("a", "b") if name]
        names.sort()
        return names


def is_enough(count, unsure=False):
    return count >= LEAST and not unsure
"""


@pytest.fixture
def rule(tmp_path, monkeypatch):
    """A module of its own, in the folder that the test is in."""
    (tmp_path / "broken_rule.py").write_text(RULE)
    monkeypatch.chdir(tmp_path)
    monkeypatch.syspath_prepend(tmp_path)
    yield importlib.import_module("broken_rule")
    del sys.modules["broken_rule"]


def find(change, tmp_path):
    return next(
        broken for broken in breaks_of((tmp_path / "broken_rule.py").relative_to(tmp_path)) if broken.change == change
    )


def test_every_rule_is_broken_in_each_of_its_parts(rule, tmp_path):
    changes = [broken.change for broken in breaks_of(tmp_path / "broken_rule.py")]

    assert changes == [
        "LEAST = 3 → LEAST = 4",
        "LEAST = 3 → LEAST = 2",
        "LEAST * 2 → LEAST / 2",
        "LEAST * 2 → LEAST * 3",
        "LEAST * 2 → LEAST * 1",
        "[name for name in ('a', 'b') if name] → [name for name in ('a', 'b')]",
        "('a', 'b') → ('b',)",
        "('a', 'b') → ('a',)",
        "names.sort() → pass",
        "return names → return None",
        "return count >= LEAST and (not unsure) → return None",
        "count >= LEAST and (not unsure) → count >= LEAST or not unsure",
        "count >= LEAST and (not unsure) → not unsure",
        "count >= LEAST and (not unsure) → count >= LEAST",
        "count >= LEAST → count > LEAST",
        "count >= LEAST → count < LEAST",
        "not unsure → unsure",
    ]


def test_a_broken_function_is_broken_for_whoever_imported_it_by_name(rule, tmp_path):
    is_enough = rule.is_enough
    put_in_place(find("count >= LEAST → count > LEAST", tmp_path))

    assert not is_enough(3)
    assert is_enough(4)


def test_a_broken_property_is_broken_for_what_was_made_before(rule, tmp_path):
    made = rule.Sum()
    put_in_place(find("('a', 'b') → ('b',)", tmp_path))

    assert made.words == ["b"]


def test_a_broken_constant_breaks_what_is_made_of_it_and_whoever_imported_it_by_name(rule, tmp_path, monkeypatch):
    monkeypatch.setattr(sys.modules[__name__], "LEAST", rule.LEAST, raising=False)
    put_in_place(find("LEAST = 3 → LEAST = 4", tmp_path))

    assert (rule.LEAST, rule.DOUBLE, sys.modules[__name__].LEAST) == (4, 8, 4)
