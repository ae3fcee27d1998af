"""Searches brought in from a file: fifty are grouped and counted right, and nothing of anybody's details is stored."""

import datetime
import html
import re

import pytest
from django.core.management import CommandError, call_command

from pages.council.roles import KINSHIP_LEAD
from pages.heard import missed_searches
from pages.heard.missed_search import MissedSearch, MissedSearchMonth
from pages.heard.told import open_groups
from pages.search.synonym import Synonym
from pages.visits.model import Counted, DailyCount
from tests.cms import make_officer
from tests.states import ROTHERHAM

TODAY = datetime.date(2026, 11, 22)
FIFTY = ROTHERHAM.parents[1] / "tests/heard/searches/fifty.csv"
GROUPS = {
    "telescope": 3,
    "passport": 6,
    "karate": 3,
    "trampoline": 2,
    "piano": 2,
    "horse": 2,
    "zebra": 4,
    "grooming": 4,
    "dosh": 7,  # money is the same
    "fishing": 3,
    "wedding": 2,
}


@pytest.fixture
def searches(section, tmp_path, time_machine):
    """Writes a file and brings it in."""
    time_machine.move_to(f"{TODAY}T12:00:00Z")

    def bring_in(*lines, encoding="utf-8"):
        file = tmp_path / "searches.csv"
        file.write_bytes("\n".join(lines).encode(encoding))
        call_command("import_searches", file)

    return bring_in


def words_of(told):
    return {word for words in (told.label, *told.more) for word in words.split()}


def test_fifty_searches_are_grouped_and_counted_right(section, time_machine, capsys):
    time_machine.move_to(f"{TODAY}T12:00:00Z")
    Synonym.objects.create(words="dosh, brass", means="money")
    call_command("import_searches", FIFTY)

    found = open_groups(TODAY)

    counts = {name: [told.count for told in found if name in words_of(told)] for name in GROUPS}
    assert counts == {name: [count] for name, count in GROUPS.items()}
    assert sum(row.count for row in DailyCount.objects.filter(what=Counted.MISSED_SEARCH)) == 50
    assert "50 searches counted; of 12 of them no words are kept." in capsys.readouterr().out


def test_officers_see_the_groups_of_the_fifty_with_their_counts(client, section, time_machine):
    time_machine.move_to(f"{TODAY}T12:00:00Z")
    Synonym.objects.create(words="dosh, brass", means="money")
    call_command("import_searches", FIFTY)
    client.force_login(make_officer(KINSHIP_LEAD))
    groups = {told.label: str(told.count) for told in open_groups(TODAY)}

    screen = html.unescape(client.get("/cms/reports/told/").text)
    seen = dict(re.findall(r'told__label"><a [^>]*>([^<]+)</a>.*?<td[^>]*>\s*(\d+)\s*</td>', screen, re.DOTALL))

    assert seen == groups
    assert set(GROUPS.values()) <= {int(count) for count in seen.values()}


def test_none_that_held_a_number_an_email_or_a_postcode_is_stored(section, time_machine):
    time_machine.move_to(f"{TODAY}T12:00:00Z")
    call_command("import_searches", FIFTY)

    stored = " ".join(MissedSearch.objects.values_list("words", flat=True))

    assert not any(sign.isdigit() or sign == "@" for sign in stored)
    for words in ("ring me", "case", "near", "bloggs", "example", "s60", "zaphod", "beeblebrox"):
        assert words not in stored
    assert MissedSearch.objects.get(words="").count == 12


def test_a_count_and_a_day_may_be_left_out(searches):
    searches("telescope", "zebra,3", "piano,2,2026-09-01")

    rows = {row.words: (row.count, row.last_day) for row in MissedSearch.objects.all()}
    assert rows == {"telescope": (1, TODAY), "zebra": (3, TODAY), "piano": (2, datetime.date(2026, 9, 1))}


def test_columns_may_stand_in_any_order_under_their_names(searches):
    searches("day,words", "2026-09-01,telescope")

    assert MissedSearch.objects.get().last_day == datetime.date(2026, 9, 1)


def test_what_was_there_is_counted_on(searches):
    missed_searches.count("telescope", datetime.date(2026, 10, 1))
    searches("telescope,4,2026-09-01", "telescope,2,2026-11-01")

    row = MissedSearch.objects.get()
    assert (row.count, row.first_day, row.last_day) == (7, datetime.date(2026, 9, 1), datetime.date(2026, 11, 1))


def test_more_words_than_there_is_room_for_are_only_counted(searches, monkeypatch):
    monkeypatch.setattr(missed_searches, "MOST_ROWS", 2)
    searches("telescope,5", "zebra,4", "piano,3", "karate,2")

    assert {row.words: row.count for row in MissedSearch.objects.all()} == {"telescope": 5, "zebra": 4, "": 5}


def test_digits_of_any_script_say_how_often_and_when(searches):
    searches("zebra,٣,２０２６-09-01")

    assert [(row.words, row.count, row.last_day) for row in MissedSearch.objects.all()] == [
        ("zebra", 3, datetime.date(2026, 9, 1))
    ]


@pytest.mark.parametrize(
    ("lines", "problem"),
    [
        (["words", "zebra,1", ",2"], "line 2: there are 2 columns, 1 at most"),
        (["words,count", "zebra,1", ",2"], "line 3: there are no words"),
        (["zebra", "piano,many"], "line 2: “many” is not how often"),
        (["zebra,0"], "line 1: “0” is not how often"),
        (["zebra,-1"], "“-1” is not how often"),
        (["zebra,99999999999"], "is not how often"),
        (["zebra,½"], "is not how often"),
        (["zebra,1,22/11/2026"], "line 1: “22/11/2026” is not a day: write it as 2026-11-22"),
        (["zebra,1,2026-11-23"], "line 1: 2026-11-23 is not between"),
        (["zebra,1,2026-11-22,x"], "line 1: there are 4 columns, 3 at most"),
        (["words,number", "zebra,1"], "line 1: the columns are words, count, day"),
        (["words,words", "zebra,1"], "line 1: the columns are"),
        (['"zebra'], "this is not CSV"),
        (["zebra", "x" * 1001], "line 2: the words are too long"),
        (["zebra", "pi\0ano"], "line 2: this is not text"),
        ([], "There is no search in the file"),
        (["words,count,day"], "There is no search in the file"),
    ],
)
def test_a_bad_file_says_where_and_nothing_of_it_is_stored(searches, lines, problem):
    with pytest.raises(CommandError, match="Nothing was stored") as error:
        searches(*lines)

    assert problem in str(error.value)
    assert not MissedSearch.objects.exists()


def test_all_that_is_wrong_is_said_at_once(searches):
    with pytest.raises(CommandError) as error:
        searches("zebra,x", "piano,y")

    assert "line 1" in str(error.value)
    assert "line 2" in str(error.value)


def test_a_file_that_is_no_text_or_not_there_or_too_large_is_refused(searches, tmp_path):
    with pytest.raises(CommandError, match="line 2: this is not UTF-8"):
        searches("zebra", "café", encoding="latin-1")
    with pytest.raises(CommandError, match="can't be read"):
        call_command("import_searches", tmp_path / "nowhere.csv")
    with pytest.raises(CommandError, match="too large"):
        searches("zebra\n" * 1_000_000)
    with pytest.raises(CommandError, match="too many searches"):
        searches("zebra\n" * 50_001)


def test_a_year_is_told_from_the_next(searches):
    searches("telescope,4,2025-12-31", "telescopes,2,2026-01-01", "telescope,1,2026-06-30", "piano,9,2024-01-01")

    def year(number):
        found = missed_searches.between(datetime.date(number, 1, 1), datetime.date(number, 12, 31))
        return [(looked.words, looked.times, looked.others) for looked in found]

    assert year(2025) == [("telescope", 4, [])]
    assert year(2026) == [("telescopes", 3, ["telescope"])]
    assert year(2027) == []


def test_each_search_is_counted_in_its_month(section):
    for day in ("2026-10-31", "2026-11-01", "2026-11-22"):
        missed_searches.count("telescope", datetime.date.fromisoformat(day))

    months = MissedSearchMonth.objects.order_by("month").values_list("month", "count")
    assert list(months) == [(datetime.date(2026, 10, 1), 1), (datetime.date(2026, 11, 1), 2)]
