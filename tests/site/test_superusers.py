"""Superusers: made, changed and taken away by superusers only, whatever else somebody administers."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains

from pages.council.roles import ADMINISTRATORS, NAVIGATORS
from tests.cms import make_officer

BOX = 'name="is_superuser"'
SECRET = "long-and-only-for-tests"


@pytest.fixture
def chief(home):
    """A superuser who can be taken over by whoever changes their password or e-mail."""
    fields = {"email": "chief@example.gov.uk", "first_name": "Chief", "last_name": "Person"}
    return get_user_model().objects.create_superuser("chief", password=SECRET, **fields)


@pytest.fixture
def administrator(client, chief):
    user = make_officer(ADMINISTRATORS)
    client.force_login(user)
    return user


@pytest.fixture
def navigator(home):
    return make_officer(NAVIGATORS)


def address(name, *args):
    return reverse(f"wagtailusers_users:{name}", args=args)


def bulk(action, *users):
    return reverse("wagtail_bulk_action", args=["auth", "user", action]) + "?" + "&".join(f"id={u.pk}" for u in users)


def form(**fields):
    values = {"username": "new", "email": "new@example.gov.uk", "first_name": "New", "last_name": "Person"}
    return values | {"password1": SECRET, "password2": SECRET, "is_active": "on"} | fields


def as_now(user):
    return get_user_model().objects.values().get(pk=user.pk)


def test_an_administrator_sees_no_box_that_makes_superusers(client, administrator, navigator):
    for screen in (address("edit", navigator.pk), address("edit", administrator.pk)):
        assertNotContains(client.get(screen), BOX)


def test_a_superuser_sees_it_for_others(client, chief, navigator):
    client.force_login(chief)

    assertContains(client.get(address("edit", navigator.pk)), BOX)


def test_the_list_leads_to_no_screen_that_refuses(client, administrator, chief, navigator):
    listing = client.get(address("index"))

    assertContains(listing, address("edit", navigator.pk))
    assertContains(listing, "chief")
    assertNotContains(listing, address("edit", chief.pk))
    assertNotContains(listing, address("delete", chief.pk))


def test_an_administrator_changes_other_officers(client, administrator, navigator):
    client.post(address("edit", navigator.pk), form(username="moved"))

    assert as_now(navigator)["username"] == "moved"


def test_nobody_types_a_password_for_somebody_else(client, administrator, navigator):
    before = as_now(navigator)["password"]

    assert client.get(address("add"))["Location"] == reverse("invitation:add")
    assert client.post(address("add"), form())["Location"] == reverse("invitation:add")
    assertNotContains(client.get(address("edit", navigator.pk)), 'type="password"')
    client.post(address("edit", navigator.pk), form())

    assert not get_user_model().objects.filter(username="new").exclude(pk=navigator.pk).exists()
    assert as_now(navigator)["password"] == before
    assert not navigator.check_password(SECRET)


def test_two_log_ins_cannot_have_the_same_address(client, administrator, navigator):
    assertContains(
        client.post(address("edit", navigator.pk), form(email=administrator.email.upper())), "has this address"
    )


def test_an_administrator_who_sends_the_box_anyway_is_refused(client, administrator, navigator):
    before = as_now(navigator), as_now(administrator)

    for screen in (address("edit", navigator.pk), address("edit", administrator.pk)):
        assertContains(client.post(screen, form(is_superuser="on"), follow=True), "you do not have permission")

    assert (as_now(navigator), as_now(administrator)) == before
    assert not get_user_model().objects.filter(username="new").exists()


def test_a_superuser_makes_another(client, chief, navigator):
    client.force_login(chief)

    client.post(address("edit", navigator.pk), form(is_superuser="on"))

    assert get_user_model().objects.filter(is_superuser=True).count() == 2


@pytest.mark.parametrize("fields", [{}, {"is_active": ""}, {"email": "thief@example.gov.uk"}])
@pytest.mark.parametrize("name", ["edit", "delete"])
def test_an_administrator_cannot_touch_a_superuser(client, administrator, chief, name, fields):
    before = as_now(chief)

    assertContains(client.get(address(name, chief.pk), follow=True), "you do not have permission")
    assertContains(client.post(address(name, chief.pk), form(**fields), follow=True), "you do not have permission")

    assert as_now(chief) == before


@pytest.mark.parametrize(
    ("action", "fields"), [("delete", {}), ("set_active_state", {"mark_as_active": "False"}), ("assign_role", None)]
)
def test_nor_with_others_from_the_list(client, administrator, chief, navigator, action, fields):
    role = Group.objects.get(name=ADMINISTRATORS)
    before = as_now(chief)

    screen = client.get(bulk(action, chief, navigator))
    client.post(bulk(action, chief, navigator), {"role": role.pk} if fields is None else fields)

    assertContains(screen, "have permission to ")
    assert as_now(chief) == before
    assert not chief.groups.exists()
    others = get_user_model().objects.filter(pk=navigator.pk)
    assert not others.filter(is_active=True).exclude(groups=role).exists()


def test_a_log_in_is_never_copied_with_its_rights(client, administrator, chief):
    for copy in (client.get, client.post):
        assert copy(f"/cms/users/copy/{chief.pk}/", form()).status_code == 404

    assert get_user_model().objects.filter(is_superuser=True).count() == 1


def test_a_superuser_changes_another(client, chief):
    client.force_login(get_user_model().objects.create_superuser("other", "other@example.gov.uk", SECRET))

    client.post(address("edit", chief.pk), form(username="chief", email="new@example.gov.uk"))

    assert as_now(chief)["email"] == "new@example.gov.uk"
