"""Checklists and standings as files: loaded, written again just the same, and refused with their place."""

# ruff: noqa: E501 (a table of mistakes reads best with one on each line)

import shutil

import pytest
from django.core.management import CommandError, call_command
from wagtail.models import Page

from pages.duties.checklist import Checklist
from pages.duties.items import items
from pages.duties.standing import Claim, Standing
from tests.offer_files.test_pack import edit, files, load
from tests.states import TOYLAND, TOYTON

pytestmark = pytest.mark.django_db

CHECKLISTS = """- slug: good-offer
  title: What makes a good offer
  introduction: A charity says so.
  source_name: A charity’s audit
  source_url: https://example.org/audit
  items:
  - key: dated
    label: It is dated
    plain: Say when each page was checked.
  - key: costs
    label: Costs are set out
    plain: Say what we pay.
    reference: Point 2
"""
STANDINGS = """- item: act-named
  claim: not
- item: good-offer.dated
  claim: partly
  planned_by: 2027-03-01
  sentence: Most pages say it.
  signed_off_by: Kinship lead
  signed_off_on: 2026-11-02
  look_again: 2027-05-02
  proofs:
  - kind: part
    page: /money/allowances/
    part: how-to-get-it
  - kind: decision
    words: Cabinet agreed it
    decided_on: 2026-07-01
    url: https://example.org/minutes
  - kind: post
    contact: kin-charity
    words: Adviser
  - kind: part
    was: A page that went
"""


@pytest.fixture
def land(tmp_path):
    folder = shutil.copytree(TOYLAND, tmp_path / "land")
    (folder / "checklists.yaml").write_text(CHECKLISTS, encoding="utf-8")
    return folder


@pytest.fixture
def town(tmp_path):
    folder = shutil.copytree(TOYTON, tmp_path / "town")
    (folder / "standings.yaml").write_text(STANDINGS, encoding="utf-8")
    return folder


@pytest.fixture
def both(toyton_loaded, land, town):
    load(land)
    load(town)


def export(folder, **options):
    call_command("export_offer", folder, verbosity=0, **options)
    return files(folder)


def test_what_a_council_says_of_the_checklists_comes_back(both, town, tmp_path):
    assert export(tmp_path / "out") == files(town)


def test_a_layers_checklists_come_back_and_stay_out_of_the_councils_folder(both, land, tmp_path):
    assert export(tmp_path / "out", layer="toyland") == files(land)


def test_what_was_loaded_is_counted(both):
    assert [name for name in items() if name.startswith("good-offer.")] == ["good-offer.dated", "good-offer.costs"]
    standing = Standing.objects.get(item="good-offer.dated")
    assert [proof.kind for proof in standing.proofs.all()] == ["part", "decision", "post", "part"]


def test_a_council_may_have_lists_of_its_own(toyton_loaded, town, tmp_path):
    own = CHECKLISTS.replace("slug: good-offer", "slug: ours")
    (town / "checklists.yaml").write_text(own, encoding="utf-8")
    edit(town / "standings.yaml", "good-offer.dated", "ours.dated")

    load(town)

    assert export(tmp_path / "out") == files(town)
    assert not (tmp_path / "layer").exists() and "checklists.yaml" not in export(tmp_path / "layer", layer="toyland")


def test_what_an_officer_changed_since_is_left_alone(both, town):
    Standing.objects.filter(item="act-named").update(claim=Claim.PARTLY)
    edit(town / "standings.yaml", "  claim: not\n", "  claim: met\n")

    load(town)
    assert Standing.objects.get(item="act-named").claim == Claim.PARTLY

    load(town, overwrite=True)
    assert Standing.objects.get(item="act-named").claim == Claim.MET


def test_loading_again_changes_nothing(both, town):
    before = list(Standing.objects.get(item="good-offer.dated").proofs.values())

    load(town)

    assert list(Standing.objects.get(item="good-offer.dated").proofs.values()) == before


def test_a_list_that_was_changed_here_waits_as_other_national_facts_do(both, land):
    checklist = Checklist.objects.get()
    checklist.title = "Our own title"
    checklist.save()
    edit(land / "checklists.yaml", "What makes a good offer", "What makes an offer good")

    load(land)

    from pages.layers.shared_facts import waiting_facts

    (waiting,) = waiting_facts()
    assert (waiting.entry.title, waiting.differences()[0].national) == ("Our own title", "What makes an offer good")


def test_a_proof_whose_page_readers_cannot_see_keeps_its_title(both, tmp_path):
    Page.objects.get(slug="allowances").specific.unpublish()

    out = export(tmp_path / "out")

    assert b"  - kind: part\n    part: how-to-get-it\n    was: Allowances\n" in out["standings.yaml"]


# file, what stands there, what stands there instead, and what is said
MISTAKES = {
    "an item on no list": ("act-named", "act-naming", "line 1, item: “act-naming” is on no checklist"),
    "no item": ("- item: act-named\n  claim: not", "- claim: not", "line 1, item: is missing"),
    "an item twice": ("good-offer.dated", "act-named", "line 3, item: “act-named” is there twice: first in line 1"),
    "an unknown claim": ("claim: partly", "claim: mostly", "line 4, claim: “mostly” is not one of"),
    "an unknown name": ("sentence:", "sentense:", "line 6, sentense: is not known here: do you mean sentence?"),
    "a plan without its day": ("claim: not", "claim: planned", "planned_by: Say by when."),
    "a sign-off without its end": ("  look_again: 2027-05-02\n", "", "look_again: Say when you look at it again."),
    "a sign-off for too long": ("2027-05-02", "2027-11-03", "line 9, look_again: This must be a day after the sign-off"),
    "an unknown page": ("/money/allowances/", "/money/allowance/", "line 12, proofs.page: there is no page /money/allowance/"),
    "an unknown kind": ("kind: decision", "kind: rumour", "line 14, proofs.kind: “rumour” is not one of"),
    "a decision without address": ("    url: https://example.org/minutes\n", "", "line 14, proofs.url: Give this"),
    "a part of no page": ("    was: A page that went\n", "", "line 21, proofs.page: Give this"),
    "no list": (STANDINGS, "item: act-named\n", "must be a list"),
}  # fmt: skip


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_named_with_its_place(toyton_loaded, land, town, mistake):
    load(land)
    old, new, said = MISTAKES[mistake]
    edit(town / "standings.yaml", old, new)

    with pytest.raises(CommandError) as caught:
        load(town)

    assert "standings.yaml" in str(caught.value)
    assert said in str(caught.value)
    assert not Standing.objects.exists()


def test_a_layer_has_no_standings(toyton_loaded, land):
    (land / "standings.yaml").write_text(STANDINGS, encoding="utf-8")

    with pytest.raises(CommandError, match=r"standings.yaml: is a council’s: a national layer has none"):
        load(land)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("slug: good-offer", "slug: act", "line 1, slug: The law and the guidance have this name"),
        ("key: costs", "key: dated", "items: is there twice"),
        ("    label: It is dated\n", "", "line 7, items.label: is missing"),
        ("title: What makes", "title: '{nobody} makes", "none of the words in braces"),
    ],
)
def test_a_list_that_is_not_whole_is_refused(toyton_loaded, land, old, new, said):
    edit(land / "checklists.yaml", old, new)
    if "'" in new:
        edit(land / "checklists.yaml", " a good offer\n", " a good offer'\n")

    with pytest.raises(CommandError) as caught:
        load(land)

    assert "checklists.yaml" in str(caught.value) and said in str(caught.value)
