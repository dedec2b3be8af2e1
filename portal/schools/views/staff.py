"""Views for staff: the register of schools, and the calendar of gatherings."""

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from portal import clock
from portal.access import me, staff_only
from portal.csrf import checks_token_itself
from portal.db import db
from portal.models.gathering import Gathering
from portal.models.school import School
from portal.places.municipalities import by_code, in_alphabet
from portal.schools import gatherings, register, visits
from portal.schools.forms import GatheringForm, SchoolForm, gathering_values, school_values
from portal.schools.views.blueprint import EDITORS, VISITORS, bp


@bp.get("/personale/skoler")
@staff_only(*VISITORS)
def overview() -> ResponseReturnValue:
    """All schools; which wishes for visits wait."""
    return render_template(
        "schools/staff/overview.html",
        schools=register.schools(db.session()),
        visits=visits.all_visits(db.session()),
        has_agreement=register.has_agreement,
        place_of=by_code,
        today=clock.today(),
        may_edit=me().has(*EDITORS),
    )


@bp.get("/personale/skoler/skole", defaults={"school_id": ""})
@bp.get("/personale/skoler/skole/<school_id>")
@staff_only(*EDITORS)
def school(school_id: str) -> ResponseReturnValue:
    """A new school, or one that is there."""
    found = _school(school_id)
    return _school_page(found, SchoolForm(formdata=None, data=school_values(found)))


@bp.post("/personale/skoler/skole", defaults={"school_id": ""})
@bp.post("/personale/skoler/skole/<school_id>")
@checks_token_itself
@staff_only(*EDITORS)
def keep_school(school_id: str) -> ResponseReturnValue:
    """Keeps a school."""
    found, form = _school(school_id), SchoolForm()
    if not form.validate():
        return _school_page(found, form), 422
    register.keep(db.session(), found, form.facts(), by=me())
    flash("Skolen er gemt.")
    return redirect(url_for("schools.overview"), 303)


@bp.post("/personale/skoler/skole/<school_id>/slet")
@staff_only(*EDITORS)
def remove_school(school_id: str) -> ResponseReturnValue:
    """Takes a school out of the register."""
    register.remove(db.session(), _school(school_id) or abort(404), by=me())
    flash("Skolen er slettet.")
    return redirect(url_for("schools.overview"), 303)


@bp.get("/personale/kalender")
@staff_only(*EDITORS)
def staff_calendar() -> ResponseReturnValue:
    """All gatherings of the public calendar."""
    return render_template(
        "schools/staff/calendar.html",
        gatherings=gatherings.since(db.session()),
        words=gatherings.WORDS,
        now=clock.now(),
    )


@bp.get("/personale/kalender/dag", defaults={"gathering_id": ""})
@bp.get("/personale/kalender/dag/<gathering_id>")
@staff_only(*EDITORS)
def gathering(gathering_id: str) -> ResponseReturnValue:
    """A new gathering, or one that is there."""
    found = _gathering(gathering_id)
    return _gathering_page(found, GatheringForm(formdata=None, data=gathering_values(found)))


@bp.post("/personale/kalender/dag", defaults={"gathering_id": ""})
@bp.post("/personale/kalender/dag/<gathering_id>")
@checks_token_itself
@staff_only(*EDITORS)
def keep_gathering(gathering_id: str) -> ResponseReturnValue:
    """Keeps a gathering."""
    found, form = _gathering(gathering_id), GatheringForm()
    if not form.validate():
        return _gathering_page(found, form), 422
    gatherings.keep(db.session(), found, form.plan(), by=me())
    flash("Gemt. Det står nu i kalenderen.")
    return redirect(url_for("schools.staff_calendar"), 303)


@bp.post("/personale/kalender/dag/<gathering_id>/aflys")
@staff_only(*EDITORS)
def call_off_gathering(gathering_id: str) -> ResponseReturnValue:
    """Cancels a gathering, or puts it on again."""
    row, cancelled = _gathering(gathering_id) or abort(404), request.form.get("cancelled") == "1"
    gatherings.call_off(db.session(), row, cancelled=cancelled, by=me())
    flash("Kalenderen er rettet.")
    return redirect(url_for("schools.staff_calendar"), 303)


def _school(school_id: str) -> School | None:
    if not school_id:
        return None
    return db.session.get(School, school_id) or abort(404)


def _gathering(gathering_id: str) -> Gathering | None:
    if not gathering_id:
        return None
    return db.session.get(Gathering, gathering_id) or abort(404)


def _school_page(found: School | None, form: SchoolForm) -> str:
    return render_template(
        "schools/staff/school.html",
        school=found,
        form=form,
        errors=form.problems() if form.errors else [],
        places=[{"value": place.code, "words": place.full_name} for place in in_alphabet()],
    )


def _gathering_page(found: Gathering | None, form: GatheringForm) -> str:
    return render_template(
        "schools/staff/gathering.html",
        gathering=found,
        form=form,
        errors=form.problems() if form.errors else [],
        kinds=[{"value": kind.value, "words": words} for kind, words in gatherings.WORDS.items()],
    )
