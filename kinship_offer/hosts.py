"""The names under which a machine is reached."""

import ipaddress
import re

from django.core.exceptions import ImproperlyConfigured

from kinship_offer import env

# As Django reads them of a request; a dot at the beginning stands for all names below it.
HOST = re.compile(r"[a-z0-9.-]+|\[[0-9a-f:.]+\]", re.IGNORECASE)


def names(name: str) -> list[str]:
    """The host names of a comma-separated list: no addresses, no ports, and not `*`, which lets in any."""
    hosts = env.words(name)
    for host in hosts:
        if not HOST.fullmatch(host):
            raise ImproperlyConfigured(
                f'{name} has "{host}", which is no host name. It must look like kinship.example.gov.uk,10.1.2.3'
            )
    return hosts


def is_this_machine(host: str) -> bool:
    """True when only the machine itself reaches it by that name."""
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False
