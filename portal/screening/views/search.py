"""Search for a person. What is searched for travels in the body of a POST, never in an address."""

from flask.typing import ResponseReturnValue

from portal import audit, frames, personal_frames
from portal.access import me, staff_only
from portal.csrf import checks_token_itself
from portal.db import db, reads_first
from portal.screening import drawing, finding, rows
from portal.screening.finding import Found
from portal.screening.forms import SearchForm
from portal.screening.sections import Wanted
from portal.screening.views.blueprint import CASE_WORKERS, bp


@bp.get("/personale/soeg")
@staff_only(*CASE_WORKERS)
def search() -> ResponseReturnValue:
    """The empty form."""
    return _page(SearchForm())


@bp.post("/personale/soeg")
@checks_token_itself
@reads_first
@staff_only(*CASE_WORKERS)
def find() -> ResponseReturnValue:
    """The people who fit; the search itself leaves a line in the audit trail."""
    form = SearchForm()
    if not form.validate():
        return _page(form), 422
    wanted = Wanted(municipality=form.municipality.data, fits=form.fits.data)
    page = _page(form, finding.find(db.session(), me(), form.text.data, wanted))
    # Noted last, in the transaction that has read.
    audit.searched("application", form.text.data, purpose="find a case")
    return page


def _page(form: SearchForm, found: Found | None = None) -> bytes:
    errors = form.problems()
    return personal_frames.page(
        "screening/search.html",
        {
            "error": b"Fejl: " if errors else b"",
            "errors": _piece("wrong", errors) if errors else b"",
            "asked": _piece("asked", form),
            "found": _result(found) if found else b"",
        },
    )


def _result(found: Found) -> bytes:
    """A hit may stand anywhere in the work, so its state takes the place of the signals."""
    lines = rows.of_cases(db.session(), found.cases, by_state=True).values()
    return _piece("result", found, drawing.lines(lines), len(lines))


def _piece(macro: str, *values: object) -> bytes:
    return frames.piece("screening/_search.html", macro, *values)
