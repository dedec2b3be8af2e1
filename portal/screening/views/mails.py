"""Mails that no server takes: try again, or tell the person in another way."""

from flask import abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from portal import audit
from portal.access import staff_only
from portal.db import db
from portal.screening import actions, queries, words
from portal.screening.views.blueprint import OFFICE, bp


@bp.get("/personale/post")
@staff_only(*OFFICE)
def stuck_mails() -> ResponseReturnValue:
    """Mails that no server takes."""
    audit.looked("stuck mail", purpose="mail trouble")
    return render_template(
        "screening/stuck_mails.html", messages=queries.stuck_mails(db.session()), kinds=words.MAIL_KIND
    )


@bp.post("/personale/post/<message_id>/igen")
@staff_only(*OFFICE)
def try_mail_again(message_id: str) -> ResponseReturnValue:
    actions.try_mail_again(queries.stuck_mail(db.session(), message_id) or abort(404))
    flash("Vi prøver at sende mailen igen.")
    return redirect(url_for("screening.stuck_mails"))


@bp.post("/personale/post/<message_id>/klaret")
@staff_only(*OFFICE)
def drop_mail(message_id: str) -> ResponseReturnValue:
    actions.drop_mail(queries.stuck_mail(db.session(), message_id) or abort(404))
    flash("Mailen er fjernet fra listen.")
    return redirect(url_for("screening.stuck_mails"))
