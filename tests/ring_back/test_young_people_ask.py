"""The form with which a child or young person asks to be reached: in their voice, and safe for them."""

import datetime

import pytest
import time_machine as clock
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains

from pages.plain_words.names import known_names
from pages.plain_words.readability import readability
from pages.ring_back import callbacks
from pages.ring_back.model import Callback
from pages.ring_back.stamp import new_stamp
from tests import factories
from tests.html import main_words, parse

URL = "/young-people/ask-us-to-ring/"
HARDEST_GRADE = 4
TYPED = {
    "name": "Robin",
    "way": "text",
    "phone": "07700 900 123",
    "if_seen": "silent",
    "best_time": "after-school",
    "keep_safe": "Text first",
    "about_whom": "home",
    "topic": "school",
    "consent": "on",
}


def send(client, **changes):
    with clock.travel(timezone.now() - datetime.timedelta(minutes=1), tick=False):
        fields = {"stamp": new_stamp()} | TYPED | changes
    return client.post(URL, {name: value for name, value in fields.items() if value is not None})


@pytest.fixture
def childline(home):
    council = home.get_site().councilsettings
    council.young_people_contact = factories.make_contact(
        slug="helpline", name="Helpline for Children", phone="01632 960 111", hours="Day and night"
    )
    council.save()
    return council


def test_what_a_young_person_says_is_kept_as_theirs(client, home):
    send(client)

    kept = Callback.objects.values().get()
    said = {name: value for name, value in TYPED.items() if name != "consent"}
    assert kept | said | {"asked_by": "young-person", "email": "", "language": ""} == kept


def test_nothing_is_picked_for_them_but_to_say_nothing_of_who_we_are(client, home):
    picked = [(e.get("name"), e.get("value")) for e in parse(client.get(URL)).iter("input") if "checked" in e.attrib]

    assert picked == [("if_seen", "silent")]


def test_no_age_address_surname_or_story_is_asked_for(client, home):
    tree = parse(client.get(URL))
    form = next(e for e in tree.iter("form") if e.get("action") == URL)
    asked = {e.get("name") for tag in ("input", "select", "textarea") for e in form.iter(tag)}

    assert asked - {"csrfmiddlewaretoken", "stamp", "leave_empty"} == {
        "name", "way", "phone", "email", "if_seen", "best_time", "keep_safe", "interpreter", "language", "about_whom",
        "topic", "consent",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("changes", "said", "field"),
    [
        ({"name": ""}, "Tell us what to call you.", "name"),
        ({"way": None}, "Pick how we may reach you.", "way_0"),
        ({"phone": ""}, "Type the number that we can use.", "phone"),
        ({"best_time": None}, "Pick a time.", "best_time_0"),
        ({"if_seen": None}, "Pick what we should do then.", "if_seen_0"),
        ({"if_seen": "shout"}, "Pick one of the two.", "if_seen_0"),
        ({"keep_safe": "x" * 201}, "Make it shorter: 200 characters at most.", "keep_safe"),
        ({"about_whom": "nonsense"}, "Pick one of the list, or leave it.", "about_whom"),
        ({"topic": "allowances"}, "Pick one of the list, or leave it.", "topic"),
        ({"consent": None}, "Tick the box", "consent"),
    ],
)
def test_an_error_keeps_what_was_typed_and_leads_to_its_field(client, home, changes, said, field):
    response = send(client, **changes)

    assert not Callback.objects.exists()
    assertContains(response, said)
    assertContains(response, f'href="#id_{field}"')
    for name in {"name", "phone", "keep_safe"} - set(changes):
        assertContains(response, TYPED[name])


def test_what_stands_folded_away_is_open_when_it_holds_something(client, home):
    def is_open(response):
        details = next(e for e in parse(response).iter("details") if "reach__details" in e.get("class"))
        return "open" in details.attrib

    assert not is_open(client.get(URL))
    assert not is_open(send(client, name="", about_whom="", topic=""))
    assert is_open(send(client, name="", about_whom=""))
    assert is_open(send(client, about_whom="nonsense", topic=""))


def test_it_says_first_what_must_not_wait_who_reads_it_and_what_is_no_secret(client, childline):
    response = client.get(URL)
    text = response.content.decode()
    assertContains(response, 'href="tel:01632960111"')
    before, form = text.split(f'action="{URL}"')

    for words in ("Are you in danger now?", 'href="tel:999"', "Who reads what you send", "can’t keep that a secret",
                  "You hear from us"):  # fmt: skip
        assert words in before
        assert words not in form.split("</form>")[0]


def test_it_looks_and_speaks_like_the_pages_for_young_people(client, childline):
    section = factories.make_section(childline.site.root_page, title="For you", slug="for-you", audience="young-people")

    for url in (URL, f"{URL}thanks/"):
        response = client.get(url)
        assertContains(response, '<body class="young">')
        assertContains(response, "data-leave")
        assertContains(response, f'href="{section.url}"')


def test_the_words_of_the_form_are_as_easy_as_the_pages(client, childline):
    tree = parse(client.get(URL))
    for form in tree.iter("form"):
        form.tag = "div"
        for label in (*form.iter("label"), *form.iter("legend")):
            label.tag = "p"  # each is a line of its own
    names = known_names()

    assert readability(main_words(tree), names).grade <= HARDEST_GRADE
    assert readability(main_words(parse(client.get(f"{URL}thanks/"))), names).grade <= HARDEST_GRADE


@pytest.mark.parametrize("url", ["/", "/search/"])
def test_the_lamp_leads_grown_ups_to_the_form_for_carers(client, home, url):
    tree = parse(client.get(url))
    lamp = next(e for e in tree.iter("section") if "lamp" in e.get("class", "").split())

    assert [a.get("href") for a in lamp.iter("a")][-1] == "/ask-us-to-ring/"


@pytest.mark.parametrize("url", ["/ask-us-to-ring/", "/ask-us-to-ring/thanks/", URL, f"{URL}thanks/"])
def test_whoever_is_asking_is_not_sent_to_where_they_are(client, home, url):
    lamps = [e for e in parse(client.get(url)).iter("section") if "lamp" in e.get("class", "").split()]

    assert lamps
    assert not [a.get("href") for lamp in lamps for a in lamp.iter("a") if "ask-us-to-ring" in a.get("href")]


def test_the_lamp_on_pages_for_young_people_leads_to_theirs(client, childline):
    section = factories.make_section(childline.site.root_page, title="For you", slug="for-you", audience="young-people")

    response = client.get(factories.make_guide(section).url)

    assertContains(response, f'href="{URL}"')
    assertNotContains(response, 'href="/ask-us-to-ring/"')


def test_the_form_for_carers_leads_to_the_one_for_young_people(client, home):
    assertContains(client.get("/ask-us-to-ring/"), f'href="{URL}"')


def test_thanks_come_in_their_voice(client, childline):
    response = send(client)

    assert response["Location"].startswith(f"{URL}thanks/?by=")
    thanks = client.get(response["Location"])
    assertContains(thanks, "Thank you. We will text you")
    assertContains(thanks, "Ring Helpline for Children")


def test_the_navigators_are_told_what_keeps_it_safe(home, client, mailoutbox):
    navigators = home.get_site().councilsettings.navigators
    navigators.email = "navigators@example.gov.uk"
    navigators.save()
    send(client)

    message = mailoutbox[0]
    assert message.body.startswith("A young person has asked us to get in touch.")
    for words in (
        "If somebody else picks up or sees it: Do not say who you are, or why",
        "What keeps it safe: Text first",
        "Best time: After school",
        "About whom: Someone they live with",
    ):
        assert words in message.body
    assert "young" not in message.subject.lower()


def test_a_request_goes_with_all_that_was_said_in_it(client, home):
    send(client)
    Callback.objects.update(asked_at=timezone.now() - datetime.timedelta(days=91))

    assert callbacks.delete_old(timezone.now(), 90).deleted == 1
    assert not Callback.objects.exists()


def test_the_same_form_sent_twice_is_one_request(client, home):
    with clock.travel(timezone.now() - datetime.timedelta(minutes=1), tick=False):
        stamp = new_stamp()
    for _time in range(2):
        assert send(client, stamp=stamp).status_code == 302

    assert Callback.objects.count() == 1
