"""Addresses of pages as officers type them: one that only works inside the council's network is refused in every form.

Readers, and the check of links, can't open such a page.
"""

import ipaddress
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.models import register_form_field_override

from pages.core.lazy_text import LazyText

INSIDE = (".local", ".localhost", ".internal", ".intranet", ".lan", ".home", ".corp", ".test", ".invalid", ".example")
REFUSED = _("Readers can’t open this address: it is one inside your own network.")
WITH_NAME = _("There is a name or a password in this address. Take it out: readers would see it.")


def refuse_inside(address: str) -> None:
    """Raises ValidationError for an address that is none for readers. What is no address at all is said elsewhere."""
    if said := why_not_for_readers(address):
        raise ValidationError(str(said))


def why_not_for_readers(address: str) -> LazyText:
    """What is wrong with an address for readers: its host is no public one, or it tells a name to sign in with."""
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").rstrip(".")
    except ValueError:
        return ""
    if host and not _is_public(host):
        return REFUSED
    return WITH_NAME if "@" in parts.netloc else ""


def refuse_inside_addresses() -> None:
    """Has all of Wagtail's forms ask for addresses that readers can open."""
    register_form_field_override(models.URLField, override={"validators": [refuse_inside]})


def _is_public(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_global
    except ValueError:
        return "." in host and not host.endswith(INSIDE)
