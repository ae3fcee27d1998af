"""Where a visitor is, as far as our own proxies vouch for it; what visitors claim is not believed."""

import ipaddress
import re

from django.conf import settings
from django.http import HttpRequest

IPV6_OF_ONE_PLACE = 64  # bits: a household or an office has that many addresses of its own
# What a proxy between the two kinds of addresses makes of an IPv4 address (RFC 6052).
TRANSLATED = ipaddress.IPv6Network("64:ff9b::/96")
# As some proxies write it: 192.0.2.1:4000, [2001:db8::1] or [2001:db8::1]:4000.
WITH_PORT = re.compile(r"\[(?P<v6>[^\]]+)\](:\d+)?|(?P<v4>[\d.]+):\d+")


def address_of(request: HttpRequest) -> str:
    """The visitor's network address, always written in one way; nothing when what should say it can't be read.

    So all of whom a proxy says nonsense count as one, and nobody becomes another by another port.
    """
    trusted, chain = settings.TRUSTED_PROXIES, chain_of(request)
    is_vouched_for = trusted and len(chain) >= trusted
    return _plain(chain[-trusted] if is_vouched_for else request.META.get("REMOTE_ADDR", ""))


def chain_of(request: HttpRequest) -> list[str]:
    """Whom each proxy was asked by, the nearest to us last."""
    return [part.strip() for part in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",") if part.strip()]


def place_of(address: str) -> str:
    """What one visitor can't change about their address: whoever counts visitors counts these."""
    try:
        network = ipaddress.IPv6Network((address, IPV6_OF_ONE_PLACE), strict=False)
    except ValueError:
        return address
    return str(network)


def _plain(written: str) -> str:
    if found := WITH_PORT.fullmatch(written):
        written = found["v6"] or found["v4"]
    try:
        address = ipaddress.ip_address(written.partition("%")[0])
    except ValueError:
        return ""
    return str(_as_ipv4(address) if address.version == 6 else address)


def _as_ipv4(address: ipaddress.IPv6Address) -> ipaddress.IPv4Address | ipaddress.IPv6Address:
    """An IPv4 address that is written as one of the other kind; all of those would be one place."""
    if address in TRANSLATED:
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address
