"""The connections of `urllib3`, but only to public servers, and cut off after a while."""

import socket
import ssl

from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.util import Url

from .deadline import Deadline
from .safe import PORTS, NotAllowedError, leads_back, servers


class PublicHTTPConnection(HTTPConnection):
    """Looks at the server between finding its number and connecting to it; the deadline may cut it off."""

    def __init__(self, host: str, port: int, *, deadline: Deadline, loopback: bool, **options):
        super().__init__(host, port, **options)
        self._server, self._deadline, self._loopback = host.strip("[]"), deadline, loopback

    def _new_conn(self) -> socket.socket:
        line = self._first_that_answers(servers(self._server, self.port, loopback=self._loopback))
        if leads_back(line) and not self._loopback:
            line.close()
            raise NotAllowedError
        self._deadline.cut(line)
        return line

    def _first_that_answers(self, numbers):
        for last, (family, number) in enumerate(numbers, start=1):
            line = socket.socket(family, socket.SOCK_STREAM)
            try:
                line.settimeout(min(self.timeout, self._deadline.left()))
                line.connect((number, self.port))
                return line
            except OSError:
                line.close()
                if last == len(numbers):
                    raise
        raise ConnectionError


class PublicHTTPSConnection(PublicHTTPConnection, HTTPSConnection):
    """The same, secure: the certificate is looked at too."""


def connection_to(url: Url, deadline: Deadline, *, wait: float, loopback: bool) -> PublicHTTPConnection:
    """A connection to a website, not open yet; `wait` is how many seconds each step may take."""
    port = PORTS[url.scheme] if url.port is None else url.port
    options = {"deadline": deadline, "timeout": wait, "loopback": loopback}
    if url.scheme == "http":
        return PublicHTTPConnection(url.host, port, **options)
    return PublicHTTPSConnection(url.host, port, ssl_context=ssl.create_default_context(), **options)
