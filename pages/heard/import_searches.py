"""Brings in searches that found nothing elsewhere, as from the old site's log: all of a file, or nothing of it."""

import csv
import datetime
import io
from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from django.db import transaction

from pages.core.typed import as_read
from pages.heard import missed_searches
from pages.heard.missed_search import MissedSearch
from pages.visits import tally as counting
from pages.visits.model import Counted

COLUMNS = ("words", "count", "day")
MOST_BYTES, MOST_LINES, MOST_TIMES = 5_000_000, 50_000, 1_000_000
LONGEST = 1000  # characters of one search
MOST_PROBLEMS = 20
EARLIEST = datetime.date(2000, 1, 1)


# The words of a line, how often they were looked for, and the day.
type Row = tuple[str, int, datetime.date]


class NotImportedError(Exception):
    """The file can't be used; `problems` say why, each with its line. Nothing of it was stored."""

    def __init__(self, problems: list[str]):
        self.problems = problems
        super().__init__("\n".join(problems))


class Imported(NamedTuple):
    """How many searches were counted, and of how many of them no words could be kept."""

    searches: int
    without_words: int


def import_searches(data: bytes, today: datetime.date) -> Imported:
    """Counts every search of a CSV file: words, and if they are there how often (once) and on which day (today)."""
    rows = [(missed_searches.words_to_keep(words), times, day) for words, times, day in _rows(_text(data), today)]
    with transaction.atomic():
        kept = _with_room(rows)
        days: defaultdict[str, Counter[datetime.date]] = defaultdict(Counter)
        searches: Counter[datetime.date] = Counter()
        without = 0
        for words, times, day in rows:
            words = [word for word in words if word in kept]
            for word in words or [""]:
                days[word][day] += times
            searches[day] += times
            without += 0 if words else times
        for word in sorted(days):
            missed_searches.add(word, days[word])
        for day in sorted(searches):
            counting.add_now(Counted.MISSED_SEARCH, day, searches[day])
    return Imported(searches.total(), without)


def _with_room(rows: list[tuple[list[str], int, datetime.date]]) -> set[str]:
    """The words that there is room for: those that are there, then those looked for most."""
    total: Counter[str] = Counter()
    for words, times, _day in rows:
        total.update(dict.fromkeys(words, times))
    known = set(MissedSearch.objects.exclude(words="").values_list("words", flat=True))
    new = sorted(total.keys() - known, key=lambda word: (-total[word], word))
    return known.union(new[: max(0, missed_searches.MOST_ROWS - len(known))])


def _text(data: bytes) -> str:
    if len(data) > MOST_BYTES:
        raise NotImportedError([f"The file is too large: {MOST_BYTES // 1_000_000} MB at most."])
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise NotImportedError([f"line {line}: this is not UTF-8 text. Save the file as “CSV UTF-8”."]) from None
    if "\0" in text:
        raise NotImportedError([f"line {text[: text.index(chr(0))].count(chr(10)) + 1}: this is not text."])
    return text


def _rows(text: str, today: datetime.date) -> list[Row]:
    """Every row, or all that is wrong with them."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    columns: Sequence[str] | None = None
    rows: list[Row] = []
    problems: list[str] = []
    try:
        for cells in reader:
            cells = [cell.strip() for cell in cells]
            if not any(cells):
                continue
            if columns is None:
                columns, is_heading = _columns(cells)
                if is_heading:
                    continue
            if len(rows) >= MOST_LINES:
                raise NotImportedError([f"line {reader.line_num}: too many searches, {MOST_LINES} at most."])
            try:
                rows.append(_row(cells, columns, today))
            except ValueError as error:
                problems.append(f"line {reader.line_num}: {error}")
    except csv.Error as error:
        problems.append(f"line {reader.line_num}: this is not CSV ({error}).")
    if not rows and not problems:
        problems.append("There is no search in the file. Each line is: words, how often, day (2026-11-22).")
    if problems:
        more = len(problems) - MOST_PROBLEMS
        raise NotImportedError([*problems[:MOST_PROBLEMS], *([f"… and {more} more."] if more > 0 else [])])
    return rows


def _columns(cells: list[str]) -> tuple[Sequence[str], bool]:
    """The names of the columns, and whether the first line is a heading that gave them."""
    names = [as_read(cell) for cell in cells]
    if "words" not in names:
        return COLUMNS, False
    unknown = [name for name in names if name not in COLUMNS]
    if unknown or len(set(names)) < len(names):
        raise NotImportedError([f"line 1: the columns are {', '.join(COLUMNS)}, each once; not “{', '.join(cells)}”."])
    return tuple(names), True


def _row(cells: list[str], columns: Sequence[str], today: datetime.date) -> Row:
    if len(cells) > len(columns):
        raise ValueError(f"there are {len(cells)} columns, {len(columns)} at most. Put words with a comma in quotes.")
    values = dict(zip(columns, cells, strict=False))
    if not values.get("words"):
        raise ValueError("there are no words.")
    if len(values["words"]) > LONGEST:
        raise ValueError(f"the words are too long, {LONGEST} characters at most.")
    return values["words"], _times(values.get("count")), _day(values.get("day"), today)


def _times(text: str | None) -> int:
    if not text:
        return 1
    is_number = text.isascii() and text.isdigit() and len(text) < 10
    if not is_number or not 1 <= int(text) <= MOST_TIMES:
        raise ValueError(f"“{text[:40]}” is not how often: write a whole number from 1 to {MOST_TIMES}.")
    return int(text)


def _day(text: str | None, today: datetime.date) -> datetime.date:
    if not text:
        return today
    try:
        day = datetime.date.fromisoformat(text)
    except ValueError:
        raise ValueError(f"“{text[:40]}” is not a day: write it as 2026-11-22.") from None
    if not EARLIEST <= day <= today:
        raise ValueError(f"{text} is not between {EARLIEST} and today.")
    return day
