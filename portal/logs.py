"""The log of the program: one line of JSON for each event, on standard error, with the keys of `KEYS` (P63).

What an event says is the fixed text of the log call, never what was put into it; values go by name, in
``extra``, and only under a listed key. An error is its type and the lines it passed, never its words, which
may hold what somebody typed. Of other people's packages, whose texts are not ours: who spoke, and where.
"""

import json
import logging
import sys
import traceback
from datetime import UTC, datetime
from types import TracebackType
from typing import Any, Final

from flask import g, has_request_context, request

KEYS: Final = ("time", "level", "from", "said", "id", "route", "staff", "error", "at")
COUNTS: Final = (
    "where",
    "case",
    "source",
    "status",
    "sent",
    "failed",
    "new",
    "closed",
    "gone",
    "asked",
    "made",
    "left",
)
"""Values that a log call may give by name: numbers, words of the portal's own, the random id of a case."""
OURS: Final = ("portal", "importers")
LONGEST: Final = 200
FRAMES: Final = 12
REQUEST_ID: Final = "portal.request_id"
"""Where the access log keeps the id of a request in the WSGI environment."""


class AsJson(logging.Formatter):
    """Writes a record as one line of ASCII, so that no sign in it can begin a line of its own."""

    def format(self, record: logging.LogRecord) -> str:
        values = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "from": record.name,
            **_said(record),
            **_of_the_request(),
            **_error(record),
            **{key: _short(getattr(record, key)) for key in COUNTS if hasattr(record, key)},
        }
        return json.dumps(values, ensure_ascii=True, separators=(",", ":"))


class _ToStandardError(logging.StreamHandler[Any]):
    """Writes to standard error as it is at the moment, not as it was when this was made."""

    def __init__(self) -> None:
        logging.Handler.__init__(self)

    @property
    def stream(self) -> Any:
        return sys.stderr

    @stream.setter
    def stream(self, stream: Any) -> None:
        """Nobody needs to set it."""


def install(*, quiet: bool = False) -> None:
    """Sends every log of the process through `AsJson`, and what ends the process too. Called by its command.

    `quiet` leaves out what is only for the record.
    """
    handler = _ToStandardError()
    handler.setFormatter(AsJson())
    for known in list(logging.Logger.manager.loggerDict.values()):
        if isinstance(known, logging.Logger):
            known.handlers.clear()
            known.propagate = True
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(logging.WARNING)
    for name in OURS:
        logging.getLogger(name).setLevel(logging.WARNING if quiet else logging.INFO)
    logging.captureWarnings(capture=True)
    logging.raiseExceptions = False
    sys.excepthook = _last_words


def _said(record: logging.LogRecord) -> dict[str, Any]:
    where = f"{record.module}:{record.lineno}"
    if record.name.split(".")[0] in OURS and isinstance(record.msg, str):
        return {"said": _short(record.msg), "at": where}
    return {"at": where}


def _of_the_request() -> dict[str, Any]:
    if not has_request_context():
        return {}
    known = {
        "id": request.environ.get(REQUEST_ID),
        "route": request.endpoint,
        # Never asked for here: that could read the database in the middle of its failure.
        "staff": getattr(g.get("_login_user"), "staff_id", None),
    }
    return {key: value for key, value in known.items() if value}


def _error(record: logging.LogRecord) -> dict[str, Any]:
    if not record.exc_info or record.exc_info[0] is None:
        error = getattr(record, "error", None)
        return {"error": _short(error)} if error else {}
    frames = traceback.extract_tb(record.exc_info[2])[-FRAMES:]
    lines = [f"{frame.filename.rsplit('/', 2)[-1]}:{frame.lineno} {frame.name}" for frame in frames]
    return {"error": record.exc_info[0].__name__, "at": lines}


def _short(value: Any) -> Any:
    return value if isinstance(value, int | float) else str(value)[:LONGEST]


def _last_words(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        return
    logging.getLogger("portal").critical(
        "The program was stopped by an error.", exc_info=(kind, error, trace)
    )
