"""What every page shares: template globals, Danish dates, addresses of static files, error pages.

Programs, which ask below ``/api/``, get their errors as JSON.
"""

import hashlib
from collections.abc import MutableMapping
from pathlib import Path
from typing import Any, Final

from flask import Flask, Response, current_app, make_response, render_template, request, url_for
from flask.templating import Environment
from flask_wtf.csrf import CSRFError
from jinja2 import StrictUndefined
from sqlalchemy.exc import DatabaseError
from werkzeug.exceptions import HTTPException, MethodNotAllowed, SecurityError

from portal import problems, trouble
from portal.db import db
from portal.saying import danish_date, danish_moment, telephone_link

# Dates are told in code as they are told in templates: `pages.danish_date`.
__all__ = ["asset", "danish_date", "danish_moment", "init_app", "know_by_heart", "out_of_order"]

OWN_ERROR_PAGES: Final = frozenset({400, 403, 404, 410, 413, 429, 500, 503})
FOR_PROGRAMS: Final = "/api/"


class _Environment(Environment):
    """Templates that share one dictionary of globals.

    Jinja lays a ChainMap over it for each template, and goes through all of its keys in Python at each
    `import` of a macro.
    """

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        return super().make_globals(d) if d else self.globals


def init_app(app: Flask) -> None:
    """Adds template globals and filters, and friendly error pages."""
    app.jinja_environment = _Environment
    app.jinja_options = {"undefined": StrictUndefined, "trim_blocks": True, "lstrip_blocks": True}
    settings = app.config["SETTINGS"]
    app.jinja_env.globals.update(
        asset=asset, contact_phone=settings.contact_phone, contact_email=settings.contact_email
    )
    app.jinja_env.filters.update(danish_date=danish_date, danish_moment=danish_moment, tel=telephone_link)
    trouble.init_app(app)
    app.register_error_handler(CSRFError, _stale_form)
    app.register_error_handler(SecurityError, _foreign_host)
    app.register_error_handler(HTTPException, _http_error)
    for kind in trouble.KINDS:
        app.register_error_handler(kind, out_of_order)
    app.register_error_handler(Exception, _unexpected)


def know_by_heart(app: Flask) -> None:
    """Draws the page that is shown when no file can be opened any more: then its templates are in memory."""
    # An address of IPv6 among them would be no host without brackets.
    host = next(name for name in app.config["SETTINGS"].trusted_hosts if ":" not in name).lstrip(".")
    with app.test_request_context("/", base_url=f"http://{host}"):
        render_template("errors/503.html", pairs=[("", "")], texts=[""], file=True, again="/", staff=True)
        render_template("errors/503.html", pairs=[], texts=[], file=False, again="/", staff=False)


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
    return render_template(f"errors/{shown}.html", **(_sent() if shown == 503 else {})), code


def _sent() -> dict[str, object]:
    """What the page needs that gives back what was typed."""
    pairs = trouble.typed() if request.method == "POST" else []
    return {
        "pairs": pairs,
        "texts": trouble.texts_of(pairs),
        "file": request.method == "POST" and any(file.filename for file in request.files.values()),
        "again": request.full_path.removesuffix("?"),
        "staff": request.path.startswith("/personale"),
    }


def _stale_form(_error: CSRFError) -> tuple[str, int]:
    return render_template("errors/400.html"), 400


def out_of_order(error: Exception) -> Response:
    """The machine cannot: a page that gives back what was typed, and says how to reach us."""
    if not trouble.is_trouble(error):
        return make_response(_unexpected(error))
    cause = getattr(error, "orig", None) or error
    current_app.logger.error("A page is out of order.", extra={"error": type(cause).__name__})
    trouble.note()
    _let_go()
    answer = make_response(_failed(503))
    answer.headers["Retry-After"] = str(trouble.RETRY_AFTER)
    return answer


def _let_go() -> None:
    """Ends the transaction; a connection that cannot even do that is thrown away."""
    try:
        db.session.rollback()
    except DatabaseError:
        db.session().invalidate()


def _unexpected(error: Exception) -> tuple[str, int] | Response:
    if current_app.testing:
        raise error
    # The type and the place say enough; the message may hold what somebody typed.
    place = error.__traceback__
    while place is not None and place.tb_next is not None:
        place = place.tb_next
    where = f"{place.tb_frame.f_code.co_qualname}:{place.tb_lineno}" if place else "?"
    said = {"error": type(error).__name__, "where": where}
    current_app.logger.error("A page failed unexpectedly.", extra=said)
    db.session.rollback()
    return _failed(500)
