"""The measure of all things: a bare Flask page and Flask's plain static files on the portal's own server."""

import gc
import sys

from flask import Flask, request

from benchmarks.servers import ROOT
from portal.body_limits import MOST_OF_ALL
from portal.serving import server
from portal.serving.front import Front

app = Flask(__name__, static_folder=str(ROOT / "portal" / "static"))


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
