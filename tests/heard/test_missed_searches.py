import datetime
import itertools
from pathlib import Path

import pytest

from pages.core import common_words
from pages.heard import missed_searches
from pages.heard.missed_search import MissedSearch, MissedSearchMonth
from pages.heard.missed_searches import count, words_to_keep
from pages.search.synonym import Synonym
from pages.site.checks import list_of_english_words
from pages.visits.model import Counted, DailyCount
from tests import factories

DAY = datetime.date(2026, 11, 22)


def words(number):
    """So many common words."""
    listed = common_words.LIST.read_text(encoding="utf-8").split()
    return list(itertools.islice((word for word in listed if word.startswith("cat") and words_to_keep(word)), number))


def searches_counted():
    return sum(row.count for row in DailyCount.objects.filter(what=Counted.MISSED_SEARCH))


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Zebra grooming", ["zebra", "grooming"]),
        ("where can I find the zebra of my grandson please", ["find", "zebra", "grandson"]),
        ("zebra zebra’s zebras", ["zebra", "zebras"]),
        ("ZEBRA GROOMING", ["zebra", "grooming"]),
        ("zebra-grooming/telescope", ["zebra", "grooming", "telescope"]),
        ("café", ["cafe"]),
        ("zzgroom zebra", ["zebra"]),
        ("مرحبا", []),
        ("👵🏽", []),
        ("help me please", []),
        ("z" * 300, []),
        # Numbers and addresses: nothing at all.
        ("ring me on 07700 900123 about zebras", []),
        ("٠٧٧٠٠٩٠٠١٢٣ zebra", []),
        ("０７７００９００１２３ zebra", []),
        ("zebra 382/121", []),
        ("zebra oh seven seven double oh nine double oh", []),
        ("zebra jo at example dot com", []),
        ("zebra jo (at) example.com", []),
        ("zebra jo ＠ example．com", []),
        ("zebra jo72 gmail com", []),
        ("zebra 0\u200b7\u20607\u00ad00", []),
        ("zebra s6\u200b5 1\u00adae", []),
        ("zebra sk1 then 2ab", []),
        ("zebra jo @ example.com", []),
        ("zebra S6O-IAE", []),
        ("zebra in S65", []),
        ("12 High Street zebra", []),
        ("born 12/03 zebra", []),
        ("٢٣ zebra street", []),
        ("zebra ٩٩٩", []),
        ("zebra gran at gmail", []),
        ("zebra gran at example dot org", []),
        ("zebra oh seven double seven nine hundred", []),
        ("zebra s\u280065 1\u200bae", []),
        ("https://example.com/?child=jo zebra", ["zebra"]),
        # Names.
        ("my name is xanthe quibble zebra", ["zebra"]),
        ("zebra for Zaphod Beeblebrox", ["zebra"]),
        ("zebra for zaphod beeblebrox", ["zebra"]),
        ("zebra for mohammed", ["zebra"]),
        ("aisha's zebra", ["zebra"]),
        ("aisha archer zebra", ["zebra"]),
        ("zebra for mrs beeblebrox", ["zebra"]),
        ("zebra for my grandson Quibble", ["zebra", "grandson"]),
        ("Quibble Zebra", []),
        ("zoe baker", []),
        ("Zoe Baker", []),
        ("khan", []),
        ("khans", []),
        ("smith’s zebra", ["zebra"]),
        ("mark cook", []),
        ("amir shah", []),
        ("poppy", []),
        ("grace young rose may will hope", []),
        ("Łukasz Kowalski", []),
        ("łukasz zebra", []),
        ("Łink zebra", []),
        ("Siân Woodcock", []),
        ("siân's zebra", ["zebra"]),
        ("zoë o'neill", []),
        ("Zoë O’Neill zebra", ["zebra"]),
        ("d'ark o’pen", []),
        ("Иван Петров", []),
        ("Сook", []),
        ("李", []),
        ("李 zebra", []),
        ("Ｋｈａｎ", []),
        ("z\u200boe zebra", []),
        ("x̌an zebra", []),
    ],
)
@pytest.mark.django_db
def test_only_single_everyday_words_are_kept_and_no_name(typed, kept):
    assert words_to_keep(typed) == kept


@pytest.mark.django_db
def test_where_the_list_of_english_words_is_missing_only_the_words_of_the_offer_are_kept(monkeypatch, section):
    monkeypatch.setattr(common_words, "LIST", Path("/nowhere/british-english"))
    common_words._list.cache_clear()
    try:
        factories.make_guide(section, title="A telescope", search_description="We lend a telescope to all.")
        assert words_to_keep("zebra telescope khan aisha siân") == ["telescope"]
        assert [warning.id for warning in list_of_english_words(None)] == ["pages.W002"]
    finally:
        common_words._list.cache_clear()


def test_a_word_of_the_offer_is_kept_unless_it_is_a_first_name_or_stands_there_with_a_capital(section):
    factories.make_guide(
        section,
        title="For Quorbleson and aisha",
        search_description="We gronkle with aisha and Zaphod. Write to beeblebrox@example.org.",
    )

    typed = "gronkle aisha quorbleson zaphod beeblebrox"
    assert words_to_keep(typed) == ["gronkle"]


def test_terms_and_everyday_words_are_kept_for_officers_chose_them(section):
    factories.make_term(term="FROBS", also_called="quibblet order")
    Synonym.objects.create(words="tia, dosh, pat on the back", means="money")

    assert words_to_keep("frobs") == ["frobs"]
    assert words_to_keep("tia dosh quibblet") == ["tia", "dosh", "quibblet"]
    assert words_to_keep("pat") == []


@pytest.mark.django_db
def test_each_word_of_a_search_is_a_row_and_the_search_is_counted_once():
    count("zebra grooming", DAY)
    count("grooming aisha", DAY)

    assert {row.words: row.count for row in MissedSearch.objects.all()} == {"zebra": 1, "grooming": 2}
    assert searches_counted() == 2


@pytest.mark.django_db
def test_the_same_words_are_counted_together():
    count("zebra", DAY)
    count("  ZEBRA ", DAY + datetime.timedelta(days=2))

    row = MissedSearch.objects.get()
    assert (row.words, row.count) == ("zebra", 2)
    assert (row.first_day, row.last_day) == (DAY, DAY + datetime.timedelta(days=2))


@pytest.mark.django_db
def test_a_search_of_which_nothing_can_be_kept_is_only_counted():
    count("jo@example.com", DAY)
    count("07700 900123", DAY)
    count("siân", DAY)

    row = MissedSearch.objects.get()
    assert (row.words, row.count) == ("", 3)
    assert searches_counted() == 3


@pytest.mark.django_db
def test_a_flood_leaves_few_rows(monkeypatch):
    monkeypatch.setattr(missed_searches, "MOST_A_MINUTE", 10_000)
    for word in words(missed_searches.MOST_NEW_A_DAY + 30):
        count(word, DAY)

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
    count("telescope", DAY)
    count("telescope", DAY)
    for number, word in enumerate(words(9)):
        count(word, DAY + datetime.timedelta(days=number))

    assert MissedSearch.objects.count() <= 5
    assert MissedSearch.objects.filter(words="telescope").exists()


@pytest.mark.django_db
def test_what_is_forgotten_for_room_stays_counted(monkeypatch):
    monkeypatch.setattr(missed_searches, "MOST_ROWS", 5)
    for number, word in enumerate(words(9)):
        count(word, DAY + datetime.timedelta(days=number))

    assert sum(row.count for row in MissedSearch.objects.all()) == 9
    assert sum(month.count for month in MissedSearchMonth.objects.all()) == 9


def test_a_search_that_finds_nothing_is_counted(client, section):
    client.get("/search/", {"q": "Zebra zzgrooming"})

    assert MissedSearch.objects.get().words == "zebra"


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
