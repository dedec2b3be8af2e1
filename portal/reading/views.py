"""Views that help with reading: the hard words, and the page where a reader chooses how pages look."""

from typing import Final

from flask import Blueprint, Response, current_app, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from portal import comfort
from portal.access import public
from portal.easyread.glossary import GLOSSARY
from portal.page_cache import cacheable
from portal.reading.explaining import explained
from portal.reading.forms import questions
from portal.reading.letters import by_letter
from portal.reading.own_page import own_page

bp = Blueprint("reading", __name__)
bp.add_app_template_filter(explained)

RESET: Final = "nulstil"


@bp.get("/ord")
@public
@cacheable
def words() -> ResponseReturnValue:
    return render_template("reading/words.html", letters=by_letter(GLOSSARY.values()))


@bp.get("/laesning")
@public
def settings() -> ResponseReturnValue:
    page = render_template(
        "reading/settings.html",
        questions=questions(comfort.chosen()),
        back=own_page(request.args.get("tilbage")),
        saved="gemt" in request.args,
        has_choices=comfort.COOKIE in request.cookies,
    )
    response = make_response(page)
    # The form carries a token of this browser's.
    response.headers["Cache-Control"] = "no-store"
    return response


@bp.post("/laesning")
@public
def save_settings() -> ResponseReturnValue:
    back = own_page(request.form.get("tilbage")) or url_for("reading.settings", gemt="ja")
    response = make_response(redirect(back, 303))
    kept = "" if RESET in request.form else comfort.write(request.form)
    return _with_cookie(response, kept)


def _with_cookie(response: Response, kept: str) -> Response:
    """Keeps the choices for a year; where there are none, the cookie goes."""
    own = {"secure": current_app.config["SESSION_COOKIE_SECURE"], "httponly": True, "samesite": "Lax"}
    if kept:
        response.set_cookie(comfort.COOKIE, kept, max_age=comfort.KEPT_FOR, **own)
    else:
        response.delete_cookie(comfort.COOKIE, **own)
    return response
