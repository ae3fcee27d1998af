"""Who comes back with a list sees what has changed on its pages since, and what is gone."""

import datetime

import pytest
import time_machine
from pytest_django.asserts import assertContains, assertNotContains
from wagtail.models import Page

from pages.content.guide import GuidePage
from pages.content.short_code import ShortCode
from pages.core.content_version import ContentVersion
from pages.core.law_change import LawChange
from pages.core.offer_version import OfferVersion
from pages.core.vocabulary import ChangeKind
from pages.my_list.changes import read_day
from pages.publishing.decision import PublishingDecision
from tests import factories

MADE = datetime.datetime(2026, 11, 3, 12, tzinfo=datetime.UTC)
NOW = datetime.datetime(2026, 11, 27, 12, tzinfo=datetime.UTC)
SINCE = "What has changed since 3 November 2026"
NOTHING = "Nothing. All pages of this list say what they said then."


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(datetime.datetime(2026, 10, 1, tzinfo=datetime.UTC), tick=False) as traveller:
        yield traveller


@pytest.fixture
def pages(home, section, clock):
    """Two pages about money, published before the list was made."""
    pages = [factories.make_guide(section, title=title, slug=title.lower()) for title in ("Benefits", "Allowances")]
    for page in pages:
        page.save_revision().publish()
    clock.move_to(NOW)
    return pages


def code_of(page):
    return ShortCode.objects.get(page=page.pk).code


def open_list(client, pages, **query):
    codes = pages if isinstance(pages, str) else ".".join(code_of(page) for page in pages)
    return client.get("/my-list/", {"i": codes} | {"d": "2026-11-03"} | query, follow=True)


def publish(page, kind=None, sentence="", at=None):
    page = GuidePage.objects.get(pk=page.pk)
    revision = page.save_revision()
    if kind:
        PublishingDecision.objects.create(revision=revision, kind=kind, what_changed=sentence)
    with time_machine.travel(at or NOW - datetime.timedelta(days=7), tick=False):
        revision.publish()


def told(response):
    """The page and the changes of each line."""
    return {
        changed.title: [(event.day, event.kind, event.sentence) for event in changed.events]
        for changed in response.context["since"].pages
    }


def test_a_list_on_which_nothing_changed_says_so(client, pages):
    assertContains(open_list(client, pages), SINCE)
    assertContains(open_list(client, pages), NOTHING)


def test_a_small_correction_is_told_with_its_day(client, pages):
    publish(pages[0], ChangeKind.SMALL)

    response = open_list(client, pages)
    assert told(response) == {"Benefits": [(datetime.date(2026, 11, 20), "Small correction", "")]}
    assertContains(response, '<time datetime="2026-11-20">20 November 2026</time>')


def test_a_change_that_nobody_has_named_is_told_as_a_change(client, pages):
    publish(pages[0])

    assert told(open_list(client, pages)) == {"Benefits": [(datetime.date(2026, 11, 20), "Changed", "")]}


def test_a_new_version_says_what_it_changed_and_is_told_once(client, home, pages):
    report = factories.make_report(factories.make_have_your_say(home))
    version = OfferVersion.objects.create(number=2, day=datetime.date(2026, 11, 20), consultation_report=report)
    version.changes.create(page_id=pages[0].pk, title="Benefits", sentence="You can ask by phone.")
    publish(pages[0])

    response = open_list(client, pages)
    assert told(response) == {"Benefits": [(datetime.date(2026, 11, 20), "New version", "You can ask by phone.")]}
    assertContains(response, "You can ask by phone.")


def test_a_change_of_the_law_says_what_it_changed(client, pages):
    LawChange.objects.create(
        page_id=pages[1].pk, title="Allowances", sentence="It is £12 more.", day=datetime.date(2026, 11, 10)
    )

    kind = "The law, or a fact for all of England, has changed"
    assert told(open_list(client, pages)) == {"Allowances": [(datetime.date(2026, 11, 10), kind, "It is £12 more.")]}


def test_what_changed_before_the_day_is_not_told(client, pages):
    publish(pages[0], at=MADE - datetime.timedelta(days=1))

    assertContains(open_list(client, pages), NOTHING)


def test_what_changed_on_the_day_itself_is_told_for_nobody_knows_which_came_first(client, pages):
    publish(pages[0], at=MADE - datetime.timedelta(hours=2))

    assert list(told(open_list(client, pages))) == ["Benefits"]


def test_the_last_of_many_changes_without_a_name_is_enough(client, pages):
    for days in (3, 2, 1):
        publish(pages[0], at=NOW - datetime.timedelta(days=days))

    assert told(open_list(client, pages)) == {"Benefits": [(datetime.date(2026, 11, 26), "Changed", "")]}


def test_a_page_that_was_moved_says_where_it_is_now(client, home, pages):
    school = factories.make_section(home, title="School", slug="school")
    Page.objects.get(pk=pages[0].pk).move(school, pos="last-child")
    ContentVersion.bump()
    from wagtail.log_actions import log

    log(instance=Page.objects.get(pk=pages[0].pk), action="wagtail.move")

    assert told(open_list(client, pages)) == {"Benefits": [(datetime.date(2026, 11, 27), "Moved to “School”", "")]}


@pytest.mark.parametrize("way", ["unpublished", "deleted"])
def test_a_page_that_is_gone_is_told_with_what_is_in_its_place(client, pages, section, way):
    codes = ".".join(code_of(page) for page in pages)
    page = Page.objects.get(pk=pages[0].pk)
    if way == "deleted":
        page.delete()
    else:
        page.unpublish()

    response = open_list(client, codes)
    assert told(response) == {"Benefits": []}
    assertContains(response, "Gone")
    assertContains(response, f'In its place: <a href="{section.url}?i=')


def test_two_pages_that_are_gone_are_both_told_though_one_page_takes_their_place(client, pages, section):
    codes = ".".join(code_of(page) for page in pages)
    for page in pages:
        Page.objects.get(pk=page.pk).delete()

    assert sorted(told(open_list(client, codes))) == ["Allowances", "Benefits"]


def test_an_older_address_without_a_day_works_as_ever_and_loses_no_page_unsaid(client, pages):
    assertNotContains(open_list(client, pages, d=""), "What has changed since")
    assertContains(open_list(client, pages, d=""), "Is your list older? See what has changed")
    codes = ".".join(code_of(page) for page in pages)
    for page in pages:
        Page.objects.get(pk=page.pk).delete()
    response = open_list(client, codes, d="")
    assertContains(response, "What is no longer here")
    assert list(told(response)) == ["Allowances"]
    assertContains(response, "“Benefits” is no longer here.")


def test_the_address_that_is_passed_on_has_the_day(client, pages):
    response = open_list(client, pages)

    codes = ".".join(code_of(page) for page in pages)
    assertContains(response, f"http://localhost:8000/my-list/?i={codes}&amp;d=2026-11-27")


def test_a_list_of_today_has_nothing_to_tell_yet(client, pages):
    publish(pages[0], at=NOW)

    assertContains(open_list(client, pages, d="2026-11-27"), "This list is from today.")


def test_who_has_seen_the_changes_can_say_so_and_the_day_is_todays(client, pages):
    publish(pages[0])
    codes = ".".join(code_of(page) for page in pages)

    assertContains(open_list(client, pages), f'href="/my-list/?i={codes}&amp;d=2026-11-27"')


@pytest.mark.parametrize("day", ["soon", "2026-13-01", "0001-01-01", "\0", "٣", "2026-11-03" * 900])
def test_a_day_that_nobody_can_read_is_said_and_the_list_is_there(client, pages, day):
    response = open_list(client, pages, d=day)

    assertContains(response, "We can’t read this day. Choose it again.")
    assertContains(response, "Allowances")


def test_a_day_that_is_still_to_come_is_said(client, pages):
    assertContains(open_list(client, pages, d="2026-11-28"), "This day is still to come.")


def test_the_day_goes_along_when_an_address_is_put_right_or_a_page_is_added(client, pages):
    one, two = (code_of(page) for page in pages)

    assertContains(open_list(client, f"{one.upper()},{two}"), SINCE)
    assertContains(open_list(client, one, add=two), SINCE)


@pytest.mark.parametrize(
    ("text", "day"), [("2026-11-03", datetime.date(2026, 11, 3)), ("", None), ("2019-12-31", None), ("3 Nov", None)]
)
def test_a_day_is_read_as_it_stands_in_addresses(text, day):
    assert read_day(text) == day


def test_what_has_changed_costs_the_same_however_long_the_list_is(section, pages, count_queries):
    def url(pages):
        return f"/my-list/?i={'.'.join(code_of(page) for page in pages)}&d=2026-11-03"

    publish(pages[0])
    with_two = count_queries(url(pages))
    more = [factories.make_guide(section, title=f"More {number}") for number in range(8)]
    for page in more:
        page.save_revision().publish()

    assert count_queries(url([*pages, *more])) == with_two
