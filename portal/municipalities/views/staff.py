"""Views for staff: all municipalities, one with its contact and figures, what a job is worth."""

from typing import Any

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from portal import clock
from portal.access import me, staff_only
from portal.csrf import checks_token_itself
from portal.db import db
from portal.models.municipality import MunicipalityFacts
from portal.municipalities import agreements, facts, leaflets, reading, showing, staff_queries
from portal.municipalities.staff_forms import FactsForm, WorthForm
from portal.municipalities.views.blueprint import APPROVERS, EDITORS, bp, place_or_404
from portal.photos import NoPhotoError


@bp.get("/personale/kommuner")
@staff_only(*EDITORS)
def staff_overview() -> ResponseReturnValue:
    """All 98: agreement, consultant, leaflet, downloads."""
    return render_template(
        "municipalities/staff/overview.html",
        lines=staff_queries.overview(db.session()),
        today=clock.today(),
        words=showing,
        states=staff_queries,
    )


@bp.get("/personale/kommuner/<slug>")
@staff_only(*EDITORS)
def staff_show(slug: str) -> ResponseReturnValue:
    """One municipality as staff keep it."""
    row = db.session.get(MunicipalityFacts, place_or_404(slug).code)
    return _page(slug, FactsForm(formdata=None, obj=row))


@bp.post("/personale/kommuner/<slug>")
@checks_token_itself
@staff_only(*EDITORS)
def keep_facts(slug: str) -> ResponseReturnValue:
    """Keeps contact and figures."""
    place = place_or_404(slug)
    form = FactsForm()
    if not form.validate():
        return _page(slug, form), 422
    facts.keep(db.session(), place.code, form.fill, by=me())
    flash("Gemt.")
    return redirect(url_for("municipalities.staff_show", slug=slug), 303)


@bp.post("/personale/kommuner/<slug>/konsulentfoto")
@staff_only(*EDITORS)
def keep_photo(slug: str) -> ResponseReturnValue:
    """Keeps a photo of the municipality's consultant."""
    given = request.files.get("photo")
    try:
        facts.keep_photo(db.session(), place_or_404(slug).code, given.read() if given else b"", by=me())
    except NoPhotoError as error:
        flash(str(error), "error")
    else:
        flash("Fotoet er gemt.")
    return redirect(url_for("municipalities.staff_show", slug=slug), 303)


def _page(slug: str, form: FactsForm) -> str:
    place = place_or_404(slug)
    session = db.session()
    return render_template(
        "municipalities/staff/show.html",
        place=place,
        slug=slug,
        form=form,
        errors=form.problems() if form.errors else [],
        consultant=reading.consultants(session, [place.code]).get(place.code),
        agreements=agreements.of_municipality(session, place.code),
        versions=leaflets.versions(session, place.code),
        words=showing,
        states=staff_queries,
        today=clock.today(),
    )


@bp.get("/personale/vaerdi")
@staff_only(*EDITORS)
def worth_figures() -> ResponseReturnValue:
    """The published figures behind the business case."""
    return _worth_page(WorthForm(formdata=None, obj=reading.newest_worth(db.session())))


@bp.post("/personale/vaerdi/nye-tal")
@checks_token_itself
@staff_only(*APPROVERS)
def keep_worth() -> ResponseReturnValue:
    """Keeps newer figures; the older ones stay in the table."""
    form = WorthForm()
    if not form.validate():
        return _worth_page(form), 422
    facts.keep_worth(db.session(), form.values(), by=me())
    flash("Gemt. Tallene står nu på alle kommuners sider.")
    return redirect(url_for("municipalities.worth_figures"), 303)


def _worth_page(form: WorthForm) -> str:
    values: dict[str, Any] = {"form": form, "errors": form.problems() if form.errors else []}
    return render_template("municipalities/staff/worth.html", may_change=me().has(*APPROVERS), **values)
