"""Views for staff: one teacher's wish for a visit, agreed on or called off."""

from flask import abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from portal import audit, clock
from portal.access import me, staff_only
from portal.csrf import checks_token_itself
from portal.db import db
from portal.models.school_visit import SchoolVisit, VisitState
from portal.schools import visits
from portal.schools.forms import SettleForm
from portal.schools.views.blueprint import VISITORS, bp


@bp.get("/personale/skoler/besoeg/<visit_id>")
@staff_only(*VISITORS)
def staff_visit(visit_id: str) -> ResponseReturnValue:
    """Who asks, when, and the form to agree on a time."""
    row = _visit(visit_id)
    audit.looked("school_visit", row.id, purpose="school visit")
    local = clock.to_local(row.starts_at)
    typed = {"day": local.date().isoformat(), "hour": f"{local:%H:%M}"}
    return _page(row, SettleForm(formdata=None, data=typed))


@bp.post("/personale/skoler/besoeg/<visit_id>")
@checks_token_itself
@staff_only(*VISITORS)
def agree_on_visit(visit_id: str) -> ResponseReturnValue:
    """Agrees on a time."""
    row, form = _visit(visit_id), SettleForm()
    if not form.validate():
        return _page(row, form), 422
    visits.settle(db.session(), row, VisitState.AGREED, starts_at=form.starts_at(), by=me())
    flash("Aftalt. Læreren får en mail.")
    return redirect(url_for("schools.overview"), 303)


@bp.post("/personale/skoler/besoeg/<visit_id>/aflys")
@staff_only(*VISITORS)
def call_off_visit(visit_id: str) -> ResponseReturnValue:
    """Calls a visit off."""
    row = _visit(visit_id)
    visits.settle(db.session(), row, VisitState.OFF, starts_at=row.starts_at, by=me())
    flash("Aflyst. Læreren får en mail.")
    return redirect(url_for("schools.overview"), 303)


def _visit(visit_id: str) -> SchoolVisit:
    return db.session.get(SchoolVisit, visit_id) or abort(404)


def _page(row: SchoolVisit, form: SettleForm) -> str:
    return render_template(
        "schools/staff/visit.html", visit=row, form=form, errors=form.problems() if form.errors else []
    )
