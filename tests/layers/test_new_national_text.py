"""The layer has new texts: untouched pages take them and keep their local part; what was changed here waits."""

from decimal import Decimal

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from pytest_django.asserts import assertContains, assertNotContains
from wagtail.models import Page, PageLogEntry
from wagtail.test.utils.form_data import querydict_from_html

from pages.core.content_version import ContentVersion
from pages.council.model import CouncilSettings
from pages.dated_facts.model import FactRow
from pages.offer_files.model import HowSettled, NationalText, PackRecord
from tests.cms import decide, make_officer
from tests.offer_files.test_layers import allowances, publish, toyland  # noqa: F401
from tests.offer_files.test_pack import edit, files, load
from tests.states import TOYTON

pytestmark = pytest.mark.django_db

ALLOWANCES, BENEFIT, MONEY = "pages/money/allowances.yaml", "pages/money/child-benefit.yaml", "pages/money/index.yaml"


def benefit():
    return Page.objects.get(slug="child-benefit").specific


def money():
    return Page.objects.get(slug="money").specific


@pytest.fixture
def upgraded(toyton_loaded, toyland):  # noqa: F811
    """The layer's folder with three new texts: of a page that is untouched, one with a local part, and a third."""
    edit(toyland / "layer.yaml", "2026-10-01", "2026-12-01")
    edit(toyland / BENEFIT, "title: Child benefit", "title: Child benefit from 2027")
    edit(toyland / BENEFIT, "last_checked: 2026-10-01", "last_checked: 2026-12-01")
    edit(toyland / ALLOWANCES, "title: Allowances", "title: Allowances from 2027")
    edit(toyland / MONEY, "title: Money", "title: Money from 2027")
    return toyland


def take_over(page, **fields):
    publish(page, **fields, taken_over="2026-10-01", kept_by="Finance team")


def send_for_approval(page):
    editor = make_officer("Section editors")
    page.save_revision(user=editor)
    page.get_workflow().start(page, editor)
    return page


def state():
    records = PackRecord.objects.order_by("layer", "key").values_list("layer", "key", "digest", "offered", "text")
    pages = Page.objects.order_by("path").values("path", "title", "latest_revision", "live_revision", "live")
    return list(records), list(pages), list(NationalText.objects.values())


def test_two_texts_go_live_with_the_local_part_and_the_third_waits(upgraded, capsys, client):
    take_over(money(), title="Our money")

    load(upgraded)

    assert benefit().title == "Child benefit from 2027"
    assert str(benefit().last_checked) == "2026-12-01"
    assert allowances().title == "Allowances from 2027"
    assert [row.contact.slug for row in allowances().here_contacts.all()] == ["guides"]
    assert "We pay on Fridays." in client.get("/money/allowances/").content.decode()
    assert money().title == "Our money"
    waiting = NationalText.objects.get()
    assert (waiting.page_id, waiting.version, waiting.settled_at) == (money().pk, "2026-12-01", None)
    assert waiting.revision.as_object().title == "Money from 2027"
    said = capsys.readouterr().out
    assert "New national text, waiting on the desk: /money/" in said
    assert "2 updated" in said

    before = state()
    load(upgraded)

    assert state() == before
    assert "0 made, 0 updated" in capsys.readouterr().out


def test_an_older_layer_is_refused_unless_it_is_meant(upgraded):
    load(upgraded)
    edit(upgraded / "layer.yaml", "2026-12-01", "2026-10-01")
    edit(upgraded / MONEY, "Money from 2027", "Money of before")

    with pytest.raises(CommandError, match=r"layer\.yaml, version: is older than 2026-12-01, which is on the site"):
        load(upgraded)

    assert money().title == "Money from 2027"
    load(upgraded, overwrite=True)
    assert money().title == "Money of before"


def test_a_page_that_is_kept_though_nobody_took_it_over_stays_national(upgraded, client):
    CouncilSettings.objects.update(national_text_waits=True)
    load(upgraded)
    client.force_login(make_officer("Kinship lead"))

    decide(client, screen(NationalText.objects.get(page__slug="money")), {"keep": "1"})

    page = money()
    assert (page.title, page.is_national, page.taken_over) == ("Money", True, "")
    assert page.get_latest_revision_as_object().is_national
    load(upgraded)
    assert not NationalText.objects.filter(page=page, settled_at=None).exists()


def test_the_local_part_is_exported_as_it_was(upgraded, tmp_path):
    load(upgraded)

    call_command("export_offer", tmp_path / "out", verbosity=0)
    call_command("export_offer", tmp_path / "layer", layer="toyland", verbosity=0)

    assert files(tmp_path / "out") == files(TOYTON)
    assert files(tmp_path / "layer") == files(upgraded)


def test_a_draft_that_changes_the_national_text_waits_too(upgraded):
    page = benefit()
    page.title = "Draft of an editor"
    page.save_revision()

    load(upgraded)

    assert benefit().title == "Child benefit"
    assert benefit().get_latest_revision_as_object().title == "Draft of an editor"
    assert NationalText.objects.get().page_id == page.pk


def test_a_draft_of_the_local_part_stays_a_draft_over_the_new_text(upgraded):
    page = allowances()
    page.here = [("text", {"text": "<p>We pay on Mondays.</p>"})]
    page.save_revision()

    load(upgraded)

    live, draft = allowances(), allowances().get_latest_revision_as_object()
    assert live.title == draft.title == "Allowances from 2027"
    assert "Fridays" in str(live.here)
    assert "Mondays" in str(draft.here)
    assert live.has_unpublished_changes


def test_a_page_that_the_council_took_offline_gets_the_new_text_and_stays_offline(upgraded):
    benefit().unpublish()

    load(upgraded)

    assert not benefit().live
    assert benefit().get_latest_revision_as_object().title == "Child benefit from 2027"


def test_a_page_on_its_way_through_approval_waits(upgraded):
    page = send_for_approval(allowances())

    load(upgraded)

    assert allowances().title == "Allowances"
    assert NationalText.objects.get().page_id == page.pk


def test_where_the_council_chose_so_every_new_text_waits(upgraded):
    CouncilSettings.objects.update(national_text_waits=True)

    load(upgraded)

    assert benefit().title == "Child benefit"
    assert {waiting.page.slug for waiting in NationalText.objects.all()} == {"money", "allowances", "child-benefit"}


def test_where_every_new_text_waits_a_new_page_is_a_draft_until_it_is_taken(upgraded, client):
    CouncilSettings.objects.update(national_text_waits=True)
    (upgraded / "pages/money/savings.yaml").write_bytes((upgraded / BENEFIT).read_bytes())
    edit(upgraded / "pages/money/savings.yaml", "title: Child benefit", "title: Savings")
    edit(upgraded / MONEY, "child-benefit]", "child-benefit, savings]")
    load(upgraded)
    assert not Page.objects.get(slug="savings").live
    client.force_login(make_officer("Kinship lead"))

    decide(client, screen(NationalText.objects.get(page__slug="savings")), {"take": "1"})

    assert Page.objects.get(slug="savings").live


def test_where_every_new_text_waits_a_new_amount_does_too_and_the_desk_says_which(upgraded, client):
    CouncilSettings.objects.update(national_text_waits=True)
    edit(upgraded / "facts.yaml", "26.05", "27.10")

    load(upgraded)

    assert str(FactRow.objects.get().amount) == "26.05"
    client.force_login(make_officer("Kinship lead"))
    assertContains(client.get("/cms/"), "The national layer says now: Pounds: 27.10. Compare it with yours.")
    FactRow.objects.update(amount="27.10")
    assertNotContains(client.get("/cms/"), "The national layer says now")


@pytest.fixture
def amount_waits(upgraded, client):
    """The screen of an amount that was changed here, and for which the layer has a third."""
    FactRow.objects.update(amount=Decimal("26.50"))
    ContentVersion.bump()
    edit(upgraded / "facts.yaml", "26.05", "27.10")
    load(upgraded)
    client.force_login(make_officer("Kinship lead"))
    return f"/cms/national-fact/{PackRecord.objects.get(key__startswith='facts/').pk}/"


def test_an_amount_that_was_changed_here_is_not_overwritten_and_both_are_shown(amount_waits, client):
    assert str(FactRow.objects.get().amount) == "26.50"
    screen = client.get(amount_waits)
    assertContains(screen, "26.50")
    assertContains(screen, "27.10")
    assertContains(client.get("/cms/"), amount_waits)


def test_taking_what_the_layer_says_of_an_amount_settles_it(amount_waits, client, upgraded):
    decide(client, amount_waits, {"take": "1"})

    assert str(FactRow.objects.get().amount) == "27.10"
    assertNotContains(client.get("/cms/"), "national-fact")
    load(upgraded)
    assertNotContains(client.get("/cms/"), "national-fact")


def test_keeping_our_amount_settles_it_until_the_layer_says_another(amount_waits, client, upgraded):
    decide(client, amount_waits, {"keep": "1"})

    assert str(FactRow.objects.get().amount) == "26.50"
    assert client.get(amount_waits).status_code == 404
    load(upgraded)
    assertNotContains(client.get("/cms/"), "national-fact")
    edit(upgraded / "facts.yaml", "27.10", "28.55")
    load(upgraded)
    assertContains(client.get(amount_waits), "28.55")


def test_who_may_not_change_amounts_does_not_decide_about_them(amount_waits, client):
    client.force_login(make_officer("Navigators"))

    assert decide(client, amount_waits, {"take": "1"}).status_code in {302, 403}
    assert str(FactRow.objects.get().amount) == "26.50"


def test_a_newer_text_takes_the_place_of_one_that_waits(upgraded):
    take_over(money(), title="Our money")
    load(upgraded)
    edit(upgraded / "layer.yaml", "2026-12-01", "2027-01-01")
    edit(upgraded / MONEY, "Money from 2027", "Money from 2028")

    load(upgraded)

    older, newer = NationalText.objects.all()
    assert (older.how, newer.version) == (HowSettled.NEWER, "2027-01-01")
    assert newer.revision.as_object().title == "Money from 2028"


def test_what_waits_is_never_taken_for_the_pages_latest_version(upgraded):
    take_over(money(), title="Our money")

    load(upgraded)

    page = money()
    assert page.get_latest_revision_as_object().title == "Our money"
    assert page.latest_revision.is_latest_revision()
    assert not page.has_unpublished_changes


@pytest.fixture
def waiting(upgraded):
    take_over(allowances(), title="Our allowances")
    load(upgraded)
    return NationalText.objects.get()


def screen(waiting):
    return f"/cms/national-text/{waiting.pk}/"


def lead():
    client = Client()
    client.force_login(make_officer("Kinship lead", "another-lead"))
    return client


def test_the_desk_leads_to_both_texts_side_by_side(waiting, client):
    client.force_login(make_officer("Kinship lead"))

    assertContains(client.get("/cms/"), screen(waiting))
    response = client.get(screen(waiting))

    assertContains(response, '<span class="deletion">Our allowances</span><span class="addition">Allowances from 2027')
    assertNotContains(response, "What holds here:")


def test_taking_theirs_makes_the_page_national_again_and_keeps_the_local_part(waiting, client, upgraded):
    client.force_login(make_officer("Kinship lead"))
    publish(allowances(), here=[("text", {"text": "<p>We pay on Mondays.</p>"})])

    response = decide(client, screen(waiting), {"take": "1"}, follow=True)

    page = allowances()
    assertContains(response, "has the new national text.")
    assert (page.title, page.is_national) == ("Allowances from 2027", True)
    assert "Mondays" in str(page.here)
    assert NationalText.objects.get().how == HowSettled.THEIRS
    assert PageLogEntry.objects.filter(page=page.pk, action="pages.take_national_text").exists()
    assertContains(client.get(f"/cms/pages/{page.pk}/history/"), "Took the national text of version 2026-12-01.")
    before = state()
    load(upgraded)
    assert state() == before


def test_keeping_ours_settles_it_until_there_is_a_newer_text(waiting, client, upgraded):
    client.force_login(make_officer("Kinship lead"))

    decide(client, screen(waiting), {"keep": "1"})

    page = allowances()
    assert (page.title, page.taken_over) == ("Our allowances", "2026-12-01")
    assert page.get_latest_revision_as_object().taken_over == "2026-12-01"
    assert NationalText.objects.get().how == HowSettled.OURS
    load(upgraded)
    assert NationalText.objects.filter(settled_at=None).count() == 0
    edit(upgraded / ALLOWANCES, "Allowances from 2027", "Allowances from 2028")
    load(upgraded)
    assert NationalText.objects.filter(settled_at=None).count() == 1


def test_only_the_fact_that_was_compared_is_decided(amount_waits, client):
    data = querydict_from_html(client.get(amount_waits).content.decode()).dict() | {"take": "1"}
    FactRow.objects.update(amount="28.50")

    assertContains(client.post(amount_waits, data), "changed since you opened it")

    assert FactRow.objects.get().amount == Decimal("28.50")


def test_an_editor_who_may_not_publish_sees_it_and_does_not_decide(waiting, client):
    client.force_login(make_officer("Section editors"))

    assertNotContains(client.get(screen(waiting)), "Take the national text")
    decide(client, screen(waiting), {"take": "1"}, seen_by=lead())

    assert allowances().title == "Our allowances"


def test_who_may_not_edit_the_page_does_not_see_it(waiting, client):
    client.force_login(make_officer("Navigators"))

    assert screen(waiting) not in client.get("/cms/").content.decode()
    client.get(screen(waiting))
    decide(client, screen(waiting), {"take": "1"}, seen_by=lead())

    assert allowances().title == "Our allowances"


def test_a_text_is_not_taken_while_the_page_waits_for_approval(waiting, client):
    send_for_approval(allowances())
    client.force_login(make_officer("Kinship lead"))

    response = decide(client, screen(waiting), {"take": "1"}, follow=True)

    assertContains(response, "This page waits for approval")
    assert allowances().title == "Our allowances"


@pytest.mark.parametrize("act", ["take", "keep"])
@pytest.mark.parametrize("who", ["the council", "the layer"])
def test_only_the_two_texts_that_were_compared_are_decided(waiting, client, upgraded, act, who):
    client.force_login(make_officer("Kinship lead"))
    data = querydict_from_html(client.get(screen(waiting)).content.decode()).dict() | {act: "1"}
    if who == "the council":
        publish(allowances(), title="Our newest allowances")
    else:
        edit(upgraded / ALLOWANCES, "Allowances from 2027", "Allowances from 2028")
        load(upgraded)

    answer = client.post(screen(waiting), data, follow=True)

    assert NationalText.objects.filter(settled_at=None).exists()
    assert allowances().title.startswith("Our")
    assert "changed since you opened it" in answer.content.decode() or answer.status_code == 404


def test_a_text_that_was_settled_has_no_screen_any_more(waiting, client):
    client.force_login(make_officer("Kinship lead"))
    decide(client, screen(waiting), {"keep": "1"})

    assert client.get(screen(waiting)).status_code == 404
