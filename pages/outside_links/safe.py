"""Which addresses we may ask for: public web servers, never this computer or those beside it."""

import ipaddress
import socket
from urllib.parse import SplitResult

PORTS = {"http": 80, "https": 443}
# IPv6 addresses that stand for IPv4 ones: a translator would lead them inside.
TRANSLATED = ipaddress.ip_network("64:ff9b::/96")


class NotAllowedError(Exception):
    """The address leads where we do not go."""


def servers(parts: SplitResult, *, loopback: bool = False) -> list[tuple[int, str, int]]:
    """The family, number and port of each server of an address. Raises NotAllowedError unless all are public.

    The name is looked up once, and the caller connects to these very numbers: a second look could say another.
    `loopback` also allows this computer itself, for tests.
    """
    if parts.scheme not in PORTS or not parts.hostname or parts.username or parts.password:
        raise NotAllowedError
    try:
        port = parts.port or PORTS[parts.scheme]
        host = parts.hostname.encode("idna").decode()
    except (ValueError, UnicodeError):
        raise NotAllowedError from None
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    numbers = [(family, address[0], address[1]) for family, _type, _protocol, _name, address in found]
    if not numbers or not all(_is_allowed(number, loopback) for _family, number, _port in numbers):
        raise NotAllowedError
    return numbers


def _is_allowed(number: str, loopback: bool) -> bool:
    address = ipaddress.ip_address(number.partition("%")[0])
    if isinstance(address, ipaddress.IPv6Address):
        if address.ipv4_mapped:
            address = address.ipv4_mapped
        elif address in TRANSLATED:
            address = ipaddress.ip_address(int(address) & 0xFFFFFFFF)
    if loopback and address.is_loopback:
        return True
    return address.is_global and not address.is_multicast and not address.is_reserved
