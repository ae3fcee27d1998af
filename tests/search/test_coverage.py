"""What is said of words that the offer does not hold, and of those that were changed."""

import datetime

import pytest
from pytest_django.asserts import assertContains, assertNotContains

from pages.core.content_version import ContentVersion
from pages.heard.missed_search import MissedSearch
from pages.search import behind, find
from pages.search.lacking import lacking
from pages.search.synonym import Synonym
from tests import factories

DAY = datetime.date(2026, 11, 28)


@pytest.fixture
def offer(section):
    factories.make_support(section, title="Weekly allowance", search_description="Money for the child each week.")
    factories.make_guide(section, title="Seeing a dentist", search_description="How to find a dentist for the child.")
    factories.make_guide(section, title="Half terms", search_words="police, school holidays")
    ContentVersion.bump()
    return section


@pytest.mark.parametrize("word", ["halal", "gym", "polish", "kosher", "alf", "dents"])
def test_a_word_is_never_stretched_to_another(offer, word):
    found = find(word, DAY)

    assert found.has_nothing
    assert found.nothing_on == [word]
    assert found.hits == []


def test_a_slip_is_corrected_and_said(client, offer):
    response = client.get("/search/", {"q": "dentsit"})

    assertContains(response, "We have nothing on")
    assertContains(response, "“dentsit”")
    assertContains(response, "<b>“dentist”</b>")
    assertContains(response, "Seeing a dentist")


def test_what_was_typed_can_be_searched_as_it_is(client, offer):
    response = client.get("/search/", {"q": "dentsit", "as_typed": "1"})

    assertNotContains(response, "Did you mean")
    assertContains(response, "The nearest we have")


def test_a_detail_that_is_not_held_is_said_above_the_results(client, offer):
    response = client.get("/search/", {"q": "weekly allowance for a trumpet"})

    assertContains(response, "“trumpet”")
    assertContains(response, "This is what we have on the rest")
    assert find("weekly allowance for a trumpet", DAY).hits[0].title == "Weekly allowance"


def test_what_is_only_named_by_the_way_is_said_to_be(client, offer):
    text = "<p>Bring the child to the doctor. A squint can be put right while a child is small.</p>"
    factories.make_guide(offer, title="Keeping well", body=[("text", {"text": text})])
    ContentVersion.bump()

    found = find("squints", DAY)
    response = client.get("/search/", {"q": "squints"})

    assert found.is_named and not found.has_nothing
    assert found.hits[0].title == "Keeping well"
    assert found.sentence is None
    assertContains(response, "We have nothing on “squints” itself")
    assert MissedSearch.objects.get().count == 1


def test_words_that_are_held_but_stand_nowhere_together_are_said_to_be_apart(client, offer):
    text = "<p>Dogs help a sad child.</p>"
    factories.make_guide(offer, title="Training and workshops", search_words="training, classes")
    factories.make_guide(offer, title="When a child is sad", body=[("text", {"text": text})])
    ContentVersion.bump()

    response = client.get("/search/", {"q": "dog training"})

    assert find("dog training", DAY).is_apart
    assertContains(response, "We have nothing on “dog training” as a whole")
    assertContains(response, "Training and workshops")
    assert not MissedSearch.objects.exists()
    assert not find("sad dog", DAY).is_apart
    assert not find("training classes", DAY).is_apart


def test_a_slip_at_the_end_of_a_word_is_no_beginning_of_another(offer):
    factories.make_guide(offer, title="Complaints", search_words="complain, unhappy with us")
    text = "<p>The website is mostly compliant.</p>"
    factories.make_guide(offer, title="Accessibility", body=[("text", {"text": text})])
    ContentVersion.bump()

    found = find("how do I complian", DAY)

    assert found.hits[0].title == "Complaints"
    assert found.changed == [("complian", "complain")]


def test_the_status_line_says_what_is_not_held(client, offer):
    headers = {"HX-Request": "true", "HX-Target": "results"}

    html = client.get("/search/", {"q": "trombone"}, headers=headers).content.decode()

    assert "We have nothing on" in html[html.index('id="found"') :]


def test_half_a_word_finds_only_while_it_is_typed(offer):
    assert find("denti", DAY).has_nothing
    assert find("denti", DAY, is_typing=True).hits[0].title == "Seeing a dentist"


def test_a_count_does_not_decide(offer):
    factories.make_guide(offer, title="4 steps", search_words="four")
    factories.make_guide(offer, title="Grandchildren")
    ContentVersion.bump()

    assert find("4 grandchildren", DAY).hits[0].title == "Grandchildren"


def test_a_title_comes_first_whatever_else_says_it_more(offer):
    for number in range(3):
        factories.make_guide(offer, title=f"Life story {number}", search_words="life story work, life story, work")
    factories.make_guide(offer, title="Life story work: the past")
    ContentVersion.bump()

    assert find("life story work", DAY).hits[0].title == "Life story work: the past"


def test_the_sentence_that_answers_stands_above_with_its_page_and_day(client, offer):
    factories.make_guide(
        offer,
        title="Fostering",
        slug="fostering",
        last_checked=datetime.date(2026, 11, 2),
        body=[("text", {"text": "<p>Trumpets are loud. The council pays each foster carer for a trumpet lesson.</p>"})],
    )
    ContentVersion.bump()

    response = client.get("/search/", {"q": "trumpet lesson"})

    assertContains(response, "The council pays each foster carer for a trumpet lesson.")
    assertContains(response, "checked on 2 November 2026")


def test_a_sentence_with_a_last_right_day_never_answers_by_itself(offer):
    dated = '<span data-until="2026-01-31" data-source="GOV.UK">The council pays for a trumpet lesson.</span>'
    text = f"<p>{dated}</p>"
    factories.make_guide(offer, title="Music", body=[("text", {"text": text})])
    ContentVersion.bump()

    assert find("trumpet lesson", DAY).hits
    assert find("trumpet lesson", DAY).sentence is None


def test_a_detail_that_is_not_held_is_counted(client, offer):
    client.get("/search/", {"q": "weekly allowance for a holiday abroad"})

    assert set(MissedSearch.objects.values_list("words", flat=True)) == {"abroad"}


def test_officers_see_which_everyday_words_a_page_does_not_say(offer):
    Synonym.objects.create(words="dentist, gnashers", means="seeing a dentist")
    row = Synonym.objects.get()

    assert lacking(row.words, row.means, behind.offer_now()) == ["gnashers"]


def test_only_a_changed_page_is_read_anew(offer):
    before = {entry.text.pk: entry for entry in behind.offer_now().index.entries}
    factories.make_guide(offer, title="Another")

    after = behind.offer_now().index.entries

    assert len(after) == len(before) + 1
    assert [entry.text.names[0] for entry in after if before.get(entry.text.pk) is not entry] == ["Another"]


def test_a_request_after_a_change_answers_from_the_index_before(offer, settings, monkeypatch):
    settings.SEARCH_FOLLOWS_BEHIND = True
    started = []
    monkeypatch.setattr(behind, "_newest", None)
    monkeypatch.setattr(behind.threading, "Thread", lambda **given: started.append(given) or FakeThread())
    first = behind.offer_now()
    ContentVersion.bump()

    assert behind.offer_now() is first
    assert behind.offer_now() is first
    assert len(started) == 1
    monkeypatch.setattr(behind.connections, "close_all", lambda: None)
    started[0]["target"]()
    assert behind.offer_now() is not first


def test_a_worker_makes_its_first_index_outside_requests(offer, settings, monkeypatch):
    settings.SEARCH_FOLLOWS_BEHIND = True
    monkeypatch.setattr(behind, "_newest", None)
    monkeypatch.setattr(behind.connections, "close_all", lambda: None)
    started = []
    monkeypatch.setattr(behind.threading, "Thread", lambda **given: started.append(given) or FakeThread())

    assert behind.follow() is None
    behind.begin()
    started[0]["target"]()
    monkeypatch.setattr(behind, "offer_at", lambda version: pytest.fail("made in a request"))

    assert find("dentist", DAY).hits[0].title == "Seeing a dentist"


class FakeThread:
    def start(self):
        pass
