"""The national layer that a set-up is tried with."""

from tests.states import TESTHAM, TESTS

ENGLAND = TESTS.parent / "fixtures/england"
LAYER = ENGLAND if ENGLAND.is_dir() else TESTHAM
