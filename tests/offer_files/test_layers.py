"""A national layer and a council's folder above it: what is loaded, where it stands, and what is refused."""

import shutil

import pytest
from django.core.management import CommandError
from wagtail.models import Page

from pages.content.contact import Contact
from pages.content.support import SupportPage
from pages.council.model import CouncilSettings
from pages.offer_files.model import Layer, PackRecord
from tests.factories import make_guide
from tests.offer_files.test_pack import edit, load
from tests.states import TESTHAM, TOYLAND, TOYTON

pytestmark = pytest.mark.django_db

ALLOWANCES = "pages/money/allowances.yaml"
HERE = "here/money/allowances.yaml"


@pytest.fixture
def toyland(tmp_path):
    """A copy of the small layer's folder, to change."""
    return shutil.copytree(TOYLAND, tmp_path / "toyland")


@pytest.fixture
def toyton(tmp_path):
    """A copy of the small council's folder, to change."""
    return shutil.copytree(TOYTON, tmp_path / "toyton")


def allowances():
    return SupportPage.objects.get(slug="allowances")


def publish(page, **fields):
    for name, value in fields.items():
        setattr(page, name, value)
    page.save_revision().publish()


def refused(folder):
    with pytest.raises(CommandError) as caught:
        load(folder)
    return str(caught.value)


def state():
    keys = PackRecord.objects.order_by("layer", "key").values_list("layer", "key", "digest", "offered")
    return list(keys), list(Page.objects.order_by("path").values("path", "title", "latest_revision", "live"))


def test_a_layer_alone_makes_a_site_of_national_pages(toyland_loaded, client):
    pages = Page.objects.filter(depth__gt=1).specific()

    assert {page.layer for page in pages} == {"toyland"}
    assert all(page.is_national and page.live for page in pages)
    assert client.get("/money/allowances/").status_code == 200
    assert (Layer.objects.get().version, CouncilSettings.objects.count()) == ("2026-10-01", 0)


def test_a_council_stands_among_the_national_pages_where_its_files_say(toyton_loaded):
    order = Page.objects.get(slug="money").get_children().values_list("slug", flat=True)

    assert list(order) == ["allowances", "bedding-fund", "child-benefit", "coffee-money"]
    assert [page.layer for page in Page.objects.get(slug="money").get_children().specific()] == [
        "toyland", "", "toyland", "",
    ]  # fmt: skip


def test_a_local_part_is_on_its_national_page(toyton_loaded):
    page = allowances()

    assert page.is_national
    assert [block.block_type for block in page.here] == ["text", "answer"]
    assert [row.contact.slug for row in page.here_contacts.all()] == ["guides"]
    assert [row.policy.slug for row in page.here_policies.all()] == ["money-policy"]
    assert [(row.arrangement, row.answer) for row in page.here_reasons.all()] == [("adoption", "no")]
    assert (page.here_kept_by, str(page.here_last_checked), page.here_check_every) == ("Finance team", "2026-11-01", 3)
    assert page.check_is_example
    assert page.title == "Allowances"


def test_a_question_is_open_until_it_is_answered_without_an_example(toyton_loaded):
    page = allowances()
    assert [row.key for row in page.open_questions()] == ["how-much", "means-test"]

    page.here = [("answer", {"question": "how-much", "text": "<p>We pay £150 a week.</p>"})]

    assert [row.key for row in page.open_questions()] == ["means-test"]


@pytest.mark.parametrize("folder", [TOYLAND, TOYTON], ids=["layer", "council"])
def test_loading_again_changes_nothing(toyton_loaded, folder, capsys):
    before = state()

    load(folder)

    assert state() == before
    assert "0 made, 0 updated" in capsys.readouterr().out


def test_a_page_that_the_council_made_where_the_layer_has_one_is_never_touched(toyton_loaded, toyland, capsys):
    make_guide(Page.objects.get(slug="money").specific, title="Mine", slug="savings")
    (toyland / "pages/money/savings.yaml").write_bytes((toyland / "pages/money/child-benefit.yaml").read_bytes())
    edit(toyland / "pages/money/savings.yaml", "title: ", "title: Savings and ")
    edit(toyland / "pages/money/index.yaml", "child-benefit]", "child-benefit, savings]")

    load(toyland)

    assert Page.objects.get(slug="savings").title == "Mine"
    assert "/money/savings/ (the council’s own page)" in capsys.readouterr().out


def test_what_the_layer_no_longer_holds_is_listed_and_kept(toyton_loaded, toyland, capsys):
    (toyland / "pages/urgent-help.yaml").unlink()
    edit(toyland / "pages/index.yaml", ", urgent-help]", "]")
    (toyland / "contacts.yaml").write_text("[]\n")
    edit(toyland / ALLOWANCES, "contacts: [kin-charity]\n", "")

    load(toyland)

    said = capsys.readouterr().out
    assert "No longer in the national layer, and kept: /urgent-help/" in said
    assert "No longer in the national layer, and kept: contacts/kin-charity" in said
    assert Page.objects.get(slug="urgent-help").live
    assert Contact.objects.filter(slug="kin-charity").exists()


def test_a_new_order_in_the_layer_leaves_own_pages_behind_the_pages_they_followed(toyton_loaded, toyland):
    edit(toyland / "pages/money/index.yaml", "[allowances, child-benefit]", "[child-benefit, allowances]")

    load(toyland)

    order = Page.objects.get(slug="money").get_children().values_list("slug", flat=True)
    assert list(order) == ["child-benefit", "coffee-money", "allowances", "bedding-fund"]


def test_a_councils_folder_needs_the_layer_first(db, toyton):
    assert "pages/index.yaml: is missing: it is the home page. If a national layer has it, load that first" in refused(
        toyton
    )


def test_a_council_whose_folder_is_a_whole_tree_is_not_put_over_a_layer(toyland_loaded):
    assert "pages/index.yaml, line 1: this is a page of the national layer toyland" in refused(TESTHAM)


def test_a_local_part_can_not_be_on_a_page_of_the_councils_own(toyton_loaded, toyton):
    (toyton / "here/money/coffee-money.yaml").write_bytes((toyton / "here/money/index.yaml").read_bytes())

    assert "here/money/coffee-money.yaml, line 1: there is no page /money/coffee-money/ of a national layer" in refused(
        toyton
    )


# ruff: noqa: E501 (a table of mistakes reads best with one on each line)

# file, what stands there, what stands there instead, and what is said
MISTAKES = {
    "an unknown name": (HERE, "here_kept_by", "here_kept", "line 14, here_kept: is not known here: do you mean here_kept_by?"),
    "a national name": (HERE, "here_check_every: 3", "title: Mine", "line 16, title: is not known here"),
    "an unknown block": (HERE, "  - text: |", "  - quote: |", "line 2, here: a block is one of: text, steps, callout, contact"),
    "a link to no page": (HERE, "/money/bedding-fund/", "/money/bed/", "line 2, here.text: there is no page /money/bed/"),
    "an unknown question": (HERE, "question: how-much", "question: how", "line 6, here.answer.question: the page has no question “how”; it asks: how-much, means-test"),
    "nobody who keeps it": (HERE, "here_kept_by: Finance team\n", "", "line 1, here_kept_by: is missing"),
    "no date": (HERE, "here_last_checked: 2026-11-01\n", "", "line 1, here_last_checked: is missing"),
    "an unknown arrangement": (HERE, "arrangement: adoption", "arrangement: adopted", "line 9, here_reasons.arrangement: “adopted” is not one of"),
    "rows that this kind has not": ("here/money/index.yaml", "here_kept_by", "here_contacts: [guides]\nhere_kept_by", "line 3, here_contacts: a section page has none"),
    "an unknown place": ("pages/money/bedding-fund.yaml", "after: allowances", "after: pensions", "line 13, after: there is no page /money/pensions/"),
    "a place that is no name": ("pages/money/bedding-fund.yaml", "after: allowances", "after: [a]", "line 13, after: must be text, not a list"),
    "first and after": ("pages/money/bedding-fund.yaml", "after: allowances", "after: allowances\nfirst: true", "line 14, after: is true, or left out; not with “after”"),
    "a page that must be the layer's": ("pages/money/coffee-money.yaml", "check_every: 6", "check_every: 6\ntaken_over: {layer: toyland, version: 2026-10-01}", "line 9, taken_over: the layer toyland has no such page here"),
    "taken over from nowhere": ("pages/money/coffee-money.yaml", "check_every: 6", "check_every: 6\ntaken_over: {layer: toyland}", "line 9, taken_over: names the layer and its version"),
}  # fmt: skip


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_in_a_councils_folder_is_named_with_its_place(toyland_loaded, toyton, mistake):
    file, old, new, said = MISTAKES[mistake]
    edit(toyton / file, old, new)
    before = state()

    message = refused(toyton)

    assert message.startswith(f"Nothing was loaded.\n{file}, line ")
    assert said in message
    assert state() == before


LAYERS_MISTAKES = {
    "no name": ("layer.yaml", "name: toyland\n", "", "layer.yaml, line 1, name: is missing"),
    "a name that is no name": ("layer.yaml", "name: toyland", "name: Toy land", "layer.yaml, line 1, name: is made of the letters"),
    "an unknown name": ("layer.yaml", "title: What", "heading: What", "layer.yaml, line 2, heading: is not known here"),
    "a long version": ("layer.yaml", "2026-10-01", f"'{'1' * 21}'", "layer.yaml, line 3, version: must have 1 to 20 letters"),
    "a local field": (ALLOWANCES, "cost: Free to ask.", "here_kept_by: Us", "here_kept_by: is not known here"),
    "nobody who checked it": (ALLOWANCES, "checked_by: Editors of the layer\n", "", "line 1, kept_by: is missing"),
    "a newspaper as source": (ALLOWANCES, "https://www.gov.uk/kinship-care", "https://news.example/kin", "sources.url: https://news.example/kin is neither GOV.UK, nor legislation"),
    "a question twice": (ALLOWANCES, "key: means-test", "key: how-much", "questions: is there twice"),
}  # fmt: skip


@pytest.mark.parametrize("mistake", LAYERS_MISTAKES)
def test_a_mistake_in_a_layer_is_named_with_its_place(db, toyland, mistake):
    file, old, new, said = LAYERS_MISTAKES[mistake]
    edit(toyland / file, old, new)

    assert said in refused(toyland)
    assert not PackRecord.objects.exists()


@pytest.mark.parametrize("name", ["settings.yaml", "here/money/index.yaml"])
def test_a_layer_has_nothing_of_a_councils(db, toyland, name):
    (toyland / name).parent.mkdir(parents=True, exist_ok=True)
    (toyland / name).write_bytes((TOYTON / name).read_bytes())

    assert f"{name}: is a council’s: a national layer has" in refused(toyland)


def test_a_version_may_be_written_as_a_date(db, toyland):
    edit(toyland / "layer.yaml", "2026-10-01", "2026-12-01")

    load(toyland)

    assert Layer.objects.get().version == "2026-12-01"
