"""What is kept about people stands in one table, and the table is true."""

import datetime
import json
import re
from unittest.mock import ANY

import pytest
from allauth.account.models import EmailAddress, EmailConfirmation
from allauth.socialaccount.models import SocialAccount, SocialToken
from django.apps import apps
from django.contrib.sessions.models import Session
from django.core.management import CommandError, call_command, get_commands
from django.test import Client
from django.utils import timezone
from django.utils.module_loading import import_string
from pytest_django.asserts import assertContains
from wagtail.log_actions import log
from wagtail.models import APIToken
from wagtail.users.models import UserProfile

from pages.council.model import CouncilSettings
from pages.council.roles import SECTION_EDITORS
from pages.heard.comment import Comment
from pages.personal_data import kept_for
from pages.personal_data.export import as_json
from pages.personal_data.fields import every_field, is_known, lines_for, names_of, points_to_a_person
from pages.personal_data.find import find
from pages.personal_data.not_personal import NOT_PERSONAL
from pages.personal_data.table import ACTS, RING_BACK, SIGNERS, TABLE
from pages.personal_data.words import what_we_keep
from pages.ring_back.model import Callback
from pages.sign_in.invitation import Invitation
from pages.sign_off.model import SignOff, SignOffPage
from tests import factories
from tests.cms import make_officer
from tests.sign_in.officers import codes_of, sign_in

IN_POSTGRESQL = {"title_text", "body_text"}  # of Wagtail's search index


def test_somebody_has_thought_about_every_field_of_every_model():
    unknown = [f"{model._meta.label}.{field.name}" for model, field in every_field() if not is_known(model, field)]

    assert unknown == [], "Give each a place in pages/personal_data/table.py or not_personal.py."


def test_the_table_names_nothing_that_is_gone_and_nothing_twice():
    for model in apps.get_models():
        fields = {field.name for field in model._meta.get_fields()}
        told = [name for line in lines_for(model) for name in line.fields]
        untold = [name for each in names_of(model) for name in NOT_PERSONAL.get(each, "").split()]

        assert set(told + untold) - IN_POSTGRESQL <= fields, model
        assert len(told + untold) == len(set(told + untold)), model
    labels = {name for model in apps.get_models() for name in names_of(model)}
    ours = {label for label in [*NOT_PERSONAL, *(line.model for line in TABLE)] if label.startswith("pages.")}
    assert ours <= labels


def test_every_officer_s_deed_is_known_without_a_line():
    deeds = [f"{model._meta.label}.{field.name}" for model, field in every_field() if points_to_a_person(field)]

    assert {"pages.Callback.answered_by", "wagtailcore.Page.owner", "pages.SignOff.made_by"} <= set(deeds)


@pytest.mark.parametrize("deleted_by", sorted({line.purpose.deleted_by for line in TABLE}))
def test_what_deletes_is_a_command_or_a_function_that_is_there(deleted_by):
    assert deleted_by in get_commands() or callable(_method(deleted_by))


def _method(path):
    owner, _dot, name = path.rpartition(".")
    return getattr(import_string(owner), name)


def test_deletion_goes_by_the_table_and_the_table_by_the_council(home):
    CouncilSettings.objects.update(callbacks_kept_days=30)
    CouncilSettings.objects.get().save()
    for days in (29, 31):
        asked_at = timezone.now() - datetime.timedelta(days=days)
        Callback.objects.create(name=f"Person {days}", asked_at=asked_at, request_key=str(days))

    call_command("delete_old_callbacks")

    assert kept_for(RING_BACK).days == 30
    assert [callback.name for callback in Callback.objects.all()] == ["Person 29"]
    assert kept_for(SIGNERS).days == 365


def test_the_privacy_page_says_what_the_table_says(home, client):
    page = factories.make_information(home, body=[("kept", {"caption": "What we keep"})])
    response = client.get(page.url)

    assertContains(response, "<caption>What we keep</caption>")
    for row in what_we_keep():
        assert "%(" not in row.how_long
        assertContains(response, f">{row.why}</td>")
        assertContains(response, f">{row.how_long}</td>")
    assertContains(response, "90 days after you asked")


@pytest.fixture
def people(home, section):
    """Two carers, a signer and an officer; Gran Testperson is in many places."""
    asked = {"name": "Gran Testperson", "phone": "01632 960 555", "email": "gran@example.org", "request_key": "gran"}
    Callback.objects.create(**asked)
    other = {"name": "Other Carer", "phone": "01632 960 111", "email": "other@example.org", "request_key": "other"}
    Callback.objects.create(**other)
    now = timezone.now()
    SignOff.objects.create(
        role="Carer", name="Gran Testperson", email="Gran@example.org", secret_hash="x", form_key="y", made_at=now,
        expires_at=now,
    )  # fmt: skip
    Comment.objects.create(text="I am Gran Testperson, and the form is hard.", role="", day=now.date(), key="1")
    Comment.objects.create(text="The pages are clear.", role="", day=now.date(), key="2")


@pytest.mark.parametrize("who", ["01632960555", "+44 1632 960555", "(01632) 960-555", "GRAN@example.org"])
def test_a_person_is_found_however_their_number_or_address_is_typed(people, who):
    rows = find(who)

    assert "Gran Testperson" in str([found.told for found in rows])
    assert "Other" not in str([found.told for found in rows])


def test_a_whole_name_finds_every_row_that_is_theirs_or_names_them(people):
    models = {found.row._meta.label for found in find("gran testperson")}

    assert {"pages.Callback", "pages.SignOff", "pages.Comment"} <= models


def test_what_an_officer_did_is_told_without_what_others_wrote(people, section):
    officer = make_officer(SECTION_EDITORS)
    section.owner = officer
    section.save()
    rows = find(officer.email)

    assert {"auth.User", "wagtailcore.Page"} <= {found.row._meta.label for found in rows}
    [account] = [found for found in rows if found.row._meta.label == "auth.User"]
    assert "password" not in account.told
    assert [found.told for found in rows if found.row._meta.label == "wagtailcore.Page"] == [{"as": "owner"}]


LIKE_SECRETS = re.compile("password|secret|token|key|hash|number|session_data")


def test_nothing_that_would_open_something_is_handed_over():
    told = {(line.model, name) for line in TABLE for name in line.fields if name not in line.secret.split()}
    alike = {f"{model}.{name}" for model, name in told if LIKE_SECRETS.search(name)}

    assert alike == {"pages.Contact.text_number"}
    assert ("mfa.Authenticator", "data") not in told


# What is nobody's any more, tells only of those it names, or is of whoever did it.
OF_NOBODY = {"pages.ConsultationAnswer", "pages.Comment", "sessions.Session"}


def test_every_row_that_is_somebody_s_has_a_way_to_be_found():
    lost = [line.model for line in TABLE if line.also and not line.whose and not line.of and line.purpose is not ACTS]

    assert set(lost) == OF_NOBODY


@pytest.fixture
def traces(home):
    """An officer with a row of each kind that tells about them, and another with the same."""
    officers = [make_officer(SECTION_EDITORS, name) for name in ("zoe", "other")]
    for user in officers:
        sign_in(Client(), user.username)
        codes_of(user)
        UserProfile.objects.update_or_create(user=user, defaults={"preferred_language": "en"})
        APIToken.objects.create(user=user, name=f"Token of {user}", key_hash=f"secret-hash-{user}", prefix="abc")
        account = SocialAccount.objects.create(user=user, provider="staff", uid=f"uid-{user}")
        SocialToken.objects.create(account=account, token=f"secret-token-{user}", token_secret="secret-too")
        address = EmailAddress.objects.create(user=user, email=f"second-{user}@example.org")
        EmailConfirmation.objects.create(email_address=address, key=f"secret-key-{user}")
        Invitation.objects.create(user=user, email=f"at-first-{user}@example.org", number=f"secret-number-{user}")
    return officers[0]


OFFICERS_OWN = {
    "pages.SignInEntry": {"address": "127.0.0.1", "what": "Signed in"},
    "pages.Invitation": {"email": "at-first-zoe@example.org"},
    "sessions.Session": {"expire_date": ANY},
    "wagtailusers.UserProfile": {"preferred_language": "en"},
    "wagtailcore.APIToken": {"name": "Token of zoe", "prefix": "abc", "last_used_at": None},
    "mfa.Authenticator": {"type": "TOTP Authenticator", "created_at": ANY, "last_used_at": None},
    "socialaccount.SocialAccount": {"uid": "uid-zoe", "provider": "staff"},
    "socialaccount.SocialToken": {"expires_at": None},
    "account.EmailAddress": {"email": "second-zoe@example.org", "verified": False},
    "account.EmailConfirmation": {"sent": None},
}


@pytest.mark.parametrize("who", ["zoe@example.gov.uk", "zoe"])
def test_all_that_is_kept_of_an_officer_is_told_with_why_and_no_secret(traces, who):
    rows = find(who)
    told = {found.row._meta.label: found for found in reversed(rows)}

    for label, values in OFFICERS_OWN.items():
        assert told[label].told.items() >= values.items(), label
        assert told[label].line.purpose is not ACTS, label
    words = as_json(who, rows)
    assert "secret" not in words
    assert "other" not in words.replace("another", "")
    for session in Session.objects.all():
        assert session.session_key not in words


def test_of_an_officer_s_deeds_the_time_is_told(home, section):
    officer = make_officer(SECTION_EDITORS)
    entry = log(section, "wagtail.edit", user=officer)

    [found] = [each for each in find(officer.email) if each.row == entry]
    assert found.told == {"as": "user", "timestamp": entry.timestamp}


def test_what_a_signer_said_is_theirs(people, section):
    sign_off = SignOff.objects.get()
    SignOffPage.objects.create(
        sign_off=sign_off, page=section, title="Money", number=1, comment="Too long for me.", content={}
    )

    rows = [found for found in find("gran@example.org") if isinstance(found.row, SignOff | SignOffPage)]
    told = {name: value for found in rows for name, value in found.told.items()}
    assert told["role"] == "Carer"
    assert told["comment"] == "Too long for me."


@pytest.mark.parametrize("suffix", [".json", ".html"])
def test_the_file_holds_all_of_the_person_and_nothing_of_others(people, tmp_path, suffix):
    file = tmp_path / f"kept{suffix}"
    call_command("personal_data", "Gran Testperson", file)
    words = file.read_text(encoding="utf-8")

    for theirs in ("01632 960 555", "gran@example.org", "the form is hard", "To ring you"):
        assert theirs in words
    for others in ("Other Carer", "960 111", "pages are clear"):
        assert others not in words
    assert file.stat().st_mode & 0o777 == 0o600
    if suffix == ".json":
        assert {row["on_request"] for row in json.loads(words)["kept"]} >= {"the whole row is deleted"}


def test_of_somebody_nothing_is_kept_about_the_file_says_so(people, tmp_path):
    call_command("personal_data", "nobody@example.org", tmp_path / "kept.html")

    assert "We keep nothing" in (tmp_path / "kept.html").read_text()


@pytest.mark.parametrize(
    ("who", "name", "words"),
    [("ab", "kept.html", "too short"), ("Gran", "kept.txt", "must end in"), ("Gran", "there.html", "can't be written")],
)
def test_what_cannot_be_answered_rightly_is_refused(people, tmp_path, who, name, words):
    (tmp_path / "there.html").write_text("Somebody's own.")

    with pytest.raises(CommandError, match=words):
        call_command("personal_data", who, tmp_path / name)

    assert (tmp_path / "there.html").read_text() == "Somebody's own."


def test_whoever_deletes_sees_first_whose_it_is(people, tmp_path, monkeypatch, capsys):
    monkeypatch.setattr("builtins.input", lambda question: "no")
    call_command("personal_data", "Gran Testperson", tmp_path / "kept.html", delete=True)
    listed = capsys.readouterr().out

    assert "(Gran Testperson, 01632 960 555, gran@example.org): the whole row is deleted" in listed
    assert "(I am Gran Testperson, and the form is hard.): the words" in listed


@pytest.mark.parametrize(("typed", "left"), [("no", 2), ("", 2), ("yes", 1)])
def test_deleting_asks_first_and_leaves_others_alone(people, tmp_path, monkeypatch, typed, left):
    monkeypatch.setattr("builtins.input", lambda question: typed)
    call_command("personal_data", "Gran Testperson", tmp_path / "kept.html", delete=True)

    assert Callback.objects.count() == left
    assert Callback.objects.filter(name="Other Carer").exists()
    assert SignOff.objects.get().name == ("" if typed == "yes" else "Gran Testperson")
    assert SignOff.objects.get().role == "Carer"
    assert Comment.objects.filter(text="The pages are clear.").exists()
    assert Comment.objects.filter(text="").exists() is (typed == "yes")
