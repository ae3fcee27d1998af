"""The national layer that a set-up is tried with."""

from tests.server import PROJECT

ENGLAND, TESTHAM = PROJECT / "fixtures/england", PROJECT / "tests/councils/testham"
LAYER = ENGLAND if ENGLAND.is_dir() else TESTHAM
