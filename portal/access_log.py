"""The access log: one line of JSON for each request, holding the keys of `KEYS` and nothing else.

No address of a reader, no query string, no body, nothing typed; so the log may be kept and counted. A view
says with `seen` what its page shows; the worker counts that later (`portal.visits`), so that reading a page
writes nothing into the database. Each day in UTC has a file of its own, written to by any number of
processes, a whole line at a time.
"""

import json
import logging
import os
import re
import secrets
import time
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from flask import Flask, Response, current_app, g, request

from portal import clock
from portal.access import audience_of, me
from portal.logs import REQUEST_ID

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

KEYS: Final = ("time", "id", "route", "status", "ms", "staff", "kind", "subject")
FOLDER: Final = "log"
NOT_LOGGED: Final = frozenset({"static", "health.healthz", "health.readyz", "operation.metrics"})
LONGEST_SUBJECT: Final = 100
_APPEND: Final = os.O_WRONLY | os.O_APPEND | os.O_CREAT

# Programs that say what they are; their visits are no reader's.
_PROGRAM = re.compile(
    r"bot|crawl|spider|slurp|preview|fetch|curl|wget|python|monitor|headless", re.IGNORECASE
)

_NOTE = "X-Portal-Log"
"""What Flask tells the outermost part about its answer; it never leaves the house. A kept page keeps it."""

log = logging.getLogger(__name__)


def init_app(app: Flask) -> None:
    """Logs every request but those for static files and of supervisors.

    To be called last: it stands in front of everything, so that pages answered from memory count too.
    """
    app.after_request(_note)
    folder = folder_of(app.config["SETTINGS"].data_dir)
    app.wsgi_app = AccessLog(app.wsgi_app, folder)  # type: ignore[method-assign]


def folder_of(data_dir: Path) -> Path:
    """Where the logs of a portal lie."""
    return data_dir / FOLDER


def seen(kind: str, subject: str) -> None:
    """Says what the page of this request shows, such as ("job", the ad's id); programs are not counted.

    `kind` and `subject` are the portal's own words, never something that a reader typed.
    """
    g.seen = {"kind": kind, "subject": subject[:LONGEST_SUBJECT]}


def _note(response: Response) -> Response:
    if request.endpoint not in NOT_LOGGED:
        note = {"route": request.endpoint or "", "staff": _staff_id()} | (g.get("seen") or {})
        response.headers[_NOTE] = json.dumps(note, ensure_ascii=True)
    return response


def _staff_id() -> str:
    """Who is signed in; known only on pages for staff, which have looked it up already."""
    view = current_app.view_functions.get(request.endpoint or "")
    audience = audience_of(view) if view else None
    if audience is None or audience.everyone or g.get("_login_user") is None:
        return ""
    return me().id if g._login_user.is_authenticated else ""  # noqa: SLF001 - where Flask-Login keeps it; asking `current_user` could read the database


class AccessLog:
    """WSGI middleware that writes one line for each answer that carries a note, and takes the note off."""

    def __init__(self, inner: "WSGIApplication", folder: Path) -> None:
        self._inner = inner
        self._folder = folder

    def __call__(self, environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        started = time.perf_counter()
        environ[REQUEST_ID] = secrets.token_hex(6)

        def start(status: str, headers: list[tuple[str, str]], exc_info: Any = None) -> Any:
            note = next((value for name, value in headers if name == _NOTE), "")
            if note:
                headers = [(name, value) for name, value in headers if name != _NOTE]
                self._write(environ, status, json.loads(note), started)
            return start_response(status, headers, exc_info)

        return self._inner(environ, start)

    def _write(self, environ: "WSGIEnvironment", status: str, note: dict[str, str], started: float) -> None:
        if environ["REQUEST_METHOD"] != "GET" or _PROGRAM.search(environ.get("HTTP_USER_AGENT", "")):
            note = {name: value for name, value in note.items() if name not in {"kind", "subject"}}
        values = note | {
            "time": clock.now().isoformat(timespec="milliseconds"),
            "id": environ[REQUEST_ID],
            "status": int(status[:3]),
            "ms": round((time.perf_counter() - started) * 1000, 1),
        }
        try:
            append(self._folder, values)
        except OSError as error:
            # A full disk must not keep a reader from a page.
            log.warning("The access log cannot be written.", extra={"error": type(error).__name__})


def append(folder: Path, values: Mapping[str, Any]) -> None:
    """Adds one line, whole or not at all, to the file of its day. Raises OSError."""
    kept = {key: values[key] for key in KEYS if values.get(key) not in {None, ""}}
    # ASCII only: no sign in a value can end the line, and each line parses by itself.
    line = json.dumps(kept, ensure_ascii=True, separators=(",", ":")) + "\n"
    path = f"{folder}/access-{kept['time'][:10]}.jsonl"
    try:
        descriptor = os.open(path, _APPEND, 0o640)
    except FileNotFoundError:
        folder.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(path, _APPEND, 0o640)
    try:
        os.write(descriptor, line.encode())
    finally:
        os.close(descriptor)
