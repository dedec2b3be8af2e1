"""`serve`: the web server of small installations, waitress with settings that slow clients cannot stop.

With its default of 100 connections waitress stood still while 150 slow clients held on; with these two
settings every other request was answered (see docs/adr/0004-waitress-as-the-built-in-server.md).
"""

import gc

import click
import waitress
from flask import Flask, current_app
from flask.cli import with_appcontext

from portal import logs
from portal.config import Settings

CONNECTION_LIMIT = 1000
CHANNEL_TIMEOUT_SECONDS = 15
THREADS = 8


@click.command()
@with_appcontext
def serve() -> None:
    """Serve the portal on PORT, of this machine only unless LISTEN says otherwise; put TLS in front of it."""
    settings: Settings = current_app.config["SETTINGS"]
    logs.install(quiet=settings.env == "demo")
    app: Flask = current_app._get_current_object()  # type: ignore[attr-defined]  # noqa: SLF001 - Flask's documented way
    # What was loaded until now stays: to look through it again and again for garbage took a fifth of the time
    # of the longest pages.
    gc.freeze()
    waitress.serve(
        app,
        listen=f"{settings.listen}:{settings.port}",
        connection_limit=CONNECTION_LIMIT,
        channel_timeout=CHANNEL_TIMEOUT_SECONDS,
        threads=THREADS,
        ident=None,
        # Werkzeug's ProxyFix reads these headers, but only from as many proxies as TRUSTED_PROXIES says.
        clear_untrusted_proxy_headers=settings.trusted_proxies == 0,
    )
