"""A small mail inbox for the demo: takes every mail over SMTP and shows it in the browser.

Start it with ``python -m portal.demo.inbox --smtp-port 8025 --http-port 8026``. It keeps the newest
mails in memory, delivers nothing anywhere, and listens to this machine only.
"""

import argparse
import html
import threading
from collections import deque
from email import message_from_bytes, policy
from email.message import EmailMessage
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from aiosmtpd.controller import Controller

from portal import clock, totp
from portal.demo.accounts import CODE_SECRET

KEPT = 500
PAGE = """<!doctype html>
<html lang="da"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Indbakke til prøve</title></head>
<body><main><h1>Indbakke til prøve</h1>
<p>Her lander al mail fra prøve-portalen. Intet bliver sendt ud i verden.</p>
<p>Kode til medarbejdernes log-ind lige nu: <strong>{code}</strong>. Den virker én gang for hver konto.
Der kommer en ny hvert halve minut.</p>
{mails}</main></body></html>"""
MAIL = "<article><h2>{subject}</h2><p>Til: {to}. {date}</p><pre>{text}</pre></article><hr>"


class Inbox:
    """The mails taken so far, newest first; fits aiosmtpd's handler interface."""

    def __init__(self) -> None:
        self.mails: deque[EmailMessage] = deque(maxlen=KEPT)

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802 - aiosmtpd's name
        message = message_from_bytes(envelope.content, policy=policy.default)
        assert isinstance(message, EmailMessage)
        self.mails.appendleft(message)
        return "250 Message accepted for delivery"

    def page(self) -> str:
        """All mails as one plain page."""
        return PAGE.format(
            code=totp.code(CODE_SECRET, clock.now()),
            mails="".join(_shown(mail) for mail in self.mails) or "<p>Der er ingen mail endnu.</p>",
        )


def _shown(mail: EmailMessage) -> str:
    body = mail.get_body(("plain",))
    parts = {
        "subject": mail["Subject"],
        "to": mail["To"],
        "date": mail["Date"],
        "text": body.get_content() if body else "",
    }
    return MAIL.format(**{name: html.escape(str(part)) for name, part in parts.items()})


def web_server(inbox: Inbox, port: int) -> ThreadingHTTPServer:
    """A web server on this machine that shows `inbox`."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = inbox.page().encode()
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Security-Policy", "default-src 'none'")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: Any) -> None:
            """The demo's terminal stays quiet."""

    return ThreadingHTTPServer(("127.0.0.1", port), Handler)


def main() -> None:
    """Runs both servers until the process is stopped."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--smtp-port", type=int, required=True)
    parser.add_argument("--http-port", type=int, required=True)
    ports = parser.parse_args()
    inbox = Inbox()
    smtp = Controller(inbox, hostname="127.0.0.1", port=ports.smtp_port)
    smtp.start()
    threading.Thread(target=web_server(inbox, ports.http_port).serve_forever, daemon=True).start()
    threading.Event().wait()


if __name__ == "__main__":
    main()
