"""Views for staff: one teacher's wish for a visit, agreed on or called off."""

from datetime import datetime

from flask import abort, flash, redirect, render_template, request, url_for
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
    return _page(row, _form_of(row))


@bp.post("/personale/skoler/besoeg/<visit_id>")
@checks_token_itself
@staff_only(*VISITORS)
def agree_on_visit(visit_id: str) -> ResponseReturnValue:
    """Agrees on a time."""
    row, form = _visit(visit_id), SettleForm()
    if not form.validate():
        return _page(row, form), 422
    return _settle(row, form, VisitState.AGREED, form.starts_at(), "Aftalt. Læreren får en mail.")


@bp.post("/personale/skoler/besoeg/<visit_id>/aflys")
@staff_only(*VISITORS)
def call_off_visit(visit_id: str) -> ResponseReturnValue:
    """Calls a visit off."""
    row = _visit(visit_id)
    return _settle(row, _form_of(row), VisitState.OFF, row.starts_at, "Aflyst. Læreren får en mail.")


def _settle(
    row: SchoolVisit, form: SettleForm, state: VisitState, starts_at: datetime, told: str
) -> ResponseReturnValue:
    revision = request.form.get("revision", "")
    try:
        visits.settle(db.session(), row, state, starts_at=starts_at, revision=revision, by=me())
    except visits.StaleError:
        return _page(row, form, is_stale=True), 409
    flash(told)
    return redirect(url_for("schools.overview"), 303)


def _form_of(row: SchoolVisit) -> SettleForm:
    """The form with the time as it stands."""
    local = clock.to_local(row.starts_at)
    return SettleForm(formdata=None, data={"day": local.date().isoformat(), "hour": f"{local:%H:%M}"})


def _visit(visit_id: str) -> SchoolVisit:
    return db.session.get(SchoolVisit, visit_id) or abort(404)


def _page(row: SchoolVisit, form: SettleForm, *, is_stale: bool = False) -> str:
    errors = form.problems() if form.errors else []
    return render_template("schools/staff/visit.html", visit=row, form=form, errors=errors, is_stale=is_stale)
