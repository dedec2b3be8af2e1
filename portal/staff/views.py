"""Views: Staff sign in and out."""

from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user, login_user, logout_user

from portal import limits, pages, sessions
from portal.access import me, public, staff_only
from portal.csrf import checks_token_itself
from portal.db import db
from portal.staff import actions
from portal.staff.actions import Refusal
from portal.staff.forms import SignInForm
from portal.staff.menu import frame
from portal.staff.own_path import own_path

bp = Blueprint("staff", __name__)
bp.app_context_processor(lambda: {"staff_frame": frame})

OLD_PAGE = "Siden var gammel. Skriv din adgangskode igen."
REFUSED = {
    Refusal.WRONG: "Mail eller adgangskode passer ikke. Prøv igen.",
    Refusal.TOO_MANY: "Der er prøvet for mange gange. Vent 5 minutter, og prøv igen. Eller ring til os.",
}
STATUS = {Refusal.WRONG: 422, Refusal.TOO_MANY: 429}


@bp.get("/personale/log-ind")
@public
def sign_in() -> ResponseReturnValue:
    """The form to sign in."""
    if current_user.is_authenticated:
        return redirect(own_path(request.args.get("next")) or url_for("screening.queue"))
    return _sign_in_page(SignInForm())


@bp.post("/personale/log-ind")
@checks_token_itself
@public
def check_sign_in() -> ResponseReturnValue:
    """Lets somebody in, or says kindly that it did not work."""
    form = SignInForm()
    if not form.validate():
        return _sign_in_page(form, OLD_PAGE), 422
    old_token = current_user.get_id() if current_user.is_authenticated else None
    outcome = actions.sign_in(
        form.account(), form.password.data or "", network=limits.network(), old_token=old_token
    )
    if isinstance(outcome, Refusal):
        return _sign_in_page(form, REFUSED[outcome]), STATUS[outcome]
    login_user(outcome)
    return redirect(own_path(request.form.get("next")) or url_for("screening.queue"))


@bp.post("/personale/log-ud")
@staff_only()
def sign_out() -> ResponseReturnValue:
    """Ends the session; this browser remembers nothing of it."""
    actions.sign_out(current_user.get_id())
    return _good_bye("Du er logget ud.")


@bp.get("/personale/mit-log-ind")
@staff_only()
def my_sign_in() -> ResponseReturnValue:
    """Where one is signed in."""
    rows = [
        [pages.danish_moment(row.created_at), pages.danish_moment(row.last_seen_at)]
        for row in sessions.open_sessions(db.session(), me().id)
    ]
    return render_template("staff/my_sign_in.html", staff=me(), rows=rows)


@bp.post("/personale/log-ud-alle-steder")
@staff_only()
def end_all_sessions() -> ResponseReturnValue:
    """Ends all one's sessions, this one too."""
    actions.sign_out_everywhere(me())
    return _good_bye("Du er logget ud alle steder.")


def _sign_in_page(form: SignInForm, problem: str = "") -> str:
    errors: list[dict[str, Any]] = [{"field": "email", "text": problem}] if problem else []
    wanted = own_path(request.values.get("next"))
    return render_template("staff/sign_in.html", form=form, errors=errors, wanted=wanted)


def _good_bye(message: str) -> ResponseReturnValue:
    logout_user()
    session.clear()
    flash(message)
    return redirect(url_for("staff.sign_in"))
