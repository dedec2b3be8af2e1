"""A mail server that behaves badly: it refuses, drips its answer, or takes a mail and hangs up unheard."""

import socketserver
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from email import message_from_bytes
from typing import Any


@dataclass
class BadServer:
    """`url` fits SMTP_URL. `manner` is what it does now; `taken` the Message-IDs that it has kept."""

    url: str = ""
    manner: str = "well"
    taken: list[str] = field(default_factory=list)


class _Talk(socketserver.StreamRequestHandler):
    def handle(self) -> None:
        bad: BadServer = self.server.bad  # type: ignore[attr-defined]
        # Whoever hangs up on a server that behaves badly is right.
        with suppress(OSError):
            self._talk(bad)

    def _talk(self, bad: BadServer) -> None:
        if bad.manner == "drip":
            self._drip(b"220 " + b"-" * 1000)
            return
        if bad.manner == "refuse":
            self._say("421 not now")
            return
        self._say("220 here")
        while line := self.rfile.readline():
            verb = line[:4].upper()
            if verb == b"DATA":
                self._say("354 go on")
                self._take(bad)
                if bad.manner == "cut":
                    return
            self._say("221 bye" if verb == b"QUIT" else "250 ok")

    def _take(self, bad: BadServer) -> None:
        lines: list[bytes] = []
        while (line := self.rfile.readline()) and line != b".\r\n":
            lines.append(line)
        bad.taken.append(str(message_from_bytes(b"".join(lines))["Message-ID"]))

    def _say(self, words: str) -> None:
        self.wfile.write(f"{words}\r\n".encode())

    def _drip(self, content: bytes) -> None:
        for byte in content:
            self.wfile.write(bytes([byte]))
            time.sleep(0.02)


@contextmanager
def misbehaving() -> Iterator[BadServer]:
    """Runs the server on a free port of this machine."""
    bad = BadServer()
    server: Any = socketserver.ThreadingTCPServer(("127.0.0.1", 0), _Talk)
    server.daemon_threads = True
    server.bad = bad
    bad.url = f"smtp://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, args=(0.05,))
    thread.start()
    try:
        yield bad
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
