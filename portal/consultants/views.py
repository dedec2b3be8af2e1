"""Views: Consultants: their municipalities, who stands in for them, exceptions, and how much they have."""

from io import BytesIO
from typing import Final

from flask import Blueprint, abort, flash, redirect, render_template, request, send_file, url_for
from flask.typing import ResponseReturnValue
from werkzeug.wrappers import Response

from portal import photos, routing, storage
from portal.access import public, staff_only
from portal.consultants import actions, forms, queries
from portal.consultants.forms import AbsenceForm, ContactForm, ExceptionForm, PlainForm
from portal.csrf import checks_token_itself
from portal.db import db
from portal.models.consultant import Absence, Consultant, RoutingException
from portal.models.staff import Role
from portal.photos import NoPhotoError
from portal.places import municipalities

bp = Blueprint("consultants", __name__)

MANAGERS: Final = (Role.LEADER, Role.ADMIN)
FRESH_SECONDS: Final = 3600


@bp.get("/personale/konsulenter")
@staff_only(*MANAGERS)
def overview() -> ResponseReturnValue:
    """The consultants, what they have to do, and who goes to whom."""
    return _overview(ExceptionForm(routing.at_work(db.session()), fresh=True))


@bp.post("/personale/konsulenter/undtagelse")
@checks_token_itself
@staff_only(*MANAGERS)
def keep_exception() -> ResponseReturnValue:
    """Keeps an exception to the rule that the municipality decides."""
    form = ExceptionForm(routing.at_work(db.session()))
    if not form.validate():
        return _overview(form), 422
    actions.keep_exception(form.fits.data, form.municipality.data, form.consultant.data)
    flash("Undtagelsen gælder fra nu af.")
    return redirect(url_for("consultants.overview"))


@bp.post("/personale/konsulenter/undtagelse/slet")
@staff_only(*MANAGERS)
def drop_exception() -> ResponseReturnValue:
    """Ends an exception."""
    key = (request.form.get("fits", "")[:20], request.form.get("municipality", "")[:4])
    actions.drop_exception(db.session.get(RoutingException, key) or abort(404))
    flash("Undtagelsen er slettet.")
    return redirect(url_for("consultants.overview"))


@bp.get("/personale/konsulenter/<consultant_id>")
@staff_only(*MANAGERS)
def consultant(consultant_id: str) -> ResponseReturnValue:
    """One consultant."""
    return _page(_find(consultant_id))


@bp.post("/personale/konsulenter/<consultant_id>")
@checks_token_itself
@staff_only(*MANAGERS)
def change_contact(consultant_id: str) -> ResponseReturnValue:
    """Keeps telephone and district."""
    row, form = _find(consultant_id), ContactForm()
    if not form.validate():
        return _page(row, contact=form), 422
    actions.change_contact(row, phone=form.phone.data, district=form.district.data)
    return _done(row, "Det er gemt.")


@bp.post("/personale/konsulenter/<consultant_id>/kommune")
@staff_only(*MANAGERS)
def give_municipality(consultant_id: str) -> ResponseReturnValue:
    """Gives the consultant one more municipality."""
    row = _find(consultant_id)
    place = municipalities.by_code(request.form.get("kommune", "")[:4])
    if place is None:
        return _page(row, errors=[{"field": "kommune", "text": "Vælg en kommune."}]), 422
    if not routing.is_at_work(row):
        wrong = f"{row.staff.name} er ikke konsulent nu. Giv først kontoen rollen."
        return _page(row, errors=[{"field": "kommune", "text": wrong}]), 422
    actions.give_municipality(row, place.code)
    return _done(row, f"{row.staff.name} har nu {place.name}.")


@bp.post("/personale/konsulenter/<consultant_id>/kommune/fjern")
@staff_only(*MANAGERS)
def take_municipality(consultant_id: str) -> ResponseReturnValue:
    """Takes a municipality from the consultant."""
    row = _find(consultant_id)
    actions.take_municipality(row, request.form.get("kommune", "")[:4])
    return _done(row, "Kommunen er fjernet.")


@bp.post("/personale/konsulenter/<consultant_id>/vaek")
@checks_token_itself
@staff_only(*MANAGERS)
def plan_absence(consultant_id: str) -> ResponseReturnValue:
    """Plans days off with a deputy."""
    row = _find(consultant_id)
    form = AbsenceForm(_colleagues(row))
    if not form.validate():
        return _page(row, absence=form), 422
    actions.plan_absence(row, form.deputy.data, form.days())
    return _done(row, "Vikaren ser sagerne, så længe det varer.")


@bp.post("/personale/konsulenter/<consultant_id>/vaek/<absence_id>/slet")
@staff_only(*MANAGERS)
def drop_absence(consultant_id: str, absence_id: str) -> ResponseReturnValue:
    """Ends days off, or calls them off."""
    row, absence = _find(consultant_id), db.session.get(Absence, absence_id)
    if absence is None or absence.consultant_id != row.id:
        abort(404)
    actions.drop_absence(absence)
    return _done(row, "Det er slettet.")


@bp.post("/personale/konsulenter/<consultant_id>/foto")
@staff_only(*MANAGERS)
def keep_photo(consultant_id: str) -> ResponseReturnValue:
    """Keeps a photo, which everybody can see from then on."""
    row, given = _find(consultant_id), request.files.get("photo")
    try:
        actions.keep_photo(row, given.read() if given else b"")
    except NoPhotoError as error:
        return _page(row, errors=[{"field": "photo", "text": str(error)}]), 422
    return _done(row, "Fotoet er gemt.")


@bp.post("/personale/konsulenter/<consultant_id>/foto/slet")
@staff_only(*MANAGERS)
def drop_photo(consultant_id: str) -> ResponseReturnValue:
    """Deletes the photo."""
    row = _find(consultant_id)
    actions.drop_photo(row)
    return _done(row, "Fotoet er slettet.")


@bp.get("/konsulent/<consultant_id>.jpg")
@public
def photo(consultant_id: str) -> ResponseReturnValue:
    """The photo of a consultant who works here."""
    key = photos.key_of(db.session(), db.session.get(Consultant, consultant_id))
    content = (storage.get(key) if key else None) or abort(404)
    return send_file(
        BytesIO(content), mimetype="image/jpeg", etag=key.rpartition("/")[2], max_age=FRESH_SECONDS
    )


def _find(consultant_id: str) -> Consultant:
    return db.session.get(Consultant, consultant_id) or abort(404)


def _colleagues(row: Consultant) -> list[Consultant]:
    return [other for other in routing.at_work(db.session()) if other.id != row.id]


def _done(row: Consultant, message: str) -> Response:
    flash(message)
    return redirect(url_for("consultants.consultant", consultant_id=row.id))


def _overview(form: ExceptionForm) -> str:
    session = db.session()
    names = dict(forms.all_municipalities())
    return render_template(
        "consultants/overview.html",
        lines=queries.lines(session),
        alone=queries.without_consultant(session),
        rules=queries.exceptions(session),
        fits=dict(forms.FITS),
        names=names,
        form=form,
        errors=form.problems(),
    )


def _page(
    row: Consultant,
    *,
    contact: ContactForm | None = None,
    absence: AbsenceForm | None = None,
    errors: list[dict[str, str]] | None = None,
) -> str:
    failed: list[PlainForm] = [form for form in (contact, absence) if form is not None]
    known = {"phone": row.phone, "district": row.district}
    return render_template(
        "consultants/consultant.html",
        row=row,
        own=queries.own_municipalities(row),
        others=forms.options("Vælg kommune", forms.all_municipalities()),
        away=queries.absences(db.session(), row),
        has_photo=bool(photos.key_of(db.session(), row)),
        contact=contact or ContactForm(formdata=None, data=known),
        absence=absence or AbsenceForm(_colleagues(row), fresh=True),
        errors=[*(errors or []), *(problem for form in failed for problem in form.problems())],
    )
