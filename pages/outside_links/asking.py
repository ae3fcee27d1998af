"""Asks another website for an address, politely: little of it, not for long, and nowhere private."""

import http.client
import socket
import ssl
from collections.abc import Callable
from contextlib import closing
from typing import NamedTuple
from urllib.parse import urljoin

from django.conf import settings
from django.utils.translation import gettext as _
from urllib3.exceptions import HTTPError
from urllib3.exceptions import TimeoutError as ReadTimeoutError

from .answer import Answer, answer_of
from .connection import connection_to
from .deadline import Deadline
from .safe import NotAllowedError, web_address

MOST_REDIRECTS = 5
MOST_BYTES = 4096
LONGEST_WAIT = 8  # seconds for each step
LONGEST_REQUEST = 15  # seconds for a whole request, however slowly it drips
REDIRECTS = frozenset({301, 302, 303, 307, 308})


def user_agent() -> str:
    """Says who asks, and where to complain."""
    return f"KinshipLocalOffer link check (+{settings.SITE_URL})"


class Journey(NamedTuple):
    """What came of asking for an address, and the last address that it led to."""

    answer: Answer
    end: str


def ask(url: str, *, loopback: bool = False) -> Answer:
    """Whether an address works. Redirects are followed, each looked at like the first."""
    return follow(url, loopback=loopback).answer


def follow(url: str, *, is_there: Callable[[str], bool] = lambda url: False, loopback: bool = False) -> Journey:
    """Where an address leads. It arrives where a redirect names an address that `is_there`: that one is not asked."""
    end = url
    try:
        for _step in range(MOST_REDIRECTS + 1):
            status, location = _ask_once(end, loopback)
            if status not in REDIRECTS or not location:
                return Journey(answer_of(status), end)
            end = urljoin(end, location)
            if is_there(end):
                return Journey(answer_of(status), end)
        return Journey(Answer(False, _("It leads on and on, and never arrives.")), end)
    except NotAllowedError:
        words = _("It does not lead to a public website.")
    except socket.gaierror:
        words = _("There is no website of that name.")
    except (TimeoutError, ReadTimeoutError):
        words = _("Its site did not answer in time.")
    except ssl.SSLCertVerificationError:
        words = _("Its site’s certificate is not right.")
    except (OSError, http.client.HTTPException, HTTPError, ValueError):
        words = _("Its site could not be reached.")
    return Journey(Answer(False, words), end)


def _ask_once(url: str, loopback: bool) -> tuple[int, str]:
    """The status and where it leads on. Some sites refuse to be asked for the head alone, so the page is asked for."""
    try:
        status, location = _request("HEAD", url, loopback)
    except (TimeoutError, ConnectionError, http.client.HTTPException, HTTPError):
        status, location = 0, ""
    return (status, location) if 0 < status < 400 else _request("GET", url, loopback)


def _request(method: str, address: str, loopback: bool) -> tuple[int, str]:
    url = web_address(address)
    headers = {"User-Agent": user_agent(), "Accept": "*/*", "Connection": "close"}
    with (
        Deadline(LONGEST_REQUEST) as deadline,
        closing(connection_to(url, deadline, wait=LONGEST_WAIT, loopback=loopback)) as connection,
    ):
        connection.request(
            method,
            url.path,
            headers=headers,
            preload_content=False,
            decode_content=False,
            enforce_content_length=False,
        )
        with closing(connection.getresponse()) as response:
            response.read(MOST_BYTES)
            return response.status, response.headers.get("Location", "")
