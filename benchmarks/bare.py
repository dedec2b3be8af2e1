"""The measure of all things: a bare Flask page and Flask's plain static files on the portal's own server."""

import sys

import waitress
from flask import Flask

from benchmarks.servers import ROOT
from portal.commands.serve import CHANNEL_TIMEOUT_SECONDS, CONNECTION_LIMIT, THREADS

app = Flask(__name__, static_folder=str(ROOT / "portal" / "static"))


@app.get("/")
def hello() -> str:
    """What every tutorial begins with."""
    return "Hello, World!"


if __name__ == "__main__":
    waitress.serve(
        app,
        listen=f"127.0.0.1:{int(sys.argv[1])}",
        connection_limit=CONNECTION_LIMIT,
        channel_timeout=CHANNEL_TIMEOUT_SECONDS,
        threads=THREADS,
        ident=None,
    )
