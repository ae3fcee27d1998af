import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytest_django.asserts import assertContains, assertNotContains

from pages.core.ties import PageNeed
from pages.core.vocabulary import NEED_GROUPS, NEEDS, Topic
from pages.finder.household import Household
from pages.finder.questions import about_needs
from pages.heard.missed_search import MissedSearch
from tests import factories
from tests.html import parse

HTMX = {"HX-Request": "true", "HX-Target": "results"}
TWO = "need=allowances&age=7&arrangement=special-guardianship-order&age-2=15&arrangement-2=informal"


@pytest.fixture
def allowance(section):
    page = factories.make_support(
        section, {"special-guardianship-order": ("maybe", "We look at your money first.")}, title="Weekly allowance"
    )
    PageNeed.objects.create(page=page, topic=Topic.ALLOWANCES)
    return page


def test_the_answers_in_the_address_give_the_list(client, allowance):
    response = client.get("/find/?need=allowances&arrangement=special-guardianship-order&age=7")

    assertContains(response, "Weekly allowance")
    assertContains(response, "Maybe:")
    assertContains(response, "We look at your money first.")


def test_nothing_answered_is_the_first_step(client, allowance):
    response = client.get("/find/")

    assertContains(response, "What do you need help with?")
    assertContains(response, '<li aria-current="step">\n  <a href="/find/needs/">1 Needs</a>')


@pytest.mark.parametrize("path", ["/find/needs/", "/find/children/", "/find/"])
def test_every_step_keeps_what_it_does_not_ask(client, allowance, path):
    response = client.get(f"{path}?{TWO}&working=yes")
    page = response.content.decode()

    for name, value in [("need", "allowances"), ("age", "7"), ("age-2", "15"), ("working", "yes")]:
        assert f'name="{name}" value="{value}"' in page or (f'name="{name}"' in page and f'value="{value}"' in page)


def test_one_child_is_open_and_the_others_are_told(client, allowance):
    response = client.get(f"/find/children/?{TWO}&open=1")

    assertContains(response, 'id="find-age"')
    assertContains(response, '<input type="hidden" name="age-2" value="15">')
    assertContains(response, "The 15-year-old")
    assertContains(
        response, 'value="special-guardianship-order" id="find-arrangement-special-guardianship-order" checked'
    )


@pytest.mark.parametrize(
    ("opened", "asks_for"), [("3", "age-3"), ("9", "age-3"), ("0", "age"), ("x", "age-2"), ("", "age-2")]
)
def test_another_child_can_be_added_but_only_one(client, allowance, opened, asks_for):
    assertContains(client.get(f"/find/children/?{TWO}&open={opened}"), f'id="find-{asks_for}"')


@pytest.mark.parametrize(("query", "following"), [("", 2), ("need=school", 2), (TWO, 3), (f"{TWO}&open=1", 3)])
def test_the_button_for_another_child_opens_the_next(client, allowance, query, following):
    assertContains(client.get(f"/find/children/?{query}"), f'name="open" value="{following}" formaction')


def test_a_full_house_says_so(client, allowance):
    query = "&".join(f"age-{number}={number}" for number in range(2, 9)) + "&age=1"

    response = client.get(f"/find/children/?{query}")

    assertContains(response, "There is room for 8 children here.")
    assertNotContains(response, "Add another child")


def test_what_differs_stands_by_child_and_a_child_can_be_taken_off(client, allowance):
    response = client.get(f"/find/?{TWO}")

    assertContains(response, "Different for each child")
    assertContains(response, "The 7-year-old")
    assertContains(response, 'href="/find/children/?need=allowances&amp;age=15&amp;arrangement=informal"')


def test_every_support_in_the_answer_carries_the_answers_and_nothing_else_does(client, allowance):
    response = client.get(f"/find/?{TWO}")

    assertContains(response, f'href="{allowance.url}?need=allowances&amp;age=7')
    assertNotContains(response, 'href="/search/?')


def test_what_changed_is_said_and_can_be_put_back(client, allowance):
    response = client.get("/find/?need=allowances&age=7&arrangement=informal&was=need%3Dallowances%26age%3D7")

    assertContains(response, "You changed the 7-year-old to “No court paper”.")
    assertContains(response, '<a href="/find/?need=allowances&amp;age=7">Put it back</a>')


def test_whoever_answers_for_the_first_time_has_changed_nothing(client, allowance):
    assertNotContains(client.get("/find/?need=allowances&age=7&was=need%3Dallowances"), "Put it back")


@pytest.mark.parametrize("was", ["", "zzz", "need%3Dallowances%26age%3D7%26arrangement%3Dinformal", "%00", "%26" * 500])
def test_nothing_is_said_to_have_changed_that_has_not(client, allowance, was):
    assertNotContains(client.get(f"/find/?need=allowances&age=7&arrangement=informal&was={was}"), "Put it back")


def test_unknown_values_are_left_out_politely_and_do_not_spoil_the_others(client, allowance):
    response = client.get("/find/?need=%22%3E%3Cscript%3E&need=allowances&age=abc")

    assertContains(response, "We left out an answer that we do not know: what you need, an age.")
    assertContains(response, "Weekly allowance")
    assertNotContains(response, '"><script>')


def test_when_nothing_fits_what_was_asked_for_is_said_to_be_for_others_and_why(client, section):
    page = factories.make_support(section, {"adoption": ("no", "Only without an order.")}, title="Private fostering")
    PageNeed.objects.create(page=page, topic=Topic.PRIVATE_FOSTERING)

    response = client.get("/find/?need=private-fostering&arrangement=adoption")

    assertContains(response, "Nothing more on our list fits those answers.")
    assertContains(response, "Not for your answers")
    assertContains(response, "Only without an order.")
    assertNotContains(client.get("/find/?need=private-fostering&arrangement=informal"), "Not for your answers")


def test_a_guide_of_the_chosen_topic_is_to_be_read(client, section):
    factories.make_guide(section, title="All about school", slug="school")
    guide = factories.make_guide(section, title="Moving schools")
    PageNeed.objects.create(page=guide, topic=Topic.SCHOOL)

    response = client.get("/find/?need=school")

    assertContains(response, "Read about it")
    assertContains(response, "All about school")
    assertContains(response, "Moving schools")


def test_kinship_foster_care_without_care_is_asked_about_again(client, allowance):
    assertContains(
        client.get("/find/?arrangement=kinship-foster-care&looked-after=no"),
        "in the care of a council now, so we answer for that.",
    )


def test_long_parts_show_a_few_and_the_way_to_all(client, section):
    for number in range(12):
        page = factories.make_support(section, title=f"Help number {number}")
        PageNeed.objects.create(page=page, topic=Topic.SCHOOL)

    response = client.get("/find/?need=school")
    everything = client.get("/find/?need=school&all=fits")

    assert response.content.count(b"Help number") == 8
    assertContains(response, 'href="/find/?need=school&amp;all=fits#fits"')
    assert everything.content.count(b"Help number") == 12


def test_what_everyone_can_have_is_five_and_all_of_them(client, section):
    for number in range(7):
        factories.make_support(section, title=f"Help number {number}")

    response = client.get("/find/?need=school")

    assert response.content.count(b"Help number") == 5
    assertContains(response, "All 7 of them")


def test_htmx_gets_only_the_list_the_news_of_it_and_its_address(client, allowance):
    response = client.get("/find/children/?arrangement=&need=allowances&age=&was=", headers=HTMX)

    assertNotContains(response, "<html")
    assertContains(response, 'id="results"')
    assertContains(response, '<p id="found" data-hx-swap-oob="innerHTML">')
    assertContains(response, 'name="was" id="was" value="need=allowances" data-hx-swap-oob="true"')
    assert response["HX-Replace-Url"] == "/find/children/?need=allowances"
    assert "HX-Target" in response["Vary"]


def test_restored_history_gets_the_whole_page(client, allowance):
    response = client.get("/find/", headers={"HX-Request": "true", "HX-History-Restore-Request": "true"})

    assertContains(response, "<html")


def test_posting_is_refused(client, allowance):
    for path in ("/find/", "/find/needs/", "/find/children/"):
        assert client.post(path, {"age": 7}).status_code == 405


@pytest.mark.parametrize("query", ["need=allowances&arrangement=special-guardianship-order", TWO, f"{TWO}&was=age%3D7"])
def test_it_costs_the_same_however_many_supports(allowance, section, count_queries, query):
    few = count_queries(f"/find/?{query}")
    for _ in range(9):
        PageNeed.objects.create(page=factories.make_support(section), topic=Topic.ALLOWANCES)

    assert count_queries(f"/find/?{query}") == few <= 8


def test_drafts_are_not_listed(client, section):
    factories.make_support(section, title="Secret plan", live=False)

    assertNotContains(client.get("/find/"), "Secret plan")


@pytest.mark.parametrize("path", ["/", "/search/?q=zzzqqq", "/nowhere/"])
def test_it_can_be_found_from(client, allowance, path):
    assertContains(client.get(path), 'href="/find/"', status_code=404 if path == "/nowhere/" else 200)


NAMES = [
    "need",
    "arrangement",
    "age",
    "looked-after",
    "ended",
    "age-2",
    "working",
    "parents",
    "was",
    "all",
    "open",
    "x",
]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(st.dictionaries(st.sampled_from(NAMES), st.text(max_size=40)))
def test_whatever_is_in_the_address_gets_an_answer(client, allowance, query):
    for path in ("/find/", "/find/needs/", "/find/children/", allowance.url):
        assert client.get(path, query).status_code == 200


def test_every_topic_can_be_chosen_once():
    at_once, more = about_needs(Household())
    values = [box.value for choices in [*at_once, more] for box in choices.boxes]

    assert sorted(values) == sorted(Topic.values)
    assert set(NEEDS) == set(Topic)
    assert {need for needs in NEED_GROUPS.values() for need in needs} <= set(Topic)


ANSWERED = "need=allowances&age=9&arrangement=special-guardianship-order"


def test_a_page_reached_from_an_answer_leads_with_your_row(client, allowance):
    response = client.get(f"{allowance.url}?{ANSWERED}&age-2=15&arrangement-2=informal")
    page = response.content.decode()

    assertContains(response, "For a special guardian of a 9-year-old:")
    assertContains(response, "For a 15-year-old with no court paper:")
    assert page.index("We look at your money first.") < page.index("Who can get it")
    assertContains(response, f'<a href="{allowance.url}">Forget my answers</a>')
    assertContains(response, f'href="/find/?{ANSWERED}'.replace("&", "&amp;"))


def test_whoever_did_not_answer_gets_no_row(client, allowance):
    for query in ("", "age=abc", "useful=1"):
        assertNotContains(client.get(f"{allowance.url}?{query}"), "Forget my answers")


@pytest.mark.parametrize("path", ["/find/", "/find/children/", "/find/needs/", "support", "/"])
def test_an_answer_is_kept_nowhere_and_told_to_nobody(client, allowance, path):
    response = client.get(f"{allowance.url if path == 'support' else path}?{ANSWERED}")

    assert response["Cache-Control"] == "private, no-store"
    assert response["Referrer-Policy"] == "no-referrer"
    assert "ETag" not in response
    assert not response.cookies
    assert not client.session.keys()
    assert not MissedSearch.objects.exists()


@pytest.mark.parametrize("path", ["/find/", "/find/children/", "/find/needs/"])
def test_a_step_tells_nobody_what_a_script_writes_into_its_address(client, allowance, path):
    assert client.get(path)["Referrer-Policy"] == "no-referrer"


@pytest.mark.parametrize("path", ["/find/children/", "/find/needs/"])
def test_what_enter_presses_is_no_answer(client, allowance, path):
    form = parse(client.get(path)).find(".//form[@class='find__form']")
    first = form.find(".//button")

    assert (first.get("type"), first.get("name"), first.get("formaction")) == ("submit", None, None)


def test_without_answers_a_page_is_cached_as_any_other(client, allowance):
    for path in (allowance.url, "/find/"):
        assert "no-store" not in client.get(path)["Cache-Control"]


def test_only_your_row_carries_the_answers_on(client, allowance):
    page = client.get(f"{allowance.url}?{ANSWERED}").content.decode()

    assert page.count("age=9") == 3  # back to what fits, change, and the list of everybody's rows
    assert 'rel="canonical" href="' in page
    assert f'rel="canonical" href="{allowance.full_url}"' in page
