"""A program with holes on purpose, so that a scanner's silence means something: see docs/security-testing.md.

``python tests/proof/planted_holes.py`` serves it on http://localhost:9480, on this machine only. With
``--one-at-a-time`` it waits for each client without end, which slowhttptest must notice.
"""

import sqlite3
import sys
from contextlib import closing

from flask import Flask, redirect, request
from werkzeug import Response

app = Flask(__name__)


LIKE = "title LIKE '%{}%'"
EQUALS = "title = '{}'"
"""Another hole, for scanners that do not find the first: wapiti tries no words that end a LIKE pattern."""


def jobs(typed: str, condition: str = LIKE) -> list[str]:
    """The hole: what was typed becomes a part of the statement."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute("CREATE TABLE job (title)")
        connection.executemany("INSERT INTO job VALUES (?)", [("bager",), ("gartner",)])
        return [
            row[0] for row in connection.execute(f"SELECT title FROM job WHERE {condition.format(typed)}")
        ]


@app.get("/")
def front() -> str:
    paths = ("/job?q=bager", "/soeg?q=bager", "/titel?q=bager", "/form", "/go?next=/job")
    return " ".join(f'<a href="{path}">{path}</a>' for path in paths)


@app.get("/job")
def reflected() -> str:
    return f"<p>{request.args.get('q', '')}"


@app.get("/soeg")
def injected() -> str:
    return "<p>Job: " + ", ".join(jobs(request.args.get("q", "")))


@app.get("/titel")
def injected_whole() -> str:
    return "<p>Job: " + ", ".join(jobs(request.args.get("q", ""), EQUALS))


@app.route("/form", methods=["GET", "POST"])
def form() -> str:
    return (
        f"<form method=post><input name=name value=a><button>Send</button></form>{request.form.get('name')}"
    )


@app.get("/go")
def anywhere() -> Response:
    return redirect(request.args.get("next", "/"))


@app.get("/backup")
def forgotten() -> str:
    return "secret"


@app.get("/personale")
def staff() -> str | Response:
    if request.cookies.get("klapjob") != "staff":
        return redirect("/")
    return '<a href="/personale/soeg?q=x">search</a>'


@app.get("/personale/soeg")
def search_of_staff() -> str:
    return f"<p>{request.args.get('q', '')}"


if __name__ == "__main__":
    app.run(port=9480, threaded="--one-at-a-time" not in sys.argv)
