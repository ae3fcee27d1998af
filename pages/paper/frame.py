"""The HTML around every paper: its language, the council's colours and the style sheets."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles import finders
from django.template.loader import render_to_string
from django.utils import translation

from pages.core.inline import finished_html
from pages.council.colour import shades
from pages.council.shown import Council

SAMPLE_SHEET = "css/pdf/sample.css"


def in_frame(
    template: str,
    context: Mapping[str, object],
    *,
    council: Council,
    language: str,
    sheets: Iterable[str],
    lengths: Mapping[str, float] | None = None,
) -> str:
    """The template of a paper, which extends `paper/frame.html`, in its language; `lengths` in mm are its variables.

    Words in braces are those of the `council`, so that whatever is measured is measured as it is read.
    """
    is_sample = holds_examples(council)
    linked = list(sheets)
    if linked and is_sample:
        linked.insert(1, SAMPLE_SHEET)  # before those of a form, which may set the band otherwise
    colours = shades(council.brand_colour)
    variables = {"--brand": colours.brand, "--deep": colours.deep}
    variables |= {f"--{name}": f"{length:.2f}mm" for name, length in (lengths or {}).items()}
    frame = {
        "council": council,
        "is_sample": is_sample,
        "navigators": council.navigators,
        "colours": colours,
        "variables": "; ".join(f"{name}: {value}" for name, value in variables.items()),
        "stylesheets": [settings.STATIC_URL + name for name in linked],
        "language": language_tag(language),
        "direction": "rtl" if translation.get_language_info(language)["bidi"] else "ltr",
    }
    with translation.override(language):
        return finished_html(render_to_string(template, {**context, **frame}), council.words)


def holds_examples(council: Council) -> bool:
    """Whether what stands on every paper is made up: then a band says so, lest it is handed out."""
    return council.demonstration or council.web_address_example or bool(council.navigators.get("example"))


def language_tag(code: str) -> str:
    """en-gb as the standard writes it: en-GB; zh-hans is a script: zh-Hans."""
    return translation.to_locale(code).replace("_", "-")


def static_text(name: str) -> str:
    """What stands in a style sheet or a drawing."""
    path = finders.find(name)
    if path is None:
        raise FileNotFoundError(name)
    return Path(path).read_text(encoding="utf-8")
