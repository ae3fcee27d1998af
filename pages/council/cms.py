"""The words in braces while an officer writes: the list that is offered, and the button in running text."""

from django.templatetags.static import static
from django.utils.html import format_html, json_script
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.rich_text.editors.draftail.features import EntityFeature
from wagtail.rich_text.feature_registry import FeatureRegistry

from pages.core import inline


def offer_words() -> SafeString:
    """The words and what each is today, for the script that offers them in every form."""
    today = inline.words_today()
    offered = {
        "words": [{"name": name, "today": today[name]} for name in inline.meanings()],
        "facts": [
            {"name": f"fact: {name}", "today": f"{label}: {inline.fact_today(name)}"}
            for name, label in inline.facts_by_name().items()
        ],
        "label": _("Words in braces"),
        "said": _("Words in braces are offered. Choose with the arrow keys and Enter."),
    }
    script = format_html('<script src="{}" defer></script>', static("cms/words.js"))
    return json_script(offered, "words-in-braces") + script


def register_feature(features: FeatureRegistry) -> None:
    """A button in running text. What it puts there is text like any other: nothing is kept of the button."""
    options = {"type": "WORDS", "icon": "code", "description": str(gettext_lazy("Words in braces"))}
    features.register_editor_plugin("draftail", "words", EntityFeature(options, js=["cms/words-in-text.js"]))
