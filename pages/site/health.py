"""What monitors ask: `/healthz`, whether the site is alive, and `/readyz`, whether it is able to serve."""

import ipaddress
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.request import split_domain_port
from django.utils.crypto import constant_time_compare

from pages.site.fit import proxies
from pages.site.fit.ready import readiness

ALIVE, READY = "/healthz", "/readyz"
# What only proxies set: whoever comes through one is not on this machine, though the proxy is.
THROUGH_A_PROXY = ("HTTP_FORWARDED", "HTTP_VIA", "HTTP_X_FORWARDED", "HTTP_X_REAL_IP")


class Health:
    """Answers those two before anything else does, so that they need no host name, no https and no database.

    Monitors ask by IP address. Every other address goes on to the checks that these two go round.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path_info not in {ALIVE, READY}:
            return self.get_response(request)
        if request.method not in {"GET", "HEAD"}:
            return _said("GET or HEAD, please.", 405, Allow="GET, HEAD")
        return _said("alive") if request.path_info == ALIVE else _ready(request)


def _ready(request: HttpRequest) -> HttpResponse:
    troubles = readiness.troubles()
    is_ready = not any(troubles.values())
    lines = ["yes" if is_ready else "no"]
    if _may_see_parts(request):
        # The proxies make no "no": whoever found a way round one of them could have the site taken away.
        named = troubles | {"proxies": proxies.last_visit.trouble}
        lines += [f"{part}: {trouble or 'ok'}" for part, trouble in named.items()]
    return _said("\n".join(lines), 200 if is_ready else 503)


def _said(words: str, status: int = 200, **headers: str) -> HttpResponse:
    return HttpResponse(
        words + "\n", status=status, content_type="text/plain", headers={"Cache-Control": "no-store"} | headers
    )


def _may_see_parts(request: HttpRequest) -> bool:
    """What is wrong inside is told to this machine itself, and to whoever has the token."""
    kind, _space, token = request.headers.get("Authorization", "").partition(" ")
    if settings.HEALTH_TOKEN and kind.lower() == "bearer":
        return constant_time_compare(token.strip(), settings.HEALTH_TOKEN)
    return _is_from_this_machine(request)


def _is_from_this_machine(request: HttpRequest) -> bool:
    """By its own address, past our proxies: what comes through one has its headers, or the site's name."""
    if any(name.startswith(THROUGH_A_PROXY) for name in request.META):
        return False
    host, _port = split_domain_port(request.META.get("HTTP_HOST", ""))
    is_past_proxies = not settings.TRUSTED_PROXIES or host == "localhost" or _is_loopback(host.strip("[]"))
    return is_past_proxies and _is_loopback(request.META.get("REMOTE_ADDR", ""))


def _is_loopback(address: str) -> bool:
    try:
        return ipaddress.ip_address(address).is_loopback
    except ValueError:
        return False
