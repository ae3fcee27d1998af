"""Addresses of pages as officers type them: one that only works inside the council's network is refused in every form.

Readers, and the check of links, can't open such a page.
"""

import ipaddress
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.models import register_form_field_override

INSIDE = (".local", ".localhost", ".internal", ".intranet", ".lan", ".home", ".corp", ".test", ".invalid", ".example")
REFUSED = _("Readers can’t open this address: it is one inside your own network.")


def refuse_inside(address: str) -> None:
    """Raises ValidationError for a host that is no public one. What is no address at all is said elsewhere."""
    try:
        host = (urlsplit(address).hostname or "").rstrip(".")
    except ValueError:
        return
    if host and not _is_public(host):
        raise ValidationError(REFUSED)


def refuse_inside_addresses() -> None:
    """Has all of Wagtail's forms ask for addresses that readers can open."""
    register_form_field_override(models.URLField, override={"validators": [refuse_inside]})


def _is_public(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_global
    except ValueError:
        return "." in host and not host.endswith(INSIDE)
