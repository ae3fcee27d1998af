"""Requests to be rung, from being kept to being deleted."""

import datetime
import logging
import smtplib

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, IntegrityError
from django.utils import timezone

from pages.core.keep_once import NotStoredError
from pages.ring_back import callbacks
from pages.ring_back import mail as callback_mail
from pages.ring_back.model import Callback, CallbackStatus
from tests import factories

DETAILS = {"name": "Gran Testperson", "phone": "01632 960 555", "email": "", "best_time": "morning", "topic": ""}
REACHED = {"way": "bsl", "language": "British Sign Language"}
NOW = datetime.datetime(2026, 12, 2, 10, tzinfo=datetime.UTC)
MINUTE = datetime.timedelta(minutes=1)


@pytest.fixture
def mail(home, mailoutbox):
    """The messages that went out; the Navigators have an e-mail address."""
    navigators = home.get_site().councilsettings.navigators
    navigators.email = "navigators@example.gov.uk"
    navigators.save()
    return mailoutbox


@pytest.fixture
def mail_server_down(monkeypatch):
    def refuse(callback):
        raise smtplib.SMTPServerDisconnected(f"lost while sending {callback.name} {callback.phone}")

    monkeypatch.setattr(callback_mail, "send", refuse)


def test_the_same_form_sent_twice_is_kept_once(db):
    callbacks.store(DETAILS, "token")
    callbacks.store(DETAILS, "token")

    assert Callback.objects.count() == 1


def test_a_corrected_form_is_not_mistaken_for_the_first(db):
    callbacks.store(DETAILS, "token")
    callbacks.store(DETAILS | {"phone": "01632 960 556"}, "token")

    assert Callback.objects.count() == 2


def test_a_waiting_request_is_mailed_once(mail):
    callbacks.store(DETAILS, "token")

    assert callbacks.send_waiting(timezone.now()).sent == 1
    assert callbacks.send_waiting(timezone.now() + 90 * MINUTE).sent == 0
    assert [message.to for message in mail] == [["navigators@example.gov.uk"]]
    assert "Gran Testperson" in mail[0].body
    assert "01632 960 555" in mail[0].body


def test_the_message_says_how_to_reach_somebody_and_nothing_that_they_did_not_say(mail):
    callbacks.store(DETAILS | REACHED, "token")
    callbacks.store(DETAILS | {"way": "email", "phone": "", "email": "gran@example.org"}, "other")
    callbacks.send_waiting(timezone.now())
    bsl, email = (message.body for message in mail)

    assert "How to reach them: Call them by BSL video relay" in bsl
    assert "Interpreter for: British Sign Language" in bsl
    assert "E-mail:" not in bsl
    assert "E-mail: gran@example.org" in email
    for words in ("Interpreter", "Number:", "Best time:", "safe", "None"):
        assert words not in email


def test_no_header_of_the_message_says_who_asked(mail):
    callbacks.store(DETAILS | {"email": "gran@example.org"}, "token")
    callbacks.send_waiting(timezone.now())

    headers = str(mail[0].message()).split("\n\n")[0]

    assert "Gran" not in headers
    assert "960 555" not in headers
    assert "gran@" not in headers


def test_a_request_waits_longer_after_each_failure_and_goes_out_in_the_end(mail, mail_server_down, monkeypatch):
    callbacks.store(DETAILS, "token")
    Callback.objects.update(next_attempt_at=NOW)
    waits, now = [], NOW
    for _try in range(9):
        assert callbacks.send_waiting(now).failed == 1
        request = Callback.objects.get()
        waits.append((request.next_attempt_at - now) // MINUTE)
        assert callbacks.send_waiting(request.next_attempt_at - MINUTE / 2) == (0, 0)
        now = request.next_attempt_at
    assert waits == [1, 2, 4, 8, 16, 32, 60, 60, 60]
    assert request.attempts == 9

    monkeypatch.undo()
    assert callbacks.send_waiting(now).sent == 1
    assert len(mail) == 1


def test_a_round_stops_at_the_first_failure(mail, mail_server_down):
    for token in "abc":
        callbacks.store(DETAILS, token)

    callbacks.send_waiting(timezone.now())

    assert list(Callback.objects.order_by("pk").values_list("attempts", flat=True)) == [1, 0, 0]


def test_who_is_longest_due_is_mailed_first(mail):
    for token, minutes in (("late", 1), ("early", 9)):
        callbacks.store(DETAILS | {"name": token}, token)
        Callback.objects.filter(name=token).update(next_attempt_at=NOW - minutes * MINUTE)

    callbacks.send_waiting(NOW, most=1)

    assert list(Callback.objects.exclude(mailed_at=None).values_list("name", flat=True)) == ["early"]


def test_what_another_process_has_taken_is_left_to_it(mail):
    callbacks.store(DETAILS, "token")
    mine = Callback.objects.get()
    Callback.objects.update(attempts=1)

    assert not callbacks._claim(mine, timezone.now())


def test_a_message_that_comes_twice_has_the_same_name(mail):
    callbacks.store(DETAILS, "token")
    request = Callback.objects.get()
    callback_mail.send(request)
    callback_mail.send(request)

    assert mail[0].extra_headers["Message-ID"] == mail[1].extra_headers["Message-ID"]


def test_an_answered_request_is_not_mailed_any_more(mail):
    callbacks.store(DETAILS, "token")
    Callback.objects.update(status=CallbackStatus.ANSWERED)

    assert callbacks.send_waiting(timezone.now()).sent == 0


def test_nothing_of_a_person_is_logged_when_the_mail_server_fails(mail, mail_server_down, caplog):
    callbacks.store(DETAILS, "token")
    callbacks.send_waiting(timezone.now())

    assert "SMTPServerDisconnected" in caplog.text
    assert "Gran" not in caplog.text
    assert "960 555" not in caplog.text


@pytest.mark.parametrize("error", [DatabaseError, IntegrityError])
def test_nothing_of_a_person_is_logged_or_raised_when_the_database_fails(db, monkeypatch, caplog, error):
    def fail(**fields):
        raise error(f"Failing row contains ({fields['name']}, {fields['phone']})")

    caplog.set_level(logging.DEBUG)
    monkeypatch.setattr(Callback.objects, "create", fail)
    with pytest.raises(NotStoredError) as raised:
        callbacks.store(DETAILS, "token")

    assert raised.value.__cause__ is None
    assert raised.value.__suppress_context__
    assert "Gran" not in caplog.text + str(raised.value)


def test_a_request_has_a_name_that_says_nothing_about_the_person(db):
    callbacks.store(DETAILS, "token")

    assert "Gran" not in f"{Callback.objects.get()} {Callback.objects.get()!r}"


def test_send_callbacks_says_why_it_cannot_mail_and_counts_no_try(home):
    callbacks.store(DETAILS, "token")

    with pytest.raises(CommandError, match=r"1 waiting.*no e-mail address"):
        call_command("send_callbacks")
    assert Callback.objects.get().attempts == 0


def test_send_callbacks_fails_loudly_so_that_the_schedule_tells(mail, mail_server_down):
    callbacks.store(DETAILS, "token")

    with pytest.raises(CommandError, match="1 waiting"):
        call_command("send_callbacks")


def test_send_callbacks_is_silent_when_nothing_waits(home, capsys):
    call_command("send_callbacks")

    assert capsys.readouterr().out == ""


def test_no_mail_server_is_an_error_only_while_something_waits(mail, settings):
    settings.MAILERS = {}
    call_command("send_callbacks")
    callbacks.store(DETAILS, "token")

    with pytest.raises(CommandError, match="MAIL_URL"):
        call_command("send_callbacks")


def test_old_requests_are_deleted_after_the_days_we_promised(home, capsys):
    council = home.get_site().councilsettings
    council.callbacks_kept_days = 30
    council.save()
    for days in (29, 31):
        callbacks.store(DETAILS, f"asked {days} days ago")
        newest = Callback.objects.latest("pk")
        Callback.objects.filter(pk=newest.pk).update(asked_at=timezone.now() - datetime.timedelta(days=days))

    call_command("delete_old_callbacks")

    assert Callback.objects.count() == 1
    assert "1 older than 30 days deleted, 1 of them never answered" in capsys.readouterr().out


def test_requests_are_kept_for_ninety_days_unless_the_council_says_otherwise(home):
    assert factories.CouncilSettings.objects.get().callbacks_kept_days == 90
