"""A pack with a mistake says file, line and field, and leaves the site as it was."""

# ruff: noqa: E501 (a table of mistakes reads best with one on each line)

import re
from decimal import Decimal

import pytest
from django.core.management import CommandError, call_command
from wagtail.models import Page, Revision, Site

from pages.content.contact import Contact
from pages.council.model import CouncilSettings
from pages.dated_facts.model import FactRow
from pages.offer_files.model import PackRecord
from pages.paper import remake as publishing
from tests.offer_files.test_pack import allowance, edit, load, loaded, testham  # noqa: F401

pytestmark = pytest.mark.django_db

PAGE = "pages/money/allowance.yaml"
HOME = "pages/index.yaml"
BUDGET = "pages/money/budgeting.yaml"
SECTION = "pages/money/index.yaml"
ROW = "  - arrangement: informal\n    answer: maybe\n    reason: Ask a Guide about your family.\n"

# file, what stands there, what stands there instead, and what is said
MISTAKES = {
    "an unknown name": (PAGE, "search_words:", "serch_words:", "line 5, serch_words: is not known here: do you mean search_words?"),
    "a name of another kind of page": (SECTION, "icon: wallet", "icon: wallet\ncost: Free.", "line 5, cost: is not known here"),
    "a number for text": (PAGE, "title: The Testham allowance", "title: 2026", "line 2, title: must be text, not a number"),
    "text for a number": (PAGE, "age_to: 17", "age_to: seventeen", "line 11, age_to: must be a number, not text"),
    "a list for text": (PAGE, "title: The Testham allowance", "title: [a, b]", "line 2, title: must be text, not a list"),
    "text for a list": (PAGE, "needs: [allowances]", "needs: allowances", "line 7, needs: must be a list, not text"),
    "text for true or false": (PAGE, "depends_on_need: true", "depends_on_need: maybe", "line 13, depends_on_need: must be true or false"),
    "not a date": (SECTION, "2026-10-01", "2026-13-01", "line 10, last_checked: is not a date"),
    "an empty value": (PAGE, "title: The Testham allowance", "title:", "line 2, title: is empty"),
    "a missing title": (PAGE, "title: The Testham allowance\n", "", "line 1, title: is missing"),
    "a missing date": (SECTION, "last_checked: 2026-10-01\n", "", "line 1, last_checked: is missing"),
    "a missing summary": (PAGE, "summary: The council may pay you money each week.\n", "", "line 1, summary: is missing"),
    "too long": (PAGE, "short_title: Allowance", f"short_title: {'x' * 31}", "line 3, short_title: Ensure this value has at most 30"),
    "longer than the editor's limit": (PAGE, "each week.", f"each week. {'x' * 160}", "line 4, summary: Ensure this value has at most 160"),
    "an unknown amount in prose": (BUDGET, "{fact: budget-grant}", "{fact: pension}", "there is no dated fact “pension”"),
    "an unknown word": (PAGE, "title: The Testham allowance", "title: The {councl} allowance", "line 2, title: {councl} is none of the words in braces. Do you mean “council”?"),
    "an unknown word in a row": (PAGE, "reason: Ask a Guide", "reason: Ask {a guide}", "line 17, eligibility.reason: {a guide} is none of the words in braces"),
    "an unknown word in prose": (PAGE, "**It is money.**", "**It is {muney}.**", "body.text: {muney} is none of the words in braces"),
    "half of a word bold in prose": (PAGE, "**It is money.**", "It is {coun**cil**}.", "body.text: A word in braces must look the same"),
    "an unknown word in a block": (PAGE, "title: What is a week?", "title: What is {a weak}?", "body.details.title: {a weak} is none of the words in braces"),
    "an unknown word in the settings": ("settings.yaml", "A Guide listens", "A {guide} listens", "line 6, navigator_meaning: {guide} is none of the words in braces"),
    "a word in what words are made from": ("settings.yaml", "area: Testham", "area: The {area}", "line 3, area: Words in braces are made from this"),
    "words for an amount": ("facts.yaml", "amount: '52.50'", "amount: lots", "line 5, rows.amount: is not a number: write it as 26.05"),
    "an odd number for an amount": ("facts.yaml", "amount: '52.50'", "amount: 1e5", "line 5, rows.amount: is not a number: write it as 26.05"),
    "an unfinished word": (PAGE, "title: The Testham allowance", "title: The {area allowance", "line 2, title: {area allowance … begins a word in braces"),
    "an amount below nothing": ("facts.yaml", "amount: '52.50'", "amount: -1", "line 5, rows.amount: Ensure this value is greater than"),
    "an unknown choice": (PAGE, "level: everyone", "level: nobody", "line 6, level: “nobody” is not one of: everyone, extra, specialist"),
    "an unknown choice in a list": (PAGE, "[act-money-carers, act", "[act-money, act", "duties: “act-money” is not one of"),
    "an unknown choice in a row": (PAGE, "arrangement: informal", "arrangement: formal", "line 15, eligibility.arrangement: “formal” is not one of"),
    "an unknown name in a row": (PAGE, "    reason:", "    because:", "line 17, eligibility.because: is not known here"),
    "a row too few": (PAGE, ROW, "", "line 14, eligibility: has 6 entries"),
    "the same twice": (PAGE, "contacts: [guides]", "contacts: [guides, guides]", "contacts: is there twice"),
    "an unknown contact": (PAGE, "contacts: [guides]", "contacts: [nobody]", "contacts: there is no contact “nobody” in this offer"),
    "an unknown contact in a block": (PAGE, "- contact: guides", "- contact: nobody", "body.contact: there is no contact “nobody”"),
    "an unknown page": (PAGE, "related: [/money/budgeting/", "related: [/money/saving/", "related: there is no page /money/saving/"),
    "a page of the wrong kind": ("pages/money/coffee-morning.yaml", "also_in: [/money/]", "also_in: [/glossary/]", "line 6, also_in: /glossary/ must be a section page"),
    "a link to no page": (PAGE, "(/money/budgeting/)", "(/money/saving/)", "line 38, steps.text: there is no page /money/saving/"),
    "a link that is no address": (PAGE, "(/leaflet.pdf)", "(javascript:alert)", "body.text: javascript:alert is neither"),
    "a heading where there can be none": (PAGE, "cost: Free.", "cost: '## Free'", "cost: a heading can’t stand here"),
    "italics": (PAGE, "**It is money.**", "*It is money.*", "body.text: one * or _ is not used here"),
    "an unknown block": (PAGE, "- callout: Ask first.", "- shout: Ask first.", "body: a block is one of: text, steps"),
    "a field missing in a block": (PAGE, "      caption: Amounts\n", "", "body.facts.caption: This field is required"),
    "too long in a block": (PAGE, "title: What is a week?", f"title: {'x' * 101}", "body.details.title: Ensure this value has at most 100"),
    "too few steps": (PAGE, "        - lead: Ring.\n", "", "body.steps.steps: The minimum number of items is 2"),
    "too many steps": (PAGE, "  - lead: Wait for the letter.\n", "  - lead: Wait.\n" * 7, "steps: The maximum number of items is 6"),
    "what the model refuses": (PAGE, "age_from: 0", "age_from: 18", "line 11, age_to: The oldest age must not be below"),
    "no ages": (PAGE, "age_from: 0\nage_to: 17\n", "", "line 1, any_age: Say for which ages it is, from and to, or that it is for any age."),
    "no youngest age": (PAGE, "age_from: 0\n", "", "line 1, age_from: Give the youngest age too."),
    "no oldest age": (PAGE, "age_to: 17\n", "", "line 1, age_to: Give the oldest age too."),
    "a yes that takes itself back": (PAGE, ROW, "  - arrangement: informal\n    answer: yes\n    reason: It depends on your family.\n", "line 16, eligibility.answer: The reason begins with “It depends”. Then the answer is Maybe."),
    "ages and any age": (PAGE, "age_from: 0", "any_age: true\nage_from: 0", "line 10, any_age: Give ages, or say that it is for any age"),
    "older ones without a reason": (PAGE, "age_to: 17", "age_to: 17\nolder_to: 19", "line 1, older_reason: Some older ones need both"),
    "older ones who are no older": (PAGE, "age_to: 17", "age_to: 17\nolder_to: 17\nolder_reason: Ask.", "line 12, older_to: This must be above"),
    "what a contact's model refuses": ("contacts.yaml", "phone: 01632 960 200", "phone: ring us", "line 5, phone: Type the number"),
    "the same slug twice": ("contacts.yaml", "slug: police", "slug: guides", "line 8, slug: “guides” is there twice: first in line 1"),
    "the same term twice": ("glossary.yaml", "term: Special Guardianship Order", "term: Allowance", "line 6, term: "),
    "settings that the model refuses": ("settings.yaml", "'#123456'", "'#fefefe'", "line 11, brand_colour: Too light to read"),
    "an unknown contact in the settings": ("settings.yaml", "navigators: guides", "navigators: nobody", "line 5, navigators: there is no contact"),
    "notice off with examples live": ("settings.yaml", "demonstration_notice: true", "demonstration_notice: false", "demonstration_notice: Example details are still live"),
    "an unknown kind": (PAGE, "kind: support", "kind: suport", "line 1, kind: must be one of: consultationreport, contacts"),
    "no kind": (PAGE, "kind: support\n", "", "line 1, kind: must be one of"),
    "a kind in the wrong place": ("pages/privacy.yaml", "kind: information", "kind: guide", "line 1, kind: a guide can’t stand under a home"),
    "a child that is not there": (SECTION, "[allowance,", "[pension, allowance,", "line 12, children: there is no file of the page “pension”"),
    "a child that is not listed": (SECTION, "[allowance, ", "[", "line 12, children: “allowance” is not in the list"),
    "no list of children": (SECTION, "children: [allowance, coffee-morning, budgeting, letter-to-bank]\n", "", "line 1, children: is missing"),
    "not YAML": (PAGE, "title: The", "title: 'The", "is not YAML"),
    "the same name twice": (PAGE, "cost: Free.", "cost: Free.\ncost: Dear.", "cost: is there twice"),
    "an alias": (PAGE, "title: The Testham allowance", "title: &a The Testham allowance", "line 2, title: anchors (&) and aliases (*)"),
    "a tag": (PAGE, "title: The Testham allowance", "title: !!python/name:os.system x", "line 2, title: tags (!)"),
    "a character that can't be shown": (PAGE, "title: The Testham allowance", 'title: "The\\0"', "line 2, title: has a character that can’t be shown"),
}  # fmt: skip


def state():
    models = (Page, Revision, Contact, CouncilSettings, PackRecord, Site)
    return [list(model.objects.order_by("pk").values()) for model in models]


def refused(folder):
    """What is said when a pack can't be loaded; and the site is as before."""
    before = state()
    with pytest.raises(CommandError) as caught:
        load(folder)
    assert state() == before
    return str(caught.value)


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_named_with_its_place(testham, mistake):  # noqa: F811
    file, old, new, said = MISTAKES[mistake]
    edit(testham / file, old, new)

    message = refused(testham)

    assert message.startswith(f"Nothing was loaded.\n{file}, line ")
    assert said in message


def test_nothing_changes_on_a_site_that_has_an_offer(loaded):  # noqa: F811
    edit(loaded / "contacts.yaml", "name: Testham Guides", "name: Other")
    edit(loaded / "pages/privacy.yaml", "title: Privacy", "title: Other")
    edit(loaded / "settings.yaml", "area: Testham", f"area: {'x' * 61}")

    assert "settings.yaml, line 3, area" in refused(loaded)


def test_all_mistakes_are_named_at_once(testham):  # noqa: F811
    edit(testham / PAGE, "level: everyone", "level: nobody")
    edit(testham / "pages/privacy.yaml", "title: Privacy\n", "")

    assert len(re.findall(r"^pages/.*, line \d+, \w+: ", refused(testham), re.MULTILINE)) == 2


@pytest.mark.parametrize("name", ["settings.yaml", "contacts.yaml", "policies.yaml", "glossary.yaml", HOME, SECTION])
def test_a_missing_file_is_named(testham, name):  # noqa: F811
    (testham / name).unlink()

    assert name.removesuffix("index.yaml").removeprefix("pages") in refused(testham)


def test_a_folder_that_is_not_there_is_named(tmp_path):
    assert refused(tmp_path / "nowhere") == f"Nothing was loaded.\n{tmp_path / 'nowhere'}: there is no such folder"


STRANGE = {
    "not UTF-8": (b"title: caf\xe9", "line 1: is not UTF-8"),
    "empty": (b"", "is empty"),
    "a list": (b"- a\n- b\n", "must be a list of names and values, not a list"),
    "two documents": (b"a: 1\n---\nb: 2\n", "is not YAML"),
    "too deep": (b"a: " + b"[" * 1000, "is nested too deeply"),
    "deep": (b"a: " + b"[" * 30 + b"]" * 30, "is nested too deeply"),
    "an alias bomb": (b"a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n", "anchors (&) and aliases (*)"),
    "huge": (b"title: " + b"x" * 1_100_000, "is too large"),
    "a strange escape": (b'title: "\\Uffffffff"', "is not YAML"),
    "a key that is a list": (b"? [a, b]\n: c\n", "a name must be one word"),
}


@pytest.mark.parametrize("strange", STRANGE)
def test_a_strange_file_is_refused_with_its_name(testham, strange):  # noqa: F811
    content, said = STRANGE[strange]
    (testham / PAGE).write_bytes(content)

    message = refused(testham)

    assert PAGE in message
    assert said in message


def test_a_page_whose_file_is_in_the_wrong_place_is_refused(testham):  # noqa: F811
    (testham / SECTION).rename(testham / "pages/money.yaml")

    assert "the file of this section must be pages/money/index.yaml" in refused(testham)


def test_a_stray_file_among_the_pages_is_named(testham):  # noqa: F811
    (testham / "pages/notes.txt").write_text("Remember the milk")

    assert "pages/notes.txt: is not part of an offer" in refused(testham)


def test_a_second_glossary_page_is_refused(testham):  # noqa: F811
    (testham / "pages/words.yaml").write_bytes((testham / "pages/glossary.yaml").read_bytes())
    edit(testham / HOME, "glossary, privacy]", "glossary, words, privacy]")

    assert "kind: there can be only 1" in refused(testham)


def test_another_kind_of_page_is_not_put_over_a_page_on_the_site(loaded):  # noqa: F811
    file = loaded / "pages/privacy.yaml"
    file.rename(loaded / "pages/kept")
    file.write_text((loaded / "pages/contact-us.yaml").read_text())
    (loaded / "pages/contact-us.yaml").unlink()
    (loaded / "pages/kept").unlink()
    edit(loaded / HOME, "contact-us, ", "")

    assert "pages/privacy.yaml, line 1, kind: on the site this page is a information page" in refused(loaded)


def test_a_leaflet_that_can_not_be_made_does_not_stop_a_load(testham, monkeypatch, caplog):  # noqa: F811
    def fail():
        raise RuntimeError("no paper")

    monkeypatch.setattr("pages.paper.leaflet.remake", fail, raising=False)

    load(testham)

    assert allowance().live
    assert publishing.remake_paper() is None


def test_an_amount_may_be_written_without_quotes(loaded):  # noqa: F811
    edit(loaded / "facts.yaml", "amount: '52.50'", "amount: 53.5")

    load(loaded)

    assert FactRow.objects.get(fact__slug="budget-grant").amount == Decimal("53.50")


def test_a_folder_of_neither_kind_is_told_which_file_makes_it_one(testham):  # noqa: F811
    (testham / "settings.yaml").unlink()

    assert "settings.yaml: is not there, nor is layer.yaml" in refused(testham)


def test_an_export_of_no_offer_is_refused(tmp_path):
    with pytest.raises(CommandError, match="There is no offer on this site yet"):
        call_command("export_offer", tmp_path / "out", verbosity=0)
