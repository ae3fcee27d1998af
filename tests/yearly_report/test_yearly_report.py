"""The yearly report: what is in it, that it is right, and that it says plainly when there is nothing."""

import csv
import datetime
import io
from xml.etree import ElementTree

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import Page

from pages.council.model import CouncilSettings
from pages.heard import missed_searches
from pages.heard.closing import Closing
from pages.heard.comment import Comment
from pages.heard.missed_search import MissedSearch, MissedSearchMonth
from pages.heard.useful import Feedback
from pages.plain_words.reading_grade import ReadingGrade
from pages.publishing.checking import CHECKED
from pages.ring_back.model import Callback
from pages.visits.model import Counted, DailyCount
from pages.yearly_report import CouncilYear, as_html, as_pdf, drawn, spreadsheet, yearly_report
from pages.yearly_report.draw import HEIGHT, draw
from pages.yearly_report.part import Chart, ChartKind, Series
from tests import factories
from tests.paper.pdfs import text_of

YEAR = CouncilYear(2026)
DAY = datetime.date(2026, 11, 22)
NOTHING_KNOWN = ("reach", "plain-words", "searches", "feedback", "changes", "views", "groups", "callbacks", "downloads")


def parts(year=YEAR, day=DAY):
    return {part.slug: part for part in yearly_report(year, day).parts}


def figures(part):
    return {figure.words: figure.value for figure in part.figures}


def rows(part, caption):
    tables = [*part.tables, *(chart.table for chart in part.charts)]
    return next(table.rows for table in tables if table.caption == caption)


@pytest.fixture
def busy(home, section):
    """A year in which something of everything happened, and a year before and after it that must not count."""
    guide = factories.make_guide(section, title="Beds and basics", last_checked=datetime.date(2026, 10, 1))
    late = factories.make_guide(section, title="Old page", last_checked=datetime.date(2025, 1, 1))
    factories.make_standing("guidance-legal", [guide])
    factories.make_standing("guidance-work", [guide], signed=False)
    for day in ((2026, 3, 31), (2026, 4, 1), (2026, 11, 2), (2027, 4, 1)):
        day = datetime.date(*day)
        for what, page, count in ((Counted.VIEW, guide.pk, 30), (Counted.VIEW, late.pk, 5), (Counted.LEAFLET, 0, 4)):
            DailyCount.objects.create(day=day, what=what, page=page, count=count)
        Feedback.objects.create(page=guide, answer="no", day=day)
        Feedback.objects.create(page=guide, answer="yes", day=day)
        Comment.objects.create(text="More groups, please.", day=day, key=str(day))
        ReadingGrade.objects.create(page=guide, day=day, grade=9 - day.month / 2, words=100)
    factories.make_report(factories.make_have_your_say(home), title="What you said about money")
    closing = Closing.objects.create(
        told_by="search", label="lego", count=7, how="added-word", sentence="Now found by it.",
        at=datetime.datetime(2026, 6, 1, 12, tzinfo=datetime.UTC),
    )  # fmt: skip
    search = MissedSearch.objects.create(
        words="lego", count=9, first_day=DAY, last_day=DAY, closing=closing, closed_count=9
    )
    for month, count in (((2026, 3, 1), 2), ((2026, 5, 1), 3), ((2026, 6, 1), 4)):
        MissedSearchMonth.objects.create(search=search, month=datetime.date(*month), count=count)
        DailyCount.objects.create(what=Counted.MISSED_SEARCH, day=datetime.date(*month), count=count)
    off = [(datetime.date(2026, 11, 5), "Snow")]
    factories.make_group(section, title="Thursday group", first_date=datetime.date(2026, 10, 8), cancelled=off)
    for number, hours in enumerate((2, 4, None)):
        asked = datetime.datetime(2026, 5, 5, 10, tzinfo=datetime.UTC)
        Callback.objects.create(
            name="Gran Testperson", phone="01632 960 555", request_key=str(number), asked_at=asked,
            status="answered" if hours else "waiting", answered_at=hours and asked + datetime.timedelta(hours=hours),
        )  # fmt: skip
    with time_machine.travel(datetime.datetime(2026, 10, 1, 12), tick=False):
        log(instance=guide, action=CHECKED, data={"next": ""})
    return guide


@pytest.mark.parametrize(
    ("day", "start"), [((2026, 4, 1), 2026), ((2027, 3, 31), 2026), ((2026, 3, 31), 2025), ((2026, 12, 31), 2026)]
)
def test_a_councils_year_begins_in_april(day, start):
    assert CouncilYear.of(datetime.date(*day)) == CouncilYear(start)


def test_a_year_has_twelve_months_and_a_name():
    assert [month.month for month in YEAR.months] == [4, 5, 6, 7, 8, 9, 10, 11, 12, 1, 2, 3]
    assert (YEAR.months[0], YEAR.months[-1]) == (datetime.date(2026, 4, 1), datetime.date(2027, 3, 1))
    assert str(YEAR) == "2026 to 2027"


def test_every_part_of_a_year_without_data_says_so_plainly(home):
    found = parts()

    for slug in NOTHING_KNOWN:
        assert found[slug].nothing, slug
        assert not (found[slug].figures or found[slug].charts or found[slug].tables), slug


def test_a_year_that_has_not_begun_says_so_and_nothing_else(busy):
    report = yearly_report(CouncilYear(2031), DAY)

    assert report.parts == []
    assert "not begun" in report.state
    assert "not begun" in as_html(report)
    assert "not begun" in spreadsheet(report)


def test_a_year_that_is_not_over_says_so(home):
    assert "not over" in yearly_report(YEAR, DAY).state
    assert yearly_report(YEAR, datetime.date(2027, 4, 1)).state == ""


def test_duties_are_counted_and_the_gaps_named(busy):
    part = parts()["duties"]

    assert figures(part) == {"of 36 duties met": 1, "met in part": 1, "planned": 0, "not met": 34}
    assert rows(part, "Duties met and not met") == [["The Act", 0, 0, 0, 17], ["The guidance", 1, 1, 0, 17]]
    assert len(rows(part, "Not met, or only in part")) == 35


def test_pages_checked_in_the_year_and_overdue_pages_are_counted_by_section(busy):
    part = parts()["checks"]

    assert figures(part)["overdue on the day of this report"] == 1
    assert [row[0] for row in rows(part, "Overdue now")] == ["Old page"]
    assert ["Money and work", 4, 3, 1] in [list(row) for row in rows(part, "By section")]
    assert ["Oct 2026", 1] in rows(part, "Checks written into the history, by month")


def test_every_live_page_says_when_it_was_checked_and_is_checked_next(busy, section):
    factories.make_guide(section, title="A draft", live=False)

    lines = rows(parts()["checks"], "When each page was checked")

    assert ["Old page", "Money and work", datetime.date(2025, 1, 1), datetime.date(2025, 7, 1)] in lines
    assert len(lines) == Page.objects.live().filter(depth__gt=1).count()
    assert lines[0][1] == "About the offer itself"
    assert "A draft" not in [line[0] for line in lines]


def test_consultations_of_the_year_say_how_many_were_asked(home):
    place = factories.make_have_your_say(home)
    for title, until in (("Before", (2026, 3, 31)), ("About money", (2026, 4, 1)), ("After", (2027, 4, 1))):
        asked = [("kinship-carers", 12), ("children", 5)]
        begun, ended = datetime.date(2026, 3, 1), datetime.date(*until)
        factories.make_report(place, asked, title=title, asked_from=begun, asked_until=ended)
    factories.make_report(place, title="A draft", live=False)

    part = parts()["changes"]

    assert rows(part, "Consultations") == [["About money", 17, datetime.date(2026, 4, 1)]]
    assert figures(part)["people asked in consultations"] == 17


def test_readability_is_compared_then_and_now(busy):
    part = parts()["plain-words"]

    assert rows(part, "Reading grade: half of the pages are below it") == [["Then", 7.5], ["Now", 3.5]]
    assert ["Beds and basics", 7.5, 3.5] in rows(part, "Pages that changed most")


def test_what_was_looked_for_is_counted_in_its_year_with_what_was_done(busy):
    part = parts()["searches"]

    assert figures(part)["searches found nothing"] == 7
    assert rows(part, "Looked for most") == [["lego", 7, "Added a word: Now found by it."]]


def test_answers_comments_and_closings_are_counted(busy):
    part = parts()["feedback"]

    assert list(figures(part).values()) == [2, 2, 2, 1]
    assert rows(part, "Pages with the most “no”") == [["Beds and basics", 2, 2]]


def test_pages_read_are_those_of_the_year(busy):
    part = parts()["views"]

    assert figures(part) == {"times a page was read": 70, "different pages": 2}
    assert rows(part, "Read most") == [["Beds and basics", 60], ["Old page", 10]]
    months = dict(rows(part, "Pages read, by month"))
    assert (months["Apr 2026"], months["May 2026"], months["Nov 2026"]) == (35, 0, 35)
    assert "Dec 2026" not in months


def test_a_page_that_was_deleted_is_still_counted(busy):
    busy.delete()

    assert rows(parts()["views"], "Read most")[0] == ["A page that is gone", 60]


def test_groups_count_what_was_held_up_to_today_without_what_was_called_off(busy):
    part = parts()["groups"]

    assert rows(part, "By group") == [["Thursday group", 3, 1]]  # 8 and 22 October, 19 November
    assert parts(day=datetime.date(2026, 10, 8))["groups"].figures[0].value == 1


def test_call_backs_say_how_many_and_how_soon(busy):
    part = parts()["callbacks"]

    assert figures(part) == {
        "asked to be rung": 3,
        "were answered": 2,
        "hours from asking to an answer, on average": 3.0,
    }
    soon = dict(rows(part, "How soon they were answered"))
    assert soon == {"1 working day": 2, "2 or 3 working days": 0, "Longer": 0, "No answer": 1}


def test_call_backs_say_who_asked_for_more_than_a_call(busy):
    Callback.objects.filter(request_key__in="01").update(way="relay", language="Urdu")
    Callback.objects.filter(request_key="2").update(asked_by="young-person")

    said = figures(parts()["callbacks"])

    assert said["wanted a text, an e-mail, Relay UK or BSL"] == 2
    assert said["wanted an interpreter"] == 2
    assert said["were children or young people"] == 1


def test_call_backs_count_the_same_after_they_were_deleted(busy):
    before = parts()["callbacks"]
    Callback.objects.all().delete()

    assert parts()["callbacks"] == before


def test_leaflets_are_counted_by_kind_and_month(busy):
    part = parts()["downloads"]

    assert figures(part)["Folded leaflet"] == 8
    assert ["Folded leaflet", 4, 0, 0, 0, 0, 0, 0, 4] in rows(part, "By kind and month")


def test_reach_is_use_against_the_councils_own_estimate_with_its_source(busy):
    of_estimate = {"families_estimate": 400, "families_estimate_source": "Our records"}
    CouncilSettings.objects.update(families_estimate_day=datetime.date(2026, 6, 1), **of_estimate)

    part = parts()["reach"]

    assert "400 kinship families. Source: Our records, 1 June 2026." in part.lead
    lines = {row[0]: row[1:] for row in rows(part, "Use, for each 100 families")}
    assert lines["Asked to be rung"] == [3, 0.8]
    assert lines["Were rung"] == [2, 0.5]
    assert lines["Folded leaflet"] == [8, 2.0]
    assert lines["Pages read"] == [70, 17.5]
    assert "times, not families" in part.notes[0]


def test_an_estimate_without_source_or_day_is_refused(home):
    council = CouncilSettings.objects.get()
    council.families_estimate = 400

    with pytest.raises(ValidationError) as refused:
        council.full_clean()

    assert set(refused.value.message_dict) == {"families_estimate_source", "families_estimate_day"}


def test_the_report_says_where_each_number_was_counted_and_what_a_cache_hides(home):
    (table,) = parts()["counted"].tables

    assert "cache in front of the site" in {row[0]: row[2] for row in table.rows}["Pages read"]


def test_nothing_in_the_report_is_about_a_person(busy):
    report = yearly_report(YEAR, DAY)

    for form in (as_html(report), spreadsheet(report)):
        assert "Testperson" not in form
        assert "960 555" not in form


def test_every_drawing_names_itself_and_has_its_numbers_as_a_table(busy):
    report = yearly_report(YEAR, DAY)
    html = as_html(report)

    charts = [(chart, drawing) for found in drawn(report) for chart, drawing in found.charts]
    assert len(charts) >= 9
    for chart, drawing in charts:
        svg = ElementTree.fromstring(drawing)
        title = svg.find("{http://www.w3.org/2000/svg}title")
        assert svg.get("role") == "img"
        assert svg.get("aria-labelledby") == title.get("id")
        assert chart.title in title.text
        assert f"The numbers: {chart.title}".replace("“", "“") in html.replace("&#x27;", "'")


def test_no_two_drawings_share_an_id(busy):
    ids = [
        ElementTree.fromstring(drawing).find("{http://www.w3.org/2000/svg}title").get("id")
        for found in drawn(yearly_report(YEAR, DAY))
        for _chart, drawing in found.charts
    ]

    assert len(ids) == len(set(ids))


def test_rows_of_numbers_are_told_apart_without_colour_and_long_labels_take_two_lines():
    series = [Series(name, [10, 4]) for name in ("Met", "Partly met", "Planned", "Not met")]
    chart = Chart(
        "Duties", "From", ["The Act", "What our councillors and all the others asked for in the year"], series
    )
    svg = ElementTree.fromstring(draw(chart, "x"))
    space = "{http://www.w3.org/2000/svg}"

    filled = [bar.get("fill") != "none" for bar in svg.iter(f"{space}rect")][:8]
    assert filled == [True, True] + [False] * 6
    stripes = [path.get("d") for path in svg.iter(f"{space}path")]
    assert ["h" in path for path in stripes] == [True, True, False, False, True, False]  # bars, then their names
    assert not [text.text for text in svg.iter(f"{space}text") if len(text.text) > 46]


@pytest.mark.parametrize("kind", ChartKind)
@pytest.mark.parametrize("values", [[0, 0, 0], [1, None, 3], [12_345, 1, 0.5], [None, None, None], [7.25, 3, 4]])
def test_any_numbers_can_be_drawn_inside_the_frame(kind, values):
    chart = Chart("Some <numbers>", "When", ["A", "B & C", "D"], [Series("One", values), Series("Two", values)], kind)

    svg = ElementTree.fromstring(draw(chart, "x"))

    heights = [float(part.get(name)) for part in svg.iter() for name in ("y", "cy") if part.get(name)]
    assert all(0 <= height <= HEIGHT for height in heights)


def test_the_spreadsheet_is_one_table(busy):
    table = list(csv.reader(io.StringIO(spreadsheet(yearly_report(YEAR, DAY)))))

    assert {len(row) for row in table} == {5}
    assert ["Pages read", "Read most", "Beds and basics", "Times", "60"] in table


def test_words_that_look_like_a_formula_stay_words_in_the_spreadsheet(busy):
    busy.title = "=1+1"
    busy.save()

    assert "'=1+1" in spreadsheet(yearly_report(YEAR, DAY))
    assert ",=1+1" not in spreadsheet(yearly_report(YEAR, DAY))


@pytest.mark.parametrize("start", [2026, 2031])
def test_the_pdf_is_tagged_and_names_the_council_and_the_year(busy, tmp_path, start, faults_of):
    path = tmp_path / "report.pdf"
    path.write_bytes(as_pdf(yearly_report(CouncilYear(start), DAY)))

    assert faults_of(path) == []
    words = text_of(path)
    assert "Testham Borough Council" in words
    assert f"Yearly report {start} to {start + 1}" in words
    assert ("When each page was checked" in words and "What you said about money" in words) == (start == 2026)


def test_a_year_without_data_makes_a_good_pdf(home, tmp_path, faults_of):
    path = tmp_path / "report.pdf"
    path.write_bytes(as_pdf(yearly_report(YEAR, DAY)))

    assert faults_of(path) == []
    assert "No reading of a page was counted in this year." in text_of(path)


def test_the_command_writes_all_three(busy, tmp_path, capsys):
    call_command("yearly_report", tmp_path / "out", year=2026)

    assert {file.name for file in (tmp_path / "out").iterdir()} == {"report.html", "report.pdf", "report.csv"}
    assert "Beds and basics" in (tmp_path / "out/report.html").read_text()
    assert "2026 to 2027" in capsys.readouterr().out


def test_the_command_takes_the_year_it_is_now(home, tmp_path, capsys):
    call_command("yearly_report", tmp_path)

    assert str(CouncilYear.of(timezone.localdate())) in capsys.readouterr().out


@pytest.mark.parametrize("arguments", [["--year", "soon"], ["--year", "1066"], ["--year", "99999999999"], ["--year"]])
def test_a_year_that_is_none_is_refused_clearly(home, tmp_path, arguments):
    with pytest.raises(CommandError, match="year"):
        call_command("yearly_report", str(tmp_path), *arguments)


def test_a_folder_that_cannot_be_written_is_named(home, tmp_path):
    (tmp_path / "file").write_text("")

    with pytest.raises(CommandError, match="can't be written"):
        call_command("yearly_report", tmp_path / "file")


def test_the_html_file_needs_nothing_beside_it(busy):
    html = as_html(yearly_report(YEAR, DAY))

    assert "<link" not in html
    assert "<script" not in html
    assert "--brand" in html


def test_the_report_costs_the_same_however_many_pages(busy, section, django_assert_max_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    def cost():
        yearly_report(YEAR, DAY)
        with CaptureQueriesContext(connection) as queries:
            yearly_report(YEAR, DAY)
        return len(queries)

    few = cost()
    for _ in range(8):
        page = factories.make_guide(section)
        DailyCount.objects.create(day=DAY, what=Counted.VIEW, page=page.pk, count=1)
        Feedback.objects.create(page=page, answer="no", day=DAY)

    assert cost() == few


def test_searches_that_mean_the_same_are_one_line_with_what_was_done(home):
    for words in ("telescope", "telescopes"):
        missed_searches.count(words, DAY)
    closing = Closing.objects.create(how="added-word", count=1, sentence="They find the page about school costs now.")
    MissedSearch.objects.filter(words="telescopes").update(closing=closing)

    found = parts()["searches"]

    [line] = found.tables[0].rows
    assert line[1] == 2
    assert "school costs" in line[2]
    assert [figure.value for figure in found.figures] == [2, 1, 1]


def test_names_do_not_stand_in_the_report_and_a_search_of_two_words_is_one_search(home):
    for words in ("aisha khan", "łukasz", "zaphod beeblebrox", "zoë’s telescope", "piano telescope"):
        missed_searches.count(words, DAY)

    found = parts()["searches"]
    html = as_html(yearly_report(YEAR, DAY))

    assert found.tables[0].rows == [["telescope", 2, "Nothing yet"], ["piano", 1, "Nothing yet"]]
    assert [figure.value for figure in found.figures] == [5, 2, 0]
    assert not any(name in html.lower() for name in ("aisha", "khan", "ukasz", "zaphod", "beeblebrox", "zoë"))


def test_a_year_in_which_no_words_could_be_kept_has_its_count_and_no_table(home):
    missed_searches.count("07700 900123", DAY)

    found = parts()["searches"]

    assert (found.figures[0].value, found.tables) == (1, [])
    assert "Looked for most" not in as_html(yearly_report(YEAR, DAY))
