"""Staff key in an application while somebody is on the telephone: one page, one transaction."""

from typing import Final, cast

from flask import Blueprint, current_app, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from portal import audit, clock, consents, crypto, intake, tickets
from portal.access import me, staff_only
from portal.apply import forms, keying, queries
from portal.apply.actions import queue_receipt
from portal.apply.checking import Problem, Problems, Typed
from portal.apply.keying import NOT_YET, Keyed
from portal.apply.questions import FORM_VERSION
from portal.csrf import checks_token_itself, token_is_good
from portal.db import db
from portal.models.application import Application, CameBy, FilledBy, State
from portal.models.staff import Role, Staff

bp = Blueprint("by_phone", __name__)

KEY: Final = "key"
OLD_PAGE: Final = "Siden er gammel. Tryk en gang til. Det, du skrev, står her endnu."


@bp.get("/personale/ny-ansoegning")
@staff_only(Role.SECRETARIAT, Role.LEADER)
def new() -> ResponseReturnValue:
    """The questions of the form on one page."""
    return _page({}, (), crypto.token())


@bp.post("/personale/ny-ansoegning")
@checks_token_itself
@staff_only(Role.SECRETARIAT, Role.LEADER)
def keep() -> ResponseReturnValue:
    """Hands in what was keyed in; the same page sent twice is one case."""
    typed = forms.typed((*keying.fields(), KEY))
    key = "".join(typed[KEY])[:100] or crypto.token()
    if not token_is_good():
        return _page(typed, (Problem("name", OLD_PAGE),), key), 400
    keyed = keying.read(typed)
    if not isinstance(keyed, Keyed):
        return _page(typed, keyed, key), 422
    application = _hand_in(db.session(), keyed, key, by=me())
    flash(f"Ansøgningen er gemt. Nummeret er {tickets.shown(application.reference)}. Læs det højt.")
    return redirect(url_for("screening.case", application_id=application.id))


def _hand_in(session: Session, keyed: Keyed, key: str, *, by: Staff) -> Application:
    """The new case, or the one that the same page has made before; commits."""
    hashed = crypto.token_hash(key)
    application = _filled_in(keyed, hashed)
    try:
        session.add(application)
        session.flush()
    except IntegrityError:
        session.rollback()
        return session.scalars(select(Application).where(Application.token_hash == hashed)).one()
    agreed = "" if keyed.agreed == NOT_YET else keyed.agreed
    intake.submit(
        session,
        application,
        _person(keyed),
        consent_text=keying.consent_text(keyed.agreed),
        days=current_app.config["SETTINGS"].answer_days,
        taken_by=by,
        agreed=agreed,
    )
    _tell(session, application)
    audit.changed("key in", "application", application.id, purpose="case work")
    session.commit()
    return application


def _filled_in(keyed: Keyed, token_hash: str) -> Application:
    now = clock.now()
    application = Application(
        token_hash=token_hash,
        form_version=FORM_VERSION,
        created_at=now,
        updated_at=now,
        state_since=now,
        came_by=CameBy.PHONE,
        filled_by=FilledBy(_text(keyed, "who") or FilledBy.SELF),
        fits=_text(keyed, "fits"),
    )
    application.answers = queries.as_stored(keyed.answers.values())
    return application


def _person(keyed: Keyed) -> intake.Person:
    contact = cast("dict[str, str]", keying.value_of(keyed.answers, "contact") or {})
    return intake.Person(
        name=_text(keyed, "name"),
        phone=contact.get("phone", ""),
        email=contact.get("email", ""),
        place=_text(keyed, "place"),
        municipality_code=keyed.municipality_code,
    )


def _tell(session: Session, application: Application) -> None:
    """A receipt to the person's mail; or the question for the person's own yes."""
    if application.state == State.AWAITING_CONSENT:
        consents.ask(session, application)
    elif application.candidate is not None and application.candidate.email:
        queue_receipt(session, application, application.candidate.email)


def _text(keyed: Keyed, key: str) -> str:
    return cast("str", keying.value_of(keyed.answers, key))


def _page(typed: Typed, problems: Problems, key: str) -> str:
    return render_template(
        "apply/by_phone.html",
        sections=keying.sections(),
        way_options=[{"value": way, "words": said} for way, said in keying.WAYS_TO_AGREE],
        read_aloud=keying.read_aloud(),
        typed={field: typed.get(field, []) for field in keying.fields()},
        problems=[{"field": problem.field, "text": problem.text} for problem in problems],
        errors={problem.field: problem.text for problem in reversed(problems)},
        key=key,
    )
