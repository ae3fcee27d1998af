"""Texts of a layer have the same keys wherever it was loaded, and in whatever order."""

import pytest
from wagtail.models import Page, Site

from pages.content.contact import Contact
from pages.offer_files.keys import key_of_page, key_of_row
from pages.offer_files.site_pages import references_of_site
from tests.offer_files.test_layers import allowances, toyland  # noqa: F401
from tests.offer_files.test_pack import edit, load

pytestmark = pytest.mark.django_db


def keys():
    """Every key of the layer: of pages, blocks, items of lists, and rows."""
    references = references_of_site(Site.objects.get().root_page)
    found = []
    for page in Page.objects.filter(depth__gt=1).order_by("path").specific():
        found.append(str(page.translation_key))
        for name in ("body", "steps"):
            for block in getattr(page, name, []):
                found.append(block.id)
                items = block.value["rows"].bound_blocks if block.block_type == "facts" else []
                found += [item.id for item in items]
        for relation in ("eligibility", "sources", "questions"):
            found += [str(key_of_row(page, relation, row, references)) for row in getattr(page, relation).all()]
    return found


def test_keys_are_the_same_in_every_council(toyland_loaded, toyland):  # noqa: F811
    before, numbers = keys(), set(Page.objects.values_list("pk", flat=True))
    Page.objects.filter(depth=2).first().get_descendants().delete()
    Contact.objects.all().delete()
    Contact.objects.create(slug="other", name="Other", purpose="So that the next has another number.")

    load(toyland)

    assert keys() == before
    assert len(before) == len(set(before)) > 20
    assert not numbers >= set(Page.objects.values_list("pk", flat=True))


def test_only_a_text_whose_words_change_gets_another_key(toyland_loaded, toyland):  # noqa: F811
    before = keys()
    edit(toyland / "pages/money/allowances.yaml", "lead: Ring us.", "lead: Ring the council.")

    load(toyland)

    assert len(set(before) ^ set(keys())) == 2


def test_a_page_is_named_by_its_layer_and_its_path(toyland_loaded):
    assert allowances().translation_key == key_of_page("toyland", "/money/allowances/")
    assert key_of_page("toyland", "/money/") != key_of_page("england", "/money/")
