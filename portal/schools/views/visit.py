"""Views for a teacher who wants a visit: the form, and the page and calendar file of one's own visit."""

from datetime import timedelta
from typing import Final

from flask import Response, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from portal import limits
from portal.access import public
from portal.csrf import checks_token_itself
from portal.db import db
from portal.models.school_visit import SchoolVisit
from portal.schools import ical, register, visits
from portal.schools.forms import VisitForm
from portal.schools.views.blueprint import bp

TRAP: Final = "website"
MOST_AN_HOUR: Final = 20
"""From one network; a school shares one address."""
MOST_A_DAY: Final = 5
"""To one mail address, so that nobody fills another's mailbox."""
TRAPPED: Final = "Vi kunne ikke sende. Ring til os i stedet."


@bp.get("/stu/besoeg")
@public
def visit() -> ResponseReturnValue:
    """The empty form."""
    return _page(VisitForm(formdata=None))


@bp.post("/stu/besoeg")
@checks_token_itself
@public
def ask_for_visit() -> ResponseReturnValue:
    """Sends a wish for a visit."""
    form = VisitForm()
    if not form.validate():
        return _page(form), 422
    if request.form.get(TRAP):
        return _page(form, note=TRAPPED), 422
    wish = form.wish()
    if _is_too_often(wish.email):
        abort(429)
    return redirect(url_for("schools.my_visit", secret=visits.ask(db.session(), wish)), 303)


def _is_too_often(email: str) -> bool:
    session = db.session()
    here = limits.count(session, "visit", limits.network(), window=timedelta(hours=1)) > MOST_AN_HOUR
    there = limits.count(session, "visit mail", email, window=timedelta(days=1)) > MOST_A_DAY
    session.commit()
    return here or there


@bp.get("/stu/besoeg/<secret>")
@public
def my_visit(secret: str) -> ResponseReturnValue:
    """How it stands; names nobody."""
    return render_template("schools/my_visit.html", visit=_found(secret), secret=secret)


@bp.get("/stu/besoeg/<secret>/kalender.ics")
@public
def visit_file(secret: str) -> ResponseReturnValue:
    """The visit for the teacher's calendar."""
    response = Response(visits.calendar(_found(secret)), content_type=ical.TYPE)
    response.headers["Content-Disposition"] = 'attachment; filename="klapjob-besoeg.ics"'
    return response


def _found(secret: str) -> SchoolVisit:
    return visits.by_secret(db.session(), secret) or abort(404)


def _page(form: VisitForm, note: str = "") -> str:
    problems = form.problems() if form.errors else []
    if note:
        problems = [{"field": form.school.id, "text": note}]
    return render_template(
        "schools/visit.html", form=form, errors=problems, schools=register.names(db.session())
    )
