"""An officer says for which ages a support is before readers see it; a draft can wait with that."""

import pytest
from pytest_django.asserts import assertContains, assertRedirects

from pages.content.support import SupportPage
from pages.core.ties import PageNeed
from pages.core.vocabulary import Topic
from pages.council.roles import KINSHIP_LEAD
from tests import factories
from tests.cms import confirm, draft_of, editor_of, make_officer, send_page
from tests.cms import screen_before_publishing as screen

PUBLISH = "action-publish"
NO_BLOCKS = {"steps-count": "0"}
SAYS_NOTHING = "Say for which ages it is, from and to, or that it is for any age."


@pytest.fixture
def bed(client, section):
    """A support for any age, and somebody who may publish it."""
    client.force_login(make_officer(KINSHIP_LEAD))
    page = factories.make_support(section, title="A bed", any_age=True, age_from=None, age_to=None)
    PageNeed.objects.create(page=page, topic=Topic.ALLOWANCES)
    page.save_revision()
    return page


def send(client, page, action="", **fields):
    return send_page(client, page, action, **NO_BLOCKS | fields)


def test_a_support_without_ages_is_not_published_and_the_field_says_why(client, bed):
    response = send(client, bed, PUBLISH, any_age="")

    assertContains(response, SAYS_NOTHING)
    assert draft_of(bed).as_object().any_age


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"any_age": "", "age_to": "17"}, "Give the youngest age too. From birth is 0."),
        ({"any_age": "", "age_from": "5"}, "Give the oldest age too."),
        ({"any_age": "on", "age_from": "0", "age_to": "17"}, "Give ages, or say that it is for any age: not both."),
        ({"any_age": "", "age_from": "0", "age_to": "15", "older_to": "19"}, "Some older ones need both"),
    ],
)
def test_half_an_answer_is_refused_with_what_is_missing(client, bed, fields, said):
    assertContains(send(client, bed, PUBLISH, **fields), said)


def test_a_draft_may_wait_with_its_ages(client, bed):
    send(client, bed, any_age="", title="A warm bed")

    draft = draft_of(bed).as_object()
    assert (draft.title, draft.any_age) == ("A warm bed", False)


def test_a_draft_without_ages_is_stopped_on_the_screen_before_publishing(client, bed):
    send(client, bed, any_age="")

    response = client.get(screen(bed), follow=True)

    assertRedirects(response, editor_of(bed))
    assertContains(response, f"This page is not complete yet: {SAYS_NOTHING}")


def test_ages_are_published_and_shown_with_those_of_some_older_ones(client, bed):
    reason = "At 18, only in school."
    send(client, bed, PUBLISH, any_age="", age_from="0", age_to="17", older_to="18", older_reason=reason)

    confirm(client, bed)

    page = SupportPage.objects.get(pk=bed.pk)
    assert (page.any_age, page.age_from, page.age_to, page.older_to) == (False, 0, 17, 18)
    assertContains(client.get(bed.url), f"Children up to age 17. {reason}")


def test_a_support_for_any_age_says_so(client, bed):
    assertContains(client.get(bed.url), "It does not matter how old the child is.")
