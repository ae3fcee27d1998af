"""What readers are told of the law: what we do, what shows it, and what is missing."""

import datetime
import re

from django.db import connection
from django.test.utils import CaptureQueriesContext
from pytest_django.asserts import assertContains

from pages.core.content_version import ContentVersion
from pages.core.vocabulary import Duty
from pages.duties.standing import Claim
from tests import factories
from tests.duties.making import LAW, LEGAL, part, row
from tests.html import headings, parse


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
