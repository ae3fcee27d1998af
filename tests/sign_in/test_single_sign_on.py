"""Staff single sign-on by OpenID Connect, with a provider of our own on this machine."""

from urllib.parse import parse_qs, urlsplit

import pytest
from allauth.socialaccount.models import SocialAccount
from django.contrib.auth import get_user_model
from django.core.exceptions import ImproperlyConfigured
from django.test import Client
from pytest_django.asserts import assertContains, assertNotContains

from kinship_offer.single_sign_on import provider as read
from pages.council.roles import NAVIGATORS
from pages.sign_in.entry import How, SignInEntry, What
from tests.cms import make_officer
from tests.server import free_port
from tests.sign_in.officers import codes_of
from tests.sign_in.provider import CLIENT_ID, CLIENT_SECRET, provider

BEGIN, BACK = "/sign-in/by/staff/", "/sign-in/by/staff/back/"


@pytest.fixture
def set_up(monkeypatch, settings):
    """Reads the variables as a start does."""

    def start(issuer, **more):
        values = {"SSO_ISSUER": issuer, "SSO_CLIENT_ID": CLIENT_ID, "SSO_SECRET": CLIENT_SECRET} | more
        for name in ("SSO_ISSUER", "SSO_CLIENT_ID", "SSO_SECRET", "SSO_NAME", "SSO_EMAIL_DOMAINS"):
            monkeypatch.setenv(name, values.get(name, ""))
        settings.SOCIALACCOUNT_PROVIDERS = read("SSO_")

    return start


@pytest.fixture
def server(set_up):
    with provider() as server:
        set_up(server.issuer, SSO_NAME="your Testham account")
        yield server


@pytest.fixture
def officer(home):
    return make_officer(NAVIGATORS)


def come(client, server, sub="sub-1", email="navigators@example.gov.uk", verified=True, begin=BEGIN):
    """Goes to the provider and comes back from it as this person."""
    server.person = {"sub": sub, "email": email, "email_verified": verified}
    asked = parse_qs(urlsplit(client.get(begin)["Location"]).query)
    return client.get(BACK, {"code": "code", "state": asked["state"][0]})


def is_in(client):
    return client.get("/cms/").status_code == 200


def test_who_has_a_log_in_with_the_verified_address_comes_in(officer, client, server):
    assert come(client, server)["Location"] == "/cms/"
    assert is_in(client)
    entry = SignInEntry.objects.get(what=What.SIGNED_IN)
    assert (entry.user, entry.how) == (officer, How.SSO)


def test_they_keep_their_password_and_nothing_else_of_them_is_kept(officer, client, server):
    come(client, server)
    officer.refresh_from_db()

    assert officer.check_password("only-for-tests")
    assert SocialAccount.objects.get().extra_data == {}
    come(Client(), server)
    assert SocialAccount.objects.get().extra_data == {}


def test_the_provider_is_asked_with_proof_that_it_is_the_same_browser(officer, client, server):
    come(client, server)

    assert server.sent[0]["code_verifier"]
    assert server.sent[0]["redirect_uri"] == f"http://testserver{BACK}"


@pytest.mark.parametrize(
    "person",
    [
        {"email": "nobody@example.gov.uk"},
        {"verified": False},
        {"verified": "false"},
        {"email": ""},
        {"email": "NAVIGATORS@elsewhere.example"},
    ],
)
def test_nobody_else_does_and_none_is_made(officer, client, server, person):
    response = come(client, server, **person)

    assert response.status_code == 403
    assert "no log-in here" in response.text
    assert not is_in(client)
    assert get_user_model().objects.count() == 1
    assert not SocialAccount.objects.exists()
    assert SignInEntry.objects.get().what == What.SSO_REFUSED


def test_an_inactive_log_in_is_not_joined_and_stays_shut(officer, client, server):
    come(client, server)
    get_user_model().objects.update(is_active=False)

    assert come(Client(), server).status_code == 403
    SocialAccount.objects.all().delete()
    assert come(Client(), server).status_code == 403
    assert not SocialAccount.objects.exists()


@pytest.mark.parametrize("demonstration", [True, False])
def test_a_demonstration_log_in_is_never_joined(home, client, server, settings, demonstration):
    settings.DEMONSTRATION = demonstration
    make_officer(NAVIGATORS, email="demo-navigator@demonstration.invalid")

    assert come(client, server, email="demo-navigator@demonstration.invalid").status_code == 403
    assert not SocialAccount.objects.exists()


def test_the_next_person_with_the_same_address_does_not_become_the_first(officer, client, server):
    come(client, server)

    assert come(Client(), server, sub="sub-2").status_code == 403


def test_a_person_whose_address_here_was_changed_comes_in_no_more(officer, client, server):
    come(client, server)
    get_user_model().objects.update(email="moved@example.gov.uk")

    assert come(Client(), server).status_code == 403


def test_two_log_ins_with_one_address_are_told_apart_by_nobody(officer, client, server):
    make_officer(NAVIGATORS, "second", email=officer.email)

    assert come(client, server).status_code == 403


@pytest.mark.parametrize("process", ["connect", "redirect"])
def test_the_address_it_began_with_decides_nothing(officer, client, server, process):
    thief = make_officer(NAVIGATORS, "thief")
    client.force_login(thief)
    come(client, server, begin=f"{BEGIN}?process={process}&next=https://elsewhere.example/")

    assert SocialAccount.objects.get().user == officer
    assert client.session["_auth_user_id"] == str(officer.pk)


def test_who_set_up_codes_is_asked_for_one(officer, client, server):
    codes_of(officer)

    assert come(client, server)["Location"] == "/sign-in/second-step/"
    assert not is_in(client)


def test_on_https_a_second_factor_is_set_up_first(officer, client, server, settings):
    settings.SECOND_FACTOR_NEEDED = True
    come(client, server)

    assert client.get("/cms/")["Location"] == "/sign-in/factors/"
    assert client.get("/sign-in/factors/codes/").status_code == 200


def test_an_address_counts_as_verified_where_the_council_says_so(officer, client, server, set_up):
    set_up(server.issuer, SSO_EMAIL_DOMAINS="example.gov.uk")

    assert come(client, server, verified=False)["Location"] == "/cms/"


@pytest.mark.parametrize("claims", [{"aud": "another"}, {"iss": "https://elsewhere.example"}, {"exp": 1}])
def test_a_token_for_somebody_else_is_refused(officer, client, server, claims):
    server.claims = claims

    assertContains(come(client, server), "did not answer as it should", status_code=401)
    assert not is_in(client)


def test_a_provider_that_breaks_off_is_told_of(officer, client, server):
    server.broken = True

    assertContains(come(client, server), "did not answer as it should", status_code=401)


@pytest.mark.parametrize("query", ["", "code=x", "code=x&state=made-up", "error=access_denied&state=made-up"])
def test_a_made_up_way_back_leads_nowhere(officer, client, server, query):
    assert client.get(f"{BACK}?{query}").status_code == 401
    assert not is_in(client)
    assert not SignInEntry.objects.exists()


def test_a_provider_that_is_down_is_told_of(home, client, set_up):
    set_up(f"http://127.0.0.1:{free_port()}")

    assertContains(client.get(BEGIN), "did not answer as it should", status_code=502)


def test_the_sign_in_screen_has_the_button_with_its_name(home, client, server):
    assertContains(client.get("/sign-in/"), "Sign in with your Testham account")


def test_nothing_set_no_button_and_no_way(home, client, settings):
    settings.SOCIALACCOUNT_PROVIDERS = {}

    assertNotContains(client.get("/sign-in/"), "Sign in with your")
    assert client.get(BEGIN).status_code == 404
    assert client.get(BACK).status_code == 404


@pytest.mark.parametrize("missing", ["SSO_ISSUER", "SSO_CLIENT_ID", "SSO_SECRET"])
def test_half_of_it_stops_the_start(set_up, missing):
    with pytest.raises(ImproperlyConfigured, match=f"{missing} is not set"):
        set_up(**{"issuer": "https://sign-in.example.gov.uk"} | {missing: ""})


@pytest.mark.parametrize(
    "issuer", ["sign-in.example.gov.uk", "http://sign-in.example.gov.uk", "https://", "https://a?b"]
)
def test_an_issuer_that_is_none_or_not_safe_stops_the_start(set_up, issuer):
    with pytest.raises(ImproperlyConfigured, match="SSO_ISSUER"):
        set_up(issuer)
