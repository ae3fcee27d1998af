"""The link of the set-up: signed, kept only as a hash, good in one browser at a time and until the set-up is done."""

import datetime

import time_machine
from django.test import Client
from django.utils import timezone
from pytest_django.asserts import assertContains

from pages.set_up import link
from pages.set_up.model import SetUp

FIRST = "/set-up/your-council/"


def test_the_link_opens_the_set_up(client, address):
    assertContains(client.get(address), "6 short steps")

    assert client.post(address).url == FIRST
    assertContains(client.get(FIRST), "Who you are, and your colour")


def test_looking_at_the_link_does_not_take_it_up(client, address):
    client.get(address)

    assert client.get(FIRST).status_code == 404
    assert SetUp.objects.get().browser_hash == ""


def test_the_database_does_not_hold_what_opens_it(address):
    secret = address.split("/")[3].split(":")[0]

    assert secret not in str(SetUp.objects.values().get())


def test_a_secret_that_we_have_not_signed_opens_nothing(client, address):
    secret = address.split("/")[3].split(":")[0]

    assert client.post(f"/set-up/link/{secret}:made-up/").status_code == 404
    assert client.post(f"/set-up/link/{secret}/").status_code == 404


def test_another_browser_takes_over_and_the_first_is_out(holder, address):
    other = Client()
    assertContains(other.get(address), "open in another browser")
    other.post(address)

    assert other.get(FIRST).status_code == 200
    assert holder.get(FIRST).status_code == 404


def test_a_second_link_ends_the_first_and_its_browser(holder, address, set_up):
    new = link.new_link(set_up, timezone.now()).removeprefix("http://localhost:8000")

    assert holder.get(FIRST).status_code == 404
    assert holder.post(address).status_code == 404
    assert holder.post(new).status_code == 302


def test_it_ends_when_the_set_up_is_done(finished, holder, address):
    assert holder.get(FIRST).status_code == 404
    assert Client().post(address).status_code == 404


def test_it_ends_after_two_weeks(holder, address):
    with time_machine.travel(timezone.now() + datetime.timedelta(days=15)):
        assert Client().post(address).status_code == 404


def test_a_session_that_somebody_made_up_holds_nothing(client, address):
    session = client.session
    session[link.BROWSER] = ""
    session.save()

    assert client.get(FIRST).status_code == 404


def test_without_the_link_no_screen_is_shown(client, set_up):
    for address in ("/set-up/", FIRST, "/set-up/your-log-in/", "/set-up/colour/?brand_colour=%23123456"):
        assert client.get(address).status_code == 404
        assert client.post(address).status_code in {404, 405}
