"""Who follows a group's calendar is told when the group, or a meeting of it, is taken down; and never sees it twice."""

import datetime

import icalendar
import pytest
import time_machine
from django.core.management import CommandError, call_command
from pytest_django.asserts import assertContains, assertNotContains
from wagtail.models import Page, PageViewRestriction

from pages import groups
from pages.core.content_version import ContentVersion
from pages.council.roles import ADMINISTRATORS
from pages.groups.followed_group import FollowedGroup
from pages.groups.model import GroupPage
from tests import factories
from tests.cms import make_officer
from tests.states import TESTHAM

DAY = datetime.date
NOW = datetime.datetime(2026, 11, 22, 9, tzinfo=datetime.UTC)
ALL = "/calendar/groups.ics"
FOLLOWED = "People who follow this group’s calendar will see its meetings as cancelled."


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(NOW, tick=False) as traveller:
        yield traveller


@pytest.fixture
def kept(django_capture_on_commit_callbacks):
    """Does what is done once a change is kept."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


@pytest.fixture
def group(section, kept):
    with kept():
        page = factories.make_group(section, title="Coffee")
        page.save_revision().publish()
    return page


def address(page):
    return f"/calendar/group-{page.translation_key}.ics"


def events(client, url):
    response = client.get(url)
    assert response.status_code == 200, response.status_code
    return {str(event["UID"]): event for event in icalendar.Calendar.from_ical(response.content).walk("VEVENT")}


def states(client, url):
    return {event.start.date(): str(event["STATUS"]) for event in events(client, url).values()}


WAYS = {
    "unpublished": lambda page: page.unpublish(),
    "deleted": lambda page: Page.objects.get(pk=page.pk).delete(),
    "deleted with its section": lambda page: page.get_parent().delete(),
    "closed to most": lambda page: PageViewRestriction.objects.create(page=page, restriction_type="login"),
}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("url", ["its own", "all groups"])
def test_a_group_that_is_taken_down_has_its_coming_meetings_cancelled(client, group, kept, way, url):
    url = address(group) if url == "its own" else ALL
    before = events(client, url)
    with kept():
        WAYS[way](GroupPage.objects.get(pk=group.pk))

    after = events(client, url)
    coming = {uid for uid, event in before.items() if event.start > NOW}
    assert coming
    assert set(after) == coming
    for uid in coming:
        assert after[uid]["STATUS"] == "CANCELLED"
        assert after[uid]["SEQUENCE"] > before[uid]["SEQUENCE"]
        assert after[uid]["SUMMARY"] == "Cancelled: Coffee"
        assert after[uid].start == before[uid].start
        assert after[uid].end == before[uid].end
        assert after[uid]["DTSTART"].params["TZID"] == "Europe/London"


def test_a_year_later_its_calendar_is_gone_and_the_one_of_all_groups_says_nothing_of_it(client, group, kept, clock):
    with kept():
        group.unpublish()

    clock.move_to(NOW + datetime.timedelta(days=364))
    assert set(states(client, address(group)).values()) == {"CANCELLED"}
    assert set(states(client, ALL).values()) == {"CANCELLED"}
    clock.move_to(NOW + datetime.timedelta(days=366))
    for url in (address(group), f"/calendar/group-{group.pk}.ics", f"/calendar/meeting-{group.pk}-2026-12-03.ics"):
        assert client.get(url).status_code == 410
    assert events(client, ALL) == {}
    call_command("write_meetings", verbosity=0)
    row = FollowedGroup.objects.get()
    assert (row.title, row.gone, row.coming) == ("", [], [])
    assert client.get(address(group)).status_code == 410


def test_a_group_put_back_has_its_meetings_on_again_with_a_higher_number(client, group, kept):
    with kept():
        group.unpublish()
    cancelled = events(client, address(group))
    with kept():
        group.save_revision().publish()

    back = events(client, address(group))
    assert set(cancelled) <= set(back)
    for uid, event in cancelled.items():
        assert back[uid]["STATUS"] == "CONFIRMED"
        assert back[uid]["SEQUENCE"] > event["SEQUENCE"]
    assert set(states(client, ALL).values()) == {"CONFIRMED"}


def test_a_group_that_some_may_read_again_is_on_with_a_higher_number_though_nobody_published_it(client, group, kept):
    with kept():
        restriction = PageViewRestriction.objects.create(page=group, restriction_type="login")
    cancelled = events(client, ALL)
    with kept():
        restriction.delete()

    back = events(client, ALL)
    assert all(back[uid]["SEQUENCE"] > event["SEQUENCE"] for uid, event in cancelled.items())


def test_a_meeting_that_a_new_rule_takes_away_is_cancelled_and_the_others_stay(client, group, kept):
    before = events(client, address(group))
    with kept():
        group.dates_off.create(date=DAY(2026, 12, 3), reason="Hall")
        group.save_revision().publish()

    after = events(client, address(group))
    assert set(after) == set(before)
    off = {uid for uid, event in after.items() if event["STATUS"] == "CANCELLED"}
    assert [after[uid].start.date() for uid in off] == [DAY(2026, 12, 3)]
    (uid,) = off
    assert after[uid]["SEQUENCE"] > before[uid]["SEQUENCE"]
    assert len([event for event in events(client, ALL).values() if event["STATUS"] == "CANCELLED"]) == 1


def test_a_meeting_that_comes_back_into_the_rule_is_there_once_and_on(client, group, kept):
    with kept():
        group.dates_off.create(date=DAY(2026, 12, 3), reason="Hall")
        group.save_revision().publish()
    (off,) = [event for event in events(client, ALL).values() if event["STATUS"] == "CANCELLED"]
    with kept():
        group.dates_off = []
        group.save_revision().publish()

    assert set(states(client, ALL).values()) == {"CONFIRMED"}
    assert events(client, ALL)[str(off["UID"])]["SEQUENCE"] > off["SEQUENCE"]


def test_what_is_over_when_its_group_goes_was_held_and_is_not_cancelled(client, group, kept, clock):
    clock.move_to(datetime.datetime(2027, 1, 5, tzinfo=datetime.UTC))
    with kept():
        group.unpublish()

    assert min(states(client, address(group))) == DAY(2027, 1, 14)


def test_one_meeting_of_a_group_that_is_gone_is_cancelled_too(client, group, kept):
    with kept():
        group.unpublish()

    found = events(client, f"/calendar/meeting-{group.pk}-2026-12-03.ics")
    assert [str(event["STATUS"]) for event in found.values()] == ["CANCELLED"]
    assert client.get(f"/calendar/meeting-{group.pk}-2026-12-04.ics").status_code == 404


def test_a_group_that_readers_never_saw_has_no_calendar(client, section, kept):
    with kept():
        page = factories.make_group(section, live=False)
        page.save_revision()

    assert client.get(address(page)).status_code == 404
    assert not FollowedGroup.objects.exists()


def test_a_copy_of_a_group_is_another_group(client, group, kept):
    with kept():
        copy = group.copy(update_attrs={"slug": "tea", "title": "Tea"}, keep_live=True)

    assert not set(events(client, address(group))) & set(events(client, address(copy)))


@pytest.mark.parametrize("route", ["unpublish", "delete", "bulk unpublish", "bulk delete"])
def test_the_screens_that_take_a_group_down_say_what_followers_will_see(client, group, route):
    client.force_login(make_officer(ADMINISTRATORS))
    bulk, _, action = route.rpartition(" ")
    page = f"/cms/bulk/wagtailcore/page/{action}/?id={{}}" if bulk else f"/cms/pages/{{}}/{action}/"

    assertContains(client.get(page.format(group.pk)), FOLLOWED, count=1)
    assertContains(client.get(page.format(group.get_parent().pk)), "<li>Coffee</li>", html=True, count=1)


def test_the_screens_say_nothing_of_followers_where_there_can_be_none(client, section):
    client.force_login(make_officer(ADMINISTRATORS))
    draft = factories.make_group(section, live=False)
    guide = factories.make_guide(section)

    for page in (draft, guide):
        assertNotContains(client.get(f"/cms/pages/{page.pk}/delete/"), "will see")


# The offer's files


@pytest.fixture
def testham(testham_loaded, tmp_path, kept):
    """The small council's offer as files, and on the site; its calendars have been followed."""
    groups.keep(NOW)
    call_command("export_offer", tmp_path / "out", verbosity=0)
    return tmp_path / "out"


def load(folder, kept, **options):
    with kept():
        call_command("load_offer", folder, verbosity=0, **options)


def group_file(folder):
    (file,) = (file for file in folder.rglob("*.yaml") if "kind: group" in file.read_text(encoding="utf-8"))
    return file


def test_a_group_made_anew_from_its_file_keeps_its_events(client, testham, kept):
    before = events(client, ALL)
    with kept():
        Page.objects.get(pk=GroupPage.objects.get().pk).delete()
    cancelled = events(client, ALL)
    assert set(cancelled) <= set(before)
    load(testham, kept)

    after = events(client, ALL)
    assert set(after) == set(before)
    assert all(after[uid]["SEQUENCE"] > event["SEQUENCE"] for uid, event in cancelled.items())


def test_a_group_made_anew_at_its_place_keeps_its_events_though_its_file_does_not_name_them(client, testham, kept):
    before = events(client, ALL)
    file = group_file(testham)
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    file.write_text("".join(line for line in lines if not line.startswith("calendar:")), encoding="utf-8")
    with kept():
        Page.objects.get(pk=GroupPage.objects.get().pk).delete()
    load(testham, kept)

    assert set(events(client, ALL)) == set(before)


def test_a_group_whose_file_is_moved_is_moved_and_keeps_its_events(client, testham, kept):
    before, page = events(client, ALL), GroupPage.objects.get()
    file = group_file(testham)
    file.rename(file.with_name("tea-morning.yaml"))
    for index in testham.rglob("index.yaml"):
        index.write_text(index.read_text(encoding="utf-8").replace(file.stem, "tea-morning"), encoding="utf-8")
    for other in testham.rglob("*.yaml"):
        text = other.read_text(encoding="utf-8")
        other.write_text(text.replace(f"/money/{file.stem}/", "/money/tea-morning/"), encoding="utf-8")
    load(testham, kept)

    moved = GroupPage.objects.get()
    assert (moved.pk, moved.slug) == (page.pk, "tea-morning")
    assert set(events(client, ALL)) == set(before)
    assert "CANCELLED" not in {str(event["STATUS"]) for event in events(client, ALL).values()}
    assert client.get(moved.url).status_code == 200


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("calendar: 0d6f1f5e-3c7a-4f0b-8e55-9a1c4b7d2e60", "calendar: coffee", "is not such a name"),
        ("calendar: 0d6f1f5e-3c7a-4f0b-8e55-9a1c4b7d2e60", "calendar: [1]", "calendar"),
    ],
)
def test_a_name_for_calendars_that_is_none_is_refused_and_nothing_is_changed(testham, kept, old, new, words, capsys):
    file = group_file(testham)
    file.write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    before = ContentVersion.current()

    with pytest.raises(CommandError, match=words):
        load(testham, kept)
    assert ContentVersion.current() == before


def test_a_name_for_calendars_is_for_groups_only_and_for_one(testham, kept):
    other = next(file for file in testham.rglob("*.yaml") if "kind: support" in file.read_text(encoding="utf-8"))
    text = other.read_text(encoding="utf-8")
    other.write_text(f"{text}calendar: 0d6f1f5e-3c7a-4f0b-8e55-9a1c4b7d2e60\n", encoding="utf-8")

    with pytest.raises(CommandError, match="is for a group of the council’s own"):
        load(testham, kept)


def test_a_fresh_site_gives_a_group_the_same_events(client, home, kept):
    with kept():
        for page in home.get_children():
            page.delete()
    key = (
        next(iter(TESTHAM.rglob("coffee-morning.yaml"))).read_text(encoding="utf-8").partition("calendar: ")[2].strip()
    )
    load(TESTHAM, kept, overwrite=True)

    assert str(GroupPage.objects.get().translation_key) == key
