"""Whoever waits is told what is done, and now and then how much of it."""

import pytest

from pages.core import progress
from pages.core.progress import EVERY, in_steps


@pytest.fixture
def clock(monkeypatch):
    """The time, in seconds."""
    time = [100.0]
    monkeypatch.setattr(progress.time, "monotonic", lambda: time[0])
    return time


def work(clock, seconds):
    """What is said of five pieces of work that take so long each, and the pieces."""
    said, done = [], []
    for piece in in_steps("abcde", said.append, "Working …"):
        clock[0] += seconds
        done.append(piece)
    return said, done


def test_what_is_soon_done_is_said_once(clock):
    assert work(clock, seconds=0.1) == (["Working …"], list("abcde"))


def test_what_takes_long_is_said_again_and_again(clock):
    said, _done = work(clock, seconds=EVERY / 2)

    assert said == ["Working …", "  2 of 5 …", "  4 of 5 …"]


def test_the_last_piece_is_the_end(clock):
    said, _done = work(clock, seconds=EVERY)

    assert said[-1] == "  4 of 5 …"
