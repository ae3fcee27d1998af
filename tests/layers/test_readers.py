"""A national page and what the council says of it, as readers get both: as one page, on the web and on paper."""

import datetime
import itertools
import re

import pytest
import time_machine
from pytest_django.asserts import assertContains, assertNotContains
from wagtail.models import Page

from pages.core.vocabulary import Arrangement
from pages.council.council import current_council
from pages.finder.entry import entries
from pages.paper.booklet.document import offer_html
from pages.paper.booklet.entries import gather
from pages.paper.booklet.offer import parts
from pages.paper.steps import leads_of
from pages.search import search
from tests.cms import decide, editor_of, make_officer
from tests.html import headings, parse

pytestmark = pytest.mark.django_db

DAY = datetime.datetime(2026, 11, 26, 12, tzinfo=datetime.UTC)


def page():
    return Page.objects.get(slug="allowances").specific


def publish(page, **fields):
    for name, value in fields.items():
        setattr(page, name, value)
    page.save_revision().publish()


def words(html):
    return " ".join(re.sub(r"<[^>]+>", " ", html).split()).replace(" ,", ",").replace(" .", ".").replace(" )", ")")


def read(client, url="/money/allowances/", day=DAY):
    with time_machine.travel(day, tick=False):
        return client.get(url).content.decode()


def test_readers_see_the_councils_part_under_the_name_of_the_area(toyton_loaded, client):
    html = read(client)

    assert words(html).index("An allowance is money") < words(html).index("In Toyton We pay on Fridays.")
    assert words(html).index("We pay on Fridays.") < words(html).index("Who can get it")
    assert "We pay £150 a week (example)" in words(html)


def test_headings_of_the_councils_part_stand_under_its_own(toyton_loaded, client):
    publish(page(), here=[("text", {"text": "<h2>On Fridays</h2><p>We pay.</p><h3>By bank</h3><p>Yes.</p>"})])

    html = read(client)

    assert "<h3>On Fridays</h3>" in html
    assert "<h4>By bank</h4>" in html
    levels = headings(parse(client.get("/money/allowances/")))
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


@pytest.mark.parametrize("url", ["/", "/money/", "/money/child-benefit/", "/urgent-help/"])
def test_every_kind_of_national_page_has_a_place_for_it(toyton_loaded, client, url):
    path = "/home" + url
    national = Page.objects.get(url_path=path).specific
    assert "In Toyton" not in read(client, url) or url == "/money/"

    publish(national, here=[("text", {"text": "<p>Only in our town.</p>"})], here_kept_by="Family team")

    assert "In Toyton Only in our town." in words(read(client, url))


def test_a_reason_that_holds_here_takes_the_place_of_the_national_one(toyton_loaded, client):
    html = words(read(client))

    assert "Toyton has no allowance after adoption." in html
    assert html.count("The council decides.") == 1, "those with the same reason stand together"
    found = next(support for support in entries().supports if support.slug == "allowances")
    assert found.rows[Arrangement.ADOPTION].answer == "no"
    assert found.rows[Arrangement.INFORMAL].reason == "The council decides."


def test_contacts_and_policies_of_the_area_come_first(toyton_loaded, client):
    assert [contact.slug for contact in page().page_contacts()] == ["guides", "kin-charity"]
    assert [policy.slug for policy in page().policies_named()] == ["money-policy"]
    assert "How Toyton pays" in words(read(client))


def test_one_line_says_when_both_parts_were_checked(toyton_loaded, client):
    html = read(client)

    assert (
        "Checked for England on 1 October 2026 by Editors of the layer ( GOV.UK, Kin Charity)"
        " · for Toyton on 1 November 2026 by the Finance team."
        " Example: nobody at Toyton Council has checked it yet. We check it again by 1 February 2027."
    ) in words(html)
    assert re.search(r'\(<a\s+href="https://www.gov.uk/kinship-care">GOV.UK</a>, <a[^>]*>Kin Charity</a>\)', html)


def test_a_page_without_a_local_part_says_when_it_was_checked_for_england(toyton_loaded, client):
    assert (
        "Checked for England on 1 October 2026 by Editors of the layer ( GOV.UK). We check it again by 1 April 2027."
        in words(read(client, "/money/child-benefit/"))
    )


@pytest.mark.parametrize(
    ("day", "since"),
    [
        ("2027-02-01", None),
        ("2027-02-02", "1 November 2026"),  # the council's part, after three months
        ("2027-04-02", "1 November 2026"),
    ],
)
def test_a_page_is_overdue_when_either_part_is(toyton_loaded, client, day, since):
    html = words(read(client, day=f"{day}T12:00:00Z"))

    assert (f"We have not checked this since {since}. Ring us to make sure." in html) == bool(since)
    assert ("We have not checked this since" in html) == bool(since)


def test_the_national_text_makes_a_page_overdue_too(toyton_loaded, client):
    html = words(read(client, "/money/child-benefit/", day="2027-04-02T12:00:00Z"))

    assert "We have not checked this since 1 October 2026. Ring us to make sure." in html


def test_search_finds_what_only_the_council_says(toyton_loaded):
    hits = search("fridays", DAY.date())

    assert [hit.slug for hit in hits] == ["allowances"]
    assert next(hit.slug for hit in search("01632 960 400", DAY.date())) in {"allowances", "bedding-fund"}


def test_paper_has_both_parts(toyton_loaded):
    entry = gather([page()], DAY.date())[0]
    assert [row.answer for row in entry.who if row.arrangement == Arrangement.ADOPTION] == ["no"]
    assert [contact.slug for contact in entry.contacts] == ["guides", "kin-charity"]

    book = words(offer_html(parts(DAY.date()), [], current_council(), DAY.date()))

    assert "In Toyton We pay on Fridays." in book
    assert "In Toyton Toyton has a bedding fund." in book
    assert "Checked for England on 1 October 2026 by Editors of the layer" in book
    assert "for Toyton on 1 November 2026 by the Finance team" in book


def test_steps_that_hold_here_come_before_the_national_ones_on_the_leaflet(toyton_loaded):
    national = page()
    assert leads_of(national) == ["Ring us.", "Ask for the answer in writing."]
    steps = [{"lead": "Ring the Guides.", "text": ""}, {"lead": "Send the form.", "text": ""}]

    national.here = [("steps", {"heading": "", "steps": steps})]

    assert leads_of(national) == ["Ring the Guides.", "Send the form."]


def test_the_councils_check_is_of_its_own_part(toyton_loaded, client):
    client.force_login(make_officer("Kinship lead"))

    with time_machine.travel(DAY, tick=False):
        decide(client, f"/cms/checking/{page().pk}/")

    assert (str(page().last_checked), str(page().here_last_checked)) == ("2026-10-01", "2026-11-26")
    assert "for Toyton on 26 November 2026 by the Finance team" in words(read(client))


def test_a_national_page_without_a_local_part_is_not_the_councils_to_check(toyton_loaded, client):
    client.force_login(make_officer("Kinship lead"))
    benefit = Page.objects.get(slug="child-benefit")

    decide(client, f"/cms/checking/{benefit.pk}/")

    assert str(benefit.specific.last_checked) == "2026-10-01"
    assert benefit.specific.here_last_checked is None


def test_the_editor_names_the_button_only_where_there_is_one(toyton_loaded, client):
    client.force_login(make_officer("Kinship lead"))
    sentence = "Press the button when you have read the whole page"

    assertContains(client.get(editor_of(page())), sentence)
    assertNotContains(client.get(editor_of(Page.objects.get(slug="child-benefit"))), sentence)
