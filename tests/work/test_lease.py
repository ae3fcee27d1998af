"""What only one at a time may do is held by one, and by nobody for long who died."""

import datetime
from unittest.mock import Mock

import pytest
import time_machine
from django.utils import timezone

from pages.core import lease
from pages.core.lease import Lease, TakenError, holding, is_held

pytestmark = pytest.mark.django_db


def test_a_lease_is_held_by_one_until_the_work_is_done():
    with holding("paper"):
        assert is_held("paper")
        with pytest.raises(TakenError), holding("paper"):
            pass
    assert not is_held("paper")
    with holding("paper"):
        pass


def test_of_several_places_the_first_free_one_is_taken():
    with holding("one", "two") as first, holding("one", "two") as second:
        assert (first, second) == ("one", "two")
        with pytest.raises(TakenError), holding("one", "two"):
            pass


def test_work_that_fails_lets_its_lease_go():
    with pytest.raises(ValueError, match="broken"), holding("paper"):
        raise ValueError("broken")

    assert not is_held("paper")


def test_a_lease_that_nobody_renews_ends_by_itself():
    with time_machine.travel(datetime.datetime(2026, 3, 1, tzinfo=datetime.UTC), tick=False) as clock:
        assert lease._take("paper", "5b0d6f5e-9e0b-4a6e-9f5e-0f8b8c1d2e3f")
        clock.shift(lease.LASTS)
        assert not is_held("paper")
        with holding("paper"):
            pass


def test_one_who_lost_a_lease_takes_it_from_nobody():
    with holding("paper"):
        Lease.objects.update(holder="5b0d6f5e-9e0b-4a6e-9f5e-0f8b8c1d2e3f")

    assert is_held("paper")


def test_a_lease_is_renewed_as_long_as_the_work_lasts(monkeypatch):
    """As its thread does, but in this one, which must keep its connection to the database."""
    monkeypatch.setattr(lease, "connection", Mock())
    looks = Mock(**{"wait.side_effect": [False, True]})
    with holding("paper"):
        held = Lease.objects.get()
        Lease.objects.update(ends_at=timezone.now())
        lease._renew("paper", held.holder, looks)

        assert is_held("paper")
    assert lease.connection.close.called
