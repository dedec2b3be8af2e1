"""Views: One's own sign-in: where and how; longer; out here, out everywhere."""

from flask import flash, redirect, render_template, session, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user, logout_user

from portal import pages, sessions
from portal.access import me, staff_only
from portal.db import db
from portal.staff import actions, queries
from portal.staff.views.blueprint import bp


@bp.get("/personale/mit-log-ind")
@staff_only()
def my_sign_in() -> ResponseReturnValue:
    """Where one is signed in, and what with."""
    rows = [
        [pages.danish_moment(row.created_at), pages.danish_moment(row.last_seen_at)]
        for row in sessions.open_sessions(db.session(), me().id)
    ]
    return render_template(
        "staff/my_sign_in.html",
        staff=me(),
        rows=rows,
        passkeys=queries.passkeys(db.session(), me()),
        codes_left=queries.codes_left(db.session(), me()),
    )


@bp.post("/personale/bliv-logget-ind")
@staff_only()
def stay() -> ResponseReturnValue:
    """One is still there: asking for this was a sign of life, and `sessions` has noted it."""
    return "", 204


@bp.post("/personale/log-ud")
@staff_only()
def sign_out() -> ResponseReturnValue:
    """Ends the session; this browser remembers nothing of it."""
    actions.sign_out(current_user.get_id())
    return _good_bye("Du er logget ud.")


@bp.post("/personale/log-ud-alle-steder")
@staff_only()
def end_all_sessions() -> ResponseReturnValue:
    """Ends all one's sessions, this one too."""
    actions.sign_out_everywhere(me())
    return _good_bye("Du er logget ud alle steder.")


def _good_bye(message: str) -> ResponseReturnValue:
    logout_user()
    session.clear()
    flash(message)
    return redirect(url_for("staff.sign_in"))
