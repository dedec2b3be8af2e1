"""Views for paper: one job on one page, and a class set of six cards a page from any list of the board."""

from collections.abc import Sequence
from typing import Final

from flask import Blueprint, abort, render_template, request, url_for
from flask.typing import ResponseReturnValue

from portal.access import public
from portal.db import db
from portal.jobs import cards, forms, queries
from portal.jobs.filters import named, url_of
from portal.jobs.showing import parts_of
from portal.page_cache import cacheable

bp = Blueprint("printing", __name__)

CARDS_A_PAGE: Final = 6
MOST_TASKS: Final = 6
"""So many tasks fit on the paper in letters that are read at arm's length."""


@bp.get("/job/print")
@public
@cacheable
def class_set() -> ResponseReturnValue:
    """The page of the board that has the same parameters, as cards to cut out."""
    found = queries.board(db.session(), forms.read(request.args)[0])
    return render_template(
        "jobs/class_set.html",
        sheets=sheets_of(queries.cards_of(db.session(), found.listed)),
        what=", ".join(named(found.wanted).values()),
        back=url_of(found.wanted),
        code_of=code_of,
    )


@bp.get("/job/print/<posting_id>")
@public
@cacheable
def one_job(posting_id: str) -> ResponseReturnValue:
    ad = queries.find(db.session(), posting_id) or abort(404)
    if not ad.is_open:
        abort(404)
    parts = parts_of(ad.posting)
    return render_template(
        "jobs/one_page.html",
        ad=ad,
        trade=cards.trade_of(ad.posting.trade),
        summary=parts.easy.summary,
        tasks=parts.easy.tasks[:MOST_TASKS],
        where=parts.where,
        hours=parts.hours,
        who=parts.who[:1],
        back=cards.address(ad.posting.id, ad.posting.slug),
        code=url_for("sharing.code", posting_id=ad.posting.id),
    )


def sheets_of(shown: Sequence[cards.Card]) -> list[Sequence[cards.Card]]:
    """The cards page by page."""
    return [shown[n : n + CARDS_A_PAGE] for n in range(0, len(shown), CARDS_A_PAGE)]


def code_of(card: cards.Card) -> str:
    """The address of the code that leads to a card's job."""
    return url_for("sharing.code", posting_id=card.id)
