"""Dated facts in the CMS: their list, and the button that puts one into running text by name."""

from typing import Any

from django.contrib.admin.utils import quote
from django.urls import reverse, reverse_lazy
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from draftjs_exporter.dom import DOM
from draftjs_exporter.types import Element
from wagtail.admin.panels import ObjectList
from wagtail.admin.rich_text.converters.contentstate_models import ContentState
from wagtail.admin.rich_text.converters.html_to_contentstate import HandlerState, InlineEntityElementHandler
from wagtail.admin.rich_text.editors.draftail.features import EntityFeature
from wagtail.admin.ui.tables import BooleanColumn, Column
from wagtail.rich_text.feature_registry import FeatureRegistry
from wagtail.snippets.views.chooser import SnippetChooserViewSet, SnippetChosenView
from wagtail.snippets.views.snippets import SnippetViewSet

from pages.dated_facts.form import DatedFactForm
from pages.dated_facts.model import DatedFact
from pages.dated_facts.shown import Fact, FactHandler, fact_of, facts, key_of

ENTITY = "FACT"
GONE = _("a fact that is gone")


class FactChosenView(SnippetChosenView):
    def get_chosen_response_data(self, item: DatedFact) -> dict[str, Any]:
        """The words as well, for the editor shows them."""
        return super().get_chosen_response_data(item) | {"words": words_today(item), "label": item.label}


class FactChooserViewSet(SnippetChooserViewSet):
    chosen_view_class = FactChosenView


def words_today(fact: DatedFact) -> str:
    return fact_of(fact).words_on(timezone.localdate())


def right_until(fact: DatedFact) -> str:
    """The day itself: Wagtail's own column says “just now” of every day to come."""
    row = fact.row_on(timezone.localdate())
    return date_format(row.valid_until, "j F Y") if row and row.valid_until else str(_("No date"))


def is_example(fact: DatedFact) -> bool:
    row = fact.row_on(timezone.localdate())
    return bool(row and row.example)


class DatedFactViewSet(SnippetViewSet):
    model = DatedFact
    icon = "money"
    menu_label = _("Dated facts")
    menu_order = 205
    add_to_admin_menu = True
    chooser_viewset_class = FactChooserViewSet
    chooser_per_page = 100  # all of them: one is looked for by its name, and the list is by name
    edit_handler = ObjectList(DatedFact.panels, base_form_class=DatedFactForm)
    list_display = [
        "label",
        Column("words", label=_("What holds today"), accessor=words_today),
        Column("valid_until", label=_("Right until"), accessor=right_until),
        BooleanColumn("example", label=_("Example"), accessor=is_example),
    ]
    list_filter = {"rows__example": ["exact"], "rows__valid_until": ["range"]}


class FactElementHandler(InlineEntityElementHandler):
    """Shows the fact in the editor as its words, which nobody can type into."""

    mutability = "IMMUTABLE"

    def get_attribute_data(self, attrs: dict[str, str]) -> dict[str, str]:
        fact = _fact(attrs)
        if fact is None:
            return {"id": attrs.get("id", ""), "label": str(GONE), "url": ""}
        edit = reverse(DatedFact.snippet_viewset.get_url_name("edit"), args=[quote(fact.pk)])
        return {"id": str(fact.pk), "label": fact.label, "url": edit}

    def handle_starttag(
        self, name: str, attrs: list[tuple[str, str]], state: HandlerState, contentstate: ContentState
    ) -> None:
        super().handle_starttag(name, attrs, state, contentstate)
        fact = _fact(dict(attrs))
        state.current_block.text += fact.words_on(timezone.localdate()) if fact else f"[{GONE}]"
        state.leading_whitespace = 1  # Wagtail's own sign for "keep the space that follows".


def fact_entity(props: dict[str, Any]) -> Element:
    """What the database keeps: the name alone, never the words of the day."""
    return DOM.create_element("embed", {"embedtype": "fact", "id": props.get("id")})


def register_feature(features: FeatureRegistry) -> None:
    """Lets officers put a dated fact into running text, and writes it from memory."""
    features.register_embed_type(FactHandler)
    options = {
        "type": ENTITY,
        "icon": "money",
        "description": str(_("Dated fact")),
        "chooserUrls": {"factChooser": reverse_lazy("wagtailsnippetchoosers_pages_datedfact:choose")},
    }
    scripts = ["wagtailadmin/js/chooser-modal.js", "cms/dated-fact.js"]
    features.register_editor_plugin("draftail", "fact", EntityFeature(options, js=scripts))
    features.register_converter_rule(
        "contentstate",
        "fact",
        {
            "from_database_format": {'embed[embedtype="fact"]': FactElementHandler(ENTITY)},
            "to_database_format": {"entity_decorators": {ENTITY: fact_entity}},
        },
    )


def _fact(attrs: dict[str, str]) -> Fact | None:
    key = key_of(attrs)
    return None if key is None else facts().get(key)
