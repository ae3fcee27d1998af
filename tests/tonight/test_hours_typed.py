"""An officer can't type hours of a contact that nobody then goes by."""

import pytest
from pytest_django.asserts import assertContains

from pages.content.contact import Answers, ContactHours
from pages.council.roles import KINSHIP_LEAD
from tests.cms import make_officer
from tests.factories import make_contact


@pytest.fixture
def save(client, home):
    client.force_login(make_officer(KINSHIP_LEAD))
    contact = make_contact(name="Advice by day", purpose="They advise.")

    def send(answers, *rows):
        fields = {name: getattr(contact, name) for name in ("name", "purpose", "provider", "slug", "last_checked")}
        fields |= {"answers": answers, "opening_hours-TOTAL_FORMS": len(rows), "opening_hours-INITIAL_FORMS": 0}
        for number, row in enumerate(rows):
            fields |= {f"opening_hours-{number}-{name}": value for name, value in row.items()}
        return client.post(f"/cms/snippets/pages/contact/edit/{contact.pk}/", fields)

    return send


ROW = {"day": "monday", "opens": "09:00", "closes": "17:00", "ORDER": 1}


def test_hours_without_the_choice_to_go_by_them_are_refused(save):
    assertContains(save(Answers.UNKNOWN, ROW), "There are hours below.")
    assert not ContactHours.objects.exists()


def test_the_choice_without_hours_is_refused(save):
    assertContains(save(Answers.HOURS), "Give the hours below")
    assertContains(save(Answers.HOURS, ROW | {"DELETE": "on"}), "Give the hours below")


def test_both_or_none_are_saved(save):
    assert save(Answers.HOURS, ROW).status_code == 302
    assert ContactHours.objects.count() == 1
