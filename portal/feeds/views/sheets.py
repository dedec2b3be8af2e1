"""Views: A partner's spreadsheet: template, upload, preview row by row, and taking it in."""

from dataclasses import replace
from typing import Final

from flask import Response, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from portal.access import staff_only
from portal.csrf import checks_token_itself
from portal.db import db
from portal.feeds import actions, preview, queries, sheet_job
from portal.feeds.forms import UploadForm
from portal.feeds.views.blueprint import MANAGERS, bp
from portal.models.job import Job, JobKind, JobState
from portal.sheets import template

XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
TEMPLATES: Final = {
    "csv": ("text/csv; charset=utf-8", template.template_csv),
    "xlsx": (XLSX, template.template_xlsx),
}
TAKEN: Final = "Navnet hører til en kilde, som ikke er et regneark, eller som er stoppet. Vælg et andet."


@bp.get("/personale/kilder/regneark")
@staff_only(*MANAGERS)
def new_sheet() -> ResponseReturnValue:
    """Asks for a partner's file."""
    return _upload_page(UploadForm(formdata=None, data={"partner": request.args.get("partner", "")[:40]}), [])


@bp.post("/personale/kilder/regneark")
@checks_token_itself
@staff_only(*MANAGERS)
def upload_sheet() -> ResponseReturnValue:
    """Keeps a file that can be read, and goes on to what it would do."""
    form = UploadForm()
    if not form.validate():
        return _upload_page(form, form.problems()), 422
    try:
        job = actions.keep_sheet(form.source(), form.job())
    except actions.NameTakenError:
        return _upload_page(form, [{"field": "partner", "text": TAKEN}]), 422
    return redirect(url_for("feeds.sheet", job_id=job.id))


@bp.get("/personale/kilder/regneark/skabelon.<kind>")
@staff_only(*MANAGERS)
def sheet_template(kind: str) -> ResponseReturnValue:
    """The empty spreadsheet to fill in."""
    mimetype, make = TEMPLATES.get(kind) or abort(404)
    disposition = f'attachment; filename="{template.NAME}.{kind}"'
    return Response(make(), headers={"Content-Type": mimetype, "Content-Disposition": disposition})


@bp.get("/personale/kilder/regneark/<job_id>")
@staff_only(*MANAGERS)
def sheet(job_id: str) -> ResponseReturnValue:
    """What a file would do; later, how far it is; in the end, what it did."""
    job = _job(job_id)
    if job.state is not JobState.DRAFT:
        return render_template("feeds/sheet_done.html", job=job)
    shown = preview.read(db.session(), job.source, sheet_job.from_payload(job.payload))
    return render_template("feeds/sheet.html", job=job, shown=shown, most=preview.SHOWN_ROWS)


@bp.post("/personale/kilder/regneark/<job_id>")
@staff_only(*MANAGERS)
def take_sheet(job_id: str) -> ResponseReturnValue:
    """Gives a file that was looked at to the worker; a second click changes nothing."""
    job = _job(job_id)
    if job.state is JobState.DRAFT:
        uploaded = sheet_job.from_payload(job.payload)
        closing = tuple(request.form.getlist("ids")) if uploaded.whole else ()
        actions.take_sheet(job, replace(uploaded, closing=closing))
    return redirect(url_for("feeds.sheet", job_id=job.id))


@bp.post("/personale/kilder/regneark/<job_id>/fortryd")
@staff_only(*MANAGERS)
def drop_sheet(job_id: str) -> ResponseReturnValue:
    """Throws a file away."""
    job = _job(job_id)
    if job.state is not JobState.DRAFT:
        abort(404)
    actions.drop_sheet(job)
    flash("Filen er smidt væk. Intet er ændret.")
    return redirect(url_for("feeds.overview"))


def _job(job_id: str) -> Job:
    job = db.session.get(Job, job_id)
    return job if job is not None and job.kind is JobKind.SHEET else abort(404)


def _upload_page(form: UploadForm, errors: list[dict[str, str]]) -> str:
    return render_template(
        "feeds/upload.html", form=form, errors=errors, known=queries.spreadsheet_sources(db.session())
    )
