"""Websites on this computer, good and bad, for the link checker to ask."""

import contextlib
import socketserver
import ssl
import subprocess
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler

LONG = 64 * 1024 * 1024  # far more than the buffers of two sockets hold
PIECE = b"x" * 64 * 1024


class Server(socketserver.ThreadingTCPServer):
    """Keeps what goes wrong in its threads, and waits for them before it closes."""

    request_queue_size = 20

    def __init__(self, handler):
        super().__init__(("127.0.0.1", 0), handler)
        self.errors = []

    def handle_error(self, request, client_address):
        self.errors.append(sys.exception())


@contextlib.contextmanager
def served(handler, certificate=None):
    """The address, without its scheme, of a server whose own errors fail the test; secure with a certificate."""
    with Server(handler) as server:
        if certificate:
            secure = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            secure.load_cert_chain(certificate)
            server.socket = secure.wrap_socket(server.socket, server_side=True)
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield "{}:{}".format(*server.server_address)
        finally:
            server.shutdown()
            thread.join()
    assert not server.errors


def make_certificate(folder):
    """A file with a certificate for 127.0.0.1, that nobody but its owner vouches for, and its key."""
    path = folder / "certificate.pem"
    asked = "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=127.0.0.1"
    names = "-addext subjectAltName=IP:127.0.0.1 -addext keyUsage=critical,keyCertSign,digitalSignature"
    subprocess.run(
        [*asked.split(), *names.split(), "-keyout", path, "-out", folder / "its.pem"], check=True, capture_output=True
    )
    path.write_text(path.read_text() + (folder / "its.pem").read_text())
    return path


class Website(BaseHTTPRequestHandler):
    """Answers by its path, and writes down what it was asked and how much of a long page it got rid of."""

    asked = []
    sent = []

    def _answer(self):
        self.asked.append((self.command, self.path, self.headers["User-Agent"], self.headers["Host"]))
        name = self.path.strip("/").partition("/")[0]
        if name == "drop":
            self.connection.close()
            return
        if name == "to":
            self.send_response(302)
            self.send_header("Location", self.path.removeprefix("/to/"))
        elif name == "round":
            self.send_response(301)
            self.send_header("Location", "/round/")
        elif name in ("no-head", "long"):
            self.send_response(405 if self.command == "HEAD" else 200)
        else:
            self.send_response(int(name or 200))
        self.end_headers()
        if self.command == "GET" and name == "long":
            self._write_long_page()

    do_GET = do_HEAD = _answer  # noqa: N815 (the server calls them so)

    def _write_long_page(self):
        sent = 0
        with contextlib.suppress(ConnectionError):
            while sent < LONG:
                sent += self.connection.send(PIECE)
        self.sent.append(sent)

    def log_message(self, *args):
        pass


class Drip(socketserver.BaseRequestHandler):
    """Begins an answer and then says a byte of it now and again, for ten seconds."""

    begin, more = b"HTTP/1.1 2", b"0"

    def handle(self):
        with contextlib.suppress(ConnectionError):
            self.request.sendall(self.begin)
            for _byte in range(100):
                time.sleep(0.1)
                self.request.sendall(self.more)


class SecretDrip(Drip):
    """Drips a secure connection's first message, before anything is secret."""

    begin, more = b"\x16\x03\x03\x40\x00", b"\x02"
