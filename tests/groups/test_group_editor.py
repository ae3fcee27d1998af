"""What an officer may and may not say about when a group meets."""

import datetime

import pytest
import time_machine
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from pytest_django.asserts import assertContains
from wagtail.test.utils.form_data import querydict_from_html

from tests import factories
from tests.cms import confirm

DAY = datetime.date


@pytest.fixture(autouse=True)
def on_a_sunday_in_november():
    with time_machine.travel(datetime.datetime(2026, 11, 22, 9, tzinfo=datetime.UTC), tick=False):
        yield


@pytest.fixture
def group(home):
    return factories.make_group(factories.make_section(home, slug="groups"))


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({"how_often": "every-few-weeks"}, "weeks"),
        ({"end_time": datetime.time(10)}, "end_time"),
        ({"last_date": DAY(2026, 11, 4)}, "last_date"),
        ({"last_date": DAY(2036, 11, 4)}, "last_date"),
    ],
)
def test_a_rule_that_makes_no_sense_is_refused(group, fields, wrong):
    for name, value in fields.items():
        setattr(group, name, value)

    with pytest.raises(ValidationError) as refused:
        group.full_clean()
    assert list(refused.value.error_dict) == [wrong]


@pytest.fixture
def publish(client, group):
    """Opens the editor, changes what is given, and publishes as an officer does."""
    client.force_login(get_user_model().objects.create_superuser("lead", password="only-for-tests"))
    address = f"/cms/pages/{group.pk}/edit/"

    def act(**fields):
        data = querydict_from_html(client.get(address).content.decode(), form_id="page-edit-form")
        data.update({"body-count": "0", "steps-count": "0", "action-publish": "1"} | fields)
        return client.post(address, data)

    return act


def a_row(relation, **fields):
    return {f"{relation}-TOTAL_FORMS": "1"} | {f"{relation}-0-{name}": value for name, value in fields.items()}


def topics(**fields):
    return a_row("needs", topic="support-groups", ORDER="1") | fields


def test_a_day_off_is_published_with_the_page(client, group, publish):
    row = a_row("dates_off", date="2026-12-03", reason="Training day", ORDER="1")

    assert publish(**topics(), **row).status_code == 302
    confirm(client, group)
    assertContains(client.get(group.url), "Thursday 3 December 2026: Training day")


@pytest.mark.parametrize("relation", ["dates_off", "dates_moved"])
def test_a_day_on_which_the_group_does_not_meet_is_refused(group, publish, relation):
    row = a_row(relation, date="2026-12-04", new_date="2026-12-05", reason="Training day", ORDER="1")

    response = publish(**topics(), **row)
    assert response.status_code == 200
    assertContains(response, "The group would not meet on this day anyway.")
    assert not getattr(group, relation).exists()


@pytest.mark.parametrize("typed", ["31/12/9999", "26/11/0206"])
@pytest.mark.parametrize("field", ["first_date", "last_date"])
def test_a_year_with_a_slip_in_it_is_refused_and_the_editor_stays_open(client, group, publish, typed, field):
    answer = publish(**topics(), **{field: typed, "action-publish": ""})

    assertContains(answer, "Choose a day from 1900 to 2099.")
    assertContains(answer, typed)
    assert not group.revisions.exists()
    assert client.get(f"/cms/pages/{group.pk}/edit/").status_code == 200


def test_a_preview_shows_the_draft_and_not_the_live_dates(client, group, publish):
    group.weekday = "friday"
    group.save_revision()

    assertContains(client.get(f"/cms/pages/{group.pk}/view_draft/"), "Every second Friday")
    assertContains(client.get(group.url), "Every second Thursday")
