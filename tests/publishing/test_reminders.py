"""Reminders: one message to each owner, to the kinship lead when nothing happens, and none of it twice."""

import datetime

import pytest
from django.contrib.auth import get_user_model
from django.core.mail import EmailMessage
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page

from pages.council.model import CouncilSettings
from pages.council.roles import KINSHIP_LEAD, SECTION_EDITORS
from pages.publishing import checking, reminders
from pages.publishing.reminder import Reminder
from tests import factories
from tests.cms import make_officer

DUE = datetime.date(2027, 5, 2)
LEAD, EDITOR = "kinship-lead@example.gov.uk", "section-editors@example.gov.uk"


@pytest.fixture
def editor(home):
    return make_officer(SECTION_EDITORS)


@pytest.fixture
def lead(home):
    return make_officer(KINSHIP_LEAD)


@pytest.fixture
def allowance(editor, lead, section):
    """The editor's page, due on 2 May 2027; every other page was checked long after."""
    page = factories.make_support(section, title="Weekly allowance", owner=editor)
    for other in Page.objects.exclude(pk=page.pk).filter(depth__gt=1).specific():
        type(other).objects.filter(pk=other.pk).update(last_checked=datetime.date(2029, 1, 1), owner=editor)
    return page


def on(day):
    call_command("send_reminders", day=day)


def days(number):
    return DUE + datetime.timedelta(days=number)


def test_nobody_is_told_more_than_two_weeks_before(allowance, mailoutbox):
    on(days(-15))

    assert mailoutbox == []


def test_the_owner_is_told_two_weeks_before_with_the_ways_to_deal_with_it(allowance, mailoutbox):
    on(days(-14))

    (message,) = mailoutbox
    assert message.to == [EDITOR]
    assert message.subject == "Kinship offer: please check 1 page"
    for words in (
        "Hello Section editors Person,",
        "DUE IN THE NEXT TWO WEEKS",
        "Weekly allowance (due by 2 May 2027)",
        f"http://localhost:8000/cms/checking/{allowance.pk}/",
        f"http://localhost:8000/cms/pages/{allowance.pk}/edit/",
        "http://localhost:8000/cms/reports/checks/?whose=mine",
    ):
        assert words in message.body


def test_the_owner_is_told_again_on_the_day_it_is_due(allowance, mailoutbox):
    on(days(-1))
    on(days(0))

    assert ["DUE NOW" in message.body for message in mailoutbox] == [False, True]


def test_the_same_reminder_never_goes_out_twice(allowance, mailoutbox):
    for number in range(-20, 60):
        on(days(number))

    assert [(message.to, "MORE THAN TWO WEEKS" in message.body) for message in mailoutbox] == [
        ([EDITOR], False),
        ([EDITOR], False),
        ([LEAD], True),
    ]


def test_the_lead_hears_of_it_when_it_is_more_than_two_weeks_overdue(allowance, mailoutbox):
    on(days(14))
    assert [message.to for message in mailoutbox] == [[EDITOR]]

    on(days(15))
    assert mailoutbox[-1].to == [LEAD]
    assert "Owner: Section editors Person." in mailoutbox[-1].body


def test_a_checked_page_is_due_anew(allowance, editor, mailoutbox):
    on(days(0))
    checking.check(allowance, editor, days(1))
    on(days(2))
    assert len(mailoutbox) == 1

    on(datetime.date(2027, 11, 3))
    assert len(mailoutbox) == 2


def test_one_message_names_all_pages_of_an_owner(allowance, section, editor, mailoutbox):
    factories.make_support(section, title="Beds and clothes", owner=editor)

    on(DUE)

    (message,) = mailoutbox
    assert message.subject == "Kinship offer: please check 2 pages"
    assert "Weekly allowance" in message.body
    assert "Beds and clothes" in message.body


def test_an_owner_without_a_log_in_is_told_whom_to_answer_and_shown_no_cms(allowance, mailoutbox):
    fields = {"owner_name": "Pat Example", "owner_email": "pat@charity.example.org"}
    type(allowance).objects.filter(pk=allowance.pk).update(**fields)

    on(DUE)

    (message,) = mailoutbox
    assert message.to == ["pat@charity.example.org"]
    assert "Hello Pat Example," in message.body
    assert allowance.full_url in message.body
    assert f"write to {LEAD}" in message.body
    assert "/cms/" not in message.body


@pytest.mark.parametrize("why", ["none", "left", "no e-mail"])
def test_the_lead_is_told_of_a_page_whose_owner_cannot_be(allowance, mailoutbox, why):
    if why == "none":
        Page.objects.filter(pk=allowance.pk).update(owner=None)
    else:
        change = {"is_active": False} if why == "left" else {"email": ""}
        get_user_model().objects.filter(pk=allowance.owner_id).update(**change)

    on(DUE)

    (message,) = mailoutbox
    assert message.to == [LEAD]
    assert ("has no e-mail address" if why == "no e-mail" else "Nobody owns this page") in message.body


def test_the_leads_address_in_the_settings_comes_first(allowance, mailoutbox):
    CouncilSettings.objects.update(lead_email="kinship@testham.example.gov.uk")
    Page.objects.filter(pk=allowance.pk).update(owner=None)

    on(DUE)

    assert mailoutbox[0].to == ["kinship@testham.example.gov.uk"]


def test_pages_that_nobody_can_be_told_of_fail_the_command(allowance, lead, mailoutbox):
    Page.objects.filter(pk=allowance.pk).update(owner=None)
    lead.delete()

    with pytest.raises(CommandError, match="Nobody could be told of 1 pages: give them an owner"):
        on(DUE)
    assert not Reminder.objects.exists()


def test_a_lead_who_has_left_is_told_nothing(allowance, lead, mailoutbox):
    Page.objects.filter(pk=allowance.pk).update(owner=None)
    make_officer(KINSHIP_LEAD, name="left", is_active=False)

    on(DUE)

    assert [message.to for message in mailoutbox] == [[LEAD]]


def test_a_page_that_readers_cannot_see_is_nobodys_worry(allowance, mailoutbox):
    allowance.unpublish()

    on(DUE)

    assert mailoutbox == []


@pytest.fixture
def half_the_mail_fails(monkeypatch):
    """The mail server refuses what goes to the editor."""
    send = EmailMessage.send

    def refuse_one(self, *args, **kwargs):
        if self.to == [EDITOR]:
            raise OSError(f"refused: {self.to} {self.body}")
        return send(self, *args, **kwargs)

    monkeypatch.setattr(EmailMessage, "send", refuse_one)


def test_one_message_that_fails_keeps_no_other_back_and_is_sent_the_next_time(
    allowance, half_the_mail_fails, mailoutbox, monkeypatch
):
    with pytest.raises(CommandError, match="1 reminders could not be mailed"):
        on(days(20))
    assert [message.to for message in mailoutbox] == [[LEAD]]
    assert set(Reminder.objects.values_list("stage", flat=True)) == {"lead"}

    monkeypatch.undo()
    on(days(21))
    assert [message.to for message in mailoutbox] == [[LEAD], [EDITOR]]


def test_nothing_of_an_owner_is_logged_when_mail_fails(allowance, half_the_mail_fails, caplog):
    with pytest.raises(CommandError) as failed:
        on(DUE)

    assert "OSError" in caplog.text
    for words in ("section-editors", "Section editors", "Weekly allowance"):
        assert words not in caplog.text + str(failed.value)


def test_no_mail_server_is_an_error_only_when_something_waits(allowance, settings):
    settings.MAILERS = {}
    on(days(-15))

    with pytest.raises(CommandError, match="MAIL_URL"):
        on(DUE)
    assert not Reminder.objects.exists()


def test_what_was_sent_does_not_say_to_whom(allowance, mailoutbox):
    on(DUE)

    assert "@" not in str(list(Reminder.objects.values()))


def test_a_round_asks_the_database_no_more_for_more_pages(allowance, section, editor):
    def cost():
        with CaptureQueriesContext(connection) as queries:
            reminders.letters(DUE)
        return len(queries)

    few = cost()
    for _number in range(9):
        factories.make_support(section, owner=editor)

    assert cost() == few
