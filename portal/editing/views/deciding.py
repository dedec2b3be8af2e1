"""Views: What an editor decides about an imported ad: its place, taking it down, opening it again."""

from flask import abort, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from portal import edited
from portal.access import staff_only
from portal.editing import actions, forms, own
from portal.editing.views import texts
from portal.editing.views.blueprint import EDITORS, bp, posting_or_404
from portal.models.posting import Posting
from portal.places import municipalities, postcodes
from portal.places.recognise import AdPlace


@bp.post("/personale/jobopslag/<posting_id>/sted")
@staff_only(*EDITORS)
def fix_place(posting_id: str) -> ResponseReturnValue:
    """Says in which municipality a job is, and with which postal code."""
    ad = _imported(posting_id)
    typed = forms.read_place(request.form)
    municipality = municipalities.by_code(typed.municipality)
    if typed.errors or municipality is None:
        return texts.refused(ad, typed), 422
    postcode = postcodes.by_number(typed.postal_code)
    place = AdPlace(
        municipality_code=municipality.code,
        postal_code=postcode.number if postcode else "",
        town=postcode.town if postcode else municipality.name,
        known_by=edited.BY_EDITOR,
    )
    actions.fix_place(ad, place)
    flash("Stedet er rettet. Det bliver stående, også når opslaget hentes igen.")
    return _back(ad)


@bp.post("/personale/jobopslag/<posting_id>/ned")
@staff_only(*EDITORS)
def take_down(posting_id: str) -> ResponseReturnValue:
    """Takes an ad down, or marks it filled. A reason is needed."""
    ad = _imported(posting_id)
    typed = forms.read_closing(request.form)
    if typed.errors:
        return texts.refused(ad, typed), 422
    actions.close(ad, forms.CLOSINGS[typed.reason], typed.note)
    flash("Opslaget er lukket. Det bliver lukket, også når det hentes igen. Du kan åbne det her.")
    return _back(ad)


@bp.post("/personale/jobopslag/<posting_id>/op")
@staff_only(*EDITORS)
def put_back(posting_id: str) -> ResponseReturnValue:
    """Opens an ad again that a person had closed."""
    ad = _imported(posting_id)
    if ad.closed_reason not in forms.CLOSINGS.values():
        abort(404)
    actions.reopen(ad)
    flash("Opslaget er åbent igen.")
    return _back(ad)


def _imported(posting_id: str) -> Posting:
    ad = posting_or_404(posting_id)
    return abort(404) if ad.source == own.SOURCE else ad


def _back(ad: Posting) -> ResponseReturnValue:
    return redirect(url_for("editing.text", posting_id=ad.id))
