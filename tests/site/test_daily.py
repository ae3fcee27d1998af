"""The one command for the schedule: every chore gets its turn."""

import datetime

import pytest
import time_machine
from django.core.management import CommandError, call_command, get_commands

from pages.management.commands import daily
from pages.paper.model import Paper, PaperFormat
from pages.ring_back.model import Callback
from tests.paper.pdfs import make_full_leaflet, overfill


@pytest.fixture
def done(monkeypatch):
    """The chores that were called, of which the first two fail."""
    called = []

    def call(name, **options):
        called.append(name)
        if name == daily.CHORES[0]:
            raise CommandError("There is no mail server.")
        if name == daily.CHORES[1]:
            raise ValueError("Failing row contains (Gran Testperson, 01632 960 555)")

    monkeypatch.setattr(daily, "call_command", call)
    return called


def test_every_chore_is_a_command():
    assert set(daily.CHORES) <= get_commands().keys()
    assert {"send_reminders", "delete_old_callbacks", "remake_paper"} <= set(daily.CHORES)


def test_a_chore_that_fails_keeps_none_of_the_others_back_and_fails_the_whole(done, capsys):
    with pytest.raises(CommandError, match=f"Failed: {daily.CHORES[0]}, {daily.CHORES[1]}"):
        call_command("daily")

    assert done == daily.CHORES
    assert "There is no mail server." in capsys.readouterr().err


def test_an_error_nobody_foresaw_says_where_it_was_and_nothing_of_a_person(done, capsys):
    with pytest.raises(CommandError):
        call_command("daily")

    said = capsys.readouterr().err
    assert "ValueError in call" in said
    assert "Gran" not in said


@time_machine.travel(datetime.date(2026, 11, 22))
def test_a_day_on_which_all_goes_well_makes_the_paper(home, capsys, monkeypatch):
    monkeypatch.setattr(daily, "CHORES", ["send_reminders", "delete_old_callbacks", "remake_paper"])
    make_full_leaflet(home)

    call_command("daily")

    assert not Callback.objects.exists()
    assert set(Paper.objects.printed().values_list("format", flat=True)) == set(PaperFormat)


def test_paper_that_cannot_be_made_fails_the_day(home, capsys):
    overfill(make_full_leaflet(home), home)

    with pytest.raises(CommandError, match="Readers still get the last good one"):
        call_command("remake_paper")
