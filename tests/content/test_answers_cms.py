"""An officer's yes is a promise: one whose reason takes it back is not saved, and the row says why."""

import pytest
from pytest_django.asserts import assertContains

from pages.core.ties import PageNeed
from pages.core.vocabulary import Topic
from pages.council.roles import KINSHIP_LEAD
from tests import factories
from tests.cms import make_officer, send_page

PUBLISH = "action-publish"
SAID = "The reason begins with “It depends”. Then the answer is Maybe."


@pytest.fixture
def bed(client, section):
    client.force_login(make_officer(KINSHIP_LEAD))
    page = factories.make_support(section, title="A bed")
    PageNeed.objects.create(page=page, topic=Topic.ALLOWANCES)
    page.save_revision()
    return page


@pytest.mark.parametrize(("answer", "is_refused"), [("yes", True), ("maybe", False)])
def test_a_yes_that_begins_it_depends_is_not_published(client, bed, answer, is_refused):
    row = {"eligibility-0-answer": answer, "eligibility-0-reason": "It depends on the child."}

    response = send_page(client, bed, PUBLISH, **{"steps-count": "0"} | row)

    assert response.status_code == (200 if is_refused else 302)
    if is_refused:
        assertContains(response, SAID)
