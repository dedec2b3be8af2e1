"""Views for staff: the leaflet studio. Write and see, upload, approve, give out."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any, Final

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from portal import clock, pdf, photos
from portal.access import me, staff_only
from portal.db import db
from portal.models.leaflet import Leaflet
from portal.municipalities import (
    files_given,
    filing,
    leaflet_checks,
    leaflet_pdf,
    leaflet_texts,
    leaflets,
    reading,
    staff_queries,
)
from portal.municipalities.leaflet_content import Content
from portal.municipalities.staff_forms import leaflet_values, typed_day, typed_texts, wrong_texts
from portal.municipalities.views.blueprint import APPROVERS, EDITORS, bp, place_or_404
from portal.municipalities.views.leaflets import photo

LASTS: Final = timedelta(days=365)


@bp.get("/personale/kommuner/<slug>/folder")
@staff_only(*EDITORS)
def studio(slug: str) -> ResponseReturnValue:
    """The version that is being worked on, with its preview; else the way to begin one."""
    leaflet = _open_version(slug)
    return _page(slug, leaflet, leaflet_values(leaflet) if leaflet else {}, version=leaflets.mark(leaflet))


@bp.post("/personale/kommuner/<slug>/folder/begynd")
@staff_only(*EDITORS)
def begin_leaflet(slug: str) -> ResponseReturnValue:
    leaflets.begin(db.session(), place_or_404(slug).code, by=me())
    return _back(slug)


@bp.post("/personale/kommuner/<slug>/folder")
@staff_only(*EDITORS)
def write_leaflet(slug: str) -> ResponseReturnValue:
    """Keeps the words; says so where the last day would keep the leaflet from being given out.

    Where a colleague has given the version out meanwhile, they are the beginning of the next one. What a
    colleague has written meanwhile is shown before it is written over.
    """
    session, code, texts = db.session(), place_or_404(slug).code, typed_texts(request.form)
    version, wrong = request.form.get("version", ""), wrong_texts(texts)
    if wrong:
        return _page(slug, leaflets.begin(session, code, by=me()), texts, version=version, wrong=wrong), 422
    until = typed_day(request.form.get("expires_on", ""))
    try:
        leaflets.write_newest(session, code, texts, basis=version, expires_on=until, by=me())
    except leaflets.StaleError:
        newest = leaflets.begin(session, code, by=me())
        return _page(slug, newest, texts, version=leaflets.mark(newest), is_stale=True), 409
    if until is not None and until < clock.today():
        flash("Teksten er gemt, men sidste dag er forbi. Vælg en dag, der kommer.", "error")
    else:
        flash("Gemt.")
    return _back(slug)


@bp.post("/personale/kommuner/<slug>/folder/fil")
@staff_only(*EDITORS)
def upload_leaflet(slug: str) -> ResponseReturnValue:
    """Uses a PDF that was made elsewhere, or adds a photo to the statement."""
    leaflet = _open_version(slug)
    if leaflet is None:
        return _over(slug)
    given = request.files.get("file")
    data = given.read() if given else b""
    try:
        if request.form.get("what") == "photo":
            leaflets.keep_portrait(db.session(), leaflet, photos.square(data), by=me())
        else:
            files_given.check_pdf(data)
            leaflets.upload(db.session(), leaflet, data, by=me())
    except (files_given.RefusedError, photos.NoPhotoError) as error:
        flash(str(error), "error")
    except leaflets.NotAllowedError:
        return _over(slug)
    else:
        flash("Filen er lagt ind.")
    return _back(slug)


@bp.post("/personale/kommuner/<slug>/folder/godkend")
@staff_only(*APPROVERS)
def approve_leaflet(slug: str) -> ResponseReturnValue:
    """Says that the words are right, if they fit."""
    leaflet = _open_version(slug)
    if leaflet is None:
        return _over(slug)
    too_full = not leaflet.uploaded and bool(_overfull(_content(slug, leaflet)))
    try:
        leaflets.check_basis(db.session(), leaflet.municipality_code, request.form.get("version", ""))
        leaflets.approve(db.session(), leaflet, fits=not too_full, by=me())
    except leaflets.StaleError:
        flash("En kollega har ændret folderen imens. Læs den igen, før du godkender.", "error")
    except leaflets.TooFullError:
        flash("Der er ikke plads til teksten. Gør den kortere, før du godkender.", "error")
    except leaflets.NotAllowedError:
        flash("Folderen er allerede godkendt.")
    else:
        flash("Folderen er godkendt. Nu kan den udgives.")
    return _back(slug)


@bp.post("/personale/kommuner/<slug>/folder/udgiv")
@staff_only(*EDITORS)
def publish_leaflet(slug: str) -> ResponseReturnValue:
    """Gives an approved version out; pressing twice is no error."""
    leaflet, place = _open_version(slug), place_or_404(slug)
    if leaflet is None:
        return _over(slug)
    try:
        leaflets.publish(db.session(), leaflet, by=me())
    except leaflets.NotAllowedError:
        flash("Folderen kan ikke udgives. Den skal være godkendt, og sidste dag må ikke være forbi.", "error")
    else:
        filing.build_one(db.session(), place)
        filing.keep_as_published(db.session(), leaflet, place)
        flash("Folderen er udgivet.")
    return _back(slug)


@bp.get("/personale/kommuner/<slug>/folder/vis")
@staff_only(*EDITORS)
def preview_kept(slug: str) -> ResponseReturnValue:
    """What is kept, as the sheet will look."""
    return _sheet(slug, _content(slug, _editable(slug)))


@bp.post("/personale/kommuner/<slug>/folder/vis")
@staff_only(*EDITORS)
def preview_typed(slug: str) -> ResponseReturnValue:
    """What is typed at this moment, as the sheet will look; nothing is kept."""
    kept = _editable(slug)
    typed = Leaflet(
        municipality_code=kept.municipality_code,
        number=kept.number,
        texts=typed_texts(request.form),
        portrait=kept.portrait,
    )
    return _sheet(slug, _content(slug, typed))


@bp.get("/personale/kommuner/<slug>/folder/udtalelse.jpg")
@staff_only(*EDITORS)
def draft_portrait(slug: str) -> ResponseReturnValue:
    """The photo beside the statement of the version that is being worked on."""
    return photo(_editable(slug).portrait)


def _editable(slug: str) -> Leaflet:
    return _open_version(slug) or abort(404)


def _open_version(slug: str) -> Leaflet | None:
    """The version that is being worked on, if there is one."""
    versions = leaflets.versions(db.session(), place_or_404(slug).code)
    return versions[0] if versions and versions[0].state in leaflets.EDITABLE else None


def _over(slug: str) -> ResponseReturnValue:
    """Says what has become of the version somebody wanted to go on with, as after a double click."""
    if not leaflets.versions(db.session(), place_or_404(slug).code):
        flash("Kommunen har ingen egen folder endnu. Lav en ny version.", "error")
    else:
        flash("Folderen er allerede udgivet. Den rettes ved at lave en ny version.")
    return _back(slug)


def _page(
    slug: str,
    leaflet: Leaflet | None,
    texts: Mapping[str, str],
    *,
    version: str,
    wrong: Mapping[str, str] | None = None,
    is_stale: bool = False,
) -> str:
    """The studio with these texts; `version` is the mark of what they are written on."""
    place = place_or_404(slug)
    kept = leaflet.expires_on or clock.today() + LASTS if leaflet else None
    return render_template(
        "municipalities/staff/studio.html",
        place=place,
        slug=slug,
        leaflet=leaflet,
        texts=texts,
        version=version,
        wrong=wrong or {},
        others=leaflet_values(leaflet) if leaflet and is_stale else {},
        fields=leaflet_texts.FIELDS,
        **(_checked(_content(slug, leaflet)) if leaflet else {}),
        ends_on=request.form.get("expires_on", kept.isoformat() if kept else ""),
        versions=leaflets.versions(db.session(), place.code),
        states=staff_queries,
        may_approve=me().has(*APPROVERS),
    )


def _content(slug: str, leaflet: Leaflet | None) -> Content:
    place, session = place_or_404(slug), db.session()
    return reading.content(
        place,
        leaflet=leaflet,
        facts=reading.facts_of(session, [place.code]).get(place.code),
        consultant=reading.consultants(session, [place.code]).get(place.code),
        jobs=reading.count_jobs(session, [place])[place.code],
        figures=reading.newest_worth(session),
        country=reading.newest_country(session),
    )


def _overfull(content: Content) -> tuple[int, ...]:
    return leaflet_pdf.overfull(content) if pdf.is_available() else ()


def _checked(content: Content) -> dict[str, Any]:
    """What the templates say of the words: too long, too hard, and which panels are too full."""
    words = content.words
    return {
        "notes": {note.key: note for note in leaflet_checks.notes(words)},
        "warnings": leaflet_checks.warnings(words),
        "overfull": _overfull(content),
    }


def _sheet(slug: str, content: Content) -> str:
    """The sheet as a page for the frame, as on paper, below what there is to say of its words."""
    return render_template(
        "municipalities/staff/sheet.html",
        variant="folded",
        root="/static/",
        labels={field.key: field.label for field in leaflet_texts.FIELDS},
        pics={
            "code": url_for("municipalities.code", slug=slug),
            "consultant": url_for("municipalities.consultant_photo", slug=slug),
            "portrait": url_for("municipalities.draft_portrait", slug=slug),
        },
        **leaflet_pdf.template_values(content),
        **_checked(content),
    )


def _back(slug: str) -> ResponseReturnValue:
    return redirect(url_for("municipalities.studio", slug=slug), 303)
