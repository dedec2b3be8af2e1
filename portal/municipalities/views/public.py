"""Views for everybody: find a municipality, and its page."""

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from portal import access_log, frames
from portal.access import public
from portal.db import db
from portal.municipalities import dots, places, showing
from portal.municipalities.views.blueprint import bp, place_or_404
from portal.page_cache import cacheable
from portal.places.municipalities import Municipality


@bp.get("/kommuner")
@public
@cacheable
def overview() -> ResponseReturnValue:
    """All 98 municipalities; a place that is typed leads straight to the one it lies in."""
    typed = places.harmless(request.args.get("sted", ""))
    meant = places.meant(typed)
    if len(meant) == 1:
        return redirect(url_for("municipalities.show", slug=places.SLUGS[meant[0].code]))
    return render_template(
        "municipalities/overview.html",
        areas=showing.by_area(db.session()),
        typed=typed,
        choices=[(place, places.SLUGS[place.code]) for place in meant],
        words=showing,
        dots=dots,
    )


@bp.get("/kommuner/<slug>")
@public
@cacheable
def show(slug: str) -> ResponseReturnValue:
    """A municipality's own page."""
    place = place_or_404(slug)
    drawn = frames.of_now(("municipality", place.code), lambda: _drawn(place))
    access_log.seen("municipality", place.code)
    return frames.page("municipalities/show.html", {"place": frames.said(place.full_name), "page": drawn})


def _drawn(place: Municipality) -> bytes:
    page = showing.page(db.session(), place)
    worth = showing.worth_values(page.content)
    return frames.piece("municipalities/_page.html", "whole", page, worth, showing)
