"""What is typed once, in the CMS: who may change it, where it is used, and that nothing used is deleted."""

import datetime

import pytest
import time_machine
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains

from pages.content.contact import Contact
from pages.content.policy import Policy
from pages.core.ties import PageContact, PagePolicy, RelatedPage
from pages.council.roles import ADMINISTRATORS, KINSHIP_LEAD, NAVIGATORS, SECTION_EDITORS
from pages.dated_facts.model import DatedFact, FactRow
from pages.paper.leaflet.model import LeafletEntry
from tests import factories
from tests.cms import make_officer

AMOUNTS = "/cms/snippets/pages/datedfact/"


@pytest.fixture
def sign_in(client):
    def as_role(role):
        user = make_officer(role)
        client.force_login(user)
        return user

    return as_role


def naming(fact):
    return [("text", {"text": f'<p>You get <embed embedtype="fact" id="{fact.pk}"/>.</p>'})]


def amount_form(**fields):
    values = {"slug": "cap", "label": "The cap", "note": ""} | {k: v for k, v in fields.items() if k == "label"}
    of_row = {"bound": "exactly", "amount": "26.05", "amount_to": "", "per": "week", "in_words": "", "period": ""}
    of_row |= {"valid_from": "", "valid_until": "", "source": "GOV.UK", "source_url": "", "checked_by": ""}
    of_row |= {"checked_on": "", "id": ""} | {k: v for k, v in fields.items() if k != "label"}
    counts = {"TOTAL_FORMS": "1", "INITIAL_FORMS": "0", "MIN_NUM_FORMS": "1", "MAX_NUM_FORMS": "1000"}
    return (
        values
        | {f"rows-{name}": value for name, value in counts.items()}
        | {f"rows-0-{name}": value for name, value in of_row.items()}
    )


@pytest.mark.parametrize("role", [KINSHIP_LEAD, ADMINISTRATORS])
def test_the_lead_keeps_the_amounts(client, home, sign_in, role):
    sign_in(role)

    client.post(f"{AMOUNTS}add/", amount_form(valid_until="05/04/2027"))

    row = FactRow.objects.get()
    assert (row.words, row.valid_until) == ("£26.05 a week", datetime.date(2027, 4, 5))


@pytest.mark.parametrize("role", [SECTION_EDITORS, NAVIGATORS])
@pytest.mark.parametrize("path", ["", "add/", "edit/{}/", "delete/{}/"])
def test_nobody_else_changes_an_amount(client, home, sign_in, role, path):
    fact = factories.make_fact()
    sign_in(role)
    url = AMOUNTS + path.format(fact.pk)

    assert client.get(url).status_code == 302
    client.post(url, amount_form(label="Mine"))

    assert [one.label for one in DatedFact.objects.all()] == [fact.label]


def test_an_editor_can_choose_an_amount(client, home, sign_in):
    fact = factories.make_fact()
    sign_in(SECTION_EDITORS)

    assertContains(client.get(_chooser("choose")), fact.label)
    chosen = client.get(_chooser("chosen", fact.pk)).json()
    assert chosen["result"]["words"] == "£26.05 a week (2026 to 2027)"


def _chooser(name, *args):
    return reverse(f"wagtailsnippetchoosers_pages_datedfact:{name}", args=args)


@pytest.fixture
def used(home, section):
    """A contact, a policy and an amount, each used by the same page, a draft and more."""
    contact = factories.make_contact(name="Citizens Advice")
    policy, fact = factories.make_policy(title="Our promise"), factories.make_fact(label="The cap")
    page = factories.make_support(section, title="Allowances", body=naming(fact))
    draft = factories.make_guide(section, title="Zebra", live=False, body=naming(fact))
    for one in (page, draft):
        PageContact.objects.create(page=one, contact=contact)
        PagePolicy.objects.create(page=one, policy=policy)
    sheet = factories.make_leaflet_page(home, title="The leaflet")
    LeafletEntry.objects.create(leaflet=sheet, panel="flap", page=section, amount=fact)
    return {"contact": contact, "policy": policy, "datedfact": fact}


KINDS = pytest.mark.parametrize("kind", ["contact", "policy", "datedfact"])


@KINDS
def test_the_edit_screen_shows_first_where_it_is_used(client, used, sign_in, kind):
    sign_in(KINSHIP_LEAD)

    html = client.get(f"/cms/snippets/pages/{kind}/edit/{used[kind].pk}/").content.decode()

    form = html[html.index('id="w-editor-form"') :]
    assert form.index("Allowances") < form.index("Zebra") < form.index('name="slug"')
    assert form.index("Zebra") < form.index("not live")
    assert ("The leaflet" in form) == (kind == "datedfact")


def test_a_contact_shows_the_council_settings_that_use_it(client, used, sign_in):
    sign_in(KINSHIP_LEAD)

    response = client.get(f"/cms/snippets/pages/contact/edit/{Contact.objects.get(slug='navigators').pk}/")

    html = response.content.decode()
    uses = html[html.index('<ul class="uses">') :].partition("</ul>")[0]
    assert "/cms/settings/pages/councilsettings/" in uses
    assert "What every page and all paper shows" in uses


def test_an_entry_that_nothing_uses_says_so(client, home, sign_in):
    sign_in(KINSHIP_LEAD)

    assertContains(client.get(f"{AMOUNTS}edit/{factories.make_fact().pk}/"), "Nothing that is published uses it yet.")


@pytest.mark.parametrize("address", ["/cms/snippets/pages/contact/delete/{}/", "/cms/bulk/pages/contact/delete/?id={}"])
def test_the_contact_of_the_navigators_cannot_be_deleted_and_the_settings_are_named(client, home, sign_in, address):
    sign_in(ADMINISTRATORS)
    url = address.format(Contact.objects.get(slug="navigators").pk)

    assertContains(client.get(url), "/cms/settings/pages/councilsettings/")
    assertContains(client.post(url), "Navigators", status_code=403)
    assert Contact.objects.filter(slug="navigators").exists()


@KINDS
def test_what_is_used_cannot_be_deleted_and_says_where_it_is(client, used, sign_in, kind):
    sign_in(ADMINISTRATORS)
    url = f"/cms/snippets/pages/{kind}/delete/{used[kind].pk}/"

    asked, refused = client.get(url), client.post(url)

    assertContains(asked, "Allowances")
    assertNotContains(asked, "Yes, delete")
    assertContains(refused, "Allowances", status_code=403)
    used[kind].refresh_from_db()


@KINDS
def test_nor_with_others_from_the_list(client, used, sign_in, kind):
    sign_in(ADMINISTRATORS)
    free = {"contact": factories.make_contact, "policy": factories.make_policy, "datedfact": factories.make_fact}
    other = free[kind]()
    url = f"/cms/bulk/pages/{kind}/delete/?id={used[kind].pk}&id={other.pk}"

    assertContains(client.get(url), "Allowances")
    assertContains(client.post(url), "Allowances", status_code=403)
    assert type(other).objects.filter(pk__in=[other.pk, used[kind].pk]).count() == 2


def test_what_nothing_uses_can_be_deleted(client, home, sign_in):
    fact = factories.make_fact()
    sign_in(KINSHIP_LEAD)

    client.post(f"{AMOUNTS}delete/{fact.pk}/")

    assert not DatedFact.objects.exists()


@pytest.fixture
def target(home, section):
    """A page in a section, to which others lead in every way there is."""
    page = factories.make_guide(section, title="Where it all leads")
    link = f'<p><a linktype="page" id="{page.pk}">here</a></p>'
    other = factories.make_section(home, title="Other")
    factories.make_guide(other, title="In running text", body=[("text", {"text": link})])
    factories.make_support(other, title="In a step", steps=[("step", {"lead": "Ring.", "text": link})])
    factories.make_support(other, title="In the cost", cost=link)
    related = factories.make_guide(other, title="As a related page")
    RelatedPage.objects.create(page=related, related_page=page)
    sheet = factories.make_leaflet_page(home, title="On the leaflet")
    LeafletEntry.objects.create(leaflet=sheet, panel="flap", page=page)
    return page


WAYS = ["In running text", "In a step", "In the cost", "As a related page", "On the leaflet"]


@pytest.mark.parametrize("action", ["unpublish", "delete"])
@pytest.mark.parametrize("words", WAYS)
def test_before_a_page_goes_an_officer_sees_what_leads_to_it(client, target, sign_in, action, words):
    sign_in(ADMINISTRATORS)

    assertContains(client.get(f"/cms/pages/{target.pk}/{action}/"), words)


@pytest.mark.parametrize("action", ["unpublish", "delete"])
def test_the_same_for_a_section_with_pages_below_it(client, target, sign_in, action):
    sign_in(ADMINISTRATORS)

    assertContains(client.get(f"/cms/pages/{target.get_parent().pk}/{action}/"), "In running text")


def test_the_desk_names_amounts_that_are_old_end_soon_or_have_no_date(client, used, sign_in):
    FactRow.objects.update(valid_until=datetime.date(2027, 4, 5))
    factories.make_fact(label="Nobody knows", valid_until=None)

    with time_machine.travel(datetime.datetime(2027, 4, 1, 12), tick=False):
        lead = sign_in(KINSHIP_LEAD)
        assertContains(client.get("/cms/"), "Right until 5 April 2027. Used in: The leaflet, Allowances")
    with time_machine.travel(datetime.datetime(2027, 4, 6, 12), tick=False):
        client.force_login(lead)
        late = client.get("/cms/")
    assertContains(
        late, "Out of date since 5 April 2027: pages tell readers to check. Used in: The leaflet, Allowances"
    )
    assertContains(late, "No date: nobody knows how long it is right. Used in: nothing yet")


@pytest.mark.parametrize("role", [SECTION_EDITORS, NAVIGATORS])
def test_amounts_and_policies_are_not_on_the_desk_of_who_cannot_change_them(client, used, sign_in, role):
    sign_in(role)

    response = client.get("/cms/")

    assertNotContains(response, "Amounts out of date")
    assertNotContains(response, "Policies to review")


def test_the_desk_names_policies_that_are_overdue_due_soon_or_cannot_be_read(client, used, sign_in):
    Policy.objects.filter(pk=used["policy"].pk).update(next_review=datetime.date(2026, 12, 1))
    factories.make_policy(title="Unreadable", url="")
    factories.make_policy(title="Far away", next_review=datetime.date(2028, 1, 1))
    lead = sign_in(KINSHIP_LEAD)

    with time_machine.travel(datetime.datetime(2026, 12, 1, 12), tick=False):
        client.force_login(lead)
        soon = client.get("/cms/")
    assertContains(soon, "Its review is due on 1 December 2026. Owner: Council")
    assertContains(soon, "It has no link and no document, so readers cannot open it.")
    assertNotContains(soon, "Far away")
    with time_machine.travel(datetime.datetime(2026, 12, 2, 12), tick=False):
        client.force_login(lead)
        assertContains(client.get("/cms/"), "Its review was due on 1 December 2026.")
        assertContains(client.get("/cms/snippets/pages/policy/"), "overdue")
