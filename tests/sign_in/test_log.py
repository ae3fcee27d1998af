"""The log of sign-ins: who came in, who tried, who opened a request to be rung; for administrators only."""

import csv
import datetime
import io

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.auth.models import User
from django.urls import reverse
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains

from pages.council.roles import ADMINISTRATORS, KINSHIP_LEAD, NAVIGATORS, SECTION_EDITORS
from pages.ring_back.cms import CallbackViewSet
from pages.ring_back.model import Callback
from pages.sign_in import log
from pages.sign_in.entry import How, SignInEntry, What
from tests.cms import make_officer
from tests.sign_in.officers import PASSWORD, code_now, codes_of, recovery_codes_of, sign_in

REPORT = "/cms/reports/sign-ins/"
SECRET = "zzsecrettyped"


@pytest.fixture
def officer(home):
    return make_officer(ADMINISTRATORS)


def lines():
    return [(entry.what, entry.name, entry.how) for entry in SignInEntry.objects.order_by("pk")]


def test_coming_in_and_going_out_are_written(officer, client):
    sign_in(client, officer.username, REMOTE_ADDR="198.51.100.7")
    client.post("/sign-in/out/")

    assert lines() == [
        (What.SIGNED_IN, officer.username, How.PASSWORD),
        (What.SIGNED_OUT, officer.username, ""),
    ]
    assert SignInEntry.objects.earliest("pk").address == "198.51.100.7"


def test_how_is_the_last_step(officer, client):
    secret = codes_of(officer)
    for code in (code_now(secret), recovery_codes_of(officer)[0]):
        sign_in(client, officer.username)
        client.post("/sign-in/second-step/", {"code": code})
        client.post("/sign-in/out/")

    assert [how for what, _name, how in lines() if what == What.SIGNED_IN] == [How.CODE, How.RECOVERY_CODE]


def test_a_name_is_kept_only_if_a_log_in_has_it_and_a_password_never(officer, client):
    sign_in(client, officer.username, SECRET)
    sign_in(client, SECRET, "wrong")

    assert lines() == [(What.WRONG_PASSWORD, officer.username, ""), (What.WRONG_PASSWORD, "", "")]
    assert SECRET not in str(list(SignInEntry.objects.values()))


def test_the_try_that_locks_is_told_and_a_flood_behind_it_fills_nothing(officer, client):
    for number in range(50):
        sign_in(client, officer.username, f"wrong {number}")

    assert [what for what, _name, _how in lines()] == [What.WRONG_PASSWORD] * 5 + [What.LOCKED]


def test_wrong_codes_and_changes_of_factors_are_written(officer, client, django_capture_on_commit_callbacks):
    secret = codes_of(officer)
    sign_in(client, officer.username)
    client.post("/sign-in/second-step/", {"code": "000000"})
    client.post("/sign-in/second-step/", {"code": code_now(secret)})
    with django_capture_on_commit_callbacks(execute=True):
        client.post("/sign-in/factors/recovery-codes/new/")
    client.post("/sign-in/factors/codes/remove/")

    about = [(entry.what, entry.about) for entry in SignInEntry.objects.order_by("pk")]
    assert about == [
        (What.WRONG_CODE, ""),
        (What.SIGNED_IN, ""),
        (What.CODES_MADE, ""),
        (What.FACTOR_REMOVED, "One-time codes"),
        (What.FACTOR_REMOVED, "Recovery codes"),
    ]
    assert not Authenticator.objects.exists()


def test_it_stays_known_who_it_was_when_the_log_in_is_deleted(officer, client):
    sign_in(client, officer.username)
    name = officer.username
    officer.delete()

    assert lines() == [(What.SIGNED_IN, name, How.PASSWORD)]


@pytest.mark.parametrize("role", [NAVIGATORS, KINSHIP_LEAD])
def test_who_looks_at_requests_to_be_rung_is_written(home, client, role):
    callback = Callback.objects.create(name="Asha", phone="01632 960 123", request_key="a")
    user = make_officer(role)
    client.force_login(user)
    client.get("/cms/callback/")
    client.get(f"/cms/callback/edit/{callback.pk}/")

    seen = SignInEntry.objects.filter(what__in=[What.REQUESTS_LISTED, What.REQUEST_OPENED]).order_by("pk")
    assert [(entry.user, entry.about) for entry in seen] == [(user, ""), (user, str(callback))]
    assert "Asha" not in str(list(seen.values()))


def addresses_of(callback):
    """Every screen that the CMS has for requests to be rung, and others that could show one."""
    named = {pattern.name: pattern.pattern.converters for pattern in CallbackViewSet().get_urlpatterns()}
    screens = [reverse(f"callback:{name}", args=[callback.pk] if takes else []) for name, takes in named.items()]
    assert {"/cms/callback/", f"/cms/callback/edit/{callback.pk}/"} < set(screens)
    return [
        *screens, "/cms/callback/?q=Asha", "/cms/callback/results/?status=waiting", "/cms/callback/?export=csv",
        "/cms/", "/cms/reports/site-history/", "/cms/bulk/pages/callback/delete/?id=1",
        "/cms/api/main/pages/?search=Asha",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "send",
    [
        lambda client, address: client.get(address),
        lambda client, address: client.post(address, {"status": "x"}),
        lambda client, address: client.post(address, {"status": "waiting"}, follow=True),
    ],
    ids=["looked at", "sent with nonsense", "sent"],
)
def test_nobody_reads_a_request_to_be_rung_without_a_line_in_the_log(home, client, send):
    callback = Callback.objects.create(name="Asha", phone="01632 960 123", request_key="a")
    client.force_login(User.objects.create_superuser("chief", "chief@example.gov.uk", PASSWORD))
    read = SignInEntry.objects.filter(what__in=[What.REQUESTS_LISTED, What.REQUEST_OPENED])
    unlogged, logged = [], []
    for address in addresses_of(callback):
        before = read.count()
        answer = send(client, address)
        if b"960 123" in b"".join(answer):
            (logged if read.count() > before else unlogged).append(address)
        callback.save()  # one of the screens deletes it

    assert unlogged == []
    assert logged


def test_who_may_not_see_requests_is_not_written_as_if_they_had(home, client):
    client.force_login(make_officer(SECTION_EDITORS))
    client.get("/cms/callback/")

    assert not SignInEntry.objects.filter(what=What.REQUESTS_LISTED).exists()


@pytest.mark.parametrize("role", [SECTION_EDITORS, NAVIGATORS, KINSHIP_LEAD])
@pytest.mark.parametrize("address", [REPORT, f"{REPORT}results/", f"{REPORT}?export=csv"])
def test_only_administrators_read_it(home, client, role, address):
    client.force_login(make_officer(role))

    assertContains(client.get(address, follow=True), "you do not have permission")
    assertNotContains(client.get("/cms/"), REPORT)


def test_an_administrator_reads_filters_and_takes_it_as_csv(officer, client):
    sign_in(client, officer.username, "wrong")
    sign_in(client, officer.username)

    assertContains(client.get(REPORT), "Failed: wrong password")
    assertContains(client.get("/cms/"), REPORT)
    assertNotContains(client.get(f"{REPORT}results/?what=signed-in"), "<td>Failed")
    rows = list(csv.DictReader(io.StringIO(b"".join(client.get(f"{REPORT}?export=csv")).decode())))
    assert [row["What"] for row in rows] == ["Signed in", "Failed: wrong password"]
    assert rows[0]["How"] == "Password"


@pytest.mark.parametrize("query", ["what=x", "user=abc", "at_from=x", "how=%00", "address=%00", "ordering=x", "p=x"])
def test_a_filter_that_makes_no_sense_is_no_error(officer, client, query):
    client.force_login(officer)

    assert client.get(f"{REPORT}?{query}").status_code in {200, 404}


def test_it_is_kept_for_90_days(officer):
    now = timezone.now()
    for days in (89, 91):
        SignInEntry.objects.create(what=What.SIGNED_IN, user=officer, at=now - datetime.timedelta(days=days))

    assert log.forget_old(now) == 1
    assert SignInEntry.objects.get().at == now - datetime.timedelta(days=89)


def test_a_changed_password_is_written(officer, client):
    sign_in(client, officer.username)
    new = "four plain words here"
    data = {"password-old_password": PASSWORD, "password-new_password1": new, "password-new_password2": new}
    names = {"name_email-first_name": "A", "name_email-last_name": "B", "name_email-email": officer.email}
    looks = {"theme-theme": "system", "theme-density": "default", "theme-contrast": "system"}
    client.post("/cms/account/", data | names | looks)

    assert lines()[-1] == (What.PASSWORD_CHANGED, officer.username, "")
