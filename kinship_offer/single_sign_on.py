"""Reads how staff sign in by the council's own OpenID Connect provider."""

from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

from kinship_offer import env, hosts

PROVIDER = "staff"


def provider(prefix: str) -> dict[str, Any]:
    """django-allauth's SOCIALACCOUNT_PROVIDERS; nothing set, nothing offered, and half of it is an error."""
    names = [f"{prefix}{name}" for name in ("ISSUER", "CLIENT_ID", "SECRET")]
    issuer, client_id, secret = values = [env.text(name) for name in names]
    if not any(values):
        return {}
    for name in names:
        env.required(name)
    _check(names[0], issuer)
    app = {
        "provider_id": PROVIDER,
        "name": env.text(f"{prefix}NAME", "your council account"),
        "client_id": client_id,
        "secret": secret,
        "settings": {"server_url": issuer.rstrip("/"), "verified_email": env.words(f"{prefix}EMAIL_DOMAINS")},
    }
    return {"openid_connect": {"APPS": [app], "OAUTH_PKCE_ENABLED": True}}


def _check(name: str, issuer: str) -> None:
    parts = urlsplit(issuer)
    is_safe = parts.scheme == "https" or (parts.scheme == "http" and hosts.is_this_machine(parts.hostname or ""))
    if not parts.hostname or not is_safe or parts.query or parts.fragment:
        raise ImproperlyConfigured(f'{name} is "{issuer}". It must look like https://sign-in.example.gov.uk/council')
