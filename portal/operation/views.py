"""Views: how the portal is doing, on a page for staff and as figures for machines."""

import hmac
import ipaddress
from typing import Final

from flask import Blueprint, Response, abort, current_app, render_template, request
from flask.typing import ResponseReturnValue
from prometheus_client import CONTENT_TYPE_LATEST

from portal import alarms
from portal.access import public, staff_only
from portal.config import Settings
from portal.db import db
from portal.models.staff import Role
from portal.operation import metrics as figures
from portal.operation import queries

OWN_NAMES: Final = frozenset({"localhost", "127.0.0.1", "[::1]"})

bp = Blueprint("operation", __name__)


@bp.get("/personale/drift")
@staff_only(Role.ADMIN, Role.EDITOR, Role.LEADER, Role.SECRETARIAT)
def overview() -> ResponseReturnValue:
    """What is wrong at this moment, and when what must happen every day happened last."""
    return render_template(
        "operation/overview.html",
        now=queries.now(db.session()),
        titles=alarms.TITLES,
        words=alarms.WORDS,
        of_sources=alarms.OF_SOURCES,
    )


@bp.get("/metrics")
@public
def metrics() -> ResponseReturnValue:
    """Figures for Prometheus: for whoever has the token, or for this machine where none is set."""
    if not _may_read_figures(current_app.config["SETTINGS"]):
        abort(404)
    answer = Response(figures.text(queries.now(db.session())), content_type=CONTENT_TYPE_LATEST)
    answer.headers["Cache-Control"] = "no-store"
    return answer


def _may_read_figures(settings: Settings) -> bool:
    if settings.metrics_token:
        sent = request.headers.get("Authorization", "").encode()
        return hmac.compare_digest(sent, f"Bearer {settings.metrics_token}".encode())
    # Behind a proxy on this machine everybody comes from this machine, but asks for the public name.
    own_name = request.host.rsplit(":", 1)[0] in OWN_NAMES
    return own_name and _is_this_machine(request.remote_addr or "")


def _is_this_machine(address: str) -> bool:
    try:
        return ipaddress.ip_address(address).is_loopback
    except ValueError:
        return False
