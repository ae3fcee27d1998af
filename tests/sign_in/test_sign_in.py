"""Signing in: password, second step, setting factors up, and how long it lasts."""

import datetime
import re

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from django.contrib.auth.models import User
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains

from pages.council.roles import ADMINISTRATORS, NAVIGATORS
from pages.sign_in.entry import SignInEntry, What
from pages.site.demonstration import make_log_ins
from tests.cms import make_officer
from tests.sign_in.officers import PASSWORD, code_now, codes_of, recovery_codes_of, sign_in

CMS = "/cms/"


@pytest.fixture
def https(settings):
    settings.SECOND_FACTOR_NEEDED = True


@pytest.fixture
def officer(home):
    return make_officer(ADMINISTRATORS)


def is_in(client):
    return client.get(CMS).status_code == 200


def second_step(client, code):
    return client.post("/sign-in/second-step/", {"code": code})


def test_the_right_password_opens_the_cms_where_no_second_factor_is_needed(officer, client):
    assert sign_in(client, officer.username)["Location"] == CMS
    assert is_in(client)


@pytest.mark.parametrize(
    ("name", "password"), [("administrators", "wrong"), ("nobody", PASSWORD), ("", ""), ("a", "b")]
)
def test_anything_else_does_not(officer, client, name, password):
    response = sign_in(client, name, password)

    assert response.status_code == 200
    assert not is_in(client)


def test_an_unknown_name_and_a_wrong_password_get_the_same_answer(officer, client):
    answers = {
        re.sub(r'value="[^"]*"', "", sign_in(Client(), name, "wrong").text) for name in (officer.username, "nobody")
    }

    assert len(answers) == 1


def test_whoever_set_up_codes_is_asked_for_one_on_http_too(officer, client):
    secret = codes_of(officer)

    assert sign_in(client, officer.username)["Location"] == "/sign-in/second-step/"
    assert not is_in(client)
    assertContains(second_step(client, "000000"), "That code is not right")
    assert not is_in(client)
    assert second_step(client, code_now(secret))["Location"] == CMS
    assert is_in(client)


def test_the_way_back_leads_where_one_was_going(officer, client):
    secret = codes_of(officer)
    sign_in(client, officer.username, next="/cms/pages/")

    assert second_step(client, code_now(secret))["Location"] == "/cms/pages/"


def test_and_never_to_another_site(officer, client):
    assert sign_in(client, officer.username, next="https://elsewhere.example/")["Location"] == CMS


def test_a_code_is_good_once(officer):
    secret, code = codes_of(officer), None
    for expected in (CMS, None):
        client = Client()
        sign_in(client, officer.username)
        code = code or code_now(secret)
        assert second_step(client, code).get("Location") == expected


def test_a_recovery_code_opens_once(officer):
    codes_of(officer)
    code = recovery_codes_of(officer)[0]
    for expected in (CMS, None):
        client = Client()
        sign_in(client, officer.username)
        assert second_step(client, code).get("Location") == expected


def test_the_database_alone_makes_no_codes(officer, settings):
    secret = codes_of(officer)
    kept = [str(row.data) for row in Authenticator.objects.filter(user=officer)]

    assert not any(secret in data for data in kept)
    settings.SECRET_KEY = "another" * 10
    client = Client()
    sign_in(client, officer.username)
    assert "Location" not in second_step(client, code_now(secret))


def test_an_officer_on_https_sets_up_codes_first_and_then_works(https, officer, client):
    sign_in(client, officer.username)
    assert client.get(CMS)["Location"] == reverse("mfa_index")

    screen = client.get("/sign-in/factors/codes/")
    secret = re.search(r'id="key">([^<]+)<', screen.text)[1].replace(" ", "")
    assertContains(screen, "data:image/svg+xml;base64,")
    response = client.post("/sign-in/factors/codes/", {"code": code_now(secret)})

    assert response["Location"] == "/sign-in/factors/recovery-codes/"
    shown = re.findall(r"<code>(\d{8})</code>", client.get(response["Location"]).text)
    assert shown == recovery_codes_of(officer)
    assert is_in(client)
    assertNotContains(client.get(response["Location"]), shown[0])


def test_a_wrong_code_sets_up_nothing(https, officer, client):
    sign_in(client, officer.username)
    client.get("/sign-in/factors/codes/")

    assertContains(client.post("/sign-in/factors/codes/", {"code": "123"}), "That code is not right")
    assert client.get(CMS)["Location"] == reverse("mfa_index")


def test_new_recovery_codes_end_the_old_ones(officer, client):
    secret = codes_of(officer)
    old = recovery_codes_of(officer)
    sign_in(client, officer.username)
    second_step(client, code_now(secret))

    client.post("/sign-in/factors/recovery-codes/new/")

    assert not set(old) & set(recovery_codes_of(officer))


def test_removing_the_last_factor_shuts_the_cms_again(https, officer, client):
    secret = codes_of(officer)
    sign_in(client, officer.username)
    second_step(client, code_now(secret))
    assert is_in(client)

    client.post("/sign-in/factors/codes/remove/")

    assert client.get(CMS)["Location"] == reverse("mfa_index")
    assert not Authenticator.objects.filter(user=officer).exists()


@pytest.mark.parametrize(
    "path", ["factors/codes/", "factors/recovery-codes/", "factors/recovery-codes/new/", "factors/passkeys/add/"]
)
def test_who_signed_in_a_while_ago_shows_once_more_who_they_are(officer, client, path):
    sign_in(client, officer.username)
    codes_of(officer)
    Authenticator.objects.filter(type="totp").delete()

    with time_machine.travel(datetime.datetime.now(datetime.UTC) + datetime.timedelta(minutes=6)):
        assert client.get(f"/sign-in/{path}")["Location"].startswith("/sign-in/again/?next=")
        assertContains(client.post("/sign-in/again/", {"password": "wrong"}), "That is not your password")
        client.post("/sign-in/again/", {"password": PASSWORD})
        assert client.get(f"/sign-in/{path}").status_code == 200


def test_a_code_shows_it_as_well_and_leads_where_one_wanted_to_go(officer, client):
    secret = codes_of(officer)
    sign_in(client, officer.username)
    second_step(client, code_now(secret))

    with time_machine.travel(datetime.datetime.now(datetime.UTC) + datetime.timedelta(minutes=6)):
        wanted = client.get("/sign-in/factors/passkeys/add/")["Location"].partition("?")[2]
        screen = client.get(f"/sign-in/again/code/?{wanted}")
        data = {"code": code_now(secret)} | dict(re.findall(r'name="(next)" value="([^"]*)"', screen.text))
        assertContains(client.post(f"/sign-in/again/code/?{wanted}", {"code": "000"}), "That code is not right")
        assert client.post("/sign-in/again/code/", data)["Location"] == "/sign-in/factors/passkeys/add/"


def test_a_passkey_screen_asks_the_browser_and_takes_no_nonsense(officer, client):
    sign_in(client, officer.username)

    assertContains(client.get("/sign-in/factors/passkeys/add/"), '"creation_options"')
    for nonsense in ("", "{}", "[]", "nonsense", '{"id": "x"}', '{"rawId": "x"}'):
        response = client.post("/sign-in/factors/passkeys/add/", {"credential": nonsense, "name": "Phone"})
        assertContains(response, "That did not work")
    assert not Authenticator.objects.exists()


@pytest.mark.parametrize("nonsense", ["", "{}", "nonsense", '{"response": {"userHandle": "MQ"}}', '{"response": []}'])
def test_nobody_signs_in_by_a_made_up_passkey(officer, client, nonsense):
    client.get("/sign-in/passkey/", headers={"Accept": "application/json"})

    assert client.post("/sign-in/passkey/", {"credential": nonsense})["Location"] == "/sign-in/"
    assert not is_in(client)


def test_demonstration_log_ins_need_no_second_factor_in_a_demonstration(home, client, settings):
    make_log_ins("only-for-this-test")
    settings.DEMONSTRATION = True

    assert sign_in(client, "demo-admin", "only-for-this-test")["Location"] == CMS
    assert is_in(client)


def test_and_nobody_signs_in_with_them_elsewhere(home, client):
    make_log_ins("only-for-this-test")

    sign_in(client, "demo-admin", "only-for-this-test")

    assert not is_in(client)


def test_an_inactive_log_in_is_shut(officer, client):
    sign_in(client, officer.username)
    officer.is_active = False
    officer.save()

    assert not is_in(client)
    sign_in(client, officer.username)
    assert not is_in(client)


def test_signing_out_needs_a_button_and_ends_the_session(officer, client):
    sign_in(client, officer.username)
    client.get("/cms/logout/")
    assert is_in(client)

    assert client.post("/cms/logout/")["Location"] == "/sign-in/"
    assert not is_in(client)


def test_a_session_ends_after_idle_hours_and_not_before(officer, client):
    begun = datetime.datetime.now(datetime.UTC)
    sign_in(client, officer.username)
    for hours in (7, 14, 21):
        with time_machine.travel(begun + datetime.timedelta(hours=hours)):
            assert is_in(client)
    with time_machine.travel(begun + datetime.timedelta(hours=30)):
        assert not is_in(client)


def test_an_editor_left_open_keeps_nobody_signed_in(officer, client):
    begun = datetime.datetime.now(datetime.UTC)
    sign_in(client, officer.username)
    is_in(client)
    for hours in (3, 6):
        with time_machine.travel(begun + datetime.timedelta(hours=hours)):
            client.get("/cms/editing-sessions/ping/wagtailcore/page/1/")
    with time_machine.travel(begun + datetime.timedelta(hours=9)):
        assert not is_in(client)


def test_the_browser_forgets_it_when_it_is_closed(officer, client):
    sign_in(client, officer.username)

    assert client.cookies["sessionid"]["max-age"] == ""
    assert client.cookies["sessionid"]["httponly"]


def test_every_click_is_not_written(officer, client, django_assert_max_num_queries):
    sign_in(client, officer.username)
    client.get("/")
    before = Session.objects.get(pk=client.session.session_key).expire_date
    client.get("/")

    assert Session.objects.get(pk=client.session.session_key).expire_date == before


def test_a_new_password_is_checked_and_ends_all_other_sessions(officer, client):
    other = Client()
    for browser in (client, other):
        sign_in(browser, officer.username)

    def change(new, old=PASSWORD):
        data = {"password-old_password": old, "password-new_password1": new, "password-new_password2": new}
        names = {"name_email-first_name": "A", "name_email-last_name": "B", "name_email-email": officer.email}
        return client.post("/cms/account/", data | names | {"theme-theme": "system", "theme-density": "default",
            "theme-contrast": "system", "theme-keyboard_shortcuts": "on"})  # fmt: skip

    assert change("kinship1").status_code == 200
    assert change("four plain words here", old="wrong").status_code == 200
    assert is_in(other)
    assert change("four plain words here").status_code == 302
    assert is_in(client)
    assert not is_in(other)
    assert officer.__class__.objects.get(pk=officer.pk).check_password("four plain words here")


def test_one_signs_out_everywhere_else(officer, client):
    other, navigator = Client(), Client()
    for browser in (client, other):
        sign_in(browser, officer.username)
    sign_in(navigator, make_officer(NAVIGATORS).username)

    client.post("/sign-in/factors/end-other-sessions/")

    assert [is_in(browser) for browser in (client, other, navigator)] == [True, False, True]


def change_email(client, email, password=""):
    names = {"name_email-first_name": "A", "name_email-last_name": "B", "name_email-email": email}
    looks = {"theme-theme": "system", "theme-density": "default", "theme-contrast": "system"}
    return client.post("/cms/account/", names | looks | {"name_email-password": password})


def email_of(officer):
    return User.objects.get(pk=officer.pk).email


def test_nobody_takes_the_address_of_another(officer, client):
    other = make_officer(NAVIGATORS)
    sign_in(client, officer.username)

    assertContains(change_email(client, other.email.upper(), PASSWORD), "Another log-in has this address.")


@pytest.mark.parametrize(
    ("password", "words"), [("", "Enter your password to change"), ("wrong", "That is not your password.")]
)
def test_an_open_screen_is_not_enough_to_change_an_address(officer, client, password, words):
    sign_in(client, officer.username)

    assertContains(change_email(client, "thief@example.org", password), words)
    assert email_of(officer) == officer.email


def test_with_the_password_the_address_changes(officer, client):
    sign_in(client, officer.username)

    assert change_email(client, "new@example.gov.uk", PASSWORD).status_code == 302
    assert email_of(officer) == "new@example.gov.uk"
    assert is_in(client)


def test_a_name_changes_without_it(officer, client):
    sign_in(client, officer.username)

    assert change_email(client, officer.email).status_code == 302
    assert User.objects.get(pk=officer.pk).first_name == "A"


def test_who_has_no_password_is_told_who_can_change_the_address(officer, client):
    officer.set_unusable_password()
    officer.save()
    client.force_login(officer)

    assertContains(change_email(client, "new@example.gov.uk", "any"), "an administrator can change your address")


def test_a_password_can_not_be_guessed_there_and_one_typing_counts_once(officer, client):
    sign_in(client, officer.username)
    answers = [change_email(client, "thief@example.org", f"wrong {number}").text for number in range(6)]

    assert ["Too many wrong passwords" in answer for answer in answers] == [False] * 5 + [True]
    assert SignInEntry.objects.filter(what=What.WRONG_PASSWORD, user=officer).count() == 5


def test_the_account_screen_leads_to_the_factors(officer, client):
    sign_in(client, officer.username)

    assertContains(client.get("/cms/account/"), 'href="/sign-in/factors/"')
