"""One case: its page, and the one thing that somebody decides to do with it."""

from functools import partial

from flask import abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from markupsafe import Markup

from portal import audit, cases
from portal.access import me, staff_only
from portal.csrf import checks_token_itself
from portal.db import db
from portal.models.application import Application
from portal.screening import actions, deciding_forms, drawing, placing, undoing, verbs, words
from portal.screening.forms import DecisionForm
from portal.screening.sheet import events_since
from portal.screening.sheet import read as read_sheet
from portal.screening.verbs import Verb
from portal.screening.views.blueprint import CASE_WORKERS, OFFICE, bp


@bp.get("/personale/sag/<application_id>")
@staff_only(*CASE_WORKERS)
def case(application_id: str) -> ResponseReturnValue:
    """One case: what is known, and what may be done."""
    return case_page(_find(application_id))


@bp.post("/personale/sag/<application_id>/<verb_key>")
@checks_token_itself
@staff_only(*CASE_WORKERS)
def decide(application_id: str, verb_key: str) -> ResponseReturnValue:
    """Does one thing with a case, or shows what is in the way.

    A case that has left, a foreign one and one that never was get the same: what was typed, if anything.
    """
    verb = verbs.by_key(verb_key) or abort(404)
    form = deciding_forms.typed(verb)
    application = cases.find(db.session(), me(), application_id)
    if application is None:
        typed = form.written() or abort(404)
        return render_template("screening/not_yours.html", verb=verb, typed=typed), 404
    if not form.validate_on_submit():
        return case_page(application, form), 422
    try:
        actions.decide(application, verb, form.decision(), by=me())
    except (cases.StaleError, cases.ClaimedError, cases.MoveRefusedError):
        db.session.rollback()
        return conflict_page(_find(application_id), form), 409
    flash(_done(application, verb))
    return redirect(_next_address(application))


def _done(application: Application, verb: Verb) -> str:
    """What was done, and for a few minutes the way back."""
    if not me().has(*OFFICE) or not undoing.takeable_back(db.session(), application):
        return verb.done
    address = url_for("screening.case", application_id=application.id, _anchor="hvad-nu")
    link = Markup('{} <a href="{}">Fortryd inden for 5 minutter</a>')
    return link.format(verb.done, address)


def _find(application_id: str) -> Application:
    """The case, if the person signed in may see it; a foreign one is as absent as one that never was."""
    return cases.find(db.session(), me(), application_id) or abort(404)


def case_page(application: Application, failed: DecisionForm | None = None) -> str:
    """The page of a case, with the form that was not in order, if any."""
    page = read_sheet(db.session(), application, me())
    if failed and failed.verb not in page.offered:
        return conflict_page(application, failed)
    shown = {
        verb.key: deciding_forms.fresh(verb, application)
        for verb in page.offered
        if deciding_forms.hangs_on(verb, application) is None
    }
    drawn = render_template(
        "screening/case.html",
        sheet=page,
        blank_form=partial(drawing.blank_form, application),
        ways_on=drawing.ways_on(
            application, office=me().has(*OFFICE), shortcuts=page.shortcuts, notes=page.notes
        ),
        forms=shown | ({failed.verb.key: failed} if failed else {}),
        opened=failed.verb.key if failed else next((verb.key for verb in page.offered if verb.main), ""),
        errors=failed.problems() if failed else [],
        odd_length=placing.odd_length,
        words=words,
    )
    # Noted last: to read on after a commit begins another transaction.
    for looked_at in (application, *(part.application for part in page.merged)):
        audit.looked("application", looked_at.id, purpose="case work")
    return drawn


def conflict_page(application: Application, typed: DecisionForm) -> str:
    """Both texts: what was just typed, and what has happened to the case meanwhile."""
    audit.looked("application", application.id, purpose="case work")
    page = read_sheet(db.session(), application, me())
    events = events_since(db.session(), application, typed.version_seen())
    by = {event.move.staff_id for event in events}
    return render_template(
        "screening/conflict.html",
        sheet=page,
        typed=typed,
        again=deciding_forms.again(typed, application) if typed.verb in page.offered else None,
        events=events,
        by_myself=by == {me().id},
        by_nobody=by == {None},
        words=words,
    )


def _next_address(application: Application) -> str:
    """Back to the case as long as one works on it; else to the list."""
    working = cases.claimed_by(application) == me().id or not me().has(*OFFICE)
    if working and cases.find(db.session(), me(), application.id):
        return url_for("screening.case", application_id=application.id)
    return url_for("screening.queue")
