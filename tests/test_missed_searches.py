import datetime

import pytest
from django.core.cache import cache

from pages.models import MissedSearch, MissedSearchMonth
from pages.services import missed_searches
from pages.services.missed_searches import count, keepable

DAY = datetime.date(2026, 11, 22)


@pytest.fixture(autouse=True)
def a_quiet_minute():
    cache.clear()


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Zebra grooming", "zebra grooming"),
        ("ring me on 07700 900123 about zebras", "ring me on about zebras"),
        ("+44 (0)7700-900-123", ""),
        ("٠٧٧٠٠٩٠٠١٢٣", ""),
        ("０７７００９００１２３ zebra", "zebra"),
        ("zebra jo.bloggs@example.com", "zebra"),
        ("zebra jo @ example.com", "zebra"),
        ("zebra S60 1AE", "zebra"),
        ("zebra s601ae", "zebra"),
        ("zebra in S65", "zebra in"),
        ("my name is xanthe quibble zebra", "my zebra"),
        ("zebra for Zaphod Beeblebrox", "zebra for"),
        ("zebra for mohammed", "zebra for"),
        ("aisha's zebra", "zebra"),
        ("zebra for mrs beeblebrox", "zebra for"),
        ("zebra for my son Zaphod", "zebra for my son"),
        ("12 High Street zebra", "zebra"),
        ("born 12/03/2015 zebra", "born zebra"),
        ("born 12/03 zebra", "born zebra"),
        ("0 7 7 0 0 9 0 0 1 2 3 zebra", "zebra"),
        ("AB123456C zebra", "zebra"),
        ("https://example.com/?child=jo zebra", "zebra"),
        ("مرحبا", ""),
        ("👵🏽", ""),
        ("z" * 300, "z" * 80),
    ],
)
def test_what_could_say_who_it_was_is_not_kept(typed, kept):
    assert keepable(typed) == kept


@pytest.mark.django_db
def test_the_same_words_are_counted_together():
    count("zebra  GROOMING", DAY)
    count("zebra grooming", DAY + datetime.timedelta(days=2))

    row = MissedSearch.objects.get()
    assert (row.words, row.count) == ("zebra grooming", 2)
    assert (row.first_day, row.last_day) == (DAY, DAY + datetime.timedelta(days=2))


@pytest.mark.django_db
def test_a_search_of_which_nothing_can_be_kept_is_only_counted():
    count("jo@example.com", DAY)
    count("07700 900123", DAY)

    row = MissedSearch.objects.get()
    assert (row.words, row.count) == ("", 2)


@pytest.mark.django_db
def test_a_flood_leaves_few_rows(monkeypatch):
    monkeypatch.setattr(missed_searches, "MOST_A_MINUTE", 10_000)
    for number in range(missed_searches.MOST_NEW_A_DAY + 30):
        count("zebra " + "x" * (number + 1), DAY)

    assert MissedSearch.objects.exclude(words="").count() <= missed_searches.MOST_NEW_A_DAY
    assert MissedSearch.objects.get(words="").count > 0


@pytest.mark.django_db
def test_more_in_a_minute_than_people_type_is_not_counted():
    for _ in range(missed_searches.MOST_A_MINUTE + 30):
        count("zebra", DAY)

    assert MissedSearch.objects.get().count == missed_searches.MOST_A_MINUTE


@pytest.mark.django_db
def test_the_table_never_grows_beyond_its_size(monkeypatch):
    monkeypatch.setattr(missed_searches, "MOST_ROWS", 5)
    count("often", DAY)
    count("often", DAY)
    for number in range(9):
        count("zebra " + "x" * (number + 1), DAY + datetime.timedelta(days=number))

    assert MissedSearch.objects.count() <= 5
    assert MissedSearch.objects.filter(words="often").exists()


@pytest.mark.django_db
def test_what_is_forgotten_for_room_stays_counted(monkeypatch):
    monkeypatch.setattr(missed_searches, "MOST_ROWS", 5)
    for number in range(9):
        count("zebra " + "x" * (number + 1), DAY + datetime.timedelta(days=number))

    assert sum(row.count for row in MissedSearch.objects.all()) == 9
    assert sum(month.count for month in MissedSearchMonth.objects.all()) == 9


def test_a_search_that_finds_nothing_is_counted(client, section):
    client.get("/search/", {"q": "Zebra zzgrooming"})

    assert MissedSearch.objects.get().words == "zebra zzgrooming"


def test_a_search_that_finds_something_is_not(client, section):
    client.get("/search/", {"q": "money"})

    assert not MissedSearch.objects.exists()


def test_what_is_still_being_typed_is_not(client, section):
    client.get("/search/", {"q": "zzgroom"}, headers={"HX-Request": "true", "HX-Target": "results"})

    assert not MissedSearch.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize(
    "query", ["zebra 07700 900123", "zebra jo@example.com", "zebra S60 1AE", "zebra 12 High Street"]
)
def test_of_a_search_with_a_number_or_an_address_in_it_not_even_the_rest_is_stored(query):
    count(query, DAY)

    assert MissedSearch.objects.get().words == ""
