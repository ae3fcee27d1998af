"""The connections of `urllib3`, but only to public servers, and cut off after a while."""

import socket
import ssl
from typing import Any

from urllib3.connection import HTTPConnection, HTTPSConnection

from .deadline import Deadline
from .safe import NotAllowedError, WebAddress, leads_back, servers


class PublicHTTPConnection(HTTPConnection):
    """Looks at the server between finding its number and connecting to it; the deadline may cut it off."""

    def __init__(self, host: str, port: int, *, deadline: Deadline, wait: float, loopback: bool, **options: Any):
        super().__init__(host, port, timeout=wait, **options)
        self._server, self._deadline, self._wait, self._loopback = host.strip("[]"), deadline, wait, loopback

    def _new_conn(self) -> socket.socket:
        line = self._first_that_answers(servers(self._server, self.port, loopback=self._loopback))
        if leads_back(line) and not self._loopback:
            line.close()
            raise NotAllowedError
        self._deadline.cut(line)
        return line

    def _first_that_answers(self, numbers: list[tuple[int, str]]) -> socket.socket:
        for last, (family, number) in enumerate(numbers, start=1):
            line = socket.socket(family, socket.SOCK_STREAM)
            try:
                line.settimeout(min(self._wait, self._deadline.left()))
                line.connect((number, self.port))
                return line
            except OSError:
                line.close()
                if last == len(numbers):
                    raise
        raise ConnectionError


class PublicHTTPSConnection(PublicHTTPConnection, HTTPSConnection):
    """The same, secure: the certificate is looked at too."""


def connection_to(url: WebAddress, deadline: Deadline, *, wait: float, loopback: bool) -> PublicHTTPConnection:
    """A connection to a website, not open yet; `wait` is how many seconds each step may take."""
    options: dict[str, Any] = {"deadline": deadline, "wait": wait, "loopback": loopback}
    if url.is_secure:
        return PublicHTTPSConnection(url.host, url.port, ssl_context=ssl.create_default_context(), **options)
    return PublicHTTPConnection(url.host, url.port, **options)
