"""What officers can do with running text beyond Wagtail's own."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.rich_text.converters.html_to_contentstate import InlineStyleElementHandler
from wagtail.admin.rich_text.editors.draftail.features import InlineStyleFeature
from wagtail.rich_text.feature_registry import FeatureRegistry

from pages.core.html.page_links import PageLinks


def remember(features: FeatureRegistry) -> None:
    """Writes links to pages from memory."""
    features.register_link_type(PageLinks)


def mark_examples(features: FeatureRegistry) -> None:
    """Marks a detail as an example, to be confirmed by the council."""
    control = {
        "type": "EXAMPLE",
        "label": "Example",
        "description": str(_("Example detail, to be confirmed")),
        "style": {"backgroundColor": "#fdeecb", "color": "#241f3a"},
    }
    features.register_editor_plugin("draftail", "example", InlineStyleFeature(control))
    features.register_converter_rule(
        "contentstate",
        "example",
        {
            "from_database_format": {"mark": InlineStyleElementHandler("EXAMPLE")},
            "to_database_format": {"style_map": {"EXAMPLE": "mark"}},
        },
    )
