"""Honest dates: past its date a page says so everywhere, and only checking it takes that back."""

import datetime

import pytest
import time_machine
from django.core.management import call_command
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains
from wagtail.models import Page, PageLogEntry

from pages.models import ContentVersion, Paper, PaperFormat, SectionPage
from pages.services import booklet, checking, leaflet
from pages.services.booklet.document import Navigator, PrintSize
from pages.services.roles import KINSHIP_LEAD, SECTION_EDITORS
from pages.services.search import search
from tests import factories
from tests.cms import confirm, make_officer, send_page
from tests.conftest import ROTHERHAM
from tests.paper import make_full_leaflet, read_aloud

CHECKED_ON = datetime.date(2026, 3, 3)
SAYS = "We have not checked this since 3 March 2026. Ring us to make sure."
MARK = "Not checked since 3 March 2026"


@pytest.fixture(autouse=True)
def in_november():
    """The pages of the tests were checked on 3 March and were due on 3 September."""
    with time_machine.travel(datetime.datetime(2026, 11, 22, 9, tzinfo=datetime.UTC), tick=False):
        yield


@pytest.fixture
def editor(client, home):
    editor = make_officer(SECTION_EDITORS)
    client.force_login(editor)
    return editor


@pytest.fixture
def lead(client, home):
    lead = make_officer(KINSHIP_LEAD)
    client.force_login(lead)
    return lead


@pytest.fixture
def late(section):
    """A page that nobody has checked in time."""
    return factories.make_support(section, title="Weekly allowance", last_checked=CHECKED_ON)


def press(client, page):
    return client.post(f"/cms/checking/{page.pk}/")


def last_checked(page):
    return type(page).objects.get(pk=page.pk).last_checked


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


def test_the_leaflets_say_it_from_the_day_on_without_any_change_to_a_page(home, tmp_path):
    make_full_leaflet(home)
    leaflet.remake()
    made = dict(Paper.objects.values_list("format", "source_digest"))
    SectionPage.objects.filter(title="Money").update(last_checked=CHECKED_ON)
    ContentVersion.bump()

    leaflet.remake()

    for paper_format in (PaperFormat.FOLDED, PaperFormat.LARGE_PRINT):
        paper = Paper.objects.get(format=paper_format)
        assert paper.problem == ""
        assert paper.source_digest != made[paper_format]
        (tmp_path / "it.pdf").write_bytes(bytes(paper.pdf))
        words = "Some of this has not been checked since 3 March 2026. Ring to make sure."
        assert words in read_aloud(tmp_path / "it.pdf")


def test_a_pack_says_it_for_each_page_and_beside_its_date(late, section):
    good = factories.make_support(section, title="Beds and clothes")
    entries = booklet.pack.gather([late, good], timezone.localdate())
    html = booklet.pack.pack_html(
        entries, booklet.pack.current_council(), timezone.localdate(), PrintSize.ORDINARY, Navigator()
    )

    assert html.count("Nobody has checked it since. Ring to make sure.") == 1
    assert "Some of this has not been checked since 3 March 2026. Ring to make sure." in html


def test_the_whole_offer_is_printed_again_on_the_day_it_becomes_untrue(home, section):
    factories.make_support(section, last_checked=datetime.date(2026, 5, 23))
    assert booklet.print_if_stale()
    assert not booklet.is_stale()

    with time_machine.travel(datetime.datetime(2026, 11, 24, 9, tzinfo=datetime.UTC), tick=False):
        assert booklet.is_stale()


def test_publishing_a_typo_does_not_make_a_page_checked(client, lead, section):
    SectionPage.objects.filter(pk=section.pk).update(last_checked=CHECKED_ON)
    response = send_page(client, section, "action-publish", title="Money and wrok", last_checked="2026-11-22")
    assert response.status_code == 302
    confirm(client, section)

    page = SectionPage.objects.get(pk=section.pk)
    assert (page.title, page.last_checked) == ("Money and wrok", CHECKED_ON)
    assertContains(client.get(section.url), SAYS)


def test_saying_on_the_publish_screen_that_all_was_checked_does(client, lead, section):
    SectionPage.objects.filter(pk=section.pk).update(last_checked=CHECKED_ON)
    send_page(client, section, "action-publish", title="Money and jobs")
    confirm(client, section, checked="on")

    assert last_checked(section) == datetime.date(2026, 11, 22)


def test_checking_clears_it_everywhere(client, editor, late, section):
    assertContains(client.get(late.url), SAYS)
    assertContains(client.get("/cms/"), "Overdue since 3 September 2026")

    press(client, late)

    for address in (late.url, "/money/", "/search/?q=allowance"):
        assertNotContains(client.get(address), "ot checked")
    assertContains(client.get(late.url), "We check it again by 22 May 2027.")
    assertNotContains(client.get("/cms/"), "Overdue since")


def test_checking_says_when_the_next_check_is_due_and_goes_into_history(client, editor, late):
    response = client.post(f"/cms/checking/{late.pk}/", {"next": "/cms/"}, follow=True)

    assert response.redirect_chain == [("/cms/", 302)]
    assertContains(response, "“Weekly allowance” is checked. The next check is due by 22 May 2027.")
    entry = PageLogEntry.objects.get(action=checking.CHECKED)
    assert (entry.user, entry.page_id) == (editor, late.pk)
    assertContains(
        client.get(f"/cms/pages/{late.pk}/history/"),
        "Read the whole page: every word is true. Next check by 22 May 2027.",
    )


def test_a_check_never_leads_to_another_site(client, editor, late):
    response = client.post(f"/cms/checking/{late.pk}/", {"next": "https://example.org/"})

    assert response.url == f"/cms/pages/{late.pk}/edit/"


def test_a_link_in_a_message_asks_before_it_checks(client, editor, late):
    assertContains(client.get(f"/cms/checking/{late.pk}/"), "Is it all still true?")

    assert last_checked(late) == CHECKED_ON


def test_checking_leaves_a_draft_as_it_is(client, editor, section):
    SectionPage.objects.filter(pk=section.pk).update(last_checked=CHECKED_ON)
    send_page(client, section, title="Half a title")
    draft = Page.objects.get(pk=section.pk).latest_revision_id

    press(client, section)

    page = SectionPage.objects.get(pk=section.pk)
    assert (page.title, page.has_unpublished_changes, page.latest_revision_id) == ("Money and work", True, draft)
    assert page.get_latest_revision_as_object().title == "Half a title"
    assert page.get_latest_revision_as_object().last_checked == datetime.date(2026, 11, 22)


def test_an_old_version_that_is_published_again_does_not_bring_its_date_back(client, lead, section):
    SectionPage.objects.filter(pk=section.pk).update(last_checked=CHECKED_ON)
    old = SectionPage.objects.get(pk=section.pk).save_revision()
    press(client, section)

    old.publish()

    assert last_checked(section) == datetime.date(2026, 11, 22)


def test_a_version_that_goes_live_on_its_day_keeps_what_was_checked_meanwhile(client, lead, section):
    SectionPage.objects.filter(pk=section.pk).update(last_checked=CHECKED_ON)
    page = SectionPage.objects.get(pk=section.pk)
    page.title, page.go_live_at = "Money and jobs", timezone.now() + datetime.timedelta(days=2)
    page.save_revision(approved_go_live_at=page.go_live_at)
    press(client, section)

    with time_machine.travel(datetime.datetime(2026, 11, 25, 9, tzinfo=datetime.UTC), tick=False):
        call_command("publish_scheduled")

    page = SectionPage.objects.get(pk=section.pk)
    assert (page.title, page.last_checked) == ("Money and jobs", datetime.date(2026, 11, 22))


def test_an_object_that_somebody_held_for_long_does_not_bring_an_old_date_back(section):
    held = SectionPage.objects.get(pk=section.pk)
    checking.check(SectionPage.objects.get(pk=section.pk), None, datetime.date(2026, 11, 22))

    held.save_revision().publish()

    assert last_checked(section) == datetime.date(2026, 11, 22)


def test_a_pack_sets_the_date_it_says(db, offer):
    page = next(page for page in offer if page.slug == "allowances")

    said = (ROTHERHAM / "pages/money/allowances.yaml").read_text()

    assert f"last_checked: {page.last_checked}" in said


def test_a_page_that_readers_cannot_see_is_not_checked(client, editor, late):
    late.unpublish()

    press(client, late)

    assert last_checked(late) == CHECKED_ON
