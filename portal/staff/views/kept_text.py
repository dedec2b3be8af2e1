"""Views: What somebody typed before the session ended, to be sent now."""

from flask import abort, redirect, render_template
from flask.typing import ResponseReturnValue

from portal import kept_forms
from portal.access import me, staff_only
from portal.db import db
from portal.staff.views.blueprint import bp


@bp.get("/personale/gemt-tekst/<kept_id>")
@staff_only()
def kept_text(kept_id: str) -> ResponseReturnValue:
    """What was typed, and a button that sends it to where it was on its way."""
    kept = kept_forms.find(db.session(), me(), kept_id) or abort(404)
    pairs = kept_forms.pairs_of(kept)
    return render_template(
        "staff/kept_text.html", kept=kept, pairs=pairs, texts=[value for _, value in pairs if " " in value]
    )


@bp.post("/personale/gemt-tekst/<kept_id>")
@staff_only()
def send_kept_text(kept_id: str) -> ResponseReturnValue:
    """Forgets it here, and lets the browser send the same form on."""
    kept = kept_forms.find(db.session(), me(), kept_id) or abort(404)
    db.session.delete(kept)
    db.session.commit()
    return redirect(kept.path, 307)
