"""What every page kind and every block owes, checked for each by name, so that a new one cannot forget it."""

import datetime
import itertools
from pathlib import Path

import pytest
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.template.loader import get_template
from modelcluster.models import get_all_child_relations
from wagtail import blocks, hooks
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page, get_page_models
from wagtail.snippets.models import get_snippet_models

from pages.content.blocks import BodyBlock
from pages.content.home import HomePage
from pages.content.section import Icon, SectionPage
from pages.core.base_page import BasePage
from pages.core.vocabulary import Answer, Arrangement, CareHistory, Duty, Level, Provider, Topic
from pages.core.vocabulary.duty import SOURCES
from pages.core.written import Written, text_fields
from pages.council.model import CouncilSettings
from pages.heard.have_your_say import HaveYourSayPage
from pages.tonight.model import TonightPage
from tests.browser import kinds
from tests.html import headings, parse

KINDS = [kind for kind in get_page_models() if issubclass(kind, BasePage)]
BLOCKS = list(BodyBlock().child_blocks.values())
COMPONENTS = settings.BASE_DIR / "static/css/components"
SHEET = (settings.BASE_DIR / "static/css/site.css").read_text()

every_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
every_block = pytest.mark.parametrize("block", BLOCKS, ids=lambda block: block.name)

FILLED = {
    StreamField: [("text", {"text": "<p>Ring us.</p>"})],
    RichTextField: "<p>Ring us.</p>",
    models.DateField: datetime.date(2026, 11, 2),
}


def smallest(kind, parent):
    """A page of the kind with only what it can't do without. Times follow each other, an hour apart."""
    hours = itertools.count(9)
    values = {"title": "Only what it needs", "slug": "smallest", "search_description": "One plain sentence."}
    for field in kind._meta.get_fields():
        is_own = field.concrete and field.model is not Page and not field.auto_created and not field.is_relation
        if is_own and not field.blank and not field.has_default():
            values.setdefault(field.name, _filled(field, hours))
    return parent.add_child(instance=kind(**values))


def _filled(field, hours):
    if field.choices:
        return field.choices[0][0]
    if isinstance(field, models.TimeField):
        return datetime.time(next(hours))
    return next((value for type_, value in FILLED.items() if isinstance(field, type_)), "Words")


@pytest.fixture
def made(home):
    """Makes the smallest page of a kind where it may live."""

    def make(kind):
        if kind is HomePage:
            return home
        if SectionPage in kind.allowed_parent_page_models():
            return smallest(kind, smallest(SectionPage, home))
        if HaveYourSayPage in kind.allowed_parent_page_models():
            return smallest(kind, smallest(HaveYourSayPage, home))
        return smallest(kind, home)

    return make


@every_kind
def test_page_kind_has_its_template(kind):
    assert get_template(kind.template)


@every_kind
def test_page_kind_is_opened_in_a_real_browser(kind):
    assert kind.__name__ in kinds.KINDS


@every_kind
def test_page_kind_says_itself_where_it_may_live(kind):
    parents = kind.allowed_parent_page_models()

    assert parents, "no page may hold it"
    assert (Page in parents) == (kind is HomePage)


@every_kind
def test_only_home_sections_and_have_your_say_hold_other_pages(kind):
    assert bool(kind.allowed_subpage_models()) == (kind in {HomePage, SectionPage, HaveYourSayPage})


@every_kind
def test_page_kind_says_what_it_is_for(kind):
    assert kind.__doc__ and not kind.__doc__.startswith(f"{kind.__name__}(")


@every_kind
def test_page_opens_with_all_optional_fields_empty(kind, made, client):
    page = made(kind)

    response = client.get(page.url)

    assert response.status_code == 200
    assert headings(parse(response)).count(1) == 1


@every_kind
def test_page_can_be_previewed_in_every_mode(kind, made):
    page = made(kind)

    for mode, _name in page.preview_modes:
        response = page.make_preview_request(preview_mode=mode)
        assert response.status_code == 200, mode


@every_kind
def test_page_tells_search_engines_what_it_is(kind, made, client):
    page = made(kind)

    tree = parse(client.get(page.url))

    assert page.title in tree.findtext(".//title")
    assert tree.find(".//meta[@name='description']").get("content") == page.summary
    assert tree.find(".//link[@rel='canonical']").get("href") == page.full_url
    assert tree.find(".//meta[@property='og:title']").get("content") == page.title


@every_kind
def test_page_below_home_shows_the_way_back(kind, made, client):
    tree = parse(client.get(made(kind).url))

    crumbs = [link.get("href") for link in tree.findall(".//nav[@class='breadcrumbs']//a")]
    assert tree.find(".//a[@class='masthead__name']").get("href") == "/"
    assert crumbs[:1] == ([] if kind in {HomePage, TonightPage} else ["/"])


@every_kind
def test_page_ends_with_a_person_to_ring(kind, made, client):
    tree = parse(client.get(made(kind).url))

    assert "tel:01632960123" in [link.get("href") for link in tree.findall(".//section[@class='closing']//a")]


@every_block
def test_block_renders_its_own_preview(db, block):
    assert block.render(block.get_preview_value()).strip()


@every_block
def test_block_has_its_own_template(block):
    assert block.meta.template == f"blocks/{block.name}.html"
    assert get_template(block.meta.template)


@every_block
def test_block_tells_editors_what_it_is_for(block):
    assert block.meta.description
    assert f"{block.meta.icon}.svg" in _cms_icons()


@every_block
def test_block_has_its_own_component_unless_it_is_plain_text(block):
    assert block.name == "text" or (COMPONENTS / f"{block.name}.css").is_file()


@pytest.mark.parametrize("component", sorted(COMPONENTS.glob("*.css")), ids=lambda file: file.stem)
def test_component_is_in_the_one_stylesheet(component):
    assert f'@import url("components/{component.name}") layer(components);' in SHEET


@pytest.mark.parametrize("words", [Answer, Arrangement, CareHistory, Duty, Icon, Level, Provider, Topic])
def test_every_word_of_a_vocabulary_has_its_own_label(words):
    labels = [str(word.label) for word in words]

    assert all(labels)
    assert len(set(labels)) == len(labels)


def test_every_duty_names_its_source():
    assert set(SOURCES) == set(Duty)
    assert all(duty.source.text for duty in Duty)
    assert all(duty.source.reference for duty in Duty if duty.startswith("act-"))


@pytest.mark.parametrize("icon", Icon)
def test_every_icon_is_drawn(icon):
    assert "<svg" in get_template(f"icons/{icon}.svg").render()


def _cms_icons():
    """File names of the drawings that the CMS has."""
    icons = []
    for hook in hooks.get_hooks("register_icons"):
        icons = hook(icons)
    return {Path(icon).name for icon in icons}


def _text_blocks(block):
    """Every text in a block, however deep."""
    inner = getattr(block, "child_blocks", {}).values() if hasattr(block, "child_blocks") else ()
    inner = [block.child_block] if isinstance(block, blocks.ListBlock) else inner
    if isinstance(block, blocks.CharBlock | blocks.TextBlock | blocks.RichTextBlock):
        yield block
    for child in inner:
        yield from _text_blocks(child)


@every_kind
def test_every_text_of_a_page_refuses_unknown_words(kind):
    rows = [relation.related_model for relation in get_all_child_relations(kind)]
    ours = [model for model in (kind, *rows) if model._meta.app_label == "pages" and any(text_fields(model))]
    streams = [field for field in kind._meta.concrete_fields if isinstance(field, StreamField)]
    texts = [text for field in streams for text in _text_blocks(field.stream_block)]

    assert [model.__name__ for model in ours if not issubclass(model, Written)] == []
    for text in texts:
        with pytest.raises(ValidationError, match="nosuchword"):
            text.field.run_validators("<p>{nosuchword}</p>")


@pytest.mark.parametrize("model", [*get_snippet_models(), CouncilSettings], ids=lambda model: model.__name__)
def test_every_text_that_is_typed_once_refuses_unknown_words(model):
    rows = [relation.related_model for relation in get_all_child_relations(model)] if model is CouncilSettings else []

    assert [each for each in (model, *rows) if any(text_fields(each)) and not issubclass(each, Written)] == []
