"""Views of one's own page: in by code or link, see how it goes, change, add, withdraw."""

from typing import Final

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from portal import (
    answering,
    audit,
    browser,
    cases,
    cleaning,
    clock,
    consents,
    letters,
    limits,
    photos,
    reaching,
    tickets,
)
from portal.access import me, public, staff_only
from portal.csrf import checks_token_itself, token_is_good
from portal.db import db
from portal.models.application import Application, State
from portal.models.consultant import Consultant
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
    problems = [problem("code", WRITE_CODE)] if not code else []
    problems += [problem("digits", WRITE_DIGITS)] if not digits else []
    if problems:
        return _enter_page(problems, 422)
    if not token_is_good():
        return _enter_page([problem("code", PRESS_AGAIN)], 400)
    try:
        opened = actions.open_by_code(db.session(), code, digits, network=limits.network())
    except actions.TooManyTriesError:
        return _enter_page([problem("code", WAIT)], 429)
    if opened is None:
        return _enter_page([problem("code", NOT_FOUND)], 422)
    application, token = opened
    if request.form.get("skift") != "ja" and _would_lose_a_draft(application):
        return _other_draft({"code": code, "digits": digits})
    browser.remember(token)
    return redirect(_where(application), 303)


@bp.get("/min-ansoegning/<token>")
@public
def opened(token: str) -> ResponseReturnValue:
    """Follows a link; the token goes into the cookie, so that it does not stay in the address."""
    application = tickets.find(db.session(), token, TicketKind.LINK)
    if application is None:
        return _enter_page([problem("code", OLD_LINK)], 404)
    if request.args.get("skift") != "ja" and _would_lose_a_draft(application):
        return _other_draft({}, address=url_for("status.opened", token=token, skift="ja"))
    browser.remember(token)
    return redirect(_where(application))


def _would_lose_a_draft(application: Application) -> bool:
    """Whether this browser writes another application that nothing else leads back to."""
    current = tickets.of_browser(db.session(), browser.token())
    if current is None or current.id == application.id:
        return False
    return current.state == State.DRAFT and current.reference is None


def _other_draft(typed: dict[str, str], *, address: str = "") -> str:
    """Asks what to do with it: where somebody came by a link (`address`), or by a code (`typed`)."""
    return render_template("status/other_draft.html", address=address, typed=typed, problems=[])


def _where(application: Application) -> str:
    return url_for("saving.go_on" if application.state == State.DRAFT else "status.show")


def _enter_page(problems: list[Problem] | None = None, status: int = 200) -> ResponseReturnValue:
    values = {"code": _line("code"), "digits": _line("digits")}
    return form_page("status/enter.html", values, problems or [], status)


@bp.get("/min-ansoegning/side")
@public
def show() -> ResponseReturnValue:
    """How it goes; nothing of what was answered."""
    application = _mine()
    if application is None:
        return redirect(url_for("status.enter"))
    state = stages.shown_state(application.state, application.state_since, clock.now())
    named = answering.names_consultant(state)
    consultant = answering.consultant_of(db.session(), application) if named else None
    return render_template(
        "status/show.html",
        reference=tickets.shown(application.reference),
        stages=stages.stages(state),
        letter=answering.told(db.session(), application, state),
        photo=_photo(consultant),
        consultant=consultant,
        can_change=stages.can_change(application.state),
        said=request.args.get("sagt", ""),
        problems=[],
    )


def _photo(consultant: Consultant | None) -> str:
    """The address of a consultant's photo; "" without one."""
    if consultant is None or not photos.key_of(db.session(), consultant):
        return ""
    return url_for("consultants.photo", consultant_id=consultant.id)


def _mine(*, lock: bool = False) -> Application | None:
    """What this browser has sent; a draft is none."""
    found = tickets.of_browser(db.session(), browser.token(), lock=lock)
    return found if found is not None and found.state != State.DRAFT else None


def changeable(*, lock: bool = False) -> Application:
    """What this browser has sent and may still change; whoever has none is asked for the code."""
    found = _mine(lock=lock)
    if found is None or not stages.can_change(found.state):
        abort(redirect(url_for("status.enter"), 303))
    return found


@bp.get("/min-ansoegning/telefon")
@public
def phone() -> ResponseReturnValue:
    """Asks for the new number; the old one is not shown."""
    changeable()
    return form_page("status/phone.html", {"phone": ""})


@bp.post("/min-ansoegning/telefon")
@checks_token_itself
@public
def change_phone() -> ResponseReturnValue:
    """Keeps the new number."""
    application, typed = changeable(lock=True), _line("phone")
    number = reaching.phone(typed)
    wrong = PHONE_TEXT if number is None else PRESS_AGAIN if not token_is_good() else ""
    if number is None or wrong:
        return form_page("status/phone.html", {"phone": typed}, [problem("phone", wrong)], 422)
    actions.change_phone(db.session(), application, number)
    return redirect(url_for("status.show", sagt="telefon"), 303)


@bp.get("/min-ansoegning/fortryd")
@public
def regret() -> ResponseReturnValue:
    """Asks once more before everything is deleted."""
    changeable()
    return form_page("status/withdraw.html", {})


@bp.post("/min-ansoegning/fortryd")
@checks_token_itself
@public
def withdraw() -> ResponseReturnValue:
    """Ends the application and deletes what was written."""
    application = changeable(lock=True)
    if not token_is_good():
        return form_page("status/withdraw.html", {}, [problem("withdraw", PRESS_AGAIN)], 400)
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
    return _yes_page(application) if application else _enter_page([problem("code", OLD_LINK)], 404)


@bp.post("/ja/<token>")
@checks_token_itself
@public
def say_yes(token: str) -> ResponseReturnValue:
    """Records the yes; pressing twice changes nothing."""
    application = tickets.find(db.session(), token, TicketKind.CONSENT, lock=True)
    if application is None:
        return _enter_page([problem("code", OLD_LINK)], 404)
    if not token_is_good():
        return _yes_page(application, [problem("yes", PRESS_AGAIN)], 400)
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
    audit.changed("print letter", "application", application.id, purpose="case work")
    db.session.commit()
    paragraphs = letters.text(db.session(), "paper_your_yes", {"link": address})
    return render_template("status/letter.html", paragraphs=paragraphs)


def form_page(
    template: str, values: dict[str, str], problems: list[Problem] | None = None, status: int = 200
) -> ResponseReturnValue:
    """A page with a form: what stands in it, and what to do about it."""
    errors = {told["field"]: told["text"] for told in reversed(problems or [])}
    return render_template(template, values=values, problems=problems or [], errors=errors), status


def _line(field: str) -> str:
    return cleaning.line(request.form.get(field, ""))[:LONGEST]


def problem(field: str, text: str) -> Problem:
    """What to do about a field."""
    return {"field": field, "text": text}
