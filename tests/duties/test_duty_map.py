"""What is met, by what proves it: for readers, for officers and for scrutiny."""

import csv
import datetime
import io
import re

import pdfua
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from openpyxl import load_workbook
from pytest_django.asserts import assertContains, assertNotContains
from wagtail.models import PageViewRestriction

from pages.core.content_version import ContentVersion
from pages.core.ties import PageContact, PageDuty
from pages.core.vocabulary import Duty
from pages.core.vocabulary.duty_source import ACT, SOURCES
from pages.council.roles import ADMINISTRATORS, KINSHIP_LEAD, NAVIGATORS, SECTION_EDITORS
from pages.dated_facts.model import FactRow
from pages.duties.duty_map import rows_on
from pages.duties.faults import Fault
from pages.duties.standing import Claim
from tests import factories
from tests.cms import confirm, make_officer, rows, send_page, text_body
from tests.html import headings, parse
from tests.paper.pdfs import text_of

LAW = "/how-we-meet-the-law/"
REPORT = "/cms/reports/duties/"
PAPER = "/cms/reports/duties/duties.pdf"
LEGAL = Duty.GUIDANCE_LEGAL.value


@pytest.fixture
def legal(section):
    """The page that proves that there is legal help, and that somebody signed off."""
    page = factories.make_guide(section, title="Legal help", kept_by="Legal team")
    factories.make_standing(LEGAL, [page])
    return page


def officer(role):
    client = Client()
    client.force_login(make_officer(role))
    return client


def row(name=LEGAL, day=None):
    return next(row for row in rows_on(day or timezone.localdate()) if row.item.name == name)


def part(html, name=LEGAL):
    """What the public page says of one item."""
    return re.search(rf'<li class="duty duty--\w+" id="{name}">.*?(?=<li class="duty duty--|</ol>)', html, re.DOTALL)[0]


def published(page, **fields):
    page = page.specific
    for name, value in fields.items():
        setattr(page, name, value)
    page.save_revision().publish()


def test_every_duty_has_its_place_and_plain_words():
    assert set(SOURCES) == set(Duty.values)
    assert all(duty.source.reference and duty.source.plain for duty in Duty)


def test_what_nobody_has_read_in_the_text_is_to_be_checked():
    to_be_checked = {duty for duty in Duty if duty.source.is_to_be_checked}

    not_seen = re.compile(r"s\.22H\((7|8|9)\)")
    assert {duty for duty in Duty if duty.is_law and not_seen.match(duty.source.reference)} == {
        duty for duty in to_be_checked if duty.is_law
    }
    assert {duty for duty in Duty if not duty.is_law} <= to_be_checked


def test_the_checklists_are_whole():
    assert len([duty for duty in Duty if duty.source.text == ACT]) == 17
    assert len([duty for duty in Duty if not duty.is_law]) == 19


def test_what_is_proved_and_signed_off_is_met(legal):
    assert row().state == Claim.MET


def test_tagging_pages_moves_no_duty_to_met(section):
    page = factories.make_guide(section)
    for duty in Duty:
        PageDuty.objects.create(page=page, duty=duty)
    ContentVersion.bump()

    assert {row.state for row in rows_on(timezone.localdate())} == {Claim.NOT}
    assert [page.pk for page in row().about] == [page.pk]


def test_a_standing_without_proof_is_not_met(section):
    factories.make_standing(LEGAL)

    assert row().state == Claim.NOT


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (lambda page: page.specific.unpublish(), Fault.NOT_OPEN),
        (lambda page: PageViewRestriction.objects.create(page=page, restriction_type="login"), Fault.NOT_OPEN),
        (
            lambda page: PageViewRestriction.objects.create(page=page.get_parent(), restriction_type="login"),
            Fault.NOT_OPEN,
        ),
        (lambda page: page.delete(), Fault.GONE),
        (lambda page: published(page, body=[("text", {"text": "<p>Ring <mark>Sam</mark>.</p>"})]), Fault.EXAMPLE),
        (
            lambda page: published(page, body=[("contact", {"contact": factories.make_contact(example=True)})]),
            Fault.EXAMPLE,
        ),
    ],
    ids=["unpublished", "hidden", "section hidden", "deleted", "an example", "an example contact"],
)
def test_what_takes_the_proof_away_moves_the_duty_back_at_once(legal, change, fault):
    assert row().state == Claim.MET

    change(legal)

    assert row().state == Claim.NOT
    assert [each.faults for each in row().proofs] == [[fault]]


@pytest.mark.parametrize(
    ("day", "state", "fault"),
    [
        (datetime.date(2027, 5, 2), Claim.MET, []),
        (datetime.date(2027, 5, 3), Claim.NOT, [Fault.OVERDUE]),
    ],
)
def test_an_overdue_check_moves_the_duty_back_by_itself(legal, day, state, fault):
    assert (row(day=day).state, row(day=day).proofs[0].faults) == (state, fault)


def test_the_day_to_look_again_moves_the_duty_back_by_itself(section):
    page = factories.make_guide(section, check_every=12, last_checked=datetime.date(2027, 10, 1))
    factories.make_standing(LEGAL, [page])

    assert row(day=datetime.date(2027, 11, 2)).state == Claim.MET
    assert row(day=datetime.date(2027, 11, 3)).state == Claim.PARTLY


@pytest.mark.parametrize(("day", "state"), [((2027, 4, 5), Claim.MET), ((2027, 4, 6), Claim.NOT)])
def test_an_old_amount_on_the_page_moves_the_duty_back_by_itself(section, day, state):
    amount = factories.make_fact()
    text = {"text": f'<p>You get <embed embedtype="fact" id="{amount.pk}"/>.</p>'}
    page = factories.make_guide(section, body=[("text", text)])
    factories.make_standing(LEGAL, [page])

    assert row(day=datetime.date(*day)).state == state


def test_an_amount_proves_something_from_the_day_on_which_it_is_no_example(section):
    until, since = datetime.date(2026, 12, 31), datetime.date(2027, 1, 1)
    fact = factories.make_fact(example=True, valid_until=until)
    FactRow.objects.create(fact=fact, amount=30, valid_from=since, source="GOV.UK")
    text = {"text": f'<p>You get <embed embedtype="fact" id="{fact.pk}"/>.</p>'}
    factories.make_standing(LEGAL, [factories.make_guide(section, body=[("text", text)])])

    assert (row(day=until).state, row(day=since).state) == (Claim.NOT, Claim.MET)


def test_an_amount_that_is_an_example_and_named_in_plain_text_proves_nothing(section):
    fact = factories.make_fact(example=True)
    body = [("details", {"title": f"You get {{fact: {fact.slug}}}", "text": "<p>Ask us.</p>"})]
    factories.make_standing(LEGAL, [factories.make_guide(section, body=body)])

    assert row().proofs[0].faults == [Fault.EXAMPLE]


def test_an_amount_that_is_an_example_proves_nothing(section):
    amount = factories.make_fact(example=True)
    body = [("facts", {"caption": "Pay", "rows": [{"label": "A week", "value": "", "amount": amount, "note": ""}]})]
    factories.make_standing(LEGAL, [factories.make_guide(section, body=body)])

    assert row().proofs[0].faults == [Fault.EXAMPLE]


def test_a_page_whose_check_is_an_example_proves_nothing(section):
    factories.make_standing(LEGAL, [factories.make_guide(section, check_is_example=True)])

    assert row().proofs[0].faults == [Fault.EXAMPLE_CHECK]


def test_an_example_among_the_contacts_beside_a_page_harms_the_whole_page_only(section):
    text = "<h2>Who pays</h2><p>We do.</p>"
    page = factories.make_guide(section, body=[("text", {"text": text})])
    PageContact.objects.create(page=page, contact=factories.make_contact(example=True))
    factories.make_standing(LEGAL, [page])
    factories.make_standing("guidance-money", [{"page": page, "part": "who-pays"}])

    assert row().proofs[0].faults == [Fault.EXAMPLE]
    assert row("guidance-money").state == Claim.MET


def test_an_example_elsewhere_on_the_page_does_not_harm_the_part(section):
    text = "<h2>Who pays</h2><p>We do.</p><h2>How much</h2><p><mark>£20</mark></p>"
    page = factories.make_guide(section, body=[("text", {"text": text})])
    factories.make_standing(LEGAL, [{"page": page, "part": "who-pays"}])
    factories.make_standing("guidance-money", [{"page": page, "part": "how-much"}])

    assert row().state == Claim.MET
    assert row("guidance-money").proofs[0].faults == [Fault.EXAMPLE]


def test_a_part_that_is_gone_proves_nothing(section):
    text = "<h2>Who pays</h2><p>We do.</p>"
    page = factories.make_guide(section, body=[("text", {"text": text})])
    factories.make_standing(LEGAL, [{"page": page, "part": "who-pays"}])
    assert row().state == Claim.MET

    published(page, body=[("text", {"text": "<h2>Money</h2><p>We pay.</p>"})])

    assert row().proofs[0].faults == [Fault.PART_GONE]


def test_one_proof_of_two_leaves_it_partly_met(legal, section):
    other = factories.make_guide(section)
    factories.make_standing("guidance-money", [legal, other])
    assert row("guidance-money").state == Claim.MET

    other.specific.unpublish()

    assert row("guidance-money").state == Claim.PARTLY


def test_only_a_published_report_proves_as_a_report(home, section):
    report = factories.make_report(factories.make_have_your_say(home))
    factories.make_standing("act-consultation-report", [{"kind": "report", "page": report}])
    assert row("act-consultation-report").state == Claim.MET

    report.specific.unpublish()

    assert row("act-consultation-report").state == Claim.NOT


def test_a_post_must_be_named_on_its_page_or_in_its_contact(section):
    page = factories.make_guide(section, body=[("text", {"text": "<p>The Service Manager leads.</p>"})])
    contact = factories.make_contact(name="Service Manager, Locality Teams")
    post = {"kind": "post", "words": "service manager"}
    factories.make_standing("guidance-kinship-lead", [post | {"page": page}, post | {"contact": contact}])
    assert row("guidance-kinship-lead").state == Claim.MET

    contact.example = True
    contact.save()

    assert row("guidance-kinship-lead").proofs[1].faults == [Fault.EXAMPLE_CONTACT]


@pytest.mark.parametrize(
    ("words", "fault"), [("<mark>Service Manager</mark>", [Fault.EXAMPLE]), ("Service Manager", [])]
)
def test_a_post_that_is_an_example_itself_proves_nothing(section, words, fault):
    text = f"<h2>Who leads</h2><p>The {words} leads.</p><h2>How much</h2><p><mark>£20</mark></p>"
    page = factories.make_guide(section, body=[("text", {"text": text})])
    factories.make_standing("guidance-kinship-lead", [{"kind": "post", "words": "Service Manager", "page": page}])

    assert row("guidance-kinship-lead").proofs[0].faults == fault


def test_a_checklist_of_data_is_counted_like_the_law(section):
    factories.make_checklist(keys=["dated", "costs"])
    factories.make_standing("good-offer.dated", [factories.make_guide(section)])

    states = {row.item.key: row.state for row in rows_on(timezone.localdate()) if row.item.checklist == "good-offer"}

    assert states == {"dated": Claim.MET, "costs": Claim.NOT}


# The public page


def test_readers_see_what_shows_it_who_signed_it_off_and_when_we_look_again(client, legal):
    words = part(client.get(LAW).text)

    for said in (
        "We do this",
        "We say where to get help.",
        legal.url,
        "Legal team",
        "checked 2 November 2026",
        "Signed off by: Kinship lead, on 2 November 2026. We look again by 2 November 2027.",
    ):
        assert said in words


def test_all_four_states_are_counted_and_said(client, legal, section):
    factories.make_standing("guidance-work", [legal], claim=Claim.PARTLY)
    factories.make_standing("guidance-money", claim=Claim.PLANNED, planned_by=datetime.date(2027, 3, 1), signed=False)
    factories.make_standing("guidance-therapy", claim=Claim.NOT, signed=False)

    html = client.get(LAW).text

    assert "We do part of this" in part(html, "guidance-work")
    assert "We plan to do this" in part(html, "guidance-money") and "By 1 March 2027." in part(html, "guidance-money")
    assert "We do not do this yet" in part(html, "guidance-therapy")
    assert "We can’t show this yet" in part(html, "guidance-accommodation")
    whole = re.search(r'<ul class="law__counts">.*?</ul>', html, re.DOTALL)[0]
    assert re.findall(r"<strong>(\d+)</strong>", whole) == ["1", "1", "1", "33"]


def test_readers_are_told_why_it_is_no_better(client, section):
    factories.make_standing(LEGAL, [factories.make_guide(section)], signed=False)

    words = part(client.get(LAW).text)

    assert "We do part of this" in words and "Nobody has signed this off yet." in words


def test_the_page_about_the_law_is_well_made(client, legal):
    factories.make_checklist()
    tree = parse(client.get(LAW))

    assert headings(tree)[0] == 1
    assert headings(tree).count(1) == 1


def test_no_line_for_lawyers_is_left_on_the_page(client, legal):
    html = client.get(LAW).text

    for words in ("not known", "legal team checks", "To be checked by the legal team"):
        assert words not in html
    assert "has still to confirm" in html
    assert "https://www.legislation.gov.uk/ukpga/2026/21/section/5/enacted" in html


def test_readers_find_the_page_about_the_law(client, legal):
    assertContains(client.get("/"), f'href="{LAW}"')
    assertContains(client.get("/sitemap.xml"), f"<loc>http://localhost:8000{LAW}</loc>")


def test_the_page_about_the_law_costs_the_same_however_many_pages(section, legal, count_queries):
    factories.make_checklist()
    old = factories.make_fact(valid_from=None, valid_until=datetime.date(2020, 1, 1))
    few = count_queries(LAW)
    for name in Duty.values[:12]:
        contact = factories.make_contact()
        amount = f'<embed embedtype="fact" id="{old.pk}"/>'
        body = [("contact", {"contact": contact}), ("text", {"text": f"<h2>Who</h2><p>We do: {amount}.</p>"})]
        proof = {"page": factories.make_guide(section, body=body), "part": "who"}
        factories.make_standing(name, [proof, {"kind": "post", "words": contact.name, "contact": contact}])
    factories.make_checklist("other", keys=["one", "two", "three"])

    assert count_queries(LAW) == few <= 3


def test_reading_the_evidence_anew_costs_the_same_however_many_pages(section):
    def cost_of(names):
        for name in names:
            body = [("contact", {"contact": factories.make_contact()}), ("text", {"text": "<h2>Who</h2><p>We do.</p>"})]
            page = factories.make_guide(section, body=body)
            factories.make_standing(name, [{"page": page, "part": "who"}])
        with ContentVersion.asked_once(), CaptureQueriesContext(connection) as queries:
            assert row(names[-1]).is_met
        return len(queries)

    cost_of(Duty.values[14:15])  # what is asked once for each process
    assert cost_of(Duty.values[:2]) == cost_of(Duty.values[2:14]) <= 45


# The report


@pytest.mark.parametrize("role", [SECTION_EDITORS, KINSHIP_LEAD, ADMINISTRATORS])
def test_officers_see_the_evidence_the_sign_off_and_what_to_do_next(legal, role):
    response = officer(role).get(REPORT)

    assertContains(response, "Legal help")
    assertContains(response, "Signed off by: Kinship lead")
    assertContains(response, 'class="button button-small button-secondary" href="/cms/duties/')
    assertContains(response, "Say how far you do this, and what proves it")


def test_what_is_not_met_stands_first_for_officers(legal):
    html = officer(KINSHIP_LEAD).get(REPORT).text

    assert html.rindex('id="guidance-') == html.index(f'id="{LEGAL}"')


def test_officers_are_told_why_it_fell_back(legal):
    legal.specific.unpublish()

    response = officer(KINSHIP_LEAD).get(REPORT)

    assertContains(response, "Something that should prove it does not")
    assertContains(response, "Publish “Legal help” for all readers")


@pytest.mark.parametrize("url", [REPORT, f"{REPORT}results/", PAPER, f"{REPORT}?export=csv"])
def test_navigators_and_strangers_are_refused_the_report(client, legal, url):
    assert client.get(url).status_code == 302
    navigator = officer(NAVIGATORS).get(url)
    assert navigator.status_code == 302 or b"Legal help" not in navigator.content
    assert navigator.status_code != 200


def test_the_spreadsheet_has_a_line_for_each_proof_and_each_gap(legal):
    response = officer(KINSHIP_LEAD).get(f"{REPORT}?export=csv")
    lines = list(csv.DictReader(io.StringIO(response.getvalue().decode())))

    (met,) = [line for line in lines if line["State"] == "Met"]
    assert (met["Duty"], met["Proof"], met["Kept by"], met["Last checked"], met["Does it hold?"]) == (
        "Legal support",
        "Legal help",
        "Legal team",
        "2026-11-02",
        "Yes",
    )
    assert (met["Signed off by"], met["Signed off on"], met["Look again on"]) == (
        "Kinship lead",
        "2026-11-02",
        "2027-11-02",
    )
    assert len(lines) == len(Duty)


def test_the_spreadsheet_can_be_had_for_office_programs(legal):
    response = officer(KINSHIP_LEAD).get(f"{REPORT}?export=xlsx")

    sheet = load_workbook(io.BytesIO(response.getvalue())).active
    assert "Legal help" in [cell.value for line in sheet.iter_rows() for cell in line]


def test_the_paper_for_scrutiny_is_tagged_and_has_the_evidence_and_the_gaps(legal, tmp_path):
    factories.make_checklist()
    response = officer(KINSHIP_LEAD).get(PAPER)
    path = tmp_path / "duties.pdf"
    path.write_bytes(response.content)

    assert response["Content-Type"] == "application/pdf"
    assert pdfua.validate(path).findings == ()
    words = " ".join(text_of(path).split())
    for said in ("Testham Borough Council", "Legal help", "Of 37 things.", "Not met", "Signed off by: Kinship lead"):
        assert said in words


def test_the_desk_says_what_would_move_each_forward(legal):
    legal.specific.unpublish()
    editors_desk = officer(SECTION_EDITORS).get("/cms/")

    assertContains(editors_desk, "Duties not met")
    assertContains(editors_desk, "desk__part--serious")
    assertNotContains(officer(NAVIGATORS).get("/cms/"), "Duties not met")


def test_one_publish_moves_public_page_report_and_desk(client, legal, section):
    lead = officer(KINSHIP_LEAD)

    def said():
        exported = csv.DictReader(io.StringIO(lead.get(f"{REPORT}?export=csv").getvalue().decode()))
        desk = re.search(r'id="desk-duties-not-met".*?</section>', lead.get("/cms/").text, re.DOTALL)[0]
        return {
            "public": "We do this" in part(client.get(LAW).text),
            "report": [line["State"] for line in exported if line["Duty"] == "Legal support"],
            "desk": int(re.search(r'desk__number">(\d+)', desk)[1]),
        }

    before = said()
    tags = rows("duties", {"duty": LEGAL})
    words = text_body("A solicitor helps.")
    assert send_page(lead, legal, "action-publish", **words, **tags).status_code == 302
    confirm(lead, legal)
    assert said() == before == {"public": True, "report": ["Met"], "desk": len(Duty) - 1}

    published(legal, body=[("text", {"text": "<p>Ring <mark>Sam</mark>.</p>"})])
    assert said() == {"public": False, "report": ["Not met"], "desk": len(Duty)}
