"""One's own desk: a list saved under a name, and the keys of the keyboard on or off."""

from typing import Any

from flask import abort, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from portal import cleaning
from portal.access import me, staff_only
from portal.db import db
from portal.easyread.privacy import has_cpr
from portal.screening import desk, groups
from portal.screening.views.blueprint import CASE_WORKERS, OFFICE, bp
from portal.screening.views.queue import filters_of, wanted_from


@bp.post("/personale/visninger")
@staff_only(*OFFICE)
def save_view() -> ResponseReturnValue:
    """Saves the filters of the queue under a name."""
    name = cleaning.line(request.form.get("navn", ""))[: desk.LONGEST_NAME]
    filters: dict[str, Any] = {**filters_of(wanted_from(request.form, groups.QUEUE))}
    here = redirect(url_for("screening.queue", **filters))
    if not name or has_cpr(name):
        flash("Giv visningen et navn. Skriv fx Nye i Slagelse.", "warning")
    elif desk.save_view(db.session(), me(), name, url_for("screening.queue", **filters).partition("?")[2]):
        flash(f"Visningen {name} er gemt.")
    else:
        flash(f"Du har {desk.MOST} visninger. Fjern en af dem først.", "warning")
    return here


@bp.post("/personale/visninger/<view_id>/fjern")
@staff_only(*OFFICE)
def forget_view(view_id: str) -> ResponseReturnValue:
    desk.forget_view(desk.own_view(db.session(), me(), view_id) or abort(404))
    flash("Visningen er fjernet.")
    return redirect(url_for("screening.queue"))


@bp.post("/personale/genveje")
@staff_only(*CASE_WORKERS)
def shortcuts() -> ResponseReturnValue:
    """Turns the single keys on or off."""
    on = request.form.get("til") == "ja"
    desk.set_shortcuts(db.session(), me(), on=on)
    flash("Genvejene virker nu." if on else "Genvejene er slået fra.")
    return redirect(url_for("screening.queue"))
