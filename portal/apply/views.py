"""Views of the form: start, one question a page, check, send, receipt.

Every form checks its own token, so that a page gone stale is shown again with what was typed.
"""

from datetime import timedelta
from typing import Final

from flask import Blueprint, abort, current_app, flash, redirect, url_for
from flask.typing import ResponseReturnValue

from portal import browser, limits, trouble
from portal.access import public
from portal.apply import actions, checking, drafts, engine, forms, pausing, queries, showing
from portal.apply.checking import Problem
from portal.apply.engine import Asked, Path
from portal.apply.kinds import Answer
from portal.apply.questions import BY_SLUG, CALL_ME
from portal.apply.suspicion import Sender
from portal.csrf import checks_token_itself, token_is_good
from portal.db import db, reading
from portal.models.application import Application
from portal.models.posting import Posting

bp = Blueprint("apply", __name__)
for kind in trouble.KINDS:
    bp.register_error_handler(kind, pausing.not_saved)

PRESS_AGAIN: Final = "Dit svar er ikke gemt endnu. Tryk på Næste igen."
OTHER_WINDOW: Final = (
    "Du har åbnet en ny ansøgning i et andet vindue. Hører svaret til den? Så tryk på Næste igen."
)
START_AGAIN: Final = "Tryk på knappen igen."
TOO_MANY: Final = "Der kommer meget fra dit netværk lige nu. Vent en time. Eller ring til os."
SEND_AGAIN: Final = "Dine svar er ikke sendt endnu. Se på dem. Tryk så på knappen igen."
LOST: Final = "Vi kunne ikke finde dine svar. Du må gerne starte igen. Du kan også ringe til os."
LOST_BUT_ONE: Final = "Vi har gemt dit sidste svar. De andre svar er væk. Svar på dem igen."


@bp.get("/ansoeg")
@public
def begin_open() -> ResponseReturnValue:
    """The start page of an open interest, without a job."""
    return showing.start_page(None)


@bp.get("/ansoeg/<posting_id>")
@public
def begin(posting_id: str) -> ResponseReturnValue:
    """The start page for one job."""
    job = _job(posting_id)
    return showing.start_page(job) if queries.is_open(job) else showing.closed_page(job)


@bp.post("/ansoeg")
@checks_token_itself
@public
def start_open() -> ResponseReturnValue:
    """Begins an open interest, or goes on with what is under way."""
    return _start(None)


@bp.post("/ansoeg/<posting_id>")
@checks_token_itself
@public
def start(posting_id: str) -> ResponseReturnValue:
    """Begins an application for a job, or goes on with what is under way and names this job too."""
    job = _job(posting_id)
    return _start(job) if queries.is_open(job) else showing.closed_page(job)


def _job(posting_id: str) -> Posting:
    return queries.job(db.session(), posting_id) or abort(404)


def _start(job: Posting | None) -> ResponseReturnValue:
    if not token_is_good():
        return showing.start_page(job, problems=(Problem("start", START_AGAIN),), status=400)
    draft = showing.my_draft()
    if draft and forms.wants_to_continue():
        if job:
            actions.add_job(db.session(), draft, job)
        return redirect(showing.resume_url(engine.walk(queries.answers_of(draft))), 303)
    if _too_many():
        return showing.start_page(job, problems=(Problem("start", TOO_MANY),), status=429)
    brought = queries.to_confirm(browser.take_from_guide())
    token = actions.begin(db.session(), [job] if job else [], instead_of=browser.token(), answers=brought)
    browser.remember(token)
    return redirect(showing.resume_url(engine.walk({})), 303)


def _too_many() -> bool:
    return drafts.are_too_many(db.session(), limits.network())


@bp.get("/ring-mig-op")
@public
def call_me() -> ResponseReturnValue:
    """The first question of a request to be called: the name."""
    return showing.call_me_page()


@bp.post("/ring-mig-op")
@checks_token_itself
@public
def start_call_me() -> ResponseReturnValue:
    """Begins a request to be called with the name; what this browser wrote before is deleted."""
    asked = engine.walk({"form": CALL_ME})[0].asked
    typed = forms.typed(checking.fields_of(asked))
    checked = checking.check(asked, typed)
    if not token_is_good():
        return showing.call_me_page(typed=typed, problems=showing.problem(asked, PRESS_AGAIN), status=400)
    if not isinstance(checked, Answer):
        return showing.call_me_page(typed=typed, problems=checked, status=422)
    if _too_many():
        return showing.call_me_page(typed=typed, problems=showing.problem(asked, TOO_MANY), status=429)
    token = actions.begin(db.session(), [], instead_of=browser.token(), answers=[CALL_ME, checked])
    browser.remember(token)
    return redirect(showing.resume_url(engine.walk({"form": CALL_ME, checked.key: checked})), 303)


@bp.post("/ansoeg/glem")
@checks_token_itself
@public
def forget() -> ResponseReturnValue:
    """Deletes the draft and clears the browser: "Jeg er en anden"."""
    if not token_is_good():
        return showing.start_page(None, problems=(Problem("start", START_AGAIN),), status=400)
    start_again = showing.start_url(showing.mine())
    actions.forget(db.session(), browser.token())
    browser.forget()
    return redirect(start_again, 303)


@bp.get("/ansoeg/spoergsmaal/<slug>")
@public
def question(slug: str) -> ResponseReturnValue:
    """One question."""
    wanted = BY_SLUG.get(slug) or abort(404)
    application = showing.mine()
    if application is None or not queries.is_draft(application):
        return lost_or_sent(application)
    path = engine.walk(queries.answers_of(application))
    step = engine.find(path, wanted.key)
    if step is None:
        return redirect(showing.resume_url(path))
    return showing.question_page(step.asked, path, application)


@bp.post("/ansoeg/spoergsmaal/<slug>")
@checks_token_itself
@public
def answer(slug: str) -> ResponseReturnValue:
    """Saves one answer at once and goes on, or shows what to do about it."""
    wanted = BY_SLUG.get(slug) or abort(404)
    application = showing.mine(lock=True)
    if application and not queries.is_draft(application):
        return lost_or_sent(application)
    path = engine.walk(queries.answers_of(application))
    step = engine.find(path, wanted.key)
    if step is None and application:
        return redirect(showing.resume_url(path), 303)
    asked = step.asked if step else engine.ask(wanted, {})
    return _save(asked, path, application)


def _save(asked: Asked, path: Path, draft: Application | None) -> ResponseReturnValue:
    typed = forms.typed(checking.fields_of(asked))
    checked = checking.check(asked, typed)
    refused = _refusal(draft)
    if refused:
        text, status = refused
        problems = showing.problem(asked, text)
        return showing.question_page(asked, path, draft, typed=typed, problems=problems, status=status)
    if draft and forms.wants_to_save() and not any(map(any, typed.values())):
        return redirect(url_for("saving.save"), 303)
    if not isinstance(checked, Answer):
        return showing.question_page(asked, path, draft, typed=typed, problems=checked, status=422)
    if draft is None:
        return _begin_with(checked)
    actions.save_answer(db.session(), draft, checked)
    if forms.wants_to_save():
        return redirect(url_for("saving.save"), 303)
    return redirect(showing.next_url(engine.walk(queries.answers_of(draft)), asked.key), 303)


def _refusal(draft: Application | None) -> tuple[str, int] | None:
    """Why a good answer may not be saved yet: a stale page, another draft's, or far too many new drafts."""
    if not token_is_good():
        return PRESS_AGAIN, 400
    if draft and forms.hidden().draft != draft.id:
        return OTHER_WINDOW, 409
    if draft is None and _too_many():
        return TOO_MANY, 429
    return None


def _begin_with(first: Answer) -> ResponseReturnValue:
    """The draft is gone and one answer came back: a new draft begins with it."""
    jobs = queries.open_jobs_named(db.session(), forms.hidden().jobs)
    browser.remember(actions.begin(db.session(), jobs, answers=[first]))
    flash(LOST_BUT_ONE)
    return redirect(showing.resume_url(engine.walk({first.key: first})), 303)


def lost_or_sent(application: Application | None) -> ResponseReturnValue:
    """Where there is no draft: to the receipt of what was sent, or to the start."""
    if application:
        return redirect(url_for("apply.receipt"), 303)
    flash(LOST)
    return redirect(url_for("apply.begin_open"), 303)


@bp.get("/ansoeg/tjek")
@public
def check() -> ResponseReturnValue:
    """All answers, before they are sent."""
    application = showing.mine()
    if application is None or not queries.is_draft(application):
        return lost_or_sent(application)
    path = engine.walk(queries.answers_of(application))
    if engine.first_open(path):
        return redirect(showing.resume_url(path, checked_after=True))
    return showing.check_page(path, application)


@bp.get("/ansoeg/send")
@public
def not_sent() -> ResponseReturnValue:
    """Somebody opened the address of the button: the answers are shown again."""
    return redirect(url_for("apply.check"))


@bp.post("/ansoeg/send")
@checks_token_itself
@public
def send() -> ResponseReturnValue:
    """Hands the answers in, once; however often it is pressed, the same receipt follows."""
    with reading():
        application = showing.mine()
        if application is None or not queries.is_draft(application):
            return lost_or_sent(application)
        path = engine.walk(queries.answers_of(application))
        if engine.first_open(path):
            return redirect(showing.resume_url(path, checked_after=True), 303)
        if not token_is_good():
            return showing.check_page(path, application, problems=(Problem("send", SEND_AGAIN),), status=400)
        if forms.hidden() != showing.as_checked(application):
            return showing.check_page(path, application, problems=(Problem("send", SEND_AGAIN),), status=409)
        ready = actions.make_ready(db.session(), application, path, _sender())
    actions.send(db.session(), application, ready, days=showing.answer_days())
    return redirect(url_for("apply.receipt"), 303)


def _sender() -> Sender:
    shortest = timedelta(seconds=current_app.config["SETTINGS"].form_seconds)
    return Sender(network=limits.network(), trap=forms.trap(), shortest=shortest, proof=forms.proof())


@bp.get("/ansoeg/tak")
@public
def receipt() -> ResponseReturnValue:
    """The receipt of what this browser has sent."""
    application = showing.mine()
    if application is None:
        return redirect(url_for("apply.begin_open"))
    if queries.is_draft(application):
        return redirect(url_for("apply.check"))
    return showing.receipt_page(application)
