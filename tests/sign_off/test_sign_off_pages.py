"""The pages behind a sign-off link: what whoever has it can do, and that nobody else can do anything."""

import datetime
from urllib.parse import quote

import pytest
import time_machine as clock
from django.core import mail
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytest_django.asserts import assertContains, assertNotContains
from wagtail.models import PageLogEntry

from kinship_offer.mail import mailers
from pages import sign_off as sign_offs
from pages.core.content_version import ContentVersion
from pages.core.open_pages import _drafts, open_pages
from pages.council import council
from pages.council.roles import SECTION_EDITORS
from pages.heard.missed_search import MissedSearch
from pages.heard.useful import Feedback
from pages.sign_off.model import SignOff, SignOffPage
from tests import factories
from tests.cms import make_officer
from tests.html import parse
from tests.sign_off.drafts import make_draft, make_new_draft, send
from tests.smtp import mail_server


@pytest.fixture
def guide(section):
    return factories.make_guide(section, title="Legal orders", slug="orders", search_description="What readers see.")


@pytest.fixture
def draft(guide):
    """A draft under a live page."""
    return make_draft(guide, search_description="What the solicitor should read.")


@pytest.fixture
def sent(draft):
    return send(draft)


@pytest.fixture
def link(sent):
    return sent[1]


def entry_of(page):
    return SignOffPage.objects.get(page=page)


def answer(client, link, page, verdict="approved", comment=""):
    return client.post(f"{link}{page.pk}/", {"verdict": verdict, "comment": comment})


def test_the_signer_reads_the_draft_while_readers_see_the_live_page(client, link, draft, guide):
    assertContains(client.get(f"{link}{draft.pk}/"), "What the solicitor should read.")
    assertNotContains(client.get(guide.url), "What the solicitor should read.")
    assertContains(client.get(guide.url), "What readers see.")


def test_a_page_that_no_reader_sees_yet_is_read_by_the_signer(client, section):
    page = make_new_draft(section, title="Brand new")
    _sign_off, link = send(page)

    assertContains(client.get(link), "Brand new")
    assertContains(client.get(f"{link}{page.pk}/"), "<h1>Brand new</h1>", html=True)
    assert client.get(page.url).status_code == 404


def test_a_page_that_nobody_has_edited_is_sent_as_readers_see_it(client, section):
    page = factories.make_support(section, title="Beds")
    _sign_off, link = send(page)

    assertContains(client.get(link), "The same as readers see now")
    assertContains(client.get(f"{link}{page.pk}/"), "<h1>Beds</h1>", html=True)


def test_what_is_written_after_sending_is_not_shown(client, link, draft):
    make_draft(draft, title="Written later")

    assertNotContains(client.get(f"{link}{draft.pk}/"), "Written later")


def test_a_draft_saved_over_the_one_that_was_sent_is_not_shown(client, link, draft):
    page = draft.specific
    page.search_description = "Saved over."
    page.save_revision(overwrite_revision=draft.latest_revision)

    assertNotContains(client.get(f"{link}{draft.pk}/"), "Saved over.")


def test_a_frame_says_that_it_is_a_draft_and_which(client, section, draft):
    other = factories.make_support(section)
    _sign_off, link = send(draft, other)

    assertContains(client.get(f"{link}{other.pk}/"), "Draft for sign-off, page 2 of 2")
    assertContains(client.get(f"{link}{other.pk}/"), "<title>Draft:")


def test_readers_pages_have_no_frame(client, link, guide):
    assertNotContains(client.get(guide.url), "sign-off")
    assertNotContains(client.get(guide.url), "Draft:")


def test_a_section_lists_the_drafts_of_its_set_as_if_they_were_live(client, section):
    page = make_new_draft(section, title="Brand new")
    _sign_off, link = send(section, page)

    assertContains(client.get(f"{link}{section.pk}/"), "Brand new")
    assertNotContains(client.get(section.url), "Brand new")


def test_links_lead_to_the_drafts_of_the_set_and_else_to_the_live_site(client, section, draft):
    other, beyond = factories.make_support(section), factories.make_support(section)
    links = "".join(f'<p><a linktype="page" id="{page.pk}">Link</a></p>' for page in (other, beyond))
    page = make_draft(draft, body=[("text", {"text": links})])
    _sign_off, link = send(page, other)

    response = client.get(f"{link}{page.pk}/")

    assertContains(response, f'href="{link}{other.pk}/"')
    assertContains(response, f'href="{beyond.url}"')


def test_what_the_signer_sees_is_remembered_for_no_reader(client, section):
    page = make_new_draft(section, title="Brand new")
    _sign_off, link = send(section, page)
    client.get(f"{link}{section.pk}/")

    assert page.pk not in open_pages()
    assertNotContains(client.get("/search/?q=brand new"), f'href="{page.url}"')


def test_what_the_council_shows_is_worked_out_before_drafts_stand_among_the_open_pages(
    client, link, draft, monkeypatch
):
    drafts_while_reading = []
    read = council.read_council
    monkeypatch.setattr(council, "read_council", lambda: drafts_while_reading.append(_drafts.get()) or read())
    ContentVersion.bump()

    client.get(f"{link}{draft.pk}/")

    assert drafts_while_reading == [()]


def test_every_kind_of_page_can_be_read(client, home, section):
    kinds = [home, section, factories.make_guide(section), factories.make_support(section)]
    kinds += [factories.make_group(section), factories.make_information(home), factories.make_contacts_page(home)]
    kinds += [factories.make_glossary_page(home), factories.make_leaflet_page(home)]
    _sign_off, link = send(*kinds)

    for page in kinds:
        response = client.get(f"{link}{page.pk}/")
        assertContains(response, "Draft for sign-off")
        assertContains(response, "Save my answer")
        parse(response)


def test_an_answer_is_kept_with_its_comment(client, link, draft):
    response = answer(client, link, draft, "refused", "Say that an order can be changed.")

    assert response["Location"] == f"{link}?saved={draft.pk}"
    assertContains(client.get(response["Location"]), "is saved")
    kept = entry_of(draft)
    assert (kept.verdict, kept.comment) == ("refused", "Say that an order can be changed.")
    assert kept.answered_at


def test_an_answer_can_be_changed_until_the_signer_has_finished(client, link, draft):
    answer(client, link, draft, "refused", "Wrong.")
    answer(client, link, draft, "approved", "Right after all.")
    client.post(f"{link}finish/")
    response = answer(client, link, draft, "refused", "No, wrong.")

    assert entry_of(draft).verdict == "approved"
    assertContains(response, "Not saved", status_code=409)
    assertContains(response, "No, wrong.", status_code=409)


def test_the_draft_shows_the_answer_that_was_given(client, link, draft):
    answer(client, link, draft, "refused", "Say that an order can be changed.")

    response = client.get(f"{link}{draft.pk}/")

    assertContains(response, "Say that an order can be changed.")
    assertContains(response, 'value="refused"')


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({}, "Choose yes or no."),
        ({"verdict": "waiting", "comment": "Kept text"}, "Choose yes or no."),
        ({"verdict": "refused"}, "Say what has to change"),
        ({"verdict": "approved", "comment": "x" * 2001}, "Make it shorter: 2000 characters at most."),
    ],
)
def test_an_answer_with_a_slip_is_not_kept_and_nothing_typed_is_lost(client, link, draft, fields, words):
    response = client.post(f"{link}{draft.pk}/", fields)

    assertContains(response, words)
    assertContains(response, fields.get("comment", ""))
    assert entry_of(draft).verdict == "waiting"


def test_finishing_thanks_and_tells_the_officer_who_sent_it(client, draft):
    officer = make_officer(SECTION_EDITORS)
    _sign_off, link = send(draft, user=officer)
    answer(client, link, draft, "refused", "Say that an order can be changed.")

    assertContains(client.post(f"{link}finish/", follow=True), "Thank you")

    [message] = mail.outbox
    assert message.to == [officer.email]
    assert "Solicitor has finished" in message.subject
    assert "Say that an order can be changed." in message.body


def test_a_mail_server_that_is_down_stops_no_signer(client, draft, monkeypatch, caplog):
    def fail(*args, **kwargs):
        raise ConnectionError("secret words")

    monkeypatch.setattr("django.core.mail.EmailMessage.send", fail)
    sign_off, link = send(draft, user=make_officer(SECTION_EDITORS))
    answer(client, link, draft)

    assertContains(client.post(f"{link}finish/", follow=True), "Thank you")
    sign_off.refresh_from_db()
    assert sign_off.finished_at
    assert "secret words" not in caplog.text


def test_a_mail_server_that_says_nothing_holds_no_signer(client, draft, settings):
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    _sign_off, link = send(draft, user=make_officer(SECTION_EDITORS))
    answer(client, link, draft)
    with mail_server(hangs=True) as silent:
        settings.MAILERS = mailers("MAIL_URL", silent.url)
        assertContains(client.post(f"{link}finish/", follow=True), "Thank you")

        assert not silent.someone_waits.is_set()
    assert DBTaskResult.objects.get().task_path == "pages.sign_off.mail.result_to_officer"


def test_nobody_has_finished_who_has_answered_nothing(client, sent):
    sign_off, link = sent
    client.post(f"{link}finish/")

    sign_off.refresh_from_db()
    assert sign_off.finished_at is None


def test_finishing_twice_changes_nothing(client, sent, draft):
    sign_off, link = sent
    answer(client, link, draft)
    client.post(f"{link}finish/")
    sign_off.refresh_from_db()
    first = sign_off.finished_at

    client.post(f"{link}finish/", follow=True)

    sign_off.refresh_from_db()
    assert sign_off.finished_at == first


def test_answers_stand_in_the_pages_history_by_role_and_by_no_user(client, link, draft):
    answer(client, link, draft, "refused", "Wrong.")
    answer(client, link, draft, "refused", "Wrong.")
    answer(client, link, draft, "approved")

    entries = PageLogEntry.objects.filter(page=draft.pk, action__startswith="pages.sign_off").order_by("pk")
    assert [entry.action for entry in entries] == [sign_offs.SENT, sign_offs.REFUSED, sign_offs.APPROVED]
    assert [entry.user for entry in entries] == [None, None, None]
    assert entries[1].data == {"role": "Solicitor", "sign_off": SignOff.objects.get().pk, "comment": "Wrong."}
    assert "Testperson" not in str(list(PageLogEntry.objects.values()))


def opens_nothing(client, address):
    response = client.get(address)
    assert response.status_code == 404
    return response.content


def test_made_up_expired_and_withdrawn_links_get_the_same_answer(client, draft):
    with clock.travel(timezone.now() - datetime.timedelta(days=15), tick=False):
        _expired, old = send(draft)
    withdrawn, gone = send(draft)
    sign_offs.withdraw(withdrawn, None, timezone.now())
    addresses = [old, gone, "/sign-off/made-up/", f"/sign-off/{'x' * 5000}/", "/sign-off/%00/", "/sign-off/%F0%9F/"]
    addresses += [f"{old}{draft.pk}/", f"{gone}{draft.pk}/", f"{old}finish/", "/sign-off/"]

    assert len({opens_nothing(client, address) for address in addresses}) == 1


def test_made_up_and_withdrawn_links_take_the_same_queries(client, draft):
    withdrawn, gone = send(draft)
    sign_offs.withdraw(withdrawn, None, timezone.now())
    client.get(gone)
    costs = []
    for address in (gone, "/sign-off/made-up/"):
        with CaptureQueriesContext(connection) as queries:
            client.get(address)
        costs.append(len(queries))

    assert costs[0] == costs[1]


def test_a_link_works_until_its_hour_and_not_a_minute_longer(client, draft):
    sign_off, link = send(draft)
    with clock.travel(sign_off.expires_at - datetime.timedelta(minutes=1), tick=False):
        assert client.get(link).status_code == 200
    with clock.travel(sign_off.expires_at, tick=False):
        opens_nothing(client, link)


def test_a_withdrawn_link_fails_even_for_whoever_has_the_page_open(client, sent, draft):
    sign_off, link = sent
    client.get(f"{link}{draft.pk}/")
    sign_offs.withdraw(sign_off, None, timezone.now())

    answer(client, link, draft)

    assert entry_of(draft).verdict == "waiting"


def test_an_answer_that_comes_too_late_is_not_kept_and_given_back(client, sent, draft):
    sign_off, link = sent
    with clock.travel(sign_off.expires_at, tick=False):
        response = answer(client, link, draft, "refused", "Typed for an <hour>.")

    assertContains(response, "Your answer was not saved", status_code=404)
    assertContains(response, "Typed for an &lt;hour&gt;.", status_code=404)
    assert entry_of(draft).verdict == "waiting"


def test_a_new_link_stops_the_old_one(client, sent, draft):
    sign_off, old = sent
    answer(client, old, draft, "approved")

    secret = sign_offs.make_new_link(sign_off, None, timezone.now() + datetime.timedelta(days=3))

    opens_nothing(client, old)
    assertContains(client.get(f"/sign-off/{secret}/"), "Approved")


def test_a_link_opens_no_other_draft(client, section, link):
    secret_page = make_new_draft(section, title="Not for you")

    opens_nothing(client, f"{link}{secret_page.pk}/")
    assert answer(client, link, secret_page).status_code == 404


@pytest.mark.parametrize("path", ["/cms/", "/cms/pages/{}/edit/", "/cms/pages/{}/view_draft/", "/cms/signoff/"])
def test_a_link_opens_nothing_of_the_cms(client, link, draft, path):
    client.get(link)

    response = client.get(path.format(draft.pk))

    assert response.status_code == 302
    assert response["Location"].startswith("/sign-in/?next=")


def test_no_cookie_is_set_and_none_is_needed(link, draft):
    client = Client(enforce_csrf_checks=True)
    client.get(link)
    client.get(f"{link}{draft.pk}/")
    assert answer(client, link, draft).status_code == 302
    client.post(f"{link}finish/")

    assert not client.cookies


@pytest.mark.parametrize("path", ["", "{page}/", "finish/", "nowhere/", "0/"])
def test_no_answer_is_stored_listed_or_told_to_other_sites(client, link, draft, path):
    for address in (link + path.format(page=draft.pk), f"/sign-off/made-up/{path.format(page=draft.pk)}"):
        for response in (client.get(address), client.post(address), client.put(address)):
            assert response["Cache-Control"] == "no-store"
            assert "noindex" in response["X-Robots-Tag"]
            assert response["Referrer-Policy"] == "no-referrer"


def test_guessing_is_held_off(client, link):
    for number in range(60):
        client.get(f"/sign-off/guess-{number}/")

    assert client.get("/sign-off/one-more/").status_code == 429
    assert client.get(link).status_code == 429


def test_an_officer_who_is_signed_in_may_look_but_not_answer(client, link, draft):
    client.force_login(make_officer(SECTION_EDITORS))

    assertContains(client.get(f"{link}{draft.pk}/"), "you can look at this draft but not answer")
    response = answer(client, link, draft, "approved", "In their name")
    client.post(f"{link}finish/")

    assertContains(response, "In their name", status_code=409)
    assert entry_of(draft).verdict == "waiting"
    assert SignOff.objects.get().finished_at is None


def test_the_officers_bar_is_not_drawn(client, link, draft):
    client.force_login(make_officer(SECTION_EDITORS))

    assertNotContains(client.get(f"{link}{draft.pk}/"), "wagtail-userbar")


def test_a_draft_asks_nobody_whether_it_was_useful(client, link, draft):
    assertNotContains(client.get(f"{link}{draft.pk}/"), "/useful/")
    assert not Feedback.objects.exists()
    assert not MissedSearch.objects.exists()


def test_a_signers_reading_is_no_readers_visit(client, link, draft, guide, monkeypatch):
    counted = []
    monkeypatch.setattr("pages.visits.middleware.tally.add", lambda *what: counted.append(what))
    browser = {"User-Agent": "Mozilla/5.0 (X11; Linux x86_64) Chrome/130.0"}

    client.get(guide.url, headers=browser)
    client.get(link, headers=browser)
    client.get(f"{link}{draft.pk}/", headers=browser)

    assert len(counted) == 1


def test_the_secret_is_in_no_row(client, sent, draft):
    sign_off, link = sent
    answer(client, link, draft)
    sign_offs.withdraw(sign_off, None, timezone.now())

    rows = [*SignOff.objects.values(), *SignOffPage.objects.values(), *PageLogEntry.objects.values()]
    assert link.split("/")[2] not in str(rows)


def test_a_link_that_lost_its_last_stroke_still_works(client, link):
    assert client.get(link.rstrip("/"))["Location"] == link


def test_reading_costs_the_same_however_many_drafts(section, count_queries, draft):
    _sign_off, few = send(draft)
    _sign_off, many = send(draft, *(factories.make_guide(section) for _number in range(9)))

    assert count_queries(few) == count_queries(many)
    assert count_queries(f"{few}{draft.pk}/") == count_queries(f"{many}{draft.pk}/")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50, deadline=None)
@given(
    secret=st.text(st.characters(exclude_categories=["Cs"], exclude_characters="/"), min_size=1, max_size=60),
    fields=st.dictionaries(st.sampled_from(["verdict", "comment"]), st.text(max_size=60)),
)
def test_whatever_is_sent_gets_an_answer(client, link, draft, secret, fields):
    cache.clear()
    assert client.get(f"/sign-off/{quote(secret, safe='')}/").status_code == 404
    assert client.post(f"/sign-off/{quote(secret, safe='')}/1/", fields).status_code == 404
    assert client.post(f"{link}{draft.pk}/", fields).status_code in {200, 302}
