"""Views of the board: the front page, the list of jobs, one job."""

from flask import Blueprint, abort, redirect, render_template, request
from flask.typing import ResponseReturnValue

from portal import access_log, frames
from portal.access import public
from portal.db import db
from portal.jobs import cards, drawing, filters, forms, leading_on, queries
from portal.jobs.catalogue.open_ads import open_ads
from portal.page_cache import cacheable

bp = Blueprint("jobs", __name__)


@bp.get("/")
@public
@cacheable
def front() -> ResponseReturnValue:
    lead = frames.piece("jobs/_front.html", "lead", queries.count(db.session))
    return frames.page("jobs/front.html", {"lead": lead})


@bp.get("/job")
@public
@cacheable
def board() -> ResponseReturnValue:
    session = db.session
    arguments = request.args
    wanted, notes = forms.read(arguments)
    found = queries.board(session, wanted)
    template, pieces = drawing.board(
        session,
        found,
        notes=(*notes, *leading_on.notes(found, asked=wanted)),
        other_places=filters.place_choices(found.wanted, forms.other_places(arguments)),
    )
    return frames.page(template, pieces)


@bp.get("/job/<name>")
@public
@cacheable
def show(name: str) -> ResponseReturnValue:
    posting_id = name.partition("-")[0].lower()
    session = db.session
    ads = open_ads(session)
    page = ads.pages.get(posting_id)
    if page is None:
        ad = queries.find(session, posting_id) or abort(404)
        if not ad.is_open:
            return _over(ad)
        page = drawing.page_of(ads, ad)
    if request.path != page.address:
        return redirect(page.address, 301)
    access_log.seen("job", posting_id)
    return frames.page("jobs/show.html", drawing.parts(session, ads, page))


def _over(ad: queries.Ad) -> ResponseReturnValue:
    """What stands instead of an ad that is no longer open."""
    if ad.original_id:
        return redirect(cards.address(ad.original_id, ""))
    address = cards.address(ad.posting.id, ad.posting.slug)
    if request.path != address:
        return redirect(address, 301)
    session = db.session()
    near = queries.cards_of(session, queries.near_ad(open_ads(session), ad.whereabouts))
    return render_template("jobs/closed.html", title=ad.title, near=near), 410
