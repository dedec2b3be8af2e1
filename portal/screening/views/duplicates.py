"""Two cases that may be of one person: side by side, joined, parted, or found to be two people."""

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from portal import audit, cases
from portal.access import me, staff_only
from portal.db import db
from portal.models.application import Application
from portal.screening import duplicates, joining, words
from portal.screening.views.blueprint import OFFICE, bp


@bp.get("/personale/sag/<application_id>/samme")
@staff_only(*OFFICE)
def same_person(application_id: str) -> ResponseReturnValue:
    """The cases that may be of the same person, each beside this one."""
    return _page(_find(application_id))


@bp.post("/personale/sag/<application_id>/saml/<other_id>")
@staff_only(*OFFICE)
def join(application_id: str, other_id: str) -> ResponseReturnValue:
    """Makes the first case a part of the second."""
    application, into = _find(application_id), _find(other_id)
    versions = _version("version"), _version("other_version")
    try:
        joining.join(application, into, versions=versions, by=me())
    except (cases.StaleError, cases.ClaimedError, cases.MoveRefusedError):
        db.session.rollback()
        return _page(_find(application_id), changed=True), 409
    flash("De to sager er samlet. Du kan skille dem ad igen.")
    return redirect(url_for("screening.case", application_id=into.id))


@bp.post("/personale/sag/<application_id>/skil-ad")
@staff_only(*OFFICE)
def part(application_id: str) -> ResponseReturnValue:
    """Takes a merged case out of the other one again."""
    application = _find(application_id)
    try:
        joining.part(application, version=_version("version"), by=me())
    except (cases.StaleError, cases.MoveRefusedError):
        db.session.rollback()
        flash("Sagen er ændret imens. Se, hvad der er sket.", "warning")
    else:
        flash("Sagerne er skilt ad igen. Der er ikke gået noget tabt.")
    return redirect(url_for("screening.case", application_id=application_id))


@bp.post("/personale/sag/<application_id>/to-personer/<other_id>")
@staff_only(*OFFICE)
def two_people(application_id: str, other_id: str) -> ResponseReturnValue:
    """Notes that the two are not the same person."""
    application = _find(application_id)
    joining.are_two_people(application, _find(other_id), by=me())
    flash("Det er skrevet ned: De er to personer. Du kan ændre det igen her på siden.")
    return redirect(url_for("screening.same_person", application_id=application.id))


@bp.post("/personale/sag/<application_id>/maaske-samme/<other_id>")
@staff_only(*OFFICE)
def may_be_one(application_id: str, other_id: str) -> ResponseReturnValue:
    """Takes back that the two are not the same person."""
    application = _find(application_id)
    joining.may_be_one(application, _find(other_id))
    flash("Det er skrevet ned: De er måske den samme person.")
    return redirect(url_for("screening.same_person", application_id=application.id))


def _page(application: Application, *, changed: bool = False) -> str:
    number = request.args.get("nummer", "")
    pairs = duplicates.of_case(db.session(), application, me(), reference=number)
    apart = duplicates.known_as_two(db.session(), application, me())
    for shown in (application, *(pair.other for pair in pairs), *apart):
        audit.looked("application", shown.id, purpose="compare cases")
    return render_template(
        "screening/duplicates.html",
        case=application,
        pairs=pairs,
        apart=apart,
        number=number,
        not_found=bool(number) and not any(not pair.shared for pair in pairs),
        changed=changed,
        words=words,
    )


def _version(field: str) -> int:
    """The version of a case that stood on the page; -1 where somebody has changed the number."""
    return request.form.get(field, -1, int)


def _find(application_id: str) -> Application:
    return cases.find(db.session(), me(), application_id) or abort(404)
