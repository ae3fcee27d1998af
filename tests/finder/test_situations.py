"""The scripted carers get what is theirs, and nothing that is not, by the data of the Rotherham offer."""

import pytest
from django.http import QueryDict

from pages.finder.address import read
from pages.finder.answer import Part, answer_for
from tests.finder.situations import SITUATIONS
from tests.html import parse

pytestmark = pytest.mark.xdist_group("offer")

PARTS = {Part.FITS: "fits", Part.MAY_FIT: "may", Part.EVERYONE: "everyone"}


def listed(query):
    """The slugs in each part of the answer, in order."""
    answer = answer_for(read(QueryDict(query)))
    found = {PARTS[part]: [each.support.slug for each in answer.parts[part]] for part in PARTS}
    return found | {"first": [*answer.read_first, *(reading.slug for reading, _because in answer.readings)]}


@pytest.mark.parametrize("situation", SITUATIONS, ids=lambda situation: situation.who)
def test_a_carer_gets_what_is_theirs(rotherham_loaded, situation):
    found = listed(situation.query)

    for part in ("fits", "may", "first"):
        missing = set(getattr(situation, part).split()) - set(found[part])
        assert not missing, (part, found)
    wrong = set(situation.never.split()) & {slug for slugs in found.values() for slug in slugs}
    assert not wrong, found


def test_nobody_is_listed_twice(rotherham_loaded):
    for situation in SITUATIONS:
        parts = listed(situation.query)
        slugs = [slug for name, slugs in parts.items() if name != "first" for slug in slugs]
        assert len(slugs) == len(set(slugs)), situation.who


def test_every_support_in_the_answer_says_why(rotherham_loaded, client):
    tree = parse(client.get("/find/?need=school&need=benefits&arrangement=special-guardianship-order&age=7"))
    reasons = [element for element in tree.iter("span") if element.get("class") == "fit__why"]

    assert len(reasons) > 8
    assert all("".join(reason.itertext()).strip() for reason in reasons)
