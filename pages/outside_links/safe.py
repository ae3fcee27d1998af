"""Which servers we may ask: public web servers, never this computer or those beside it."""

import ipaddress
import socket
from typing import NamedTuple

from urllib3.exceptions import LocationParseError
from urllib3.util import parse_url

PORTS = {"http": 80, "https": 443}
# IPv6 addresses that stand for IPv4 ones: a translator would lead them inside.
TRANSLATED = ipaddress.ip_network("64:ff9b::/96")


class NotAllowedError(Exception):
    """The address leads where we do not go."""


class WebAddress(NamedTuple):
    """An address as it is asked for: which server, and for what."""

    is_secure: bool
    host: str
    port: int
    path: str


def web_address(address: str) -> WebAddress:
    """The parts of an address, as they are asked for. Raises NotAllowedError unless it may be a public website's."""
    try:
        url = parse_url(address)
    except LocationParseError:
        raise NotAllowedError from None
    if url.scheme not in PORTS or not url.host or url.auth:
        raise NotAllowedError
    port = PORTS[url.scheme] if url.port is None else url.port
    return WebAddress(url.scheme == "https", url.host, port, url.request_uri)


def servers(host: str, port: int, *, loopback: bool = False) -> list[tuple[int, str]]:
    """The family and number of each server of a name. Raises NotAllowedError unless all are public.

    The name is looked up once, and the caller connects to these very numbers: a second look could say another.
    `loopback` also allows this computer itself, for tests.
    """
    try:
        entries = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except UnicodeError:
        raise NotAllowedError from None
    numbers: list[tuple[int, str]] = [(family, str(address[0])) for family, _type, _protocol, _name, address in entries]
    if not numbers or not all(_is_public(number, loopback) for _family, number in numbers):
        raise NotAllowedError
    return numbers


def leads_back(line: socket.socket) -> bool:
    """Whether the other end is this computer too, under a public number of its own."""
    return line.getsockname()[0] == line.getpeername()[0]


def _is_public(number: str, loopback: bool) -> bool:
    address = ipaddress.ip_address(number.partition("%")[0])
    if isinstance(address, ipaddress.IPv6Address):
        if address.ipv4_mapped:
            address = address.ipv4_mapped
        elif address in TRANSLATED:
            address = ipaddress.ip_address(int(address) & 0xFFFFFFFF)
        elif address.is_site_local:
            return False
    if loopback and address.is_loopback:
        return True
    return address.is_global and not address.is_multicast and not address.is_reserved
