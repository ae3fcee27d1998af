"""The button “Right until” in running text: gives the words that are chosen their last right day and their source."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import path, reverse_lazy
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods
from draftjs_exporter.dom import DOM
from draftjs_exporter.types import Element
from wagtail.admin.modal_workflow import render_modal_workflow
from wagtail.admin.rich_text.converters.html_to_contentstate import InlineEntityElementHandler
from wagtail.admin.rich_text.editors.draftail.features import EntityFeature
from wagtail.rich_text.feature_registry import FeatureRegistry

from pages.dated_facts.sentence_form import SentenceForm
from pages.dated_facts.sentences import SOURCE, SOURCE_URL, UNTIL, RightUntil, right_until_of

ENTITY = "RIGHT_UNTIL"
NAME = "right_until"
TEMPLATE = "dated_facts/right_until.html"


@require_http_methods(["GET", "HEAD", "POST"])
def right_until_dialog(request: HttpRequest) -> HttpResponse:
    """Asks for the day and the source. `why_not` says what of the words that are chosen can't be dated."""
    if why_not := WHY_NOT.get(request.GET.get("why_not", "")):
        return _shown(request, {"why_not": why_not})
    if request.method != "POST":
        return _shown(request, {"form": SentenceForm(initial=request.GET.dict())})
    form = SentenceForm(request.POST)
    if not form.is_valid():
        return _shown(request, {"form": form})
    return render_modal_workflow(request, None, json_data={"step": "chosen", "right": _as_data(form.right)})


def _shown(request: HttpRequest, context: dict[str, Any]) -> HttpResponse:
    return render_modal_workflow(request, TEMPLATE, None, context, json_data={"step": "form"})


WHY_NOT = {
    "nothing": gettext_lazy("Choose the sentence first, or put the cursor into it. Then press “Right until” again."),
    "inside": gettext_lazy(
        "There is a link or a dated fact in the words you chose. Choose words without it:"
        " the part that says until when is enough."
    ),
    "lines": gettext_lazy("Choose words in one paragraph. Each paragraph has a date of its own."),
}


class SentenceElementHandler(InlineEntityElementHandler):
    """Shows a dated sentence in the editor, where its words can be changed like any other."""

    mutability = "MUTABLE"

    def get_attribute_data(self, attrs: dict[str, str]) -> dict[str, str]:
        right = right_until_of(attrs)
        if right:
            return _as_data(right)
        return {"until": attrs.get(UNTIL) or "", "source": attrs.get(SOURCE) or "", "url": "", "label": _("no day")}


def sentence_entity(props: dict[str, Any]) -> Element:
    """What the database keeps. Words whose day or source is none, which no dialog gives, stay without one."""
    kept = {UNTIL: props.get("until"), SOURCE: props.get("source"), SOURCE_URL: props.get("url")}
    right = right_until_of({name: value for name, value in kept.items() if isinstance(value, str)})
    if right is None:
        return props["children"]
    return DOM.create_element("span", right.attributes, props["children"])


def register_feature(features: FeatureRegistry) -> None:
    """Lets officers date a sentence in running text."""
    options = {
        "type": ENTITY,
        "icon": "calendar-alt",
        "description": str(gettext_lazy("Right until")),
        "chooserUrls": {"dialog": reverse_lazy(NAME)},
    }
    scripts = ["wagtailadmin/js/modal-workflow.js", "cms/right-until.js"]
    features.register_editor_plugin("draftail", "until", EntityFeature(options, js=scripts))
    features.register_converter_rule(
        "contentstate",
        "until",
        {
            "from_database_format": {f"span[{UNTIL}]": SentenceElementHandler(ENTITY)},
            "to_database_format": {"entity_decorators": {ENTITY: sentence_entity}},
        },
    )


def _as_data(right: RightUntil) -> dict[str, str]:
    label = _("%(day)s: %(source)s") % {
        "day": date_format(right.until, "j F Y"),
        "source": right.source,
    }
    return {"until": right.until.isoformat(), "source": right.source, "url": right.url, "label": label}


URLS = [path("right-until/", right_until_dialog, name=NAME)]
