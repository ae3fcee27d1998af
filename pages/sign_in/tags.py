"""What the sign-in screens ask."""

from typing import NamedTuple

from allauth.socialaccount.adapter import get_adapter
from django.http import HttpRequest
from django.template import Library

register = Library()


class Way(NamedTuple):
    name: str
    address: str


@register.simple_tag
def single_sign_on(request: HttpRequest) -> list[Way]:
    """The council's own provider, where one is set."""
    providers = get_adapter().list_providers(request)
    return [Way(provider.name, provider.get_login_url(request)) for provider in providers]


@register.filter
def in_fours(key: str) -> str:
    """A long key, so that it can be read out and typed."""
    return " ".join(key[start : start + 4] for start in range(0, len(key), 4))
