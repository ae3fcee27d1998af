"""The CMS in the council's colours, with our own scripts and drawings."""

from django.templatetags.static import static
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

STYLE_SHEETS = [
    "april",
    "before-publishing",
    "before-we-open",
    "brand",
    "checking",
    "consultation",
    "desk",
    "duties",
    "how-to",
    "layers",
    "plain-words",
    "shared-facts",
    "sign-off",
    "told",
    "words",
    "yearly-report",
]
# In their order: what one of them has is used by those after it.
EDITOR_SCRIPTS = ["count-characters", "name-editors", "go-to-field", "plain-words"]


def style_sheets() -> SafeString:
    sheets = [(static(f"cms/{name}.css"),) for name in STYLE_SHEETS]
    return format_html_join("\n", '<link rel="stylesheet" href="{}">', sheets)


def scripts() -> SafeString:
    """Not deferred: each date in a form calls for its calendar as soon as it is drawn."""
    return format_html('<script src="{}"></script>', static("cms/typed-dates.js"))


def editor_scripts() -> SafeString:
    scripts = [(static(f"cms/{name}.js"),) for name in EDITOR_SCRIPTS]
    return format_html_join("\n", '<script src="{}" defer></script>', scripts)


def icons(known: list[str]) -> list[str]:
    return [*known, "wagtailadmin/icons/money.svg"]
