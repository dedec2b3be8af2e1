"""Counts what Python does for a page: calls of functions, which are the same on every machine."""

import sys

from flask import Flask
from werkzeug.test import EnvironBuilder

from portal.kept_page import read_whole


def calls_of(app: Flask, path: str) -> int:
    """Calls of functions, those in C too, for one page that is made by Flask, with nothing in front."""
    environ = EnvironBuilder(path).get_environ()
    calls = 0

    def note(_frame: object, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event in {"call", "c_call"}

    sys.setprofile(note)
    try:
        read_whole(Flask.wsgi_app(app, environ, lambda *_told: None))
    finally:
        sys.setprofile(None)
    return calls
