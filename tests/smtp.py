"""A small mail server of our own: it takes messages, or it answers nobody, or without end, or not as one should."""

import socketserver
import threading
from contextlib import contextmanager


class _Session(socketserver.StreamRequestHandler):
    def handle(self):
        if self.server.hangs:
            self.server.someone_waits.set()
            self.server.over.wait(60)
            return
        if self.server.drips:
            while not self.server.over.wait(0.1):
                self.wfile.write(b"2")
            return
        self.wfile.write(self.server.greeting)
        if self.server.hangs_up:
            return
        lines = None
        while line := self.rfile.readline():
            text = line.decode().rstrip("\r\n")
            if lines is not None:
                if text == ".":
                    self.server.messages.append("\n".join(lines))
                    lines = None
                    self._say(250)
                else:
                    lines.append(text)
            elif text.upper() == "DATA":
                lines = []
                self._say(354)
            else:
                self._say(221 if text.upper() == "QUIT" else 250)

    def _say(self, code):
        self.wfile.write(f"{code} ok\r\n".encode())


class _Server(socketserver.ThreadingTCPServer):
    daemon_threads = True
    allow_reuse_address = True


@contextmanager
def mail_server(hangs=False, drips=False, hangs_up=False, greeting=b"220 ok\r\n"):
    """Gives a server with `url`, and `messages` as they came."""
    with _Server(("127.0.0.1", 0), _Session) as server:
        server.hangs, server.drips, server.hangs_up, server.greeting = hangs, drips, hangs_up, greeting
        server.messages = []
        server.over, server.someone_waits = threading.Event(), threading.Event()
        server.url = f"smtp://127.0.0.1:{server.server_address[1]}"
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield server
        finally:
            server.over.set()
            server.shutdown()
