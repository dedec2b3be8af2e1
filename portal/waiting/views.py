"""Views: The waiting list: is the wish still there, and which job may fit whom; a person decides."""

from typing import Final

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from portal import audit, postings, tickets
from portal.access import me, public, staff_only
from portal.csrf import checks_token_itself, token_is_good
from portal.db import db
from portal.models.application import Application
from portal.models.staff import Role
from portal.models.ticket import TicketKind
from portal.waiting import actions, asking, queries, words
from portal.waiting.queries import Waiting

bp = Blueprint("waiting", __name__)

CASE_WORKERS: Final = (Role.SECRETARIAT, Role.LEADER, Role.CONSULTANT)
PURPOSE: Final = "waiting list"
LAST_PAGE: Final = 10_000
NEWEST: Final = 50
ANSWERS: Final = {"ja": True, "nej": False}


@bp.get("/personale/venteliste")
@staff_only(*CASE_WORKERS)
def overview() -> ResponseReturnValue:
    """Who waits, first whom to call."""
    number = min(max(request.args.get("side", 1, int), 1), LAST_PAGE)
    audit.looked("waiting list", purpose=PURPOSE)
    session, count = db.session(), queries.count(db.session(), me())
    last = max(1, -(-count // queries.PER_PAGE))
    return render_template(
        "waiting/overview.html",
        rows=[words.row(entry) for entry in queries.page(session, me(), number)],
        count=count,
        previous=url_for("waiting.overview", side=number - 1) if 1 < number <= last else "",
        following=url_for("waiting.overview", side=number + 1) if number < last else "",
    )


@bp.get("/personale/venteliste/<application_id>")
@staff_only(*CASE_WORKERS)
def person(application_id: str) -> ResponseReturnValue:
    """One person who waits, and the open jobs that may suit."""
    entry = _find(application_id)
    audit.looked("application", application_id, purpose="match help")
    return render_template(
        "waiting/person.html",
        entry=entry,
        told=words.heartbeat(entry.heartbeat),
        matches=queries.jobs_for(db.session(), entry.application),
    )


@bp.post("/personale/venteliste/<application_id>/svar")
@staff_only(*CASE_WORKERS)
def note_answer(application_id: str) -> ResponseReturnValue:
    """A colleague has called and heard whether the person still wants a job."""
    entry = _find(application_id)
    still = ANSWERS.get(request.form.get("svar", ""))
    if still is None:
        abort(400)
    actions.note_answer(entry.application, still=still, by=me())
    if still:
        flash("Godt. Personen bliver på ventelisten.")
        return redirect(url_for("waiting.overview"))
    flash("Svaret er skrevet ned. Slut sagen, hvis I er enige om det.")
    return redirect(url_for("screening.case", application_id=application_id))


@bp.post("/personale/venteliste/<application_id>/brev")
@staff_only(*CASE_WORKERS)
def letter(application_id: str) -> ResponseReturnValue:
    """A letter to print for somebody who has neither mail nor mobile."""
    link = actions.print_letter(_find(application_id).application)
    return render_template("waiting/letter.html", link=link)


@bp.get("/personale/venteliste/job")
@staff_only(*CASE_WORKERS)
def jobs() -> ResponseReturnValue:
    """The newest jobs, to see who may be waiting for one."""
    return render_template("waiting/jobs.html", jobs=queries.newest_jobs(db.session(), NEWEST))


@bp.get("/personale/venteliste/job/<posting_id>")
@staff_only(*CASE_WORKERS)
def people(posting_id: str) -> ResponseReturnValue:
    """The people who wait and whom a job may suit."""
    posting = postings.open_posting(db.session(), posting_id) or abort(404)
    matches = queries.people_for(db.session(), me(), posting)
    for entry, _ in matches:
        audit.looked("application", entry.application.id, purpose="match help")
    rows = [words.row(entry, found) for entry, found in matches]
    return render_template("waiting/people.html", posting=posting, rows=rows)


@bp.get("/stadig/<token>")
@public
def still(token: str) -> ResponseReturnValue:
    """Asks whether somebody still wants a job; opening the link says nothing yet."""
    return _still_page(_of_token(token))


@bp.post("/stadig/<token>")
@checks_token_itself
@public
def say_still(token: str) -> ResponseReturnValue:
    """Hears the answer; it may be given once more while the link works."""
    application = _of_token(token, lock=True)
    answer = ANSWERS.get(request.form.get("svar", ""))
    if application is None or not asking.is_open(application):
        return _still_page(application)
    if answer is None or not token_is_good():
        return _still_page(application, [{"field": "svar", "text": "Tryk på en af knapperne igen."}], 400)
    actions.answer(application, still=answer)
    return _said_page(said=answer)


def _of_token(token: str, *, lock: bool = False) -> Application | None:
    return tickets.find(db.session(), token, TicketKind.STILL, lock=lock)


def _find(application_id: str) -> Waiting:
    """Somebody who waits and whom the person signed in may see; all others are absent."""
    return queries.find(db.session(), me(), application_id) or abort(404)


def _still_page(
    application: Application | None, problems: list[dict[str, str]] | None = None, status: int = 200
) -> ResponseReturnValue:
    if application is None:
        status = 404
    is_open = application is not None and asking.is_open(application)
    return render_template("waiting/still.html", is_open=is_open, said=None, problems=problems or []), status


def _said_page(*, said: bool) -> str:
    return render_template("waiting/still.html", is_open=False, said=said, problems=[])
