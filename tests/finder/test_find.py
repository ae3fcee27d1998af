import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytest_django.asserts import assertContains, assertNotContains

from pages.core.ties import PageNeed
from pages.core.vocabulary import Topic
from pages.finder.forms import FindForm
from pages.heard.missed_search import MissedSearch
from tests import factories

HTMX = {"HX-Request": "true", "HX-Target": "results"}


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
    assertContains(response, "because you are a special guardian")
    assertContains(response, "We look at your money first.")


def test_the_form_shows_what_was_answered(client, allowance):
    response = client.get("/find/?need=allowances&arrangement=special-guardianship-order&age=7&looked-after=no")

    for name in ("find-need_1", "find-arrangement_4", "find-looked-after_2"):
        assertContains(response, f'id="{name}" checked')
    assertContains(response, 'value="7"')


@pytest.mark.parametrize(
    "query",
    [
        "need=zzz", "arrangement=married", "age=abc", "age=-1", "age=7.5", "age=400", "age=٣", "looked-after=perhaps",
        "age=%00", "need=%22%3E%3Cscript%3E", "arrangement=%F0%9F%91%B5", "age=" + "9" * 5000,
    ],
)  # fmt: skip
def test_unknown_values_are_left_out_politely(client, allowance, query):
    response = client.get(f"/find/?{query}")

    assertContains(response, "We left out an answer that we do not know.")
    assertNotContains(response, "<script>")


def test_unknown_values_do_not_spoil_the_known_ones(client, allowance):
    response = client.get("/find/?need=zzz&need=allowances&arrangement=special-guardianship-order")

    assertContains(response, "Weekly allowance")


@pytest.mark.parametrize("query", ["", "age=", "arrangement=&looked-after=", "other=1"])
def test_skipped_answers_are_not_unknown(client, allowance, query):
    assertNotContains(client.get(f"/find/?{query}"), "We left out")


def test_a_button_that_works_out_the_arrangement_wins_over_the_question_above_it(client, allowance):
    response = client.get("/find/?need=allowances&arrangement=not-sure&arrangement=special-guardianship-order")

    assertContains(response, "because you are a special guardian")


def test_a_guide_of_the_chosen_topic_is_to_be_read_first(client, section):
    factories.make_guide(section, title="All about school", slug="school")

    response = client.get("/find/?need=school")

    assertContains(response, "Read this first")
    assertContains(response, "All about school")


def test_kinship_foster_care_without_care_is_asked_about_again(client, allowance):
    assertContains(
        client.get("/find/?arrangement=kinship-foster-care&looked-after=no"), "Please check your last answer"
    )


def test_htmx_gets_only_the_list_the_news_of_it_and_its_address(client, allowance):
    response = client.get("/find/?arrangement=&need=allowances&age=", headers=HTMX)

    assertNotContains(response, "<html")
    assertContains(response, 'id="results"')
    assertContains(response, '<p id="found" data-hx-swap-oob="innerHTML">The list has changed:')
    assert response["HX-Push-Url"] == "/find/?need=allowances"
    assert "HX-Target" in response["Vary"]


def test_restored_history_gets_the_whole_page(client, allowance):
    response = client.get("/find/", headers={"HX-Request": "true", "HX-History-Restore-Request": "true"})

    assertContains(response, "<html")


def test_answers_are_kept_nowhere_and_sent_nowhere(client, allowance):
    response = client.get("/find/?age=7&looked-after=yes")

    assert not response.cookies
    assert response["Referrer-Policy"] in {"no-referrer", "same-origin", "strict-origin"}
    assert not client.session.keys()
    assert not MissedSearch.objects.exists()


def test_posting_is_refused(client, allowance):
    assert client.post("/find/", {"age": 7}).status_code == 405


def test_it_costs_the_same_however_many_supports(allowance, section, count_queries):
    url = "/find/?need=allowances&arrangement=special-guardianship-order"
    few = count_queries(url)
    for _ in range(9):
        PageNeed.objects.create(page=factories.make_support(section), topic=Topic.ALLOWANCES)

    assert count_queries(url) == few <= 8


def test_drafts_are_not_listed(client, section):
    factories.make_support(section, title="Secret plan", live=False)

    assertNotContains(client.get("/find/"), "Secret plan")


@pytest.mark.parametrize("path", ["/", "/search/?q=zzzqqq", "/nowhere/"])
def test_it_can_be_found_from(client, allowance, path):
    assertContains(client.get(path), 'href="/find/"', status_code=404 if path == "/nowhere/" else 200)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(st.dictionaries(st.sampled_from(["need", "arrangement", "age", "looked-after", "x"]), st.text(max_size=40)))
def test_whatever_is_in_the_address_gets_an_answer(client, allowance, query):
    assert client.get("/find/", query).status_code == 200


def test_every_topic_can_be_chosen():
    assert {value for value, _label in FindForm.base_fields["need"].choices} == set(Topic.values)
