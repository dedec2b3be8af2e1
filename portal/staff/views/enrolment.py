"""Views: Choosing how to sign in: a passkey, or a password and an app; and the codes for the paper."""

from io import BytesIO
from typing import Final

import segno
from flask import Response, abort, flash, redirect, render_template, session, url_for
from flask.typing import ResponseReturnValue
from flask_login import login_user

from portal import totp
from portal.access import me, on_the_way_in, staff_only
from portal.csrf import checks_token_itself
from portal.passwords import PasswordRefusedError
from portal.staff import enrolling as actions
from portal.staff import passkeys
from portal.staff.enrolling import LastWayError, Settled
from portal.staff.forms import CodeForm, PasskeyForm, PasswordForm
from portal.staff.passkeys import PasskeyError
from portal.staff.views.blueprint import OLD_PAGE, bp, enrolling, is_signed_in, problems

WRONG_CODE: Final = "Koden passer ikke. Vent på en ny kode i appen, og skriv den."
NOT_MADE: Final = "Adgangsnøglen blev ikke lavet. Prøv igen, eller vælg adgangskode og app."
SENT_AGAIN: Final = "Her ser du, hvad der er klar. Nåede du ikke at gemme dine koder? Så lav nye."
LAST_WAY: Final = "Du kan ikke fjerne den sidste adgangsnøgle. Lav en ny først."
# Where the cookie keeps the secret of an app until the app has shown a right code.
SECRET: Final = "code_secret"  # noqa: S105 - the name of a place


@bp.get("/personale/sikkerhed")
@on_the_way_in
def choose_way() -> ResponseReturnValue:
    """The two ways to sign in."""
    return render_template("staff/choose_way.html", staff=enrolling(), signed_in=is_signed_in())


@bp.get("/personale/sikkerhed/adgangskode")
@on_the_way_in
def new_password() -> ResponseReturnValue:
    """Asks for a new password."""
    return _password_page(PasswordForm(formdata=None))


@bp.post("/personale/sikkerhed/adgangskode")
@checks_token_itself
@on_the_way_in
def save_password() -> ResponseReturnValue:
    """Keeps a new password."""
    staff, form = enrolling(), PasswordForm()
    if not form.validate():
        return _password_page(form, OLD_PAGE), 422
    try:
        renewed = actions.choose_password(staff, form.password.data or "", signed_in=is_signed_in())
    except PasswordRefusedError as error:
        return _password_page(form, str(error)), 422
    if renewed is None:
        return redirect(url_for("staff.new_app"))
    login_user(renewed)
    flash("Du har en ny adgangskode. Du er logget ud alle andre steder.")
    return redirect(url_for("staff.my_sign_in"))


@bp.get("/personale/sikkerhed/app")
@on_the_way_in
def new_app() -> ResponseReturnValue:
    """Shows what an app needs to know, and asks for the first code. The password comes first."""
    if not enrolling().password_hash:
        return redirect(url_for("staff.new_password"))
    return _app_page(CodeForm(formdata=None))


@bp.get("/personale/sikkerhed/app.svg")
@on_the_way_in
def app_picture() -> ResponseReturnValue:
    """What the camera of a telephone reads."""
    picture = BytesIO()
    segno.make(totp.address(_secret(), enrolling().email), micro=False).save(
        picture, kind="svg", scale=5, border=4, light="#fff"
    )
    return Response(picture.getvalue(), mimetype="image/svg+xml")


@bp.post("/personale/sikkerhed/app")
@checks_token_itself
@on_the_way_in
def save_app() -> ResponseReturnValue:
    """Keeps the app that shows a right code."""
    staff, form = enrolling(), CodeForm()
    if not form.validate():
        return _sent_again() or (_app_page(form, OLD_PAGE), 422)
    settled = actions.add_app(staff, _secret(), form.code.data or "", signed_in=is_signed_in())
    if settled is None:
        return _app_page(form, WRONG_CODE), 422
    session.pop(SECRET, None)
    return _settled(settled, "Appen er klar.")


@bp.get("/personale/sikkerhed/noegle")
@on_the_way_in
def new_passkey() -> ResponseReturnValue:
    """Lets the browser make a passkey."""
    return _passkey_page(PasskeyForm(formdata=None))


@bp.post("/personale/sikkerhed/noegle")
@checks_token_itself
@on_the_way_in
def save_passkey() -> ResponseReturnValue:
    """Keeps the passkey that the browser made."""
    staff, form = enrolling(), PasskeyForm()
    if not form.validate():
        return _sent_again() or (_passkey_page(form, OLD_PAGE), 422)
    try:
        settled = actions.add_passkey(
            staff, form.credential.data or "", form.name.data or "", signed_in=is_signed_in()
        )
    except PasskeyError:
        return _passkey_page(form, NOT_MADE), 422
    return _settled(settled, "Adgangsnøglen er klar.")


@bp.post("/personale/sikkerhed/noegle/<passkey_id>/fjern")
@staff_only()
def remove_passkey(passkey_id: str) -> ResponseReturnValue:
    """Takes a passkey away."""
    enrolling()
    try:
        login_user(actions.remove_passkey(me(), passkey_id))
    except LookupError:
        abort(404)
    except LastWayError:
        flash(LAST_WAY, "warning")
    else:
        flash("Adgangsnøglen er fjernet. Du er logget ud alle andre steder.")
    return redirect(url_for("staff.my_sign_in"))


@bp.post("/personale/sikkerhed/koder")
@staff_only()
def new_codes() -> ResponseReturnValue:
    """Shows ten new codes, this one time."""
    enrolling()
    return _settled(actions.new_codes(me()), "Her er nye koder.")


def _sent_again() -> ResponseReturnValue | None:
    """Where a page with codes leads that is sent once more: the first time has begun a new session."""
    if not is_signed_in():
        return None
    flash(SENT_AGAIN)
    return redirect(url_for("staff.my_sign_in"))


def _settled(settled: Settled, message: str) -> ResponseReturnValue:
    login_user(settled.session)
    if settled.codes:
        return render_template("staff/codes.html", codes=settled.codes, message=message)
    flash(f"{message} Du er logget ud alle andre steder.")
    return redirect(url_for("staff.my_sign_in"))


def _secret() -> str:
    """The secret that this browser is setting up an app with."""
    if SECRET not in session:
        session[SECRET] = totp.new_secret()
    return str(session[SECRET])


def _password_page(form: PasswordForm, problem: str = "") -> str:
    staff = enrolling()
    return render_template(
        "staff/new_password.html", form=form, errors=problems("password", problem), staff=staff
    )


def _app_page(form: CodeForm, problem: str = "") -> str:
    enrolling()
    secret = _secret()
    groups = " ".join(secret[start : start + 4] for start in range(0, len(secret), 4))
    return render_template("staff/new_app.html", form=form, errors=problems("code", problem), secret=groups)


def _passkey_page(form: PasskeyForm, problem: str = "") -> str:
    options = passkeys.new_options(enrolling())
    return render_template(
        "staff/new_passkey.html", form=form, errors=problems("name", problem), options=options
    )
