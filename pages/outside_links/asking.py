"""Asks another website for an address, politely: little of it, not for long, and nowhere private."""

import http.client
import socket
import ssl
import threading
from contextlib import contextmanager
from urllib.parse import quote, urldefrag, urljoin, urlsplit

from django.conf import settings
from django.utils.translation import gettext as _

from .answer import Answer, answer_of
from .safe import NotAllowedError, servers

MOST_REDIRECTS = 5
MOST_BYTES = 4096
LONGEST_WAIT = 8  # seconds for each step
LONGEST_REQUEST = 15  # seconds for a whole request, however slowly it drips
REDIRECTS = frozenset({301, 302, 303, 307, 308})
IN_A_PATH = "/%:@!$&'()*+,;=~-._"


def user_agent() -> str:
    """Says who asks, and where to complain."""
    return f"KinshipLocalOffer link check (+{settings.SITE_URL})"


def ask(url: str, *, loopback: bool = False) -> Answer:
    """Whether an address works. Redirects are followed, each looked at like the first."""
    try:
        for _step in range(MOST_REDIRECTS + 1):
            status, location = _ask_once(url, loopback)
            if status not in REDIRECTS or not location:
                return answer_of(status)
            url = urldefrag(urljoin(url, location)).url
        return Answer(False, _("It leads on and on, and never arrives."))
    except NotAllowedError:
        return Answer(False, _("It does not lead to a public website."))
    except socket.gaierror:
        return Answer(False, _("There is no website of that name."))
    except TimeoutError:
        return Answer(False, _("Its site did not answer in time."))
    except ssl.SSLCertVerificationError:
        return Answer(False, _("Its site’s certificate is not right."))
    except (OSError, http.client.HTTPException, ValueError):
        return Answer(False, _("Its site could not be reached."))


def _ask_once(url, loopback) -> tuple[int, str]:
    """The status and where it leads on. Some sites refuse to be asked for the head alone, so the page is asked for."""
    try:
        status, location = _request("HEAD", url, loopback)
    except (TimeoutError, ConnectionError, http.client.HTTPException):
        status, location = 0, ""
    return (status, location) if 0 < status < 400 else _request("GET", url, loopback)


def _request(method, url, loopback) -> tuple[int, str]:
    parts = urlsplit(url)
    with _connected(parts, loopback) as connection:
        path = quote(parts.path or "/", IN_A_PATH) + (f"?{quote(parts.query, IN_A_PATH + '?')}" if parts.query else "")
        host = parts.netloc.rpartition("@")[2].encode("idna").decode()
        headers = {"Host": host, "User-Agent": user_agent(), "Accept": "*/*", "Connection": "close"}
        connection.request(method, path, headers=headers)
        response = connection.getresponse()
        response.read(MOST_BYTES)
        return response.status, response.getheader("Location", "")


@contextmanager
def _connected(parts, loopback):
    """A connection to a server that has been looked at, and that is cut off after a while whatever it does."""
    lines = [_socket(servers(parts, loopback=loopback))]
    cut_off = threading.Timer(LONGEST_REQUEST, _shut, [lines])
    cut_off.daemon = True
    cut_off.start()
    try:
        if parts.scheme == "https":
            # Wrapping empties the plain socket, so the cut-off must know the new one before anything is said on it.
            safe = ssl.create_default_context()
            lines.append(safe.wrap_socket(lines[0], server_hostname=parts.hostname, do_handshake_on_connect=False))
            lines[-1].do_handshake()
        connection = http.client.HTTPConnection(parts.hostname, timeout=LONGEST_WAIT)
        connection.sock = lines[-1]
        try:
            yield connection
        finally:
            connection.close()
    finally:
        cut_off.cancel()
        for line in lines:
            line.close()


def _socket(numbers):
    """The first of the servers that answers."""
    for last, (family, number, port) in enumerate(numbers, start=1):
        line = socket.socket(family, socket.SOCK_STREAM)
        line.settimeout(LONGEST_WAIT)
        try:
            line.connect((number, port))
            return line
        except OSError:
            line.close()
            if last == len(numbers):
                raise
    raise ConnectionError


def _shut(lines):
    line = lines[-1]
    try:
        line.shutdown(socket.SHUT_RDWR)
    except OSError:
        line.close()
