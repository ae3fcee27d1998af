"""The scripted carers get what is theirs, and nothing that is not, from the page as it is served without scripts."""

import pytest

from tests.finder.situations import SITUATIONS
from tests.html import parse

pytestmark = pytest.mark.xdist_group("offer")

PARTS = {"fits": "fits", "may-fit": "may", "read-first": "first", "everyone": "everyone"}


def listed(response):
    """The slugs in each part of the answer, in order."""
    answer = next(element for element in parse(response).iter() if element.get("id") == "results")
    found = {}
    for part in answer.iter("section"):
        links = [link.get("href") for link in part.iter("a")]
        found[PARTS[part.get("aria-labelledby")]] = [link.rstrip("/").rpartition("/")[2] for link in links]
    return found


@pytest.mark.parametrize("situation", SITUATIONS, ids=lambda situation: situation.who)
def test_a_carer_gets_what_is_theirs(rotherham_loaded, client, situation):
    found = listed(client.get(f"/find/?{situation.query}"))

    for part in ("fits", "may", "first"):
        missing = set(getattr(situation, part).split()) - set(found.get(part, ()))
        assert not missing, (part, found)
    wrong = set(situation.never.split()) & {slug for slugs in found.values() for slug in slugs}
    assert not wrong, found


def test_nobody_is_listed_twice(rotherham_loaded, client):
    for situation in SITUATIONS:
        slugs = [slug for slugs in listed(client.get(f"/find/?{situation.query}")).values() for slug in slugs]
        assert len(slugs) == len(set(slugs)), situation.who


def test_every_support_in_the_answer_says_why(rotherham_loaded, client):
    tree = parse(client.get("/find/?need=school&need=benefits&arrangement=special-guardianship-order&age=7"))
    cards = [element for element in tree.iter("article") if "found" in element.get("class", "")]

    assert len(cards) > 8
    for card in cards:
        reasons = next(element for element in card.iter("ul") if element.get("class") == "because")
        assert "because" in "".join(reasons.itertext())
