"""The screens of one item: how far it is met, what proves it, and the sign-off, as each role has them."""

import datetime

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects
from wagtail.models import ModelLogEntry
from wagtail.test.utils.form_data import querydict_from_html

from pages.core.content_version import ContentVersion
from pages.core.ties import PageDuty
from pages.council.roles import ADMINISTRATORS, KINSHIP_LEAD, NAVIGATORS, SECTION_EDITORS
from pages.duties import log
from pages.duties.duty_map import rows_on
from pages.duties.proof import Proof
from pages.duties.standing import Claim, Standing
from tests import factories
from tests.cms import decide, make_officer
from tests.duties.making import published

EDIT = "/cms/duties/guidance-legal/"
PART, SIGN = f"{EDIT}proofs/part/", f"{EDIT}sign-off/"


def officer(role):
    client = Client()
    client.force_login(make_officer(role))
    return client


def remove(client, proof, seen=None):
    """Presses “Remove” beside a proof on a screen that shows how it is now, or was when it had the mark `seen`."""
    data = {"seen": seen or Standing.objects.get().mark}
    return client.post(f"/cms/duty-proofs/{proof.pk}/remove/", data, follow=True)


def other_lead():
    client = Client()
    client.force_login(make_officer(KINSHIP_LEAD, "another-lead"))
    return client


def state():
    return next(row.state for row in rows_on(timezone.localdate()) if row.item.name == "guidance-legal")


def again(days=300):
    return (timezone.localdate() + datetime.timedelta(days=days)).isoformat()


@pytest.fixture
def legal(section):
    text = "<h2>Who pays</h2><p>We do.</p><h2>How much</h2><p><mark>£20</mark></p>"
    guide = factories.make_guide(section, title="Legal help", body=[("text", {"text": text})])
    PageDuty.objects.create(page=guide, duty="guidance-legal")
    ContentVersion.bump()
    return guide


def actions():
    return list(ModelLogEntry.objects.order_by("timestamp", "pk").values_list("action", flat=True))


def test_a_lead_claims_proves_and_signs_off_without_any_script(legal):
    lead = officer(KINSHIP_LEAD)

    claim = {"claim": "met", "planned_by": "", "sentence": "We pay for three hours."}
    assertRedirects(decide(lead, EDIT, claim), EDIT)
    assert state() == Claim.NOT
    assertContains(lead.get(PART), "Pages about this")
    step = f"{PART}?page={legal.pk}"
    assertContains(lead.get(step), "How much (has a detail that is an example)")
    assertRedirects(lead.post(step, {"part": "who-pays"}), EDIT)
    assert state() == Claim.PARTLY
    assertRedirects(decide(lead, SIGN, {"post": "Service Manager", "look_again": again()}), EDIT)

    assert state() == Claim.MET
    assert Standing.objects.get().signed_off_by == "Service Manager"
    assert actions() == [log.CLAIMED, log.PROOF_ADDED, log.SIGNED_OFF]
    assertContains(lead.get(EDIT), "Signed off “Legal support”: Service Manager")


@pytest.fixture
def signed(legal):
    return factories.make_standing("guidance-legal", [{"page": legal, "part": "who-pays"}])


@pytest.mark.parametrize(
    "change",
    [{"claim": "partly"}, {"sentence": "Another sentence."}],
)
def test_changing_what_was_signed_takes_the_sign_off_away(signed, change):
    lead = officer(KINSHIP_LEAD)
    form = {"claim": "met", "planned_by": "", "sentence": signed.sentence, "look_again": "2027-11-02"}

    decide(lead, EDIT, form)
    assert Standing.objects.get().signed_off_on
    decide(lead, EDIT, form | change)

    assert Standing.objects.get().signed_off_on is None
    assert log.SIGN_OFF_TAKEN in actions()


def test_adding_or_removing_a_proof_takes_the_sign_off_away(signed, legal):
    lead = officer(KINSHIP_LEAD)
    lead.post(f"{PART}?page={legal.pk}", {"part": "-"})
    assert Standing.objects.get().signed_off_on is None

    Standing.objects.update(claim="partly")
    decide(lead, SIGN, {"post": "Lead", "look_again": again()})
    remove(lead, Proof.objects.first())

    standing = Standing.objects.get()
    assert standing.signed_off_on is None
    assert [proof.part for proof in standing.proofs.all()] == [""]


def test_a_proof_is_not_removed_from_a_sign_off_that_nobody_saw(legal):
    standing = factories.make_standing("guidance-legal", [legal], signed=False, claim=Claim.PARTLY)
    lead, seen = officer(KINSHIP_LEAD), standing.mark
    decide(lead, SIGN, {"post": "Lead", "look_again": again()})

    assertContains(remove(lead, Proof.objects.get(), seen), "changed since you opened it")
    assert Standing.objects.get().signed_off_on
    proof = Proof.objects.get()
    assertContains(remove(lead, proof), "The proof is removed, and with it the sign-off.")
    assertContains(remove(lead, proof), "This proof is removed already.")


def test_two_pages_of_one_name_are_told_apart(home, section):
    factories.make_guide(section, title="School")
    factories.make_guide(factories.make_section(home, title="Learning"), title="School")

    screen = officer(KINSHIP_LEAD).get(PART)

    assertContains(screen, f"School ({section.title})")


def test_the_same_proof_is_named_once(signed, legal):
    lead = officer(KINSHIP_LEAD)

    lead.post(f"{PART}?page={legal.pk}", {"part": "who-pays"})

    assert Proof.objects.count() == 1
    assert Standing.objects.get().signed_off_on


@pytest.mark.parametrize(
    ("kind", "form"),
    [
        ("decision", {"words": "Cabinet agreed it", "decided_on": "2026-07-01", "url": "https://example.org/a"}),
        ("post", {"words": "Service Manager", "page": "PAGE", "contact": ""}),
        ("report", {"page": "REPORT"}),
    ],
)
def test_every_kind_of_proof_can_be_added(home, legal, kind, form):
    report = factories.make_report(factories.make_have_your_say(home))
    keys = {"PAGE": legal.pk, "REPORT": report.pk}
    lead = officer(KINSHIP_LEAD)
    assertContains(lead.get(f"{EDIT}proofs/{kind}/"), "Add this proof")

    assertRedirects(lead.post(f"{EDIT}proofs/{kind}/", {name: keys.get(v, v) for name, v in form.items()}), EDIT)

    assert Proof.objects.get().kind == kind
    assertContains(lead.get(EDIT), "Remove")


@pytest.mark.parametrize(
    ("kind", "form", "said"),
    [
        ("decision", {"words": "Cabinet agreed it", "decided_on": "", "url": ""}, "without it, it proves nothing"),
        (
            "decision",
            {"words": "It", "decided_on": "2026-07-01", "url": "http://localhost/x"},
            "Readers can’t open this",
        ),
        ("decision", {"words": "It", "decided_on": "2026-07-01", "url": "nonsense x"}, "Enter a valid URL"),
        ("decision", {"words": "It", "decided_on": "0206-07-01", "url": "https://a.org"}, "Choose a day from 1900"),
        ("post", {"words": "Service Manager", "page": "", "contact": ""}, "Say on which page"),
        ("post", {"words": "Service Manager", "page": "999999", "contact": ""}, "Select a valid choice"),
        ("report", {"page": ""}, "This field is required"),
        ("part", {"part": "no-such-part"}, "Select a valid choice"),
    ],
)
def test_a_proof_that_is_not_whole_is_refused_and_nothing_is_lost(legal, kind, form, said):
    url = f"{EDIT}proofs/{kind}/" + (f"?page={legal.pk}" if kind == "part" else "")

    answer = officer(KINSHIP_LEAD).post(url, form)

    assertContains(answer, said)
    assert not Proof.objects.exists()
    if words := form.get("words"):
        assertContains(answer, words)


@pytest.mark.parametrize(
    ("url", "form", "missing"),
    [
        (EDIT, {"claim": "planned", "planned_by": "31/02/2030"}, "Say by when"),
        (f"{EDIT}proofs/decision/", {"words": "It", "decided_on": "31/02/2026", "url": "x y"}, "it proves nothing"),
    ],
)
def test_what_cannot_be_read_is_not_said_to_be_missing_as_well(home, url, form, missing):
    assertNotContains(decide(officer(KINSHIP_LEAD), url, form), missing)


@pytest.mark.parametrize("query", ["?page=", "?page=x", "?page=999999999999999999999", "?page=-1"])
def test_a_page_that_is_none_is_asked_for_again(legal, query):
    assertContains(officer(KINSHIP_LEAD).get(PART + query), "step 1 of 2")


@pytest.mark.parametrize(
    "url", ["/cms/duties/nothing/", "/cms/duties/nothing/sign-off/", f"{EDIT}proofs/nothing/", "/cms/duties/a.b/"]
)
def test_what_is_on_no_list_is_not_found(home, url):
    assert officer(KINSHIP_LEAD).get(url).status_code == 404


@pytest.mark.parametrize(
    ("form", "said"),
    [
        ({"claim": "planned", "planned_by": ""}, "Say by when"),
        ({"claim": "planned", "planned_by": "2020-01-01"}, "This day is over"),
        ({"claim": "planned", "planned_by": "31/02/2030"}, "Enter a valid date"),
        ({"claim": "met", "planned_by": "2099-01-01"}, "Only what is planned"),
        ({"claim": "", "planned_by": ""}, "This field is required"),
        ({"claim": "met", "planned_by": "", "sentence": "See {nothing}"}, "{nothing}"),
    ],
)
def test_a_claim_that_says_two_things_is_refused(home, form, said):
    assertContains(decide(officer(KINSHIP_LEAD), EDIT, {"sentence": "A sentence."} | form), said)
    assert not Standing.objects.exists()


@pytest.mark.parametrize(
    ("form", "said"),
    [
        ({"post": "Service Manager", "look_again": again(400)}, "at the latest a year from today"),
        ({"post": "Service Manager", "look_again": again(-1)}, "at the latest a year from today"),
        ({"post": "", "look_again": again()}, "This field is required"),
        ({"post": "Mrs Person, lead", "look_again": again()}, "This has your name in it"),
        ({"post": "Kinship Person", "look_again": again()}, "This has your name in it"),
    ],
)
def test_a_sign_off_needs_a_job_title_and_a_day_within_a_year(signed, form, said):
    assertContains(decide(officer(KINSHIP_LEAD), SIGN, form), said)
    assert Standing.objects.get().signed_off_by == "Kinship lead"


def test_what_is_not_proved_cannot_be_signed_off_as_met(legal):
    factories.make_standing("guidance-legal", [{"page": legal, "part": "how-much"}], signed=False)

    answer = decide(officer(KINSHIP_LEAD), SIGN, {"post": "Lead", "look_again": again()}, follow=True)

    assertContains(answer, "can’t be signed off as met")
    assert Standing.objects.get().signed_off_on is None


@pytest.mark.parametrize(
    "change",
    [
        lambda page: Standing.objects.update(sentence="We pay for one hour."),
        lambda page: Standing.objects.update(claim=Claim.MET),
        lambda page: Proof.objects.update(part="how-much"),
        lambda page: published(page, body=[("text", {"text": "<h2>Who pays</h2><p>You do.</p>"})]),
    ],
)
def test_only_what_was_read_is_signed_off(legal, change):
    factories.make_standing(
        "guidance-legal", [{"page": legal, "part": "who-pays"}], signed=False, claim=Claim.PARTLY, sentence="We pay."
    )
    lead = officer(KINSHIP_LEAD)
    screen = lead.get(SIGN)
    data = querydict_from_html(screen.content.decode(), form_index=0).dict() | {"post": "Lead", "look_again": again()}
    change(legal)
    ContentVersion.bump()

    answer = lead.post(SIGN, data)

    assertContains(answer, "changed since you opened it")
    assertContains(answer, 'value="Lead"')
    assert Standing.objects.get().signed_off_on is None
    decide(lead, SIGN, {"post": "Lead", "look_again": again()})
    assert Standing.objects.get().signed_off_on


def test_what_somebody_else_said_meanwhile_is_not_overwritten_unseen(signed):
    lead, seen = officer(KINSHIP_LEAD), signed.mark
    Standing.objects.update(sentence="We pay for one hour.")

    said = {"seen": seen, "claim": "met", "planned_by": "", "sentence": "We pay for ten."}
    answer = lead.post(EDIT, said)

    assertContains(answer, "Somebody has changed this meanwhile. It says now: Met. We pay for one hour.")
    assertContains(answer, "Signed off by Kinship lead on")
    assertContains(answer, "We pay for ten.")
    assert Standing.objects.get().sentence == "We pay for one hour."


def test_only_the_sign_off_that_was_seen_is_taken_back(signed):
    seen = signed.mark
    Standing.objects.update(signed_off_by="Head of Kinship")

    answer = officer(KINSHIP_LEAD).post(SIGN, {"take": "yes", "seen": seen}, follow=True)

    assertContains(answer, "changed since you opened it")
    assert Standing.objects.get().signed_off_by == "Head of Kinship"


def test_a_sign_off_can_be_taken_back(signed):
    officer(KINSHIP_LEAD).post(SIGN, {"take": "yes", "seen": signed.mark})

    assert Standing.objects.get().signed_off_on is None
    assert actions()[-1] == log.SIGN_OFF_TAKEN


# Roles


@pytest.mark.parametrize("role", [SECTION_EDITORS, KINSHIP_LEAD, ADMINISTRATORS])
def test_who_writes_the_offer_says_how_far_it_is_met(signed, legal, role):
    client = officer(role)

    assert client.get(EDIT).status_code == client.get(PART).status_code == 200
    decide(client, EDIT, {"claim": "partly", "planned_by": "", "sentence": "Some of it.", "look_again": again()})

    assert Standing.objects.get().claim == Claim.PARTLY


@pytest.mark.parametrize(("role", "may"), [(SECTION_EDITORS, False), (KINSHIP_LEAD, True), (ADMINISTRATORS, True)])
def test_only_those_who_approve_sign_off(legal, role, may):
    factories.make_standing("guidance-legal", [legal], signed=False, claim=Claim.PARTLY)
    client = officer(role)

    decide(client, SIGN, {"post": "Service Manager", "look_again": again()}, seen_by=other_lead())

    assert bool(Standing.objects.get().signed_off_on) is may
    shown = client.get(EDIT)
    (assertContains if may else assertNotContains)(shown, SIGN)


def test_a_job_title_with_unknown_words_in_braces_is_asked_again(legal):
    factories.make_standing("guidance-legal", [legal], signed=False, claim=Claim.PARTLY)

    answer = decide(officer(KINSHIP_LEAD), SIGN, {"post": "{council} {fact: x} lead", "look_again": again()})

    assertContains(answer, "{council} {fact: x} lead")
    assert Standing.objects.get().signed_off_on is None


@pytest.mark.parametrize("url", [EDIT, PART, SIGN, f"{EDIT}proofs/post/"])
@pytest.mark.parametrize("role", [NAVIGATORS, None])
def test_others_change_nothing(signed, url, role):
    client = officer(role) if role else Client()

    answers = [client.get(url), client.post(url, {"claim": "not", "take": "yes", "seen": signed.mark})]
    remove(client, Proof.objects.get())

    assert all(answer.status_code == 302 and "Legal support" not in answer.text for answer in answers)
    assert Standing.objects.get().signed_off_on and Proof.objects.exists()


@pytest.mark.parametrize(("role", "may"), [(SECTION_EDITORS, False), (KINSHIP_LEAD, True), (ADMINISTRATORS, True)])
def test_leads_keep_lists_of_their_own(home, role, may):
    factories.make_checklist()

    answer = officer(role).get("/cms/snippets/pages/checklist/")

    assert (answer.status_code == 200) is may
