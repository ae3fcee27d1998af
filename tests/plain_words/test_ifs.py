"""A yes that holds an if is pointed at while it is written; one that begins “It depends” can't be saved."""

import pytest
from django.core.exceptions import ValidationError

from pages import plain_words
from pages.content.eligibility import Eligibility, HereReason
from pages.content.support import SupportPage
from pages.plain_words import Code


def hints(reason, answer="yes", relation="eligibility", row=Eligibility):
    page = SupportPage(title="Ring us", search_description="Who to ring.", body=[])
    setattr(page, relation, [row(arrangement="informal", answer=answer, reason=reason)])
    return [finding for finding in plain_words.findings(page) if finding.code is Code.IF]


@pytest.mark.parametrize(
    ("reason", "word"),
    [
        ("It depends on what the child needs.", "It depends"),
        ("You can have it if the child lives with you.", "if"),
        ("If you are a relative, it is for you.", "If"),
        ("You may get it.", "may"),
        ("You might get it.", "might"),
        ("Some families get it.", "Some"),
        ("It is for you unless the council pays.", "unless"),
        ("It is yours, only if the child was in care.", "if"),
    ],
)
def test_an_if_beside_a_yes_is_a_maybe(home, reason, word):
    (hint,) = hints(reason)

    assert (hint.message, hint.quote) == ("This reason has an if. Then the answer is Maybe.", word)
    assert hint.where.path == "eligibility.0.reason"


@pytest.mark.parametrize(
    "reason",
    [
        "You can ring, even if the child was never in care.",
        "It starts in May.",
        "Someone answers at night.",
        "What a child can get depends on what they need.",
    ],
)
def test_words_that_take_nothing_back_are_left_alone(home, reason):
    assert hints(reason) == []


@pytest.mark.parametrize("answer", ["maybe", "no"])
def test_a_maybe_or_a_no_may_hold_an_if(home, answer):
    assert hints("It depends. You may get it if the child was in care.", answer) == []


def test_an_if_is_found_in_what_differs_here_too(home):
    (hint,) = hints("You may get it.", relation="here_reasons", row=HereReason)

    assert hint.where.path == "here_reasons.0.reason"


@pytest.mark.parametrize("row", [Eligibility, HereReason])
@pytest.mark.parametrize("reason", ["It depends on the child.", "it depends: ask us."])
def test_a_yes_cannot_begin_with_it_depends(row, reason):
    with pytest.raises(ValidationError) as refused:
        row(arrangement="informal", answer="yes", reason=reason).clean()

    assert refused.value.message_dict == {
        "answer": ["The reason begins with “It depends”. Then the answer is Maybe."],
    }
    row(arrangement="informal", answer="maybe", reason=reason).clean()
