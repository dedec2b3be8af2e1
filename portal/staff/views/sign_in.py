"""Views: The two steps of signing in, and the passkey that needs only one."""

from typing import Final

from flask import redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from portal import limits, sessions
from portal.access import on_the_way_in, public
from portal.csrf import checks_token_itself
from portal.db import db
from portal.staff import actions, passkeys, queries
from portal.staff import second_step as second_step_actions
from portal.staff.actions import Refusal
from portal.staff.forms import CodeForm, PasskeyForm, SignInForm
from portal.staff.passkeys import PasskeyError
from portal.staff.views.blueprint import (
    OLD_PAGE,
    WANTED,
    bp,
    old_token,
    problems,
    take_wanted,
    wanted_page,
    welcome,
)

REFUSED: Final = {
    # For a wrong password and for an account that was tried too often: nobody learns which (promise 4).
    Refusal.WRONG: "Vi kan ikke logge dig ind. Tjek mail og adgangskode, og prøv igen. "
    "Er der prøvet mange gange? Så vent 5 minutter, eller ring til os. En adgangsnøgle virker imens.",
    Refusal.TOO_MANY: "Der er prøvet for mange gange fra jeres netværk. Vent 5 minutter, og prøv igen. "
    "Eller ring til os. En adgangsnøgle virker imens.",
}
CODE_REFUSED: Final = {
    Refusal.WRONG: "Koden passer ikke. Vent på en ny kode i appen, og skriv den. "
    "En kode fra papiret virker kun én gang.",
    Refusal.TOO_MANY: "Der er prøvet for mange koder. Vent 5 minutter, og prøv igen. Eller ring til os.",
}
PASSKEY_REFUSED: Final = "Vi kender ikke den adgangsnøgle. Log ind med mail og adgangskode."
STATUS: Final = {Refusal.WRONG: 422, Refusal.TOO_MANY: 429}


@bp.get("/personale/log-ind")
@public
def sign_in() -> ResponseReturnValue:
    """Passkey first, then mail and password."""
    if current_user.is_authenticated and "igen" not in request.args:
        return redirect(wanted_page() or url_for("screening.queue"))
    return _page(SignInForm(formdata=None))


@bp.post("/personale/log-ind")
@checks_token_itself
@public
def check_sign_in() -> ResponseReturnValue:
    """The first step: right, and the second comes next; or a kind word that it did not work."""
    form, wanted = SignInForm(), wanted_page()
    if not form.validate():
        return _page(form, OLD_PAGE), 422
    refused = actions.take_first_step(
        form.account(), form.password.data or "", network=limits.network(), old_token=old_token()
    )
    if refused:
        return _page(form, REFUSED[refused]), STATUS[refused]
    if wanted:
        session[WANTED] = wanted
    return redirect(url_for("staff.second_step"))


@bp.post("/personale/log-ind/noegle")
@checks_token_itself
@public
def check_passkey() -> ResponseReturnValue:
    """A passkey is both steps at once."""
    form, wanted = PasskeyForm(), wanted_page() or take_wanted()
    if not form.validate():
        return _page(SignInForm(formdata=None), OLD_PAGE), 422
    try:
        signed_in = passkeys.sign_in(form.credential.data or "", old_token=old_token())
    except PasskeyError:
        return _page(SignInForm(formdata=None), PASSKEY_REFUSED), 422
    return welcome(signed_in, wanted)


@bp.get("/personale/log-ind/kode")
@on_the_way_in
def second_step() -> ResponseReturnValue:
    """Asks for a code; or leads on to choosing a second step, or to where somebody is already."""
    staff = sessions.half()
    if staff is None:
        return redirect(url_for("staff.sign_in"))
    if not queries.has_second_step(db.session(), staff):
        return redirect(url_for("staff.choose_way"))
    return _code_page(CodeForm(formdata=None))


@bp.post("/personale/log-ind/kode")
@checks_token_itself
@on_the_way_in
def check_code() -> ResponseReturnValue:
    """The second step."""
    staff, form = sessions.half(), CodeForm()
    if staff is None:
        return redirect(url_for("staff.sign_in"))
    if not form.validate():
        return _code_page(form, OLD_PAGE), 422
    wanted = take_wanted()
    outcome = second_step_actions.check_code(staff, form.code.data or "", old_token=old_token())
    if isinstance(outcome, Refusal):
        session[WANTED] = wanted
        return _code_page(form, CODE_REFUSED[outcome]), STATUS[outcome]
    return welcome(outcome, wanted)


def _page(form: SignInForm, problem: str = "") -> str:
    return render_template(
        "staff/sign_in.html",
        form=form,
        errors=problems("email", problem),
        wanted=wanted_page(),
        again="igen" in request.args,
        options=passkeys.sign_in_options(),
    )


def _code_page(form: CodeForm, problem: str = "") -> str:
    staff = sessions.half()
    assert staff is not None
    return render_template(
        "staff/second_step.html",
        form=form,
        errors=problems("code", problem),
        has_app=bool(staff.code_secret_sealed),
        has_passkey=bool(queries.passkeys(db.session(), staff)),
        options=passkeys.sign_in_options(),
    )
