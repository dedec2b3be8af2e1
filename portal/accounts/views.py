"""Views: Accounts of staff: invite, give roles, close at once, and look through who has access."""

from typing import Final

from flask import Blueprint, abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from werkzeug.wrappers import Response

from portal import clock, invitations
from portal.access import me, staff_only
from portal.accounts import actions, queries
from portal.accounts.forms import InviteForm, RolesForm
from portal.csrf import checks_token_itself
from portal.db import db
from portal.models.staff import Role, Staff

bp = Blueprint("accounts", __name__)

MANAGERS: Final = (Role.ADMIN,)


@bp.get("/personale/konti")
@staff_only(*MANAGERS)
def overview() -> ResponseReturnValue:
    """Who has an account."""
    return render_template(
        "accounts/overview.html", accounts=queries.accounts(db.session()), last_used=queries.last_used
    )


@bp.get("/personale/konti/gennemgang")
@staff_only(*MANAGERS)
def review() -> ResponseReturnValue:
    """The list to print, look through and sign."""
    return render_template(
        "accounts/review.html",
        accounts=queries.accounts(db.session()),
        last_used=queries.last_used,
        today=clock.today(),
    )


@bp.get("/personale/konti/ny")
@staff_only(*MANAGERS)
def new() -> ResponseReturnValue:
    """Asks whom to invite."""
    return _new_page(InviteForm(formdata=None), [])


@bp.post("/personale/konti/ny")
@checks_token_itself
@staff_only(*MANAGERS)
def invite() -> ResponseReturnValue:
    """Invites somebody by mail."""
    form = InviteForm()
    if not form.validate():
        return _new_page(form, form.problems()), 422
    try:
        staff = actions.invite(email=form.email.data, name=form.name.data, roles=form.chosen())
    except invitations.TakenError:
        return _new_page(form, [{"field": "email", "text": "Der er en konto med den mail i forvejen."}]), 422
    flash(f"{staff.name} får en mail med et link. Linket virker i 7 dage.")
    return redirect(url_for("accounts.account", staff_id=staff.id))


@bp.get("/personale/konti/<staff_id>")
@staff_only(*MANAGERS)
def account(staff_id: str) -> ResponseReturnValue:
    """One account."""
    staff = _find(staff_id)
    return _page(staff, RolesForm(formdata=None, data={"roles": [role.value for role in staff.roles]}), [])


@bp.post("/personale/konti/<staff_id>")
@checks_token_itself
@staff_only(*MANAGERS)
def change_roles(staff_id: str) -> ResponseReturnValue:
    """Gives somebody other roles."""
    staff, form = _find(staff_id), RolesForm()
    if not form.validate():
        return _page(staff, form, form.problems()), 422
    if staff.id == me().id and Role.ADMIN not in form.chosen():
        own = [{"field": "roles", "text": "Du kan ikke tage rollen som administrator fra dig selv."}]
        return _page(staff, form, own), 422
    actions.change_roles(staff, form.chosen())
    return _done(staff, "Rollerne er gemt.")


@bp.post("/personale/konti/<staff_id>/luk")
@staff_only(*MANAGERS)
def close(staff_id: str) -> ResponseReturnValue:
    """Closes an account at once; one's own is closed by somebody else."""
    staff = _find(staff_id)
    if staff.id == me().id:
        return _done(staff, "Du kan ikke lukke din egen konto. Bed en anden administrator om det.")
    actions.close(staff)
    return _done(staff, "Kontoen er lukket nu.")


@bp.post("/personale/konti/<staff_id>/aabn")
@staff_only(*MANAGERS)
def reopen(staff_id: str) -> ResponseReturnValue:
    """Opens a closed account."""
    staff = _find(staff_id)
    actions.reopen(staff)
    return _done(staff, "Kontoen er åben igen.")


@bp.post("/personale/konti/<staff_id>/inviter")
@staff_only(*MANAGERS)
def invite_again(staff_id: str) -> ResponseReturnValue:
    """Sends a new link; every other way in stops working."""
    staff = _find(staff_id)
    if not staff.active or staff.id == me().id:
        abort(404)
    actions.invite_again(staff)
    return _done(staff, "Der er sendt en mail med et nyt link. Den gamle adgang virker ikke mere.")


def _find(staff_id: str) -> Staff:
    return db.session.get(Staff, staff_id) or abort(404)


def _done(staff: Staff, message: str) -> Response:
    flash(message)
    return redirect(url_for("accounts.account", staff_id=staff.id))


def _new_page(form: InviteForm, errors: list[dict[str, str]]) -> str:
    return render_template("accounts/new.html", form=form, errors=errors)


def _page(staff: Staff, form: RolesForm, errors: list[dict[str, str]]) -> str:
    return render_template(
        "accounts/account.html",
        account=queries.account(db.session(), staff),
        consultant=queries.consultant_of(db.session(), staff),
        last_used=queries.last_used(staff),
        own=staff.id == me().id,
        form=form,
        errors=errors,
    )
