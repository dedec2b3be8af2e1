"""Views for staff: agreements with municipalities, and the document to sign."""

from flask import Response, abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from portal import clock, pdf
from portal.access import me, staff_only
from portal.csrf import checks_token_itself
from portal.db import db
from portal.models.agreement import Agreement
from portal.municipalities import agreements, places, showing
from portal.municipalities.staff_forms import AgreementForm, agreement_values
from portal.municipalities.views.blueprint import EDITORS, bp, place_or_404
from portal.places.municipalities import by_code


@bp.get("/personale/kommuner/<slug>/aftale", defaults={"agreement_id": ""})
@bp.get("/personale/kommuner/<slug>/aftale/<agreement_id>")
@staff_only(*EDITORS)
def agreement(slug: str, agreement_id: str) -> ResponseReturnValue:
    """A new agreement, or one that is there."""
    found = _found(slug, agreement_id)
    return _page(slug, found, AgreementForm(formdata=None, data=agreement_values(found)))


@bp.post("/personale/kommuner/<slug>/aftale", defaults={"agreement_id": ""})
@bp.post("/personale/kommuner/<slug>/aftale/<agreement_id>")
@checks_token_itself
@staff_only(*EDITORS)
def keep_agreement(slug: str, agreement_id: str) -> ResponseReturnValue:
    """Keeps an agreement."""
    found = _found(slug, agreement_id)
    form = AgreementForm()
    if not form.validate():
        return _page(slug, found, form), 422
    agreements.keep(db.session(), found, place_or_404(slug).code, form.terms(), by=me())
    flash("Aftalen er gemt.")
    return redirect(url_for("municipalities.staff_show", slug=slug), 303)


@bp.get("/personale/kommuner/<slug>/aftale/<agreement_id>/aftale.pdf")
@staff_only(*EDITORS)
def agreement_document(slug: str, agreement_id: str) -> ResponseReturnValue:
    """The agreement as a document, to be signed outside the portal."""
    found = _found(slug, agreement_id) or abort(404)
    page = render_template(
        "municipalities/agreement_pdf.html",
        a=found,
        place=by_code(found.municipality_code),
        kind=showing.WORDS[found.kind],
        today=clock.today(),
    )
    try:
        data = pdf.render(page)
    except pdf.PdfUnavailableError:
        flash("Vi kan ikke lave en PDF på denne maskine.", "error")
        return redirect(url_for("municipalities.agreement", slug=slug, agreement_id=agreement_id))
    response = Response(data, mimetype="application/pdf")
    name = f"klapjob-aftale-{places.SLUGS[found.municipality_code]}.pdf"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _found(slug: str, agreement_id: str) -> Agreement | None:
    """The agreement of an address; None for a new one. Another municipality's is as absent as none."""
    place = place_or_404(slug)
    if not agreement_id:
        return None
    row = db.session.get(Agreement, agreement_id)
    return row if row is not None and row.municipality_code == place.code else abort(404)


def _page(slug: str, found: Agreement | None, form: AgreementForm) -> str:
    return render_template(
        "municipalities/staff/agreement.html",
        place=place_or_404(slug),
        slug=slug,
        agreement=found,
        form=form,
        errors=form.problems() if form.errors else [],
        kinds=[{"value": kind.value, "words": showing.WORDS[kind]} for kind in showing.WORDS if kind],
    )
