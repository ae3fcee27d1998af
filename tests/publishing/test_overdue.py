"""Honest dates: past its date a page says so, on every page, list and paper."""

import datetime

import pytest
import time_machine
from django.core.management import call_command
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains

from pages.core.content_version import ContentVersion
from pages.council.council import current_council
from pages.council.roles import KINSHIP_LEAD
from pages.paper import booklet
from pages.paper.booklet.document import Navigator, PrintSize, pack_html
from pages.paper.booklet.entries import gather
from pages.search import search
from tests import factories
from tests.cms import make_officer
from tests.paper.pdfs import add_entry, make_full_leaflet, read_aloud

CHECKED_ON = datetime.date(2026, 3, 3)
SAYS = "We have not checked this since 3 March 2026. Ring us to make sure."
MARK = "Not checked since 3 March 2026"
ON_PAPER = "Some of this has not been checked since 3 March 2026. Ring to make sure."
LAST_DAY, NEXT_DAY = datetime.date(2026, 9, 3), datetime.date(2026, 9, 4)


@pytest.fixture(autouse=True)
def in_november():
    """The pages of the tests were checked on 3 March and were due on 3 September."""
    with time_machine.travel(datetime.datetime(2026, 11, 22, 9, tzinfo=datetime.UTC), tick=False):
        yield


@pytest.fixture
def late(section):
    """A page that nobody has checked in time."""
    return factories.make_support(section, title="Weekly allowance", last_checked=CHECKED_ON)


def test_an_overdue_page_says_so_near_its_top_with_a_number_to_ring(client, late):
    html = client.get(late.url).content.decode()

    assert SAYS in html
    notice = html[html.index(SAYS) :][:200]
    assert "tel:01632960123" in notice
    assert html.index(SAYS) < html.index("Who can get it")
    assert "Ring us to make sure: " in html[html.index("Checked by:") :][:300]


def test_a_page_is_not_overdue_on_the_day_itself_but_on_the_next(client, late):
    with time_machine.travel(datetime.datetime(2026, 9, 3, 20, tzinfo=datetime.UTC), tick=False):
        assertNotContains(client.get(late.url), SAYS)
    with time_machine.travel(datetime.datetime(2026, 9, 4, 1, tzinfo=datetime.UTC), tick=False):
        assertContains(client.get(late.url), SAYS)


@pytest.mark.parametrize("address", ["/money/", "/search/?q=weekly+allowance", "/find/?need=allowances"])
def test_its_card_has_a_mark_wherever_it_is_listed(client, late, section, address):
    late.needs.create(topic="allowances")
    ContentVersion.bump()

    assertContains(client.get(address), MARK)


def test_what_is_checked_has_neither_notice_nor_mark(client, section):
    page = factories.make_support(section, title="Weekly allowance")

    for address in (page.url, "/money/", "/search/?q=allowance"):
        assertNotContains(client.get(address), "ot checked")


@pytest.mark.parametrize("kind", ["home", "section"])
def test_every_kind_of_page_says_it(client, home, section, kind):
    page = {"home": home, "section": section}[kind]
    type(page).objects.update(last_checked=CHECKED_ON)
    ContentVersion.bump()

    assertContains(client.get(page.url), SAYS)


def test_marks_cost_no_query(client, section, late, count_queries):
    with_one = count_queries("/money/")
    for _number in range(9):
        factories.make_support(section, last_checked=CHECKED_ON)

    assert count_queries("/money/") == with_one


def test_an_overdue_page_comes_lower_in_the_search_on_that_day_only(late, section):
    factories.make_support(section, title="Weekly allowance for others")
    before, after = datetime.date(2026, 9, 3), datetime.date(2026, 9, 4)
    first = search("weekly allowance", before)[0]
    late_now = next(hit for hit in search("weekly allowance", after) if hit.pk == late.pk)

    assert (first.pk, first.is_overdue) == (late.pk, False)
    assert late_now.is_overdue
    names = "allowance weekly"
    assert [hit.pk == late.pk for hit in search(names, before)] != [hit.pk == late.pk for hit in search(names, after)]


def test_an_overdue_page_is_found_all_the_same(late):
    assert [hit.pk for hit in search("allowance", timezone.localdate())].count(late.pk) == 1


def on(day):
    return time_machine.travel(datetime.datetime.combine(day, datetime.time(9), datetime.UTC), tick=False)


@pytest.fixture
def printed_page(home):
    """A page on the leaflet, which was printed on the last day before nobody had checked the page in time."""
    section = factories.make_section(home, title="Money and work", slug="money")
    page = factories.make_support(
        section, title="Weekly allowance", search_description="Money each week.", last_checked=CHECKED_ON
    )
    factories.make_support(section, title="Weekly allowance for others", search_description="Money each week.")
    add_entry(make_full_leaflet(home), "inside-left", page)
    with on(LAST_DAY):
        call_command("remake_paper")
    return page


@pytest.fixture
def leaflet_says(client, tmp_path):
    def says(address="/leaflet.pdf"):
        file = tmp_path / "it.pdf"
        file.write_bytes(client.get(address).getvalue())
        return read_aloud(file)

    return says


@pytest.mark.parametrize("address", ["/leaflet.pdf", "/leaflet-large-print.pdf"])
def test_the_leaflets_say_it_from_the_day_on_without_any_change_to_a_page(printed_page, leaflet_says, address):
    with on(LAST_DAY):
        assert ON_PAPER not in leaflet_says(address)

    with on(NEXT_DAY):
        call_command("remake_paper")
        assert ON_PAPER in leaflet_says(address)


def test_the_day_changes_the_page_the_desk_the_leaflet_and_the_search(client, printed_page, leaflet_says):
    def says():
        call_command("remake_paper")
        desk = client.get("/cms/").text
        found = client.get("/search/?q=allowance+weekly").text
        return {
            "page": SAYS in client.get(printed_page.url).text,
            "desk": "Overdue since 3 September 2026." in desk,
            "leaflet": ON_PAPER in leaflet_says(),
            "lower in the search": found.index(">Weekly allowance for others<") < found.index(">Weekly allowance<"),
        }

    lead = make_officer(KINSHIP_LEAD)
    with on(LAST_DAY):
        client.force_login(lead)
        before = says()
    with on(NEXT_DAY):
        client.force_login(lead)
        after = says()

    assert set(before.values()) == {False}
    assert set(after.values()) == {True}


def test_a_pack_says_it_for_each_page_and_beside_its_date(late, section):
    good = factories.make_support(section, title="Beds and clothes")
    entries = gather([late, good], timezone.localdate())
    html = pack_html(entries, current_council(), timezone.localdate(), PrintSize.ORDINARY, Navigator())

    assert html.count("Nobody has checked it since. Ring to make sure.") == 1
    assert "Some of this has not been checked since 3 March 2026. Ring to make sure." in html


def test_the_whole_offer_is_printed_again_on_the_day_it_becomes_untrue(home, section):
    factories.make_support(section, last_checked=datetime.date(2026, 5, 23))
    assert booklet.print_if_stale()
    assert not booklet.is_stale()

    with time_machine.travel(datetime.datetime(2026, 11, 24, 9, tzinfo=datetime.UTC), tick=False):
        assert booklet.is_stale()
