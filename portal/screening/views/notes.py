"""Notes and calls on a case, and the notes that a colleague wants one to read."""

from flask import abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from werkzeug.wrappers import Response

from portal import audit, cases
from portal.access import me, staff_only
from portal.csrf import checks_token_itself
from portal.db import db
from portal.models.application import Application
from portal.models.note import Note
from portal.screening import notes, noting
from portal.screening.note_forms import CallForm, NoteForm
from portal.screening.views.blueprint import CASE_WORKERS, bp


@bp.get("/personale/sag/<application_id>/noter")
@staff_only(*CASE_WORKERS)
def case_notes(application_id: str) -> ResponseReturnValue:
    """The notes on a case, and the forms for new ones."""
    application = _find(application_id)
    return _page(application, *_forms(application))


@bp.post("/personale/sag/<application_id>/noter")
@checks_token_itself
@staff_only(*CASE_WORKERS)
def write_note(application_id: str) -> ResponseReturnValue:
    """Keeps a note."""
    application = _find(application_id)
    form = NoteForm(notes.colleagues(db.session(), application, me()))
    if not form.validate():
        return _page(application, form, _forms(application)[1]), 422
    noting.write_note(application, form.written(), by=me())
    flash("Noten er gemt.")
    return _to_notes(application)


@bp.post("/personale/sag/<application_id>/opkald")
@checks_token_itself
@staff_only(*CASE_WORKERS)
def write_call(application_id: str) -> ResponseReturnValue:
    """Keeps how a call went, and when to call next."""
    application = _find(application_id)
    form = CallForm(notes.colleagues(db.session(), application, me()))
    if not form.validate():
        return _page(application, _forms(application)[0], form), 422
    noting.write_note(application, form.written(), by=me())
    flash("Opkaldet er gemt.")
    return _to_notes(application)


@bp.get("/personale/sag/<application_id>/noter/<note_id>")
@staff_only(*CASE_WORKERS)
def own_note(application_id: str, note_id: str) -> ResponseReturnValue:
    """One's own note, to correct it."""
    application = _find(application_id)
    note = _own(application, note_id)
    return _correct_page(application, note, NoteForm(formdata=None, data={"text": note.text}))


@bp.post("/personale/sag/<application_id>/noter/<note_id>")
@checks_token_itself
@staff_only(*CASE_WORKERS)
def correct_note(application_id: str, note_id: str) -> ResponseReturnValue:
    """Puts new words in the place of one's own note."""
    application = _find(application_id)
    note = _own(application, note_id)
    form = NoteForm()
    if not form.validate():
        return _correct_page(application, note, form), 422
    noting.correct_note(application, note, form.text.data, by=me())
    flash("Noten er rettet.")
    return _to_notes(application)


@bp.post("/personale/naevnt/<note_id>/set")
@staff_only(*CASE_WORKERS)
def seen(note_id: str) -> ResponseReturnValue:
    """One has read what a colleague wrote."""
    noting.mark_seen(notes.unseen(db.session(), me(), note_id) or abort(404))
    flash("Godt. Noten er læst.")
    return redirect(url_for("screening.queue"))


def _find(application_id: str) -> Application:
    return cases.find(db.session(), me(), application_id) or abort(404)


def _own(application: Application, note_id: str) -> Note:
    return notes.own(db.session(), application, me(), note_id) or abort(404)


def _forms(application: Application) -> tuple[NoteForm, CallForm]:
    known = notes.colleagues(db.session(), application, me())
    return NoteForm(known, formdata=None), CallForm(known, formdata=None)


def _page(application: Application, note: NoteForm, call: CallForm) -> str:
    audit.looked("application", application.id, purpose="case work")
    return render_template(
        "screening/notes.html",
        case=application,
        lines=notes.of_case(db.session(), application, me()),
        note=note,
        call=call,
        errors=[*note.problems(), *call.problems()],
    )


def _correct_page(application: Application, note: Note, form: NoteForm) -> str:
    audit.looked("application", application.id, purpose="case work")
    return render_template(
        "screening/correct_note.html", case=application, note=note, form=form, errors=form.problems()
    )


def _to_notes(application: Application) -> Response:
    return redirect(url_for("screening.case_notes", application_id=application.id))
