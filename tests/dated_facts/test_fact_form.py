"""The form of a dated fact: amounts as people write them, one mistake said once, and nothing that can't be."""

import datetime
from decimal import Decimal

import pytest
from django.utils import timezone
from pytest_django.asserts import assertContains
from wagtail.test.utils.form_data import querydict_from_html

from pages.council.roles import KINSHIP_LEAD
from pages.dated_facts.model import FactRow
from tests import factories
from tests.cms import make_officer


@pytest.fixture
def fact(client, home):
    client.force_login(make_officer(KINSHIP_LEAD))
    return factories.make_fact()


def send(client, fact, **fields):
    """Opens the form of the fact, types this into its row, and saves."""
    url = f"/cms/snippets/pages/datedfact/edit/{fact.pk}/"
    data = querydict_from_html(client.get(url).content.decode(), form_id="w-editor-form")
    data.update({f"rows-0-{name}": value for name, value in fields.items()})
    return client.post(url, data)


@pytest.mark.parametrize(
    ("typed", "amount"), [("£26.10", "26.10"), ("1,835", "1835"), (" £ 1,835.5 ", "1835.5"), ("27", "27")]
)
def test_an_amount_is_read_as_people_write_it(client, fact, typed, amount):
    assert send(client, fact, amount=typed).status_code == 302

    assert FactRow.objects.get().amount == Decimal(amount)


@pytest.mark.parametrize("typed", ["1e3", "lots", "-5", "26.105", "1,83", "NaN", "²"])
def test_what_is_no_amount_is_said_once_beside_it_and_kept(client, fact, typed):
    screen = send(client, fact, amount=typed)

    assertContains(screen, "Type pounds and pence: 27.10.")
    assertContains(screen, f'value="{typed}"')
    assert "one of the two" not in screen.context["form"].formsets["rows"].forms[0].errors.as_text()
    assert FactRow.objects.get().amount == Decimal("26.05")


def test_nobody_has_looked_it_up_on_a_day_to_come(client, fact):
    tomorrow = timezone.localdate() + datetime.timedelta(days=1)

    assertContains(
        send(client, fact, checked_by="Money team", checked_on=tomorrow.strftime("%d/%m/%Y")),
        "This day is still to come",
    )


@pytest.mark.parametrize(
    "address",
    [
        *(
            "http://localhost/x",
            "https://intranet/policy",
            "http://192.168.1.7/",
            "http://[::1]/",
            "https://127.0.0.1:8000/",
        ),
        *("https://fileserver.local/a", "https://staff.council.internal/", "http://169.254.169.254/"),
    ],
)
def test_an_address_that_only_works_inside_is_refused(client, fact, address):
    assertContains(send(client, fact, source_url=address), "Readers can’t open this address")


@pytest.mark.parametrize("address", ["https://www.gov.uk/a", "https://xn--mnchen-3ya.de/", "http://8.8.8.8/"])
def test_any_other_address_is_taken(client, fact, address):
    assert send(client, fact, source_url=address).status_code == 302
