"""Opening hours as people type them."""

import pytest
from django.core.exceptions import ValidationError

from pages.set_up.hours import in_words, spells_of


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("", ""),
        ("09:00-17:00", "09:00-17:00"),
        ("9am to 5pm", "09:00-17:00"),
        ("9.30am – 12.15pm", "09:30-12:15"),
        ("9-17", "09:00-17:00"),
        ("13:30-17:00, 09:00-12:30", "09:00-12:30, 13:30-17:00"),
        ("9am to 12pm and 1pm until 5PM", "09:00-12:00, 13:00-17:00"),
        ("12am to 11.59pm", "00:00-23:59"),
        ("9am to midnight", "09:00-00:00"),
        ("noon-midnight", "12:00-00:00"),
        ("17:00-09:00", "17:00-09:00"),
        ("6pm to 2am", "18:00-02:00"),
        ("0:00-0:00", "00:00-00:00"),
        ("24 hours", "00:00-00:00"),
        ("day and night", "00:00-00:00"),
        ("09:00-12:00, 22:00-02:00", "09:00-12:00, 22:00-02:00"),
    ],
)
def test_hours_are_read_as_people_write_them(typed, meant):
    assert in_words(spells_of(typed)) == meant


@pytest.mark.parametrize(
    "typed", ["mornings", "9", "9-5", "25:00-26:00", "24:00-06:00", "9am-9am", "13pm-14pm", "9:75-10:00", "0am-5am"]
)
def test_what_is_no_time_is_refused(typed):
    with pytest.raises(ValidationError):
        spells_of(typed)


@pytest.mark.parametrize("typed", ["09:00-13:00, 12:00-17:00", "18:00-02:00, 22:00-23:00", "24 hours, 9-17"])
def test_spells_that_overlap_are_refused(typed):
    with pytest.raises(ValidationError):
        spells_of(typed)


def test_a_slip_is_named_with_what_it_would_mean():
    with pytest.raises(ValidationError, match="From 9am to 5am is 20 hours"):
        spells_of("9-5")
