"""Counts what Python does for a page: calls of functions, which are the same on every machine."""

import sys
from typing import Any

from flask import Flask
from werkzeug.test import EnvironBuilder


def calls_of(app: Flask, path: str) -> int:
    """Calls of functions, those in C too, for one page that is made by Flask, with nothing in front."""
    environ = EnvironBuilder(path).get_environ()
    calls = 0

    def note(_frame: object, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event in {"call", "c_call"}

    sys.setprofile(note)
    try:
        answer: Any = Flask.wsgi_app(app, environ, lambda *_told: None)
        b"".join(answer)
        answer.close()
    finally:
        sys.setprofile(None)
    return calls
