"""Invitations: a link, good once and for seven days, by which an officer gets a log-in or a new password."""

import datetime
import io
import logging
import re

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core import mail
from django.test import Client
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains

from kinship_offer.mail import mailers
from pages.council.roles import ADMINISTRATORS, KINSHIP_LEAD, NAVIGATORS, SECTION_EDITORS
from pages.sign_in import invitations
from pages.sign_in.entry import SignInEntry, What
from pages.sign_in.invitation import Invitation
from pages.sign_in.mail import invitation_link
from tests.cms import make_officer
from tests.sign_in.officers import AT_ONCE, BY_THE_WORKER, MAIL_KEPT, code_now, codes_of, sign_in

PASSWORD = "four plain words here"
EMAIL = "new.officer@example.gov.uk"


@pytest.fixture(autouse=True)
def no_mail(settings):
    settings.MAILERS, settings.TASKS = {}, AT_ONCE


@pytest.fixture
def administrator(home, client):
    user = make_officer(ADMINISTRATORS)
    client.force_login(user)
    return user


@pytest.fixture
def chief(home):
    return get_user_model().objects.create_superuser("chief", "chief@example.gov.uk", PASSWORD)


def invite(client, email=EMAIL, role=NAVIGATORS):
    return client.post("/cms/invitation/new/", {"email": email, "role": Group.objects.get(name=role).pk}, follow=True)


def link_in(text):
    found = re.search(r"http://localhost:8000(/sign-in/invitation/[^\s<]+)", text)
    return found and found[1]


def made():
    return Invitation.objects.latest("pk")


def path_of(invitation):
    return invitation_link(invitation).removeprefix("http://localhost:8000")


def accept(link, client=None, **fields):
    values = {"first_name": "New", "last_name": "Officer", "username": "new-officer"}
    return (client or Client()).post(link, values | {"password1": PASSWORD, "password2": PASSWORD} | fields)


def log_ins(**fields):
    return get_user_model().objects.filter(**fields)


@pytest.mark.parametrize("role", [NAVIGATORS, SECTION_EDITORS, KINSHIP_LEAD, ADMINISTRATORS])
def test_without_a_mail_server_the_screen_shows_the_link_and_the_officer_chooses(administrator, client, role):
    screen = invite(client, role=role)
    officer = Client()
    assertContains(screen, "Nothing was mailed.")
    assertNotContains(screen, "Given to the mail server")

    assert accept(link_in(screen.text), officer)["Location"] == "/sign-in/factors/"
    user = log_ins(username="new-officer").get()
    assert (user.email, user.is_superuser) == (EMAIL, False)
    assert [group.name for group in user.groups.all()] == [role]
    assert user.check_password(PASSWORD)
    assert officer.get("/cms/").status_code == 200
    assert SignInEntry.objects.filter(what=What.INVITATION_TAKEN, user=user).exists()


def test_on_https_a_second_factor_comes_next(administrator, client, settings):
    link = link_in(invite(client).text)
    settings.SECOND_FACTOR_NEEDED = True
    officer = Client()
    accept(link, officer)

    assert officer.get("/cms/")["Location"] == "/sign-in/factors/"


def test_with_a_mail_server_it_is_mailed_and_not_shown(administrator, client, settings):
    settings.MAILERS = MAIL_KEPT
    screen = invite(client)

    assert mail.outbox[0].to == [EMAIL]
    assert log_ins(username="new-officer").count() == 0
    assert link_in(screen.text) is None
    assertContains(screen, "Given to the mail server")
    accept(link_in(mail.outbox[0].body))
    assert log_ins(username="new-officer").exists()


def test_what_is_only_printed_by_the_server_is_mailed_to_nobody(administrator, client, settings):
    settings.MAILERS = mailers("MAIL_URL", "console")

    assertContains(invite(client), "Nothing was mailed.")
    assertContains(Client().get("/sign-in/forgotten/"), "This site sends no e-mail.")


def test_what_waits_to_be_mailed_is_not_said_to_be_mailed(administrator, client, settings):
    settings.MAILERS, settings.TASKS = MAIL_KEPT, BY_THE_WORKER
    screen = invite(client)

    assertContains(screen, "Waiting to be mailed")
    assert not mail.outbox


def test_a_server_that_refuses_is_told_and_the_link_shown(administrator, client, settings):
    settings.MAILERS = mailers("MAIL_URL", "smtp://127.0.0.1:1")
    invite(client)
    screen = client.get(f"/cms/invitation/inspect/{made().pk}/")

    assertContains(screen, "Could not be mailed: hand the link over yourself")
    assert link_in(screen.text)


def test_a_link_works_once(administrator, client):
    link = link_in(invite(client).text)
    accept(link)

    assert accept(link, username="second").status_code == 404
    assert Client().get(link).status_code == 404
    assert not log_ins(username="second").exists()


def test_looking_at_it_uses_nothing_up(administrator, client):
    link = link_in(invite(client).text)
    for _ in range(3):
        assertContains(Client().get(link), "Your role: Navigators.")

    assert accept(link).status_code == 302


@pytest.mark.parametrize(("days", "status"), [(6.9, 200), (7.1, 404)])
def test_it_ends_after_seven_days(administrator, client, days, status):
    link = link_in(invite(client).text)
    with time_machine.travel(timezone.now() + datetime.timedelta(days=days)):
        assert Client().get(link).status_code == status


def test_a_new_link_ends_the_old_one(administrator, client):
    old = link_in(invite(client).text)
    screen = client.post(f"/cms/invitations/{made().pk}/new-link/", follow=True)

    assert Client().get(old).status_code == 404
    assert Client().get(link_in(screen.text)).status_code == 200


def test_so_does_a_second_invitation_for_the_same_address(administrator, client):
    old = link_in(invite(client).text)
    invite(client, email=EMAIL.upper())

    assert Client().get(old).status_code == 404


def test_a_withdrawn_link_opens_nothing(administrator, client):
    link = link_in(invite(client).text)
    screen = client.post(f"/cms/invitations/{made().pk}/withdraw/", follow=True)

    assertContains(screen, "The link is withdrawn.")
    assert link_in(screen.text) is None
    assert Client().get(link).status_code == 404
    client.post(f"/cms/invitations/{made().pk}/new-link/")
    assert made().withdrawn_at


@pytest.mark.parametrize("change", [{"is_active": False}, {"groups": []}])
def test_it_ends_when_who_made_it_may_no_longer(administrator, client, change):
    link = link_in(invite(client).text)
    if "groups" in change:
        administrator.groups.clear()
    else:
        log_ins(pk=administrator.pk).update(**change)

    assert Client().get(link).status_code == 404


@pytest.mark.parametrize("link", ["x", "x:y", "", "%00", "é", "a" * 3000])
def test_a_made_up_link_opens_nothing(home, client, link):
    assert client.get(f"/sign-in/invitation/{link}/").status_code == 404


def test_the_number_in_the_database_is_no_link(administrator, client):
    invite(client)

    assert Client().get(f"/sign-in/invitation/{made().number}/").status_code == 404


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"username": ""}, "Choose a username."),
        ({"username": "ADMINISTRATORS"}, "Somebody has this username already."),
        ({"username": "a b"}, "Enter a valid username"),
        ({"first_name": ""}, "Type your first name."),
        ({"password2": "other"}, "The two passwords are not the same."),
        ({"password1": "kinship1", "password2": "kinship1"}, "Words of this site"),
        ({"password1": "new-officer-1", "password2": "new-officer-1"}, "too similar"),
        ({"password1": "", "password2": ""}, "Choose a password."),
    ],
)
def test_a_slip_makes_no_log_in_and_leaves_the_link(administrator, client, fields, words):
    link = link_in(invite(client).text)

    assertContains(accept(link, **fields), words)
    assert not log_ins(email=EMAIL).exists()
    assert accept(link).status_code == 302


def test_two_at_once_make_one_log_in(administrator, client):
    invite(client)
    invitation = made()
    fields = {"first_name": "A", "last_name": "B", "username": "first"}
    invitations.accept(invitation, fields, PASSWORD, timezone.now())

    with pytest.raises(invitations.NotOpenError):
        invitations.accept(invitation, fields | {"username": "second"}, PASSWORD, timezone.now())


def test_a_name_taken_in_the_same_moment_leaves_the_link(administrator, client):
    invite(client)
    with pytest.raises(invitations.NameTakenError):
        invitations.accept(made(), {"username": administrator.username}, PASSWORD, timezone.now())

    assert made().used_at is None


@pytest.mark.parametrize("role", [NAVIGATORS, SECTION_EDITORS, KINSHIP_LEAD])
def test_only_administrators_invite_or_see(administrator, client, role):
    invite(client)
    other = Client()
    other.force_login(make_officer(role))
    pk = made().pk

    assertContains(invite(other, "other@example.gov.uk"), "you do not have permission")
    for address in ("/cms/invitation/", "/cms/invitation/new/", f"/cms/invitation/inspect/{pk}/"):
        assertContains(other.get(address, follow=True), "you do not have permission")
    for act in ("new-link", "withdraw"):
        assertContains(other.post(f"/cms/invitations/{pk}/{act}/", follow=True), "you do not have permission")
    assertContains(other.post(f"/cms/sign-in-help/{pk}/", follow=True), "you do not have permission")
    assert made().pk == pk
    assert not made().withdrawn_at


def test_no_group_but_the_councils_roles_can_be_had(administrator, client):
    secret = Group.objects.create(name="Secret")
    screen = client.post("/cms/invitation/new/", {"email": EMAIL, "role": secret.pk, "is_superuser": "on"})

    assertContains(screen, "Select a valid choice")
    assertNotContains(client.get("/cms/invitation/new/"), "Secret")
    assert not Invitation.objects.exists()


def test_who_has_a_log_in_is_not_invited_again(administrator, client):
    assertContains(invite(client, email=administrator.email.upper()), "There is a log-in with this address.")
    assert not Invitation.objects.exists()


@pytest.mark.parametrize("act", ["edit", "delete"])
def test_nobody_changes_or_deletes_an_invitation(administrator, client, act):
    invite(client)

    client.post(f"/cms/invitation/{act}/{made().pk}/", {"email": "thief@example.gov.uk"})

    assert made().email == EMAIL


def test_the_list_shows_where_each_has_got_to(administrator, client):
    invite(client)
    invite(client, "other@example.gov.uk")
    client.post(f"/cms/invitations/{made().pk}/withdraw/")

    listing = client.get("/cms/invitation/")
    assertContains(listing, "Not used yet")
    assertContains(listing, "Withdrawn")
    assertNotContains(listing, "/sign-in/invitation/")


def test_an_officer_who_cannot_get_in_gets_a_link_for_a_new_password(administrator, client):
    navigator = make_officer(NAVIGATORS)
    assertContains(client.get(f"/cms/users/edit/{navigator.pk}/"), f"/cms/sign-in-help/{navigator.pk}/")
    screen = client.post(f"/cms/sign-in-help/{navigator.pk}/", follow=True)

    officer = Client()
    assertContains(officer.get(link_in(screen.text)), "Your username is navigators.")
    officer.post(link_in(screen.text), {"password1": PASSWORD, "password2": PASSWORD})
    assert officer.get("/cms/").status_code == 200
    navigator.refresh_from_db()
    assert navigator.check_password(PASSWORD)
    assert [group.name for group in navigator.groups.all()] == [NAVIGATORS]


def test_their_second_factor_is_still_asked_for(administrator, client):
    navigator = make_officer(NAVIGATORS)
    secret = codes_of(navigator)
    link = link_in(client.post(f"/cms/sign-in-help/{navigator.pk}/", follow=True).text)
    officer = Client()

    response = officer.post(link, {"password1": PASSWORD, "password2": PASSWORD})

    assert response["Location"] == "/sign-in/second-step/"
    officer.post("/sign-in/second-step/", {"code": code_now(secret)})
    assert officer.get("/cms/").status_code == 200


def test_unless_they_have_lost_it(administrator, client):
    navigator = make_officer(NAVIGATORS)
    codes_of(navigator)
    open_elsewhere = Client()
    open_elsewhere.force_login(navigator)

    client.post(f"/cms/sign-in-help/{navigator.pk}/", {"without_factor": "on"})

    assert not Authenticator.objects.exists()
    assert open_elsewhere.get("/cms/").status_code == 302
    assert SignInEntry.objects.get(what=What.FACTOR_REMOVED).about == f"By {administrator.username}"


def test_that_link_ends_when_the_log_in_is_shut(administrator, client):
    navigator = make_officer(NAVIGATORS)
    link = link_in(client.post(f"/cms/sign-in-help/{navigator.pk}/", follow=True).text)
    navigator.is_active = False
    navigator.save()

    assert Client().get(link).status_code == 404


def test_an_administrator_gets_no_link_to_become_a_superuser(administrator, client, chief):
    for send in (client.get, client.post):
        assertContains(send(f"/cms/sign-in-help/{chief.pk}/", follow=True), "you do not have permission")
    assert not Invitation.objects.exists()

    invitation = invitations.new_password_link(chief, chief, timezone.now())
    assert link_in(client.get(f"/cms/invitation/inspect/{invitation.pk}/").text) is None
    client.post(f"/cms/invitations/{invitation.pk}/new-link/")
    assert made().number == invitation.number


def test_nor_by_one_who_became_a_superuser_meanwhile(administrator, client):
    navigator = make_officer(NAVIGATORS)
    link = link_in(client.post(f"/cms/sign-in-help/{navigator.pk}/", follow=True).text)
    log_ins(pk=navigator.pk).update(is_superuser=True)

    assert Client().get(link).status_code == 404


def test_who_opens_a_link_while_somebody_else_is_signed_in_goes_on_as_themselves(administrator, client):
    link = link_in(invite(client).text)
    accept(link, client)

    assert client.session["_auth_user_id"] == str(log_ins(username="new-officer").get().pk)


def test_no_log_holds_a_link(administrator, client, settings):
    link = link_in(invite(client).text)
    handler, told = logging.getHandlerByName("console"), io.StringIO()
    before = handler.setStream(told)
    try:
        for path in (link, "/sign-in/new-password/1-abc-def/"):
            Client().put(path)
            Client(enforce_csrf_checks=True).post(path)
            Client().get(path + "more/")
    finally:
        handler.setStream(before)

    assert "/sign-in/invitation/…/" in told.getvalue()
    assert "/sign-in/new-password/1-…/" in told.getvalue()
    assert made().number not in told.getvalue()
    assert "abc" not in told.getvalue()


def test_it_is_kept_for_90_days_after_its_end(administrator, client):
    invite(client)
    ended = made().ends_at

    assert invitations.forget_old(ended + datetime.timedelta(days=89)) == 0
    assert invitations.forget_old(ended + datetime.timedelta(days=91)) == 1


def test_signing_in_afterwards_is_the_usual_way(administrator, client):
    accept(link_in(invite(client).text))

    assert sign_in(Client(), "new-officer", PASSWORD)["Location"] == "/cms/"
