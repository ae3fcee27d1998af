"""Too many wrong passwords shut a log-in for a while, whichever worker they come to, and nobody else."""

import datetime
import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.utils import timezone
from pytest_django.asserts import assertContains

from pages.council.roles import ADMINISTRATORS, NAVIGATORS
from pages.sign_in import limits, throttle
from pages.sign_in.entry import SignInEntry, What
from pages.sign_in.invitation import Invitation
from pages.sign_in.mail import reset_link
from pages.sign_in.throttle import Limit
from pages.sign_in.tries import Tries
from tests.cms import make_officer
from tests.server import PROJECT, site_environment
from tests.sign_in.officers import PASSWORD, code_now, codes_of, sign_in

NOW = datetime.datetime(2026, 11, 26, 12, tzinfo=datetime.UTC)
NEW_PASSWORD = "four plain words here"
LIMIT = Limit("test", 5, datetime.timedelta(minutes=15))


def later(minutes):
    return NOW + datetime.timedelta(minutes=minutes)


@pytest.fixture
def officer(home):
    return make_officer(ADMINISTRATORS)


@pytest.fixture
def other(home):
    return make_officer(NAVIGATORS)


def is_in(client):
    return client.get("/cms/").status_code == 200


def test_so_many_are_let_in_and_the_next_is_told_until_when(db):
    held = [throttle.take(LIMIT, "somebody", later(minute)) for minute in range(7)]

    assert held == [None] * 5 + [later(4 + 15)] * 2


def test_whoever_goes_on_trying_is_not_shut_out_for_longer(db):
    for minute in range(19):
        throttle.take(LIMIT, "somebody", later(minute))
    assert throttle.take(LIMIT, "somebody", later(19)) is None


def test_others_and_other_things_are_counted_for_themselves(db):
    for _ in range(9):
        throttle.take(LIMIT, "somebody", NOW)

    assert throttle.take(LIMIT, "another", NOW) is None
    assert throttle.take(LIMIT._replace(name="other"), "somebody", NOW) is None


def test_what_went_well_is_given_back(db):
    for _ in range(50):
        assert throttle.take(LIMIT, "somebody", NOW) is None
        throttle.give_back(LIMIT, "somebody")


def test_what_is_over_is_not_kept(db):
    for number in range(20):
        throttle.take(LIMIT, f"name {number}", NOW)
    throttle.take(LIMIT, "the next", later(60))

    assert Tries.objects.count() == 1


def test_nobody_reads_there_who_was_tried(db):
    throttle.take(LIMIT, "somebody@example.gov.uk", NOW)

    assert "somebody" not in str(Tries.objects.values().get())


@pytest.mark.parametrize(
    ("seconds", "words"), [(900, "15 minutes"), (61, "2 minutes"), (60, "1 minute."), (0, "1 minute")]
)
def test_the_wait_says_how_long(seconds, words):
    assert words in throttle.wait_in_words(NOW + datetime.timedelta(seconds=seconds), NOW)


@pytest.mark.parametrize("addresses", [1, 200], ids=["from one address", "from many addresses"])
def test_after_200_wrong_passwords_the_right_one_does_not_open_and_others_sign_in(officer, other, settings, addresses):
    settings.TRUSTED_PROXIES = 1
    browsers = [Client(headers={"X-Forwarded-For": f"198.51.100.{number}"}) for number in range(addresses)]
    for number in range(200):
        sign_in(browsers[number % addresses], officer.username, f"wrong {number}")

    response = sign_in(browsers[0], officer.username)
    assertContains(response, "Too many wrong passwords for this username. Try again in 15 minutes.")
    assert not is_in(browsers[0])
    sign_in(browsers[0], other.username)
    assert is_in(browsers[0])


def test_it_opens_again_when_the_wait_is_over(officer, client):
    for number in range(200):
        sign_in(client, officer.username, f"wrong {number}")
    with time_machine.travel(timezone.now() + datetime.timedelta(minutes=15, seconds=1)):
        sign_in(client, officer.username)
        assert is_in(client)


def test_the_right_password_is_never_let_in_among_wrong_ones_after_the_fifth(officer):
    opened = []
    for number in range(60):
        browser = Client()
        sign_in(browser, officer.username, PASSWORD if number >= 5 else "wrong")
        opened.append(is_in(browser))

    assert not any(opened)


def test_an_unknown_name_is_shut_just_so(home, client):
    answers = [sign_in(client, "nobody", "wrong").text for _ in range(6)]

    assert "Too many wrong passwords for this username." in answers[5]
    assert "Too many wrong passwords for this username." not in answers[4]


def test_one_address_cannot_try_many_names(officer, other, client):
    for number in range(40):
        sign_in(client, f"name {number}", "wrong")

    assertContains(sign_in(client, other.username), "Too many wrong passwords came from where you are.")
    elsewhere = Client(REMOTE_ADDR="203.0.113.9")
    sign_in(elsewhere, other.username)
    assert is_in(elsewhere)


@pytest.mark.parametrize("address", ["::ffff:198.51.100.{}", "64:ff9b::198.51.100.{}"])
def test_visitors_whose_addresses_a_proxy_translates_are_not_one(other, client, settings, address):
    settings.TRUSTED_PROXIES = 1
    for number in range(35):
        sign_in(client, f"name {number}", "wrong", headers={"X-Forwarded-For": address.format(7)})

    assertContains(sign_in(client, "the next", headers={"X-Forwarded-For": address.format(7)}), "from where you are")
    sign_in(client, other.username, headers={"X-Forwarded-For": address.format(8)})
    assert is_in(client)


def test_nobody_becomes_another_by_another_port(home, client, settings):
    settings.TRUSTED_PROXIES = 1
    for number in range(31):
        sign_in(client, f"name {number}", "wrong", headers={"X-Forwarded-For": f"198.51.100.7:{4000 + number}"})

    answer = sign_in(client, "the next", "wrong", headers={"X-Forwarded-For": "198.51.100.7:5000"})
    assertContains(answer, "came from where you are.")


def test_an_address_that_a_visitor_made_up_counts_for_nothing(home, client, settings):
    settings.TRUSTED_PROXIES = 0
    for number in range(31):
        sign_in(client, f"name {number}", "wrong", headers={"X-Forwarded-For": f"198.51.100.{number}"})

    assertContains(sign_in(client, "the next", "wrong"), "came from where you are.")


def test_mistypes_before_the_right_password_are_forgiven(officer, client):
    for _ in range(5):
        for number in range(4):
            sign_in(client, officer.username, f"wrong {number}")
        sign_in(client, officer.username)
        assert is_in(client)
        client.post("/sign-in/out/")


def test_codes_cannot_be_tried_out_either(officer, client):
    codes_of(officer)
    sign_in(client, officer.username)
    answers = [client.post("/sign-in/second-step/", {"code": f"{number:06}"}).text for number in range(8)]

    assert "Too many wrong codes. Try again in 15 minutes." in answers[-1]
    assert SignInEntry.objects.filter(what=What.WRONG_CODE).count() == 5


def test_nor_by_beginning_anew_with_the_password(officer):
    codes_of(officer)
    for number in range(8):
        client = Client()
        sign_in(client, officer.username)
        answer = client.post("/sign-in/second-step/", {"code": f"{number:06}"})

    assertContains(answer, "Too many wrong codes.")


def test_the_password_asked_for_again_is_counted_with_the_others(officer, client):
    sign_in(client, officer.username)
    for number in range(6):
        answer = client.post("/sign-in/again/", {"password": f"wrong {number}"})

    assertContains(answer, "Too many wrong passwords for this username.")


def lock(officer):
    for number in range(6):
        sign_in(Client(), officer.username, f"wrong {number}")


def by_help(officer):
    administrator = Client()
    administrator.force_login(make_officer(ADMINISTRATORS, "helper"))
    administrator.post(f"/cms/sign-in-help/{officer.pk}/")
    link = Invitation.objects.get(user=officer).signed()
    Client().post(f"/sign-in/invitation/{link}/", {"password1": NEW_PASSWORD, "password2": NEW_PASSWORD})


def by_mail(officer):
    browser = Client()
    address = browser.get(reset_link(officer).removeprefix("http://localhost:8000"))["Location"]
    browser.post(address, {"password1": NEW_PASSWORD, "password2": NEW_PASSWORD})


def by_command(officer):
    officer.set_password(NEW_PASSWORD)
    officer.save()


@pytest.mark.parametrize("choose", [by_help, by_mail, by_command])
def test_a_new_password_opens_a_log_in_that_was_shut_by_wrong_ones(officer, client, choose):
    lock(officer)
    choose(officer)

    assert not client.login(username=officer.username, password=PASSWORD)
    sign_in(client, officer.username, NEW_PASSWORD)
    assert is_in(client)


def test_and_wrong_ones_shut_it_again(officer, client):
    by_command(officer)
    lock(officer)

    sign_in(client, officer.username, NEW_PASSWORD)
    assert not is_in(client)


def test_who_is_helped_to_a_new_second_factor_can_give_its_code(officer, client):
    codes_of(officer)
    sign_in(client, officer.username)
    for number in range(6):
        client.post("/sign-in/second-step/", {"code": f"{number:06}"})
    helper = Client()
    helper.force_login(make_officer(ADMINISTRATORS, "helper"))
    helper.post(f"/cms/sign-in-help/{officer.pk}/", {"without_factor": "on"})

    secret = codes_of(officer)
    sign_in(client, officer.username)
    client.post("/sign-in/second-step/", {"code": code_now(secret)})
    assert is_in(client)


@pytest.fixture
def file_database(home, tmp_path):
    """The address of a site with a copy of this database in a file, as several workers have one."""
    if connection.vendor != "sqlite":
        pytest.skip("On PostgreSQL the test's database is in a transaction that no other process sees.")
    make_officer(ADMINISTRATORS)
    connection.ensure_connection()
    (tmp_path / "db.sqlite3").write_bytes(connection.connection.serialize())
    return tmp_path


COUNT = """
import django
from django.utils import timezone
django.setup()
from django.core.exceptions import ValidationError
from pages.sign_in import limits
let_in = 0
for _ in range(50):
    try:
        limits.count_password("administrators", "198.51.100.1", timezone.now())
    except ValidationError:
        continue
    let_in += 1
print(let_in)
"""


def test_four_processes_at_once_let_in_no_more_than_one_does(file_database):
    environment = site_environment(file_database)
    command = [sys.executable, "-c", COUNT]
    running = [
        subprocess.Popen(command, cwd=PROJECT, env=environment, stdout=subprocess.PIPE, text=True) for _ in range(4)
    ]
    let_in = [int(process.communicate(timeout=200)[0]) for process in running]

    assert sum(let_in) == limits.PASSWORDS.most
    with closing(sqlite3.connect(file_database / "db.sqlite3")) as kept:
        assert kept.execute("SELECT max(count) FROM pages_tries").fetchone() == (limits.PASSWORDS.most,)
