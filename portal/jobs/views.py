"""Views of the board: the front page, the list of jobs, one job."""

from flask import Blueprint, Response, abort, redirect, render_template, request
from flask.typing import ResponseReturnValue

from portal import access_log, clock
from portal.access import public
from portal.db import db
from portal.jobs import cards, filters, forms, leading_on, queries
from portal.jobs.showing import parts_of
from portal.postings import count_open

bp = Blueprint("jobs", __name__)

FRESH_FOR = 60
"""Seconds that browsers and proxies may show a page again without asking; pages here are the same for all."""


@bp.after_request
def allow_caching(response: Response) -> Response:
    """Lets browsers keep a page for a minute, and ask afterwards only whether it has changed."""
    if response.status_code not in {200, 410}:
        return response
    response.cache_control.public = True
    response.cache_control.max_age = FRESH_FOR
    response.add_etag()
    response.make_conditional(request)
    return response


@bp.get("/")
@public
def front() -> ResponseReturnValue:
    return render_template("jobs/front.html", open_jobs=count_open(db.session()))


@bp.get("/job")
@public
def board() -> ResponseReturnValue:
    wanted, notes = forms.read(request.args)
    found = queries.board(db.session(), wanted)
    return render_template(
        "jobs/board.html",
        found=found,
        notes=(*notes, *leading_on.notes(found, asked=wanted)),
        options=filters.options(found),
        distances=filters.DISTANCES,
        chosen=filters.chosen(found.wanted),
        other_places=filters.place_choices(found.wanted, forms.other_places(request.args)),
        wider=leading_on.wider(found),
        ways_out=leading_on.ways_out(found),
        pages=leading_on.page_links(found),
    )


@bp.get("/job/<name>")
@public
def show(name: str) -> ResponseReturnValue:
    ad = queries.find(db.session(), name.partition("-")[0].lower()) or abort(404)
    if ad.original_id:
        return redirect(cards.address(ad.original_id, ""))
    address = cards.address(ad.posting.id, ad.posting.slug)
    if request.path != address:
        return redirect(address, 301)
    near = queries.near_ad(db.session(), ad.posting)
    if not ad.is_open:
        return render_template("jobs/closed.html", title=ad.title, near=near), 410
    access_log.seen("job", ad.posting.id)
    return render_template(
        "jobs/show.html",
        ad=ad,
        parts=parts_of(ad.posting),
        trade=cards.trade_of(ad.posting.trade),
        badges=cards.badges(ad.posting, clock.today()),
        near=near,
    )
