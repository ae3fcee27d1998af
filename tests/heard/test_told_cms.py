"""“What readers told us”: one ranked list in the CMS, closed with what was done, for each role what it may."""

import datetime

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pytest_django.asserts import assertContains, assertNotContains
from wagtail.models import ModelLogEntry, PageLogEntry

from pages.council.roles import ADMINISTRATORS, KINSHIP_LEAD, NAVIGATORS, SECTION_EDITORS
from pages.heard import comments, missed_searches, told
from pages.heard.closing import Closing
from pages.heard.comment import Comment
from pages.heard.missed_search import MissedSearch
from pages.heard.useful import Feedback
from pages.search.synonym import Synonym
from tests import factories

LIST = "/cms/reports/told/"
EVERYBODY = [SECTION_EDITORS, NAVIGATORS, KINSHIP_LEAD, ADMINISTRATORS]
MAY_CLOSE = [SECTION_EDITORS, KINSHIP_LEAD, ADMINISTRATORS]
TODAY = datetime.date(2026, 11, 22)
A_WEEK_AGO = TODAY - datetime.timedelta(days=7)


@pytest.fixture(autouse=True)
def today(time_machine):
    time_machine.move_to(f"{TODAY}T12:00:00Z")


@pytest.fixture
def guide(section):
    return factories.make_guide(section, title="Beds and basics", kept_by="Family Help Team")


@pytest.fixture
def sign_in(client, guide):
    def as_role(role):
        user = get_user_model().objects.create_user(f"{role} one", first_name="Test", last_name="Person")
        user.groups.set([Group.objects.get(name=role)])
        client.force_login(user)
        return user

    return as_role


def look_for(words, times=1, day=TODAY):
    missed_searches.add(words, {day: times})
    return MissedSearch.objects.get(words=words)


def say_no(page, times=1, day=TODAY, sentence=""):
    for _number in range(times):
        Feedback.objects.create(page=page, answer="no", sentence=sentence, day=day)


def labels():
    return [(group.label, group.count) for group in told.open_groups(TODAY)]


def close(client, group, how="passed-on", sentence="Told the team.", **fields):
    url = f"{LIST}{group.told_by}/{group.pk}/"
    return client.post(url, {"how": how, "sentence": sentence} | fields)


def only_group():
    (group,) = told.open_groups(TODAY)
    return group


@pytest.mark.parametrize(
    ("one", "other"), [("telescope", "telescopes"), ("dosh", "brass"), ("woman", "women"), ("skooter", "scooter")]
)
def test_words_that_mean_the_same_are_one(guide, one, other):
    Synonym.objects.create(words="dosh, brass", means="money")
    look_for(one, 3)
    look_for(other, 2)

    assert labels() == [(one, 5)]
    assert only_group().more == [other]


@pytest.mark.parametrize(("one", "other"), [("telescope", "microscope"), ("tent", "tint"), ("cot", "cat")])
def test_words_that_mean_something_else_are_not(guide, one, other):
    look_for(one)
    look_for(other)

    assert len(labels()) == 2


def test_words_that_could_not_be_kept_are_only_counted(client, sign_in):
    missed_searches.count("jo@example.com", TODAY)
    sign_in(SECTION_EDITORS)

    assert labels() == []
    assertContains(client.get(LIST), "1 search held a number, a name or no everyday word")


def test_no_answers_are_counted_by_page_with_the_last_sentences(client, sign_in, guide):
    for number in range(1, 6):
        say_no(guide, sentence=f"Sentence {number}.", day=A_WEEK_AGO + datetime.timedelta(days=number))
    Feedback.objects.create(page=guide, answer="yes", sentence="Good.")
    sign_in(SECTION_EDITORS)

    response = client.get(LIST)

    assert labels() == [("Beds and basics", 5)]
    assert only_group().more == ["Sentence 5.", "Sentence 4.", "Sentence 3."]
    assertContains(response, "Family Help Team")
    assertNotContains(response, "Good.")


def test_the_page_says_who_owns_it_in_the_cms(client, sign_in, guide):
    say_no(guide)
    owner = sign_in(SECTION_EDITORS)
    type(guide).objects.filter(pk=guide.pk).update(owner=owner)

    assertContains(client.get(LIST), "Test Person")


def test_what_comes_more_often_and_lately_stands_first(guide):
    look_for("telescope", 5, TODAY - datetime.timedelta(days=400))
    look_for("piano", 3, A_WEEK_AGO)
    say_no(guide, 4, A_WEEK_AGO)
    look_for("zebra", 1)

    assert [label for label, _count in labels()] == ["Beds and basics", "piano", "zebra", "telescope"]


@pytest.mark.parametrize("role", EVERYBODY)
def test_every_officer_sees_the_list(client, sign_in, guide, role):
    look_for("telescope", 2)
    say_no(guide)
    comments.store("More in the evening.", "", TODAY)
    sign_in(role)

    response = client.get(LIST)

    for words in ("telescope", "Beds and basics", "More in the evening."):
        assertContains(response, words)
    assertContains(client.get("/cms/"), LIST)


@pytest.mark.parametrize("path", ["", "results/", "search/1/", "search/1/meaning/", "no/1/", "comment/1/"])
def test_strangers_see_nothing(client, guide, path):
    assert client.get(LIST + path).status_code == 302


@pytest.mark.parametrize("role", MAY_CLOSE)
def test_closing_notes_what_was_done_by_whom_and_when(client, sign_in, role):
    look_for("telescope", 2)
    look_for("telescopes")
    user = sign_in(role)

    response = close(client, only_group(), "not-ours", "  We lend   none. ")

    assert response.status_code == 302
    assert labels() == []
    closing = Closing.objects.get()
    assert (closing.label, closing.count, closing.how, closing.sentence) == (
        "telescope",
        3,
        "not-ours",
        "We lend none.",
    )
    assert (closing.by, closing.at.date()) == (user, TODAY)


def test_navigators_see_and_do_not_close(client, sign_in):
    look_for("telescope")
    sign_in(NAVIGATORS)

    assertNotContains(client.get(LIST), "/search/")
    close(client, only_group())
    client.post(f"{LIST}search/{only_group().pk}/meaning/", {"words": "telescope", "means": "beds"})

    assert labels() == [("telescope", 1)]
    assert not Synonym.objects.exists()


def test_closing_stands_in_the_history_also_of_its_page(client, sign_in, guide):
    say_no(guide, 2)
    user = sign_in(KINSHIP_LEAD)
    close(client, only_group(), "changed-page", "Said what it costs.", page=guide.pk)

    page_entry = PageLogEntry.objects.get(action=told.CLOSED)
    assert (page_entry.page_id, page_entry.user) == (guide.pk, user)
    assert ModelLogEntry.objects.filter(action=told.CLOSED).count() == 1
    assertContains(client.get(f"/cms/pages/{guide.pk}/history/"), "Said what it costs.")


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        ({"sentence": ""}, "This field is required"),
        ({"how": ""}, "This field is required"),
        ({"how": "nonsense"}, "Select a valid choice"),
        ({"how": "changed-page"}, "Choose the page that you changed or added"),
        ({"how": "added-page"}, "Choose the page that you changed or added"),
        ({"page": "999999"}, "Select a valid choice"),
        ({"sentence": "x" * 301}, "at most 300 characters"),
    ],
)
def test_a_closing_needs_its_sentence_and_its_page(client, sign_in, fields, problem):
    look_for("telescope")
    sign_in(SECTION_EDITORS)

    response = close(client, only_group(), **fields)

    assertContains(response, problem)
    assert labels() == [("telescope", 1)]


def test_what_comes_up_again_opens_again_with_only_the_new_count(client, sign_in, guide):
    look_for("telescope", 5)
    say_no(guide, 3)
    sign_in(SECTION_EDITORS)
    for group in told.open_groups(TODAY):
        close(client, group, sentence="We asked the library.")

    look_for("telescopes", 2)
    look_for("telescope", 1)
    say_no(guide)

    assert labels() == [("telescopes", 3), ("Beds and basics", 1)]
    assertContains(
        client.get(LIST), "Came up again. Closed on 22 November 2026: Passed it on. We asked the library.", 2
    )


def test_closed_ones_are_a_list_of_their_own(client, sign_in, guide):
    look_for("telescope", 2)
    say_no(guide)
    sign_in(SECTION_EDITORS)
    close(client, told.find("search", MissedSearch.objects.get().pk, TODAY), "not-ours", "We lend none.")

    closed = client.get(LIST, {"state": "closed"})

    for words in ("telescope", "Not ours to give", "We lend none.", "Test Person"):
        assertContains(closed, words)
    assertNotContains(closed, "Beds and basics")
    assertNotContains(client.get(LIST), "telescope")


def test_the_list_can_show_one_way_of_telling(client, sign_in, guide):
    look_for("telescope")
    say_no(guide)
    sign_in(SECTION_EDITORS)

    response = client.get(LIST, {"told_by": "no"})

    assertContains(response, "Beds and basics")
    assertNotContains(response, "telescope")


@pytest.mark.parametrize("query", ["state=x", "told_by=x", "p=999", "p=x", "ordering=x", "export=csv", "export=xlsx"])
def test_the_list_never_fails(client, sign_in, guide, query):
    look_for("telescope")
    say_no(guide)
    sign_in(SECTION_EDITORS)

    assert client.get(f"{LIST}?{query}").status_code == 200
    assert client.get(f"{LIST}?state=closed&{query}").status_code == 200


def test_the_list_can_be_taken_away_as_a_table(client, sign_in, guide):
    look_for("telescope", 4)
    guide.owner = sign_in(SECTION_EDITORS)
    guide.save()
    say_no(guide)

    lines = client.get(f"{LIST}?export=csv").getvalue().decode().splitlines()

    assert lines == [
        "What readers told us,How,Times,Last on,Page,Who keeps the page,Owner,The search finds now",
        "telescope,search,4,2026-11-22,,,,",
        "Beds and basics,no,1,2026-11-22,Beds and basics,Family Help Team,Test Person,",
    ]


def test_the_list_and_the_table_say_what_a_search_finds_by_now(client, sign_in, section):
    look_for("telescope")
    sign_in(SECTION_EDITORS)
    assertNotContains(client.get(LIST), "The search finds")

    factories.make_guide(section, title="Telescope to borrow")

    assertContains(client.get(LIST), "The search finds “Telescope to borrow” now.")
    assertContains(client.get(f"{LIST}?export=csv"), "telescope,search,1,2026-11-22,,,,Telescope to borrow")


@pytest.mark.parametrize("role", MAY_CLOSE)
def test_giving_words_a_meaning_makes_the_search_find_the_page_and_closes_them(client, sign_in, role):
    look_for("gear", 2)
    sign_in(role)
    assertNotContains(client.get("/search/", {"q": "gear"}), "Beds and basics</a>")
    cache.clear()
    group = only_group()

    client.post(f"{LIST}search/{group.pk}/meaning/", {"words": "gear", "means": "beds, basics"})

    assertContains(client.get("/search/", {"q": "gear"}), "Beds and basics")
    assert Synonym.objects.get().means == "beds, basics"
    assert (Closing.objects.get().how, Closing.objects.get().page.title) == ("added-word", "Beds and basics")
    assert labels() == []


def test_words_that_no_page_says_are_no_meaning(client, sign_in):
    look_for("gear")
    sign_in(SECTION_EDITORS)

    response = client.post(f"{LIST}search/{only_group().pk}/meaning/", {"words": "gear", "means": "zzqqxx"})

    assertContains(response, "No page says “zzqqxx”")
    assert not Synonym.objects.exists()


def test_what_somebody_else_closed_meanwhile_is_not_closed_twice(client, sign_in):
    look_for("telescope")
    group = only_group()
    sign_in(SECTION_EDITORS)
    close(client, group)

    assert close(client, group).status_code == 302
    assert Closing.objects.count() == 1


@pytest.mark.parametrize("path", ["search/999999/", "nonsense/1/", "comment/999999/", "no/999999/"])
def test_what_is_not_there_leads_back_to_the_list(client, sign_in, path):
    sign_in(SECTION_EDITORS)

    assert client.get(LIST + path).status_code == 302


def test_a_comment_is_closed_with_an_answer_and_stays_in_the_list_of_comments(client, sign_in):
    comments.store("More in the evening.", "kinship-carers", TODAY)
    sign_in(SECTION_EDITORS)
    close(client, only_group(), "passed-on", "We look for a room.")

    response = client.get("/cms/comment/")

    for words in ("More in the evening.", "Kinship carers", "We look for a room."):
        assertContains(response, words)


@pytest.mark.parametrize("role", EVERYBODY)
def test_nobody_writes_or_changes_a_comment(client, sign_in, role):
    comments.store("More in the evening.", "", TODAY)
    sign_in(role)
    pk = Comment.objects.get().pk

    client.post("/cms/comment/new/", {"role": "children"})
    client.post(f"/cms/comment/edit/{pk}/", {"role": "children"})

    assert [(row.role, row.text) for row in Comment.objects.all()] == [("", "More in the evening.")]


@pytest.mark.parametrize(
    ("role", "left"), [(SECTION_EDITORS, 1), (NAVIGATORS, 1), (KINSHIP_LEAD, 0), (ADMINISTRATORS, 0)]
)
def test_the_lead_deletes_a_comment_that_names_somebody(client, sign_in, role, left):
    comments.store("Naming somebody.", "", TODAY)
    sign_in(role)

    client.post(f"/cms/comment/delete/{Comment.objects.get().pk}/")

    assert Comment.objects.count() == left
    assert "Naming" not in str(list(ModelLogEntry.objects.values()))


@pytest.mark.parametrize(("role", "links"), [(SECTION_EDITORS, True), (NAVIGATORS, False)])
def test_the_desk_leads_to_what_readers_could_not_find(client, sign_in, role, links):
    group = look_for("telescope", 2)
    sign_in(role)

    desk = client.get("/cms/")

    assertContains(desk, "Looked for 2 times, last on 22 November 2026.")
    (assertContains if links else assertNotContains)(desk, f"{LIST}search/{group.pk}/")


def test_the_list_costs_the_same_however_much_is_on_it(client, sign_in, section):
    user = sign_in(KINSHIP_LEAD)

    def cost():
        client.get(LIST)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(LIST).status_code == 200
        return len(queries)

    def add(number):
        look_for("piano" + "x" * number * 3)
        page = factories.make_guide(section, owner=user)
        say_no(page)
        comments.store(f"Comment {'x' * number}", "", TODAY)

    add(0)
    few = cost()
    for number in range(1, 8):
        add(number)

    assert cost() == few
