"""“Have your say”: what was said, what became of it, and the reports of consultations."""

import datetime
from itertools import pairwise

import pytest
from django.core.exceptions import ValidationError
from pytest_django.asserts import assertContains, assertNotContains

from pages.core.content_version import ContentVersion
from pages.heard.consultation_report import ReportAnswer
from pages.heard.have_your_say import YouSaid
from tests import factories
from tests.html import headings, parse


@pytest.fixture
def have_your_say(home):
    return factories.make_have_your_say(home)


def say(have_your_say, **fields):
    values = {"date": datetime.date(2026, 11, 2), "who": "Carers", "said": "More groups.", "did": "There is a new one."}
    row = YouSaid.objects.create(page=have_your_say, **values | fields)
    ContentVersion.bump()
    return row


def test_without_a_report_the_page_says_so_and_how_to_take_part(client, have_your_say):
    response = client.get(have_your_say.url)

    assertContains(response, "There is no report yet.")
    assertContains(response, "Use the form on this page, or <a")
    assertContains(response, "This is the first version.")


def test_reports_stand_newest_first(client, have_your_say):
    for year in (2026, 2028, 2027):
        day = datetime.date(year, 9, 30)
        factories.make_report(have_your_say, title=f"Asked in {year}", asked_from=day, asked_until=day)

    html = client.get(have_your_say.url).text

    assert html.index("Asked in 2028") < html.index("Asked in 2027") < html.index("Asked in 2026")


def test_a_draft_report_is_not_listed(client, have_your_say):
    factories.make_report(have_your_say, title="Still being written", live=False)

    assertNotContains(client.get(have_your_say.url), "Still being written")


def test_you_said_we_did_stands_newest_first(client, have_your_say):
    say(have_your_say, said="An older wish.", date=datetime.date(2026, 1, 1))
    say(have_your_say, said="A newer wish.", date=datetime.date(2026, 6, 1))

    html = client.get(have_your_say.url).text

    assert html.index("A newer wish.") < html.index("An older wish.")


def test_you_said_we_did_also_stands_on_the_page_it_is_about(client, have_your_say, section):
    guide = factories.make_guide(section)
    say(have_your_say, about=guide)

    assertContains(client.get(guide.url), "There is a new one.")
    assertContains(client.get(have_your_say.url), f'href="{guide.url}"')
    assertNotContains(client.get(section.url), "There is a new one.")


def test_an_entry_about_a_page_that_is_gone_stays_without_its_link(client, have_your_say, section):
    guide = factories.make_guide(section)
    say(have_your_say, about=guide)
    guide.delete()

    assertContains(client.get(have_your_say.url), "There is a new one.")


def test_a_report_says_who_was_asked_by_number_only(client, have_your_say):
    report = factories.make_report(have_your_say, asked=[("kinship-carers", 12), ("children", 5)])

    tree = parse(client.get(report.url))

    table = tree.find(".//table")
    assert "".join(table.find("caption").itertext()).strip() == "17 people took part"
    rows = [["".join(cell.itertext()) for cell in row] for row in table.find("tbody")]
    assert rows == [["Kinship carers", "12"], ["Children in kinship care", "5"]]


def test_a_report_says_when_how_and_what_was_said(client, have_your_say):
    report = factories.make_report(have_your_say)

    response = client.get(report.url)

    for words in ("1 September 2026 to 30 September 2026", "At two groups and on the phone.", "They want more groups."):
        assertContains(response, words)


def test_a_report_answers_each_wish_with_the_page_and_the_day(client, have_your_say, section):
    report = factories.make_report(have_your_say)
    ReportAnswer.objects.create(
        page=report,
        asked_for="An evening group.",
        answer="There is one.",
        about=section,
        date=datetime.date(2026, 10, 5),
    )

    response = client.get(report.url)

    for words in ("An evening group.", "There is one.", f'href="{section.url}"', "5 October 2026"):
        assertContains(response, words)


def test_a_consultation_cannot_end_before_it_began(have_your_say):
    report = factories.make_report(have_your_say)
    report.asked_until = datetime.date(2026, 8, 1)

    with pytest.raises(ValidationError, match="must not be before the first"):
        report.full_clean()


def test_headings_skip_no_level(client, have_your_say, section):
    say(have_your_say)
    report = factories.make_report(have_your_say)
    ReportAnswer.objects.create(page=report, asked_for="An evening group.", answer="There is one.")

    for url in (have_your_say.url, report.url):
        levels = headings(parse(client.get(url)))
        assert all(after <= before + 1 for before, after in pairwise(levels)), url


def test_both_kinds_can_be_found(client, have_your_say):
    factories.make_report(have_your_say, title="What carers said of groups")

    assertContains(client.get("/search/", {"q": "carers said groups"}), "What carers said of groups")
    assertContains(client.get("/sitemap.xml"), "/have-your-say/")


def test_the_page_costs_few_queries_however_much_is_on_it(have_your_say, section, count_queries):
    def add():
        say(have_your_say, about=factories.make_guide(section))
        report = factories.make_report(have_your_say)
        ReportAnswer.objects.create(page=report, asked_for="More.", answer="Yes.", about=section)
        return report

    report = add()
    few = count_queries(have_your_say.url), count_queries(report.url)
    for _number in range(8):
        add()

    assert (count_queries(have_your_say.url), count_queries(report.url)) == few
    assert max(few) <= 8


def test_the_whole_book_says_what_was_said(have_your_say, section):
    from pages.council.council import current_council
    from pages.paper.booklet.document import offer_html
    from pages.paper.booklet.offer import parts

    say(have_your_say)
    report = factories.make_report(have_your_say, title="Asked in autumn")
    ReportAnswer.objects.create(page=report, asked_for="An evening group.", answer="There is one.")

    day = datetime.date(2026, 11, 22)
    html = offer_html(parts(day), [], current_council(), day)

    for words in ("There is a new one.", "Asked in autumn", "Kinship carers: 12", "An evening group."):
        assert words in html
