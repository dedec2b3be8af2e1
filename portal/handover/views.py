"""Views: Hand-over pack: one case as a file for KLAPweb, and as a fact sheet for the form in VITAS."""

import json
from typing import Final

from flask import Blueprint, Response, abort, render_template
from flask.typing import ResponseReturnValue

from portal import audit, cases, pdf
from portal.access import me, staff_only
from portal.db import db
from portal.handover import contents
from portal.models.application import Application
from portal.models.staff import Role
from portal.sheets import written

bp = Blueprint("handover", __name__)

CASE_WORKERS: Final = (Role.SECRETARIAT, Role.LEADER, Role.CONSULTANT)
TO_KLAPWEB: Final = "hand-over to KLAPweb"
TO_VITAS: Final = "form in VITAS"


@bp.get("/personale/sag/<application_id>/overdragelse")
@staff_only(*CASE_WORKERS)
def pack(application_id: str) -> ResponseReturnValue:
    """The facts to copy, and the files."""
    application = _find(application_id)
    audit.looked("application", application.id, purpose=TO_VITAS)
    return render_template(
        "handover/pack.html",
        case=application,
        facts=contents.as_facts(db.session(), application),
        agreed=application.person_agreed_at is not None,
        makes_pdf=pdf.is_available(),
    )


@bp.get("/personale/sag/<application_id>/overdragelse/klapweb.json")
@staff_only(*CASE_WORKERS)
def as_json(application_id: str) -> ResponseReturnValue:
    """The case for KLAPweb as JSON."""
    export = contents.as_export(db.session(), _agreed(application_id, TO_KLAPWEB))
    body = json.dumps(export, ensure_ascii=False, indent=2).encode()
    return _file(body, "application/json", f"klapjob-{application_id}.json")


@bp.get("/personale/sag/<application_id>/overdragelse/klapweb.csv")
@staff_only(*CASE_WORKERS)
def as_csv(application_id: str) -> ResponseReturnValue:
    """The case for KLAPweb as CSV."""
    export = contents.as_export(db.session(), _agreed(application_id, TO_KLAPWEB))
    body = written.csv_file(contents.as_lines(export))
    return _file(body, "text/csv; charset=utf-8", f"klapjob-{application_id}.csv")


@bp.get("/personale/sag/<application_id>/overdragelse/vitas.pdf")
@staff_only(*CASE_WORKERS)
def as_pdf(application_id: str) -> ResponseReturnValue:
    """The fact sheet for the form in VITAS; a page to print where this machine makes no PDF."""
    application = _agreed(application_id, TO_VITAS)
    facts = contents.as_facts(db.session(), application)
    if not pdf.is_available():
        return render_template("handover/sheet_page.html", case=application, facts=facts)
    page = render_template("handover/sheet.html", case=application, facts=facts)
    return _file(pdf.render(page), "application/pdf", f"vitas-{application_id}.pdf")


def _find(application_id: str) -> Application:
    return cases.find(db.session(), me(), application_id) or abort(404)


def _agreed(application_id: str, purpose: str) -> Application:
    """The case, if it may leave the portal: without the person's own yes nothing does (promise 47)."""
    application = _find(application_id)
    if application.person_agreed_at is None:
        abort(404)
    audit.exported("application", application.id, purpose=purpose)
    return application


def _file(body: bytes, mimetype: str, name: str) -> Response:
    disposition = f'attachment; filename="{name}"'
    return Response(body, headers={"Content-Type": mimetype, "Content-Disposition": disposition})
