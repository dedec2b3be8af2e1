"""Views: A forgotten password, and the links sent to staff. To read a link's page changes nothing."""

from typing import Final

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from portal import invitations, limits, sessions
from portal.access import public
from portal.csrf import checks_token_itself
from portal.db import db
from portal.models.sign_in import LinkKind
from portal.passwords import PasswordRefusedError
from portal.staff import forgetting
from portal.staff.forms import ForgottenForm, PasswordForm
from portal.staff.views.blueprint import OLD_PAGE, bp, problems

TOO_MANY: Final = "Der er bedt om det for mange gange. Vent 1 time, eller ring til os."


@bp.get("/personale/glemt-adgangskode")
@public
def forgotten() -> ResponseReturnValue:
    """Asks for the mail address."""
    return render_template("staff/forgotten.html", form=ForgottenForm(formdata=None), errors=[])


@bp.post("/personale/glemt-adgangskode")
@checks_token_itself
@public
def send_link() -> ResponseReturnValue:
    """Says the same to all: if there is such an account, a mail is on its way."""
    form = ForgottenForm()
    if not form.validate():
        return _asked_again(form, OLD_PAGE if form.csrf_token.errors else form.email.errors[0]), 422
    if not forgetting.ask(form.account(), network=limits.network()):
        return _asked_again(form, TOO_MANY), 429
    return render_template("staff/mail_sent.html")


@bp.get("/personale/ny-adgangskode/<secret>")
@public
def reset(secret: str) -> ResponseReturnValue:
    """Asks for a new password, where the link still works."""
    if invitations.whose(db.session(), secret, LinkKind.RESET) is None:
        return _dead_link()
    return render_template("staff/reset.html", form=PasswordForm(formdata=None), errors=[])


@bp.post("/personale/ny-adgangskode/<secret>")
@checks_token_itself
@public
def save_reset(secret: str) -> ResponseReturnValue:
    """Keeps the new password; the second step is still asked for."""
    staff, form = invitations.whose(db.session(), secret, LinkKind.RESET), PasswordForm()
    if staff is None:
        return _dead_link()
    if not form.validate():
        return render_template("staff/reset.html", form=form, errors=problems("password", OLD_PAGE)), 422
    try:
        forgetting.choose(staff, form.password.data or "")
    except PasswordRefusedError as error:
        return render_template("staff/reset.html", form=form, errors=problems("password", str(error))), 422
    flash("Du har en ny adgangskode. Log ind med den.")
    return redirect(url_for("staff.sign_in"))


@bp.get("/personale/velkommen/<secret>")
@public
def invitation(secret: str) -> ResponseReturnValue:
    """Welcomes somebody who was invited."""
    staff = invitations.whose(db.session(), secret, LinkKind.INVITATION)
    return _dead_link() if staff is None else render_template("staff/invited.html", staff=staff)


@bp.post("/personale/velkommen/<secret>")
@public
def accept(secret: str) -> ResponseReturnValue:
    """Lets somebody choose how to sign in. The link works until that is done."""
    staff = invitations.whose(db.session(), secret, LinkKind.INVITATION)
    if staff is None:
        return _dead_link()
    sessions.start_half(db.session(), staff)
    db.session.commit()
    return redirect(url_for("staff.choose_way"))


def _asked_again(form: ForgottenForm, problem: str) -> str:
    return render_template("staff/forgotten.html", form=form, errors=problems("email", problem))


def _dead_link() -> ResponseReturnValue:
    return render_template("staff/dead_link.html"), 410
