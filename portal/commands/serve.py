"""`serve`: the web server, granian with settings that slow clients cannot stop (ADR 27)."""

import gc
from contextlib import nullcontext

import click
from flask import Flask, current_app
from flask.cli import with_appcontext

from portal import body_limits, logs, pages
from portal.commands import beside
from portal.config import Settings
from portal.serving import server
from portal.serving.asking import asking
from portal.serving.front import Front
from portal.serving.kept import KeptPages


@click.command()
@click.option("--with-worker", is_flag=True, help="Do the worker's work too, in a process beside this one.")
@with_appcontext
def serve(*, with_worker: bool) -> None:
    """Serve the portal on PORT, of this machine only unless LISTEN says otherwise; put TLS in front of it."""
    settings: Settings = current_app.config["SETTINGS"]
    logs.install(quiet=settings.env == "demo")
    app: Flask = current_app._get_current_object()  # type: ignore[attr-defined]  # noqa: SLF001 - Flask's documented way
    pages.know_by_heart(app)
    # What was loaded until now stays: to look through it again and again for garbage took a fifth of the time
    # of the longest pages.
    gc.freeze()
    with beside.worker_of(app) if with_worker else nullcontext():
        server.serve(front_of(app), host=settings.listen, port=settings.port)


def front_of(app: Flask) -> Front:
    """The portal as it is served."""
    cache = app.extensions.get("page_cache")
    return Front(
        app,
        most_bytes=body_limits.MOST_OF_ALL,
        # Werkzeug's ProxyFix reads what proxies say, but only from as many as TRUSTED_PROXIES says.
        trusts_proxies=app.config["SETTINGS"].trusted_proxies > 0,
        shortcut=KeptPages(cache, app.extensions["access_log"], asking(app.extensions["choice"])),
    )
