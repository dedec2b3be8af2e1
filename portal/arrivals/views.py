"""Views: Arrivals: the people, consultants and contacts that were there before the portal."""

from typing import Final

from flask import Blueprint, Response, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy import select

from portal import audit, same_person
from portal.access import me, staff_only
from portal.arrivals import actions, columns, reading, taking
from portal.arrivals.reading import Read
from portal.db import db
from portal.models.arrival import Arrival, ArrivalKind
from portal.models.staff import Role
from portal.sheets import reading as sheets
from portal.sheets.table import SheetError

bp = Blueprint("arrivals", __name__)

MANAGERS: Final = (Role.LEADER, Role.ADMIN)
SHOWN: Final = 1000
KINDS: Final = {
    ArrivalKind.PEOPLE: "Folk på venteliste",
    ArrivalKind.CONSULTANTS: "Konsulenter",
    ArrivalKind.CONTACTS: "Kontakter i kommuner",
}
XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
TEMPLATES: Final = {
    "csv": ("text/csv; charset=utf-8", columns.template_csv),
    "xlsx": (XLSX, columns.template_xlsx),
}


@bp.get("/personale/indlaes")
@staff_only(*MANAGERS)
def overview() -> ResponseReturnValue:
    """The kinds of lists, and what was taken in."""
    return _overview([])


@bp.post("/personale/indlaes")
@staff_only(*MANAGERS)
def upload() -> ResponseReturnValue:
    """Keeps a file that can be read, and goes on to what it holds."""
    kind = _kind(request.form.get("kind", ""))
    file = request.files.get("sheet")
    if kind is None or file is None or not file.filename:
        return _overview([{"field": "sheet", "text": "Vælg en liste og en fil."}]), 422
    try:
        rows = reading.read(kind, sheets.read_table(file.read(), file.filename))
    except SheetError as error:
        return _overview([{"field": "sheet", "text": str(error)}]), 422
    arrival = actions.keep(kind, file.filename, rows, by=me())
    return redirect(url_for("arrivals.preview", arrival_id=arrival.id))


@bp.get("/personale/indlaes/skabelon/<kind>.<ending>")
@staff_only(*MANAGERS)
def template(kind: str, ending: str) -> ResponseReturnValue:
    """The empty spreadsheet to fill in."""
    wanted = _kind(kind) or abort(404)
    mimetype, make = TEMPLATES.get(ending) or abort(404)
    disposition = f'attachment; filename="klapjob-{wanted.value}.{ending}"'
    return Response(make(wanted), headers={"Content-Type": mimetype, "Content-Disposition": disposition})


@bp.get("/personale/indlaes/<arrival_id>")
@staff_only(*MANAGERS)
def preview(arrival_id: str) -> ResponseReturnValue:
    """What a file holds, row by row; later, what came of it."""
    arrival = _find(arrival_id)
    rows = actions.rows_of(arrival)
    if arrival.kind is ArrivalKind.PEOPLE and rows:
        audit.looked("arrival", arrival.id, purpose=actions.PURPOSE)
    return render_template(
        "arrivals/preview.html",
        arrival=arrival,
        kind=KINDS[arrival.kind],
        rows=rows[:SHOWN],
        good=sum(not row.wrong for row in rows),
        known={row.number for row in rows[:SHOWN] if _is_known(arrival.kind, row)},
    )


@bp.post("/personale/indlaes/<arrival_id>")
@staff_only(*MANAGERS)
def take(arrival_id: str) -> ResponseReturnValue:
    """Takes a file in; a second click changes nothing."""
    arrival = _find(arrival_id, lock=True)
    if arrival.taken_at is None:
        known = [row for row in actions.rows_of(arrival) if _is_known(arrival.kind, row)]
        without = frozenset(row.number for row in known) if "dubletter" not in request.form else frozenset()
        number = actions.take(arrival, without=without, by=me())
        flash(f"{number} {'række' if number == 1 else 'rækker'} er taget med.")
    return redirect(url_for("arrivals.preview", arrival_id=arrival.id))


@bp.post("/personale/indlaes/<arrival_id>/fortryd")
@staff_only(*MANAGERS)
def undo(arrival_id: str) -> ResponseReturnValue:
    """Takes a whole import back, or throws a file away that was not taken in."""
    arrival = _find(arrival_id, lock=True)
    if arrival.taken_at is None:
        actions.drop(arrival)
        flash("Filen er smidt væk. Intet er ændret.")
    elif arrival.undone_at is None:
        kept = actions.undo(arrival)
        flash(
            f"Det er taget tilbage. {kept} bliver, fordi nogen har arbejdet med dem."
            if kept
            else "Det er taget tilbage."
        )
    return redirect(url_for("arrivals.overview"))


def _kind(text: str) -> ArrivalKind | None:
    """A kind that the person signed in may see: people are no business of an administrator's."""
    return next((kind for kind in _kinds() if kind.value == text), None)


def _kinds() -> list[ArrivalKind]:
    return [kind for kind in KINDS if kind is not ArrivalKind.PEOPLE or me().has(Role.LEADER)]


def _find(arrival_id: str, *, lock: bool = False) -> Arrival:
    """The list with this id; `lock` lets a second click wait for the first one."""
    arrival = db.session.get(Arrival, arrival_id, with_for_update=lock)
    return arrival if arrival is not None and arrival.kind in _kinds() else abort(404)


def _is_known(kind: ArrivalKind, row: Read) -> bool:
    if kind is not ArrivalKind.PEOPLE or row.wrong:
        return False
    person = taking.candidate_of(row.values)
    return same_person.among_known(db.session(), person, born=row.values.get("birth_year", ""))


def _overview(errors: list[dict[str, str]]) -> str:
    kinds = _kinds()
    query = select(Arrival).where(Arrival.kind.in_(kinds)).order_by(Arrival.created_at.desc()).limit(50)
    return render_template(
        "arrivals/overview.html",
        kinds=[(kind.value, KINDS[kind]) for kind in kinds],
        names=KINDS,
        arrivals=list(db.session.scalars(query)),
        errors=errors,
    )
