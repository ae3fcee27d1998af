"""A small OpenID Connect provider of our own, on this machine."""

import json
import threading
import time
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs

import jwt

CLIENT_ID, CLIENT_SECRET = "kinship", "only-for-tests-and-long-enough-for-a-key"


class _Answers(BaseHTTPRequestHandler):
    def do_GET(self):
        pages = {"/.well-known/openid-configuration": self._configuration, "/userinfo": lambda: self.server.person}
        self._say(pages[self.path]() if self.path in pages else {}, 200 if self.path in pages else 404)

    def do_POST(self):
        sent = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
        self.server.sent.append({name: values[0] for name, values in sent.items()})
        if self.server.broken:
            self._say({"error": "invalid_grant"}, 400)
            return
        now = int(time.time())
        claims = {"iss": self.server.issuer, "aud": CLIENT_ID, "iat": now, "exp": now + 60} | self.server.person
        token = jwt.encode(claims | self.server.claims, CLIENT_SECRET, algorithm="HS256")
        self._say({"access_token": "token", "token_type": "Bearer", "id_token": token, "expires_in": 60})

    def _configuration(self):
        paths = {"authorization": "authorize", "token": "token", "userinfo": "userinfo"}
        ends = {f"{name}_endpoint": f"{self.server.issuer}/{path}" for name, path in paths.items()}
        return ends | {"issuer": self.server.issuer, "jwks_uri": f"{self.server.issuer}/jwks"}

    def _say(self, answer, status=200):
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        self.wfile.write(json.dumps(answer).encode())

    def log_message(self, *args):
        """Says nothing."""


@contextmanager
def provider():
    """Gives a provider with `issuer`, the `person` it knows, and what was `sent` to it."""
    with ThreadingHTTPServer(("127.0.0.1", 0), _Answers) as server:
        server.issuer = f"http://127.0.0.1:{server.server_address[1]}"
        server.person, server.claims, server.sent, server.broken = {}, {}, [], False
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield server
        finally:
            server.shutdown()
