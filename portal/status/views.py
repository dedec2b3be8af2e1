"""Views of one's own page: in by code or link, see how it goes, change, add, withdraw."""

from typing import Final

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from portal import answering, browser, cases, cleaning, clock, consents, letters, limits, reaching, tickets
from portal.access import me, public, staff_only
from portal.csrf import checks_token_itself, token_is_good
from portal.db import db
from portal.easyread.privacy import has_cpr
from portal.models.application import Application, State
from portal.models.staff import Role
from portal.models.ticket import TicketKind
from portal.status import actions, stages

bp = Blueprint("status", __name__)

LONGEST: Final = 1000
NOT_FOUND: Final = "Vi kan ikke finde koden. Se på den igen. Du kan også ringe til os."
OLD_LINK: Final = "Linket er gammelt. Skriv din kode her. Eller ring til os."
WAIT: Final = "Vent 5 minutter, og prøv igen. Du kan også ringe til os."
PRESS_AGAIN: Final = "Tryk på knappen igen."
WRITE_CODE: Final = "Skriv din kode med 8 tegn."
WRITE_DIGITS: Final = "Skriv 4 tal."
PHONE_TEXT: Final = "Skriv et telefonnummer med 8 tal, fx 20 11 22 33."
WORDS_TEXT: Final = "Skriv det, du vil sige."
CPR_TEXT: Final = "Slet CPR-nummeret. Vi skal ikke bruge det."
LONG_TEXT: Final = f"Skriv lidt kortere. Der er plads til {LONGEST} tegn."

Problem = dict[str, str]


@bp.get("/min-ansoegning")
@public
def enter() -> ResponseReturnValue:
    """Asks for the code."""
    return _enter_page()


@bp.post("/min-ansoegning")
@checks_token_itself
@public
def open_by_code() -> ResponseReturnValue:
    """Opens one's own page, or the draft, for this browser."""
    code, digits = _line("code"), _line("digits")
    problems = [_problem("code", WRITE_CODE)] if not code else []
    problems += [_problem("digits", WRITE_DIGITS)] if not digits else []
    if problems:
        return _enter_page(problems, 422)
    if not token_is_good():
        return _enter_page([_problem("code", PRESS_AGAIN)], 400)
    try:
        opened = actions.open_by_code(db.session(), code, digits, network=limits.network())
    except actions.TooManyTriesError:
        return _enter_page([_problem("code", WAIT)], 429)
    if opened is None:
        return _enter_page([_problem("code", NOT_FOUND)], 422)
    application, token = opened
    browser.remember(token)
    return redirect(_where(application), 303)


@bp.get("/min-ansoegning/<token>")
@public
def opened(token: str) -> ResponseReturnValue:
    """Follows a link; the token goes into the cookie, so that it does not stay in the address."""
    application = tickets.find(db.session(), token, TicketKind.LINK)
    if application is None:
        return _enter_page([_problem("code", OLD_LINK)], 404)
    browser.remember(token)
    return redirect(_where(application))


def _where(application: Application) -> str:
    return url_for("saving.go_on" if application.state == State.DRAFT else "status.show")


def _enter_page(problems: list[Problem] | None = None, status: int = 200) -> ResponseReturnValue:
    values = {"code": _line("code"), "digits": _line("digits")}
    return _form_page("status/enter.html", values, problems or [], status)


@bp.get("/min-ansoegning/side")
@public
def show() -> ResponseReturnValue:
    """How it goes; nothing of what was answered."""
    application = _mine()
    if application is None:
        return redirect(url_for("status.enter"))
    state = stages.shown_state(application.state, application.state_since, clock.now())
    return render_template(
        "status/show.html",
        reference=tickets.shown(application.reference),
        stages=stages.stages(state),
        letter=_letter(application, state),
        can_change=stages.can_change(application.state),
        said=request.args.get("sagt", ""),
        problems=[],
    )


def _letter(application: Application, state: State) -> tuple[letters.Paragraph, ...]:
    """What happens next, in the words that staff have given it."""
    written = answering.letter(db.session(), application, state)
    if written:
        return written
    consultant = application.consultant
    words = {
        "answer_by": application.answer_by,
        "consultant": consultant.staff.name if consultant else "",
        "consultant_phone": consultant.phone if consultant else "",
    }
    return letters.text(db.session(), stages.letter(state), words)


def _mine(*, lock: bool = False) -> Application | None:
    """What this browser has sent; a draft is none."""
    found = tickets.of_browser(db.session(), browser.token(), lock=lock)
    return found if found is not None and found.state != State.DRAFT else None


def _changeable(*, lock: bool = False) -> Application:
    found = _mine(lock=lock)
    if found is None or not stages.can_change(found.state):
        abort(redirect(url_for("status.enter"), 303))
    return found


@bp.get("/min-ansoegning/telefon")
@public
def phone() -> ResponseReturnValue:
    """Asks for the new number; the old one is not shown."""
    _changeable()
    return _form_page("status/phone.html", {"phone": ""})


@bp.post("/min-ansoegning/telefon")
@checks_token_itself
@public
def change_phone() -> ResponseReturnValue:
    """Keeps the new number."""
    application, typed = _changeable(lock=True), _line("phone")
    number = reaching.phone(typed)
    problem = PHONE_TEXT if number is None else PRESS_AGAIN if not token_is_good() else ""
    if number is None or problem:
        return _form_page("status/phone.html", {"phone": typed}, [_problem("phone", problem)], 422)
    actions.change_phone(db.session(), application, number)
    return redirect(url_for("status.show", sagt="telefon"), 303)


@bp.get("/min-ansoegning/mere")
@public
def more() -> ResponseReturnValue:
    """Asks what the person wants to say."""
    _changeable()
    return _form_page("status/more.html", {"words": ""})


@bp.post("/min-ansoegning/mere")
@checks_token_itself
@public
def add_words() -> ResponseReturnValue:
    """Adds what was written."""
    application = _changeable(lock=True)
    words = cleaning.paragraphs(request.form.get("words", ""))
    problem = _what_is_wrong(words) or ("" if token_is_good() else PRESS_AGAIN)
    if problem:
        return _form_page("status/more.html", {"words": words}, [_problem("words", problem)], 422)
    actions.add_words(db.session(), application, words)
    return redirect(url_for("status.show", sagt="mere"), 303)


def _what_is_wrong(words: str) -> str:
    if not words:
        return WORDS_TEXT
    if has_cpr(words):
        return CPR_TEXT
    return LONG_TEXT if len(words) > LONGEST else ""


@bp.get("/min-ansoegning/fortryd")
@public
def regret() -> ResponseReturnValue:
    """Asks once more before everything is deleted."""
    _changeable()
    return _form_page("status/withdraw.html", {})


@bp.post("/min-ansoegning/fortryd")
@checks_token_itself
@public
def withdraw() -> ResponseReturnValue:
    """Ends the application and deletes what was written."""
    application = _changeable(lock=True)
    if not token_is_good():
        return _form_page("status/withdraw.html", {}, [_problem("withdraw", PRESS_AGAIN)], 400)
    actions.withdraw(db.session(), application)
    browser.forget()
    return redirect(url_for("status.gone"), 303)


@bp.get("/min-ansoegning/slettet")
@public
def gone() -> ResponseReturnValue:
    """Says that everything is deleted."""
    return render_template("status/gone.html", problems=[])


@bp.get("/ja/<token>")
@public
def yes(token: str) -> ResponseReturnValue:
    """Asks the person for the own yes; opening the link says nothing yet."""
    application = tickets.find(db.session(), token, TicketKind.CONSENT)
    return _yes_page(application) if application else _enter_page([_problem("code", OLD_LINK)], 404)


@bp.post("/ja/<token>")
@checks_token_itself
@public
def say_yes(token: str) -> ResponseReturnValue:
    """Records the yes; pressing twice changes nothing."""
    application = tickets.find(db.session(), token, TicketKind.CONSENT)
    if application is None:
        return _enter_page([_problem("code", OLD_LINK)], 404)
    if not token_is_good():
        return _yes_page(application, [_problem("yes", PRESS_AGAIN)], 400)
    if consents.is_wanted(application):
        actions.say_yes(db.session(), application)
    return redirect(url_for("status.yes", token=token), 303)


def _yes_page(
    application: Application, problems: list[Problem] | None = None, status: int = 200
) -> ResponseReturnValue:
    page = render_template(
        "status/yes.html",
        is_wanted=consents.is_wanted(application),
        said_yes=application.person_agreed_at is not None,
        problems=problems or [],
    )
    return page, status


@bp.post("/personale/sag/<application_id>/brev")
@staff_only(Role.SECRETARIAT, Role.LEADER)
def letter(application_id: str) -> ResponseReturnValue:
    """A letter to print for a person who has no mail: the link to the own yes, and the number to call."""
    application = cases.find(db.session(), me(), application_id) or abort(404)
    if not consents.is_wanted(application):
        abort(404)
    address = consents.link(db.session(), application)
    db.session.commit()
    paragraphs = letters.text(db.session(), "paper_your_yes", {"link": address})
    return render_template("status/letter.html", paragraphs=paragraphs)


def _form_page(
    template: str, values: dict[str, str], problems: list[Problem] | None = None, status: int = 200
) -> ResponseReturnValue:
    errors = {problem["field"]: problem["text"] for problem in reversed(problems or [])}
    return render_template(template, values=values, problems=problems or [], errors=errors), status


def _line(field: str) -> str:
    return cleaning.line(request.form.get(field, ""))[:LONGEST]


def _problem(field: str, text: str) -> Problem:
    return {"field": field, "text": text}
