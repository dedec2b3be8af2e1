"""The measure of all things: a bare Flask page and Flask's plain static files on the portal's own server."""

import gc
import sqlite3
import sys
from typing import Final

from flask import Flask, request
from flask_login import LoginManager, UserMixin, current_user, login_required

from benchmarks.board import SECRET
from benchmarks.servers import ROOT
from portal.body_limits import MOST_OF_ALL
from portal.serving import server
from portal.serving.front import Front

NAME: Final = "Sanne"

app = Flask(__name__, static_folder=str(ROOT / "portal" / "static"))
app.secret_key = SECRET
login_manager = LoginManager(app)
people = sqlite3.connect(":memory:", check_same_thread=False)
people.execute("CREATE TABLE person (id TEXT PRIMARY KEY, name TEXT)")
people.execute("INSERT INTO person VALUES ('1', ?)", [NAME])


class Person(UserMixin):  # type: ignore[misc]
    """Who is signed in, as far as a bare page knows."""

    def __init__(self, number: str, name: str) -> None:
        self.id = number
        self.name = name


@login_manager.user_loader  # type: ignore[untyped-decorator]
def load(number: str) -> Person | None:
    """One row, as every tutorial reads it."""
    row = people.execute("SELECT id, name FROM person WHERE id = ?", [number]).fetchone()
    return Person(*row) if row else None


@app.get("/me")
@login_required  # type: ignore[untyped-decorator]
def me() -> str:
    """A bare page for somebody who is signed in."""
    return f"Hello, {current_user.name}!"


@app.get("/")
def hello() -> str:
    """What every tutorial begins with."""
    return "Hello, World!"


@app.post("/")
def read() -> str:
    """A form that wants what it is sent, as all forms do: slow clients are tried on it."""
    return str(len(request.get_data()))


if __name__ == "__main__":
    gc.freeze()
    server.serve(Front(app, most_bytes=MOST_OF_ALL), host="127.0.0.1", port=int(sys.argv[1]))
