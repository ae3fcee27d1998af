"""The doors of the CMS: whoever has not proved who they are gets no further than the sign-in screen."""

import re
import uuid

import pytest
from asgiref.sync import async_to_sync
from django.contrib.auth import aauthenticate, get_user_model
from django.contrib.auth.forms import AuthenticationForm
from django.core.exceptions import ValidationError
from django.test import Client, RequestFactory
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils.regex_helper import normalize
from pytest_django.asserts import assertContains
from wagtail.models import Collection, CollectionViewRestriction, PageViewRestriction

from pages.core.content_version import ContentVersion
from pages.council.roles import ADMINISTRATORS
from pages.sign_in.entry import SignInEntry, What
from tests.cms import make_officer
from tests.sign_in.officers import PASSWORD, codes_of, sign_in

SAMPLES = {"int": 1, "str": "x", "slug": "x", "path": "x", "uuid": uuid.UUID(int=1)}
# Below these lies the CMS, and what belongs to it.
PROTECTED = ("cms/",)
AT_THE_DOOR = re.compile(r"^/sign-in/(\?|$|forgotten/|factors/)")


def patterns(resolver, before=""):
    """Every address that the resolver knows, with a value put in for each of its parts."""
    for entry in resolver.url_patterns:
        if isinstance(entry, URLResolver):
            yield from patterns(entry, before + sample_of(entry.pattern))
        elif isinstance(entry, URLPattern):
            yield before + sample_of(entry.pattern)


def sample_of(pattern):
    if hasattr(pattern, "_route"):
        route = pattern._route
        for name, converter in pattern.converters.items():
            kind = type(converter).__name__.removesuffix("Converter").lower().replace("string", "str")
            route = re.sub(rf"<(\w+:)?{name}>", str(SAMPLES.get(kind, "x")), route)
        return route
    possible, parts = normalize(pattern._regex.removeprefix("^").removesuffix("$"))[0]
    return possible % dict.fromkeys(parts, 1)


def protected():
    found = dict.fromkeys(f"/{path}" for path in patterns(get_resolver()) if path.startswith(PROTECTED))
    assert len(found) > 250, "The walk has lost its way."
    assert not [path for path in found if "<" in path or "%" in path]
    return [*found, "/cms/api/main/pages/", "/cms/nowhere/", "/cms/users/", "/cms/sprite/", "/cms/jsi18n/"]


def past_the_door(client, how="get", paths=None, **headers):
    """The addresses that give more than a way to sign in, "forbidden" or "not found"."""
    more = {}
    for path in paths or protected():
        response = getattr(client, how)(path, secure=True, headers=headers)
        sent_back = response.status_code in {301, 302} and AT_THE_DOOR.match(response["Location"])
        if not sent_back and response.status_code not in {403, 404}:
            more[path] = (response.status_code, response.get("Location", ""))
    return more


@pytest.fixture
def https(settings):
    """The site as it is on https; what it asks for there is asked here too."""
    settings.SECOND_FACTOR_NEEDED = True


@pytest.fixture
def officer(home):
    return make_officer(ADMINISTRATORS)


# Signing out is for everybody: it ends there where signing in begins.
SIGN_OUT = {"/cms/logout/"}


@pytest.mark.parametrize("how", ["get", "post"])
def test_a_stranger_gets_no_further_than_the_door(home, client, how):
    assert past_the_door(client, how).keys() <= SIGN_OUT


def test_nor_does_a_strangers_script(home, client):
    more = past_the_door(client, **{"X-Requested-With": "XMLHttpRequest"})

    assert more.keys() <= SIGN_OUT


@pytest.mark.parametrize("how", ["get", "post"])
def test_nor_an_officer_without_a_second_factor_on_https(https, officer, client, how):
    client.force_login(officer)

    assert past_the_door(client, how).keys() <= SIGN_OUT


def test_nor_one_who_has_given_the_password_but_not_the_code(https, officer, client):
    codes_of(officer)
    response = sign_in(client, officer.username, secure=True)
    assert response["Location"] == reverse("mfa_authenticate")

    assert past_the_door(client).keys() <= SIGN_OUT


def test_nor_a_superuser_without_a_second_factor_on_https(https, home, client):
    client.force_login(get_user_model().objects.create_superuser("chief", "chief@example.gov.uk", PASSWORD))

    assert past_the_door(client).keys() <= SIGN_OUT


def test_the_walk_would_see_an_open_door(officer, client):
    """On http, for trying, an officer needs no second factor."""
    client.force_login(officer)
    paths = [path for path in protected() if path.count("/") == 3 and "failwhale" not in path]

    assert len(past_the_door(client, paths=paths)) > len(paths) / 3


OWN = [
    "factors/", "factors/codes/", "factors/codes/remove/", "factors/recovery-codes/", "factors/recovery-codes/new/",
    "factors/passkeys/", "factors/passkeys/add/", "again/", "again/code/", "again/passkey/", "second-step/",
]  # fmt: skip


@pytest.mark.parametrize("path", OWN)
def test_nobody_sees_or_changes_factors_before_they_are_signed_in(https, officer, client, path):
    assert AT_THE_DOOR.match(client.get(f"/sign-in/{path}", secure=True)["Location"])
    codes_of(officer)
    sign_in(client, officer.username, secure=True)
    if path != "second-step/":
        assert AT_THE_DOOR.match(client.get(f"/sign-in/{path}", secure=True)["Location"])


def test_a_session_from_before_the_factor_ends(https, officer):
    other = Client()
    other.force_login(officer)
    codes_of(officer)

    assert other.get("/cms/", secure=True)["Location"].startswith("/sign-in/?next=")
    assert "_auth_user_id" not in other.session


def test_without_a_factor_an_officer_is_nobody_on_public_pages_too(https, officer, client):
    client.force_login(officer)

    assert "wagtail-userbar" not in client.get("/", secure=True).text


@pytest.mark.parametrize(
    ("theirs", "ours"),
    [
        ("/cms/login/", "/sign-in/"),
        ("/cms/login/?next=/cms/pages/", "/sign-in/?next=/cms/pages/"),
        ("/cms/password_reset/", "/sign-in/forgotten/"),
        ("/cms/password_reset/confirm/MQ/set-password/", "/sign-in/forgotten/"),
        ("/cms/password_reset/done/", "/sign-in/forgotten/"),
        ("/_util/login/", "/sign-in/"),
        ("/_util/login/?next=/money/", "/sign-in/?next=/money/"),
    ],
)
@pytest.mark.parametrize("how", ["get", "post"])
def test_wagtails_own_doors_lead_to_ours(home, client, how, theirs, ours):
    assert getattr(client, how)(theirs)["Location"] == ours


DOOR = "/sign-in/"


def everywhere():
    return dict.fromkeys(f"/{path}" for path in patterns(get_resolver()))


def test_no_other_screen_asks_a_stranger_for_a_password(home, client):
    asked = [path for path in everywhere() if b'type="password"' in b"".join(client.get(path))]

    assert asked == [DOOR]


def test_no_other_screen_lets_anybody_in(home, officer):
    typed = {"login": officer.username, "username": officer.username, "password": PASSWORD, "email": officer.email}
    let_in = []
    for path in everywhere():
        client = Client()
        client.post(path, typed)
        if "_auth_user_id" in client.session:
            let_in.append(path)

    assert let_in == [DOOR]


def test_a_page_for_officers_only_leads_to_our_door(home, section, client):
    PageViewRestriction.objects.create(page=section, restriction_type="login")
    ContentVersion.bump()

    assert client.get(section.url)["Location"] == f"{DOOR}?next={section.url}"


def guess(officer, password):
    """Through a door that somebody forgot: any form that has Django look at a password."""
    form = AuthenticationForm(
        RequestFactory().post("/forgotten/"), {"username": officer.username, "password": password}
    )
    form.is_valid()
    return form


def test_a_door_that_we_forgot_lets_nobody_guess_and_logs_each_try(officer):
    for number in range(60):
        guess(officer, f"wrong {number}")

    form = guess(officer, PASSWORD)
    assert form.get_user() is None
    assert "Too many wrong passwords for this username." in str(form.errors)
    tries = SignInEntry.objects.filter(user=officer).values_list("what", flat=True)
    assert sorted(tries) == [What.LOCKED, *[What.WRONG_PASSWORD] * 5]


def test_nor_does_one_that_asks_at_its_leisure(officer):
    """Django's backends have a way of their own for views that wait."""
    for _number in range(5):
        async_to_sync(aauthenticate)(username=officer.username, password="wrong")

    with pytest.raises(ValidationError, match="Too many wrong passwords"):
        async_to_sync(aauthenticate)(username=officer.username, password=PASSWORD)


@pytest.fixture(params=["a page", "files"])
def shared_password_door(request, section):
    """Where a page, or files, open to whoever knows one password."""
    shared = {"restriction_type": "password", "password": PASSWORD}
    if request.param == "a page":
        restriction = PageViewRestriction.objects.create(page=section, **shared)
        return f"/_util/authenticate_with_password/{restriction.pk}/{section.pk}/"
    restriction = CollectionViewRestriction.objects.create(collection=Collection.get_first_root_node(), **shared)
    return f"/documents/authenticate_with_password/{restriction.pk}/"


def test_a_shared_password_opens_and_can_not_be_guessed(shared_password_door, client):
    def try_out(password, **options):
        return client.post(shared_password_door, {"password": password, "return_url": "/money/"}, **options)

    for _ in range(40):
        assert try_out(PASSWORD)["Location"] == "/money/"
    for number in range(30):
        assert try_out(f"wrong {number}").status_code == 200

    assertContains(try_out(PASSWORD), "came from where you are", status_code=429)
    assert try_out(PASSWORD, REMOTE_ADDR="203.0.113.9").status_code == 302
    assert client.get(shared_password_door).status_code == 200


@pytest.mark.parametrize(
    "path",
    ["signup/", "email/", "confirm-email/", "confirm-email/x/", "password/change/", "password/set/", "login/code/",
     "3rdparty/", "social/signup/", "sessions/", "factors/recovery-codes/download/"],
)  # fmt: skip
def test_what_officers_do_not_need_of_allauth_is_not_there(home, client, officer, path):
    client.force_login(officer)

    for prefix in ("/sign-in/", "/accounts/", "/"):
        assert client.get(prefix + path).status_code == 404


def test_there_is_no_django_admin(home, client, officer):
    client.force_login(officer)

    for path in ("/admin/", "/django-admin/", "/admin/login/", "/cms/admin/"):
        assert client.get(path).status_code == 404


def test_public_pages_set_no_cookie(home, section, client):
    assert not client.get(section.url).cookies
    assert not client.get("/").cookies
