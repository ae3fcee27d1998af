"""Addresses that open an editor at one of its fields; `static/cms/go-to-field.js` follows what stands after the #."""

from urllib.parse import quote

from django.contrib.admin.utils import quote as quote_key
from django.db import models
from django.urls import reverse

from pages.council.model import CouncilSettings


def of_page(key: int, path: str = "") -> str:
    """A page's editor at a field, a block or a row, as `plain_words.passages` names it."""
    return _at(reverse("wagtailadmin_pages:edit", args=[key]), path)


def of_fact(fact: models.Model, path: str) -> str:
    """The editor of something that is typed once and shown everywhere."""
    view = fact.snippet_viewset.get_url_name("edit")  # type: ignore[attr-defined]  # Wagtail's, on registering it
    return _at(reverse(view, args=[quote_key(fact.pk)]), path)


def of_settings(chosen: CouncilSettings, path: str) -> str:
    meta = chosen._meta
    return _at(reverse("wagtailsettings:edit", args=[meta.app_label, meta.model_name, chosen.site_id]), path)


def _at(address: str, path: str) -> str:
    return f"{address}#:w:contentpath={quote(path)}" if path else address
