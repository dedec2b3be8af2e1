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
import time
from pathlib import Path
from typing import Any, Final

from flask import Flask, Response, current_app, g, request

from portal import clock, crypto
from portal.access import audience_of, me

KEYS: Final = ("time", "id", "route", "status", "ms", "staff", "kind", "subject")
FOLDER: Final = "log"
NOT_LOGGED: Final = frozenset({"static", "health.healthz", "health.readyz"})
LONGEST_SUBJECT: Final = 100

# Programs that say what they are; their visits are no reader's.
_PROGRAM = re.compile(
    r"bot|crawl|spider|slurp|preview|fetch|curl|wget|python|monitor|headless", re.IGNORECASE
)

log = logging.getLogger(__name__)


def init_app(app: Flask) -> None:
    """Logs every request but those for static files and of supervisors. To be called before other parts."""
    app.before_request(_start)
    app.after_request(_write)


def folder_of(data_dir: Path) -> Path:
    """Where the logs of a portal lie."""
    return data_dir / FOLDER


def seen(kind: str, subject: str) -> None:
    """Says what the page of this request shows, such as ("job", the ad's id); programs are not counted.

    `kind` and `subject` are the portal's own words, never something that a reader typed.
    """
    if not _PROGRAM.search(request.headers.get("User-Agent", "")):
        g.seen = {"kind": kind, "subject": subject[:LONGEST_SUBJECT]}


def _start() -> None:
    g.request_id, g.started = crypto.unmistakable(12), time.perf_counter()


def _write(response: Response) -> Response:
    if request.endpoint not in NOT_LOGGED:
        try:
            append(folder_of(current_app.config["SETTINGS"].data_dir), _line(response))
        except OSError as error:
            # A full disk must not keep a reader from a page.
            log.warning("The access log cannot be written: %s", type(error).__name__)
    return response


def _line(response: Response) -> dict[str, Any]:
    started = g.get("started")
    values = {
        "time": clock.now().isoformat(timespec="milliseconds"),
        "id": g.get("request_id", ""),
        "route": request.endpoint or "",
        "status": response.status_code,
        "ms": round((time.perf_counter() - started) * 1000, 1) if started else None,
        "staff": _staff_id(response),
    }
    return values | (g.get("seen") or {})


def _staff_id(response: Response) -> str:
    """Who is signed in; asked only on pages that are for staff and were shown to one."""
    view = current_app.view_functions.get(request.endpoint or "")
    audience = audience_of(view) if view else None
    if audience is None or audience.everyone or g.get("_login_user") is None:
        return ""
    return me().id if g._login_user.is_authenticated and response.status_code < 500 else ""  # noqa: SLF001 - where Flask-Login keeps it; asking `current_user` could read the database


def append(folder: Path, values: dict[str, Any]) -> None:
    """Adds one line, whole or not at all, to the file of its day. Raises OSError."""
    kept = {key: values[key] for key in KEYS if values.get(key) not in {None, ""}}
    # ASCII only: no sign in a value can end the line, and each line parses by itself.
    line = json.dumps(kept, ensure_ascii=True, separators=(",", ":")) + "\n"
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"access-{kept['time'][:10]}.jsonl"
    descriptor = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o640)
    try:
        os.write(descriptor, line.encode())
    finally:
        os.close(descriptor)
