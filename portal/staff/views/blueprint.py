"""The blueprint of all views about signing in, and what they share."""

from typing import Any, Final

from flask import Blueprint, abort, redirect, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user, login_user

from portal import sessions
from portal.access import me
from portal.db import db
from portal.models.staff import Staff
from portal.sessions import SignedIn
from portal.staff import queries
from portal.staff.menu import frame
from portal.staff.own_path import own_path

bp = Blueprint("staff", __name__)
bp.app_context_processor(lambda: {"staff_frame": frame})

OLD_PAGE: Final = "Siden var gammel. Prøv igen."
# Where the cookie keeps the page that somebody wanted, from the first step to the second.
WANTED: Final = "wanted"


def old_token() -> str | None:
    """The token of the session that this browser has, or None."""
    return str(current_user.get_id()) if current_user.is_authenticated else None


def wanted_page() -> str:
    """The own page that the address or the form names; "" for none."""
    return own_path(request.values.get("next"))


def welcome(signed_in: SignedIn, wanted: str = "") -> ResponseReturnValue:
    """Opens the staff's pages to this browser."""
    login_user(signed_in)
    return redirect(wanted or url_for("screening.queue"))


def enrolling() -> Staff:
    """Who may choose here how to sign in: signed in lately, or on the way in and without a second step."""
    if current_user.is_authenticated:
        if not sessions.is_fresh(current_user.get_id()):
            abort(redirect(url_for("staff.sign_in", igen=1, next=url_for("staff.my_sign_in"))))
        return me()
    staff = sessions.half()
    assert staff is not None, "access lets nobody else in"
    if queries.has_second_step(db.session(), staff):
        abort(redirect(url_for("staff.second_step")))
    return staff


def is_signed_in() -> bool:
    """Whether every step was taken in this browser."""
    return bool(current_user.is_authenticated)


def take_wanted() -> str:
    """The page that was wanted before the second step; asked for once."""
    return own_path(session.pop(WANTED, ""))


def problems(field: str, text: str) -> list[dict[str, Any]]:
    """One error for the summary; none where `text` is empty."""
    return [{"field": field, "text": text}] if text else []
