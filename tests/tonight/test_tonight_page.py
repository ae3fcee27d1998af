"""Whom to ring at this hour, as a reader meets it."""

import datetime

import pytest
import time_machine
from pytest_django.asserts import assertContains, assertNotContains

from pages.content.contact import Answers
from pages.council.model import CouncilSettings, UrgentHelp
from pages.council.opening_model import OpeningHours
from pages.tonight.model import TonightPage
from pages.urgent_notice import UrgentNotice
from tests.factories import make_contact

pytestmark = pytest.mark.django_db

NIGHT = datetime.datetime(2026, 11, 27, 22, 40, tzinfo=datetime.UTC)
NOON = datetime.datetime(2026, 11, 27, 12, 0, tzinfo=datetime.UTC)


@pytest.fixture
def council(home):
    council = CouncilSettings.objects.get()
    council.opening_hours.all().delete()
    council.opening_hours.add(OpeningHours(day="friday", opens=datetime.time(9), closes=datetime.time(17)))
    council.save()
    return council


@pytest.fixture
def page(home, council):
    danger = make_contact(slug="emergency", name="Police", phone="999", answers=Answers.ALWAYS)
    advice = make_contact(slug="advice", name="Advice by day", phone="01632 960 456")
    UrgentHelp.objects.create(settings=council, words="Is someone in danger?", contact=danger)
    page = TonightPage(
        title="Tonight",
        slug="tonight",
        search_description="Who answers now.",
        kept_by="Kinship team",
        lines=[("line", {"words": "I need advice", "contact": advice})],
        body=[("details", {"title": "There is no bed", "text": "<p>Ring a Navigator in the morning.</p>"})],
    )
    return home.add_child(instance=page)


@time_machine.travel(NIGHT, tick=False)
def test_it_says_what_time_it_is_and_who_answers(client, page):
    response = client.get(page.url)

    assertContains(response, "It is <strong>10.40pm</strong>.")
    html = response.content.decode()
    assert html.index('href="tel:999"') < html.index("There is no bed") < html.index("Advice by day")


@time_machine.travel(NIGHT, tick=False)
def test_at_night_every_page_leads_there_and_by_day_to_the_number(client, page):
    assertContains(client.get("/"), f'<a class="masthead__key" href="{page.url}">')
    assertContains(client.get("/"), "Closed until")

    with time_machine.travel(NOON, tick=False):
        response = client.get("/")

    assertNotContains(response, f'<a class="masthead__key" href="{page.url}">')
    assertContains(response, 'class="ring ring--lit" href="tel:01632960123"')


@time_machine.travel(NIGHT, tick=False)
def test_the_notice_of_the_day_stands_below_the_numbers(client, page, council):
    until = NIGHT + datetime.timedelta(hours=8)
    UrgentNotice.objects.create(text="Our line is down.", shown_from=NIGHT, shown_until=until)
    with time_machine.travel(NIGHT, tick=False):
        text = client.get(page.url).text
        elsewhere = client.get("/").text

    assert text.index("Who opens later") < text.index("Our line is down.")
    assert elsewhere.index("Our line is down.") < elsewhere.index("<main")


def test_there_is_no_loop_from_the_page_to_itself(client, page):
    main = client.get(page.url).content.decode().partition("<main")[2].partition("</main>")[0]

    assert f'href="{page.url}"' not in main


def test_there_is_one_such_page(page):
    assert not TonightPage.can_create_at(page.get_parent())


def test_the_navigators_are_among_those_who_answer_and_at_night_among_those_who_open(client, page):
    with time_machine.travel(NOON, tick=False):
        now, _mark, later = client.get(page.url).text.partition("What you can do now")
        assert "Not sure who to ring?" in now
        assert '<p class="on-paper">Friday, 9am to 5pm' in now
    with time_machine.travel(NIGHT, tick=False):
        now, _mark, later = client.get(page.url).text.partition("What you can do now")
        assert "Not sure who to ring?" not in now
        assert "from Friday 4 December at 9am" in " ".join(later.split())


def test_only_lines_that_always_answer_are_urgent_help_day_and_night(client, page, council):
    assertContains(client.get("/"), "Urgent help, day or night")

    unsure = make_contact(slug="unsure", phone="01632 960 777", hours="Check the times on their website.")
    UrgentHelp.objects.create(settings=council, words="Worried?", contact=unsure)

    response = client.get("/")
    assertNotContains(response, "Urgent help, day or night")
    assertContains(response, '<span class="urgent__hours">Check the times on their website.</span>')


def test_a_search_without_results_gives_the_number_only_while_somebody_answers(client, page):
    def whom():
        part = client.get("/search/", {"q": "zzzzzz"}).text.partition('class="search__ring"')[2]
        return part.partition("</p>")[0]

    with time_machine.travel(NOON, tick=False):
        assert "tel:" in whom()
    with time_machine.travel(NIGHT, tick=False):
        assert "tel:" not in whom()
        assert "/ask-us-to-ring/" in whom()
        assert f'href="{page.url}"' in whom()
