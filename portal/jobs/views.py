"""Views of the board: the front page, the list of jobs, one job."""

from flask import Blueprint, abort, redirect, render_template, request
from flask.typing import ResponseReturnValue

from portal import access_log, clock
from portal.access import public
from portal.db import db
from portal.jobs import cards, filters, forms, leading_on, queries
from portal.jobs.showing import parts_of
from portal.page_cache import cacheable

bp = Blueprint("jobs", __name__)


@bp.get("/")
@public
@cacheable
def front() -> ResponseReturnValue:
    return render_template("jobs/front.html", open_jobs=queries.count(db.session()))


@bp.get("/job")
@public
@cacheable
def board() -> ResponseReturnValue:
    wanted, notes = forms.read(request.args)
    found = queries.board(db.session(), wanted)
    return render_template(
        "jobs/board.html",
        found=found,
        notes=(*notes, *leading_on.notes(found, asked=wanted)),
        options=filters.options(found),
        first_page=filters.choosing(found.wanted, "page", 1),
        chosen=filters.chosen(found.wanted),
        other_places=filters.place_choices(found.wanted, forms.other_places(request.args)),
        wider=leading_on.wider(found),
        ways_out=leading_on.ways_out(found),
        pages=leading_on.page_links(found),
    )


@bp.get("/job/<name>")
@public
@cacheable
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
