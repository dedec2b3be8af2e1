"""The access log: one line of JSON for each request, holding the keys of `KEYS` and nothing else.

No address of a reader, no query string, no body, nothing typed; so the log may be kept and counted. A view
says with `seen` what its page shows; the worker counts that later (`portal.visits`), so that reading a page
writes nothing into the database. Each day in UTC has a file of its own, written to by any number of
processes, a whole line at a time.
"""

import json
import logging
import os
import random
import re
import threading
import time
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
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
Headers = list[tuple[str, str]]
_APPEND: Final = os.O_WRONLY | os.O_APPEND | os.O_CREAT
# ASCII only: no sign in a value can end the line, and each line parses by itself.
_AS_JSON: Final = json.JSONEncoder(ensure_ascii=True, separators=(",", ":"))

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
    access_log = AccessLog(app.wsgi_app, folder)
    app.extensions["access_log"] = access_log
    app.wsgi_app = access_log  # type: ignore[method-assign]


def folder_of(data_dir: Path) -> Path:
    """Where the logs of a portal lie."""
    return data_dir / FOLDER


def seen(kind: str, subject: str) -> None:
    """Says what the page of this request shows, such as ("job", the ad's id); programs are not counted.

    `kind` and `subject` are the portal's own words, never something that a reader typed.
    """
    g.seen = (kind, subject[:LONGEST_SUBJECT])


def _note(response: Response) -> Response:
    if request.endpoint not in NOT_LOGGED:
        seen: tuple[str, str] = g.get("seen") or ("", "")
        # Nothing else sets it, so that it need not be looked for first.
        response.headers.add(_NOTE, _written(request.endpoint or "", _staff_id(), *seen))
    return response


def note_for_all(endpoint: str) -> tuple[str, str]:
    """The header that says the same of a page that needs nobody to be signed in."""
    return _NOTE, _written(endpoint, "", *(g.get("seen") or ("", "")))


@lru_cache(maxsize=2000)
def _written(route: str, staff: str, kind: str, subject: str) -> str:
    return json.dumps({"route": route, "staff": staff, "kind": kind, "subject": subject}, ensure_ascii=True)


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
        self._file = DayFile(folder)

    def __call__(self, environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        started = time.perf_counter()
        environ[REQUEST_ID] = request_id = new_id()

        def start(status: str, headers: list[tuple[str, str]], exc_info: Any = None) -> Any:
            note, headers = take_note(headers)
            if note:
                agent = environ.get("HTTP_USER_AGENT", "")
                if environ["REQUEST_METHOD"] != "GET" or is_program(agent):
                    note = uncounted(note)
                self.write(note, request_id=request_id, status=int(status[:3]), started=started)
            return start_response(status, headers, exc_info)

        return self._inner(environ, start)

    def write(self, note: Mapping[str, str], *, request_id: str, status: int, started: float) -> None:
        """Writes the line of one answer. `started` is when its request came (`time.perf_counter`)."""
        values = {
            **note,
            "time": clock.now().isoformat(timespec="milliseconds"),
            "id": request_id,
            "status": status,
            "ms": round((time.perf_counter() - started) * 1000, 1),
        }
        try:
            self._file.append(values)
        except OSError as error:
            # A full disk must not keep a reader from a page.
            log.warning("The access log cannot be written.", extra={"error": type(error).__name__})


def new_id() -> str:
    """A name for one request, which its lines in the logs have in common."""
    # No secret, so that the system need not be asked for it.
    return f"{random.getrandbits(48):012x}"


def take_note(headers: Headers) -> tuple[Mapping[str, str], Headers]:
    """What Flask has noted about an answer (nothing where it is not logged), and the headers without it."""
    note = next((value for name, value in headers if name == _NOTE), "")
    if not note:
        return {}, headers
    return _read(note), [(name, value) for name, value in headers if name != _NOTE]


@lru_cache(maxsize=2000)
def _read(note: str) -> Mapping[str, str]:
    return MappingProxyType(json.loads(note))


def uncounted(note: Mapping[str, str]) -> dict[str, str]:
    """A note without what the page showed."""
    return {name: value for name, value in note.items() if name not in {"kind", "subject"}}


@lru_cache(maxsize=256)
def is_program(agent: str) -> bool:
    """Whether a User-Agent is that of a program that says so."""
    return _PROGRAM.search(agent) is not None


class DayFile:
    """The file of the day, kept open: to open it for each line cost as much as the answer from memory did."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = threading.Lock()
        self._day = ""
        self._descriptor = -1

    def append(self, values: Mapping[str, Any]) -> None:
        """Adds one line, whole or not at all. Raises OSError."""
        kept = {key: values[key] for key in KEYS if values.get(key) not in {None, ""}}
        line = _AS_JSON.encode(kept) + "\n"
        with self._lock:
            self._open(kept["time"][:10])
            os.write(self._descriptor, line.encode())

    def _open(self, day: str) -> None:
        """Opens the file of this day, unless it is open and has not been deleted."""
        if self._descriptor >= 0 and day == self._day and os.fstat(self._descriptor).st_nlink:
            return
        self.close()
        path = f"{self._folder}/access-{day}.jsonl"
        try:
            self._descriptor = os.open(path, _APPEND, 0o640)
        except FileNotFoundError:
            self._folder.mkdir(parents=True, exist_ok=True)
            self._descriptor = os.open(path, _APPEND, 0o640)
        self._day = day

    def close(self) -> None:
        """Closes the file; the next line opens it again."""
        descriptor, self._descriptor = self._descriptor, -1
        if descriptor >= 0:
            os.close(descriptor)

    def __del__(self) -> None:
        self.close()
