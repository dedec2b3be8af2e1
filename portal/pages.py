"""What every page shares: template globals, Danish dates, addresses of static files, error pages.

Programs, which ask below ``/api/``, get their errors as JSON.
"""

import hashlib
from pathlib import Path
from typing import Final

from flask import Flask, Response, current_app, make_response, render_template, request, url_for
from flask_wtf.csrf import CSRFError
from jinja2 import StrictUndefined
from sqlalchemy.exc import OperationalError
from werkzeug.exceptions import HTTPException, MethodNotAllowed, SecurityError

from portal import problems
from portal.db import db
from portal.saying import danish_date, danish_moment, telephone_link

# Dates are told in code as they are told in templates: `pages.danish_date`.
__all__ = ["asset", "danish_date", "danish_moment", "init_app"]

OWN_ERROR_PAGES: Final = frozenset({400, 403, 404, 410, 413, 429, 500, 503})
FOR_PROGRAMS: Final = "/api/"


def init_app(app: Flask) -> None:
    """Adds template globals and filters, and friendly error pages."""
    app.jinja_options = {"undefined": StrictUndefined, "trim_blocks": True, "lstrip_blocks": True}
    settings = app.config["SETTINGS"]
    app.jinja_env.globals.update(
        asset=asset, contact_phone=settings.contact_phone, contact_email=settings.contact_email
    )
    app.jinja_env.filters.update(danish_date=danish_date, danish_moment=danish_moment, tel=telephone_link)
    app.register_error_handler(CSRFError, _stale_form)
    app.register_error_handler(SecurityError, _foreign_host)
    app.register_error_handler(HTTPException, _http_error)
    app.register_error_handler(OperationalError, _database_trouble)
    app.register_error_handler(Exception, _unexpected)


def asset(path: str) -> str:
    """The address of a static file, with a hash of its content so that browsers may keep it for ever."""
    # A page names a hundred pictures, so each address is worked out once.
    known: dict[str, str] = current_app.extensions.setdefault("assets", {})
    if path not in known:
        content = (Path(str(current_app.static_folder)) / path).read_bytes()
        known[path] = url_for("static", filename=path, v=hashlib.sha256(content).hexdigest()[:10])
    return known[path]


def _foreign_host(_error: SecurityError) -> tuple[str, int, dict[str, str]]:
    """Asked for under a name that is not ours: no page can be built, because no address can be trusted."""
    return "Siden har en anden adresse.\n", 400, {"Content-Type": "text/plain; charset=utf-8"}


def _http_error(error: HTTPException) -> Response | HTTPException:
    code = error.code or 500
    if code < 400:
        return error
    db.session.rollback()
    answer = make_response(_failed(code))
    if isinstance(error, MethodNotAllowed):
        # RFC 9110, 15.5.6: whoever asks in a wrong way is told the right ones.
        answer.allow.update(error.valid_methods or ())
    return answer


def _failed(code: int) -> tuple[str, int] | Response:
    if request.path.startswith(FOR_PROGRAMS):
        return problems.problem(code)
    shown = code if code in OWN_ERROR_PAGES else 400 if code < 500 else 500
    return render_template(f"errors/{shown}.html"), code


def _stale_form(_error: CSRFError) -> tuple[str, int]:
    return render_template("errors/400.html"), 400


def _database_trouble(error: OperationalError) -> tuple[str, int] | Response:
    current_app.logger.error("database trouble on %s: %s", request.endpoint, type(error.orig).__name__)
    db.session.rollback()
    return _failed(503)


def _unexpected(error: Exception) -> tuple[str, int] | Response:
    if current_app.testing:
        raise error
    # The type and the place say enough; the message may hold what somebody typed.
    place = error.__traceback__
    while place is not None and place.tb_next is not None:
        place = place.tb_next
    where = f"{place.tb_frame.f_code.co_qualname}:{place.tb_lineno}" if place else "?"
    current_app.logger.error("unexpected %s in %s on %s", type(error).__name__, where, request.endpoint)
    db.session.rollback()
    return _failed(500)
