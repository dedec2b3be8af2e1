"""Views: the list of jobs that municipalities and schools show inside pages of their own."""

from dataclasses import dataclass
from typing import Final

from flask import Blueprint, Response, abort, render_template, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.access import public
from portal.db import db
from portal.easyread.trades import TRADES, Trade
from portal.lookout import lookout
from portal.models.posting import Posting
from portal.outfeeds import choosing
from portal.outfeeds.choosing import Chosen
from portal.outfeeds.item import whole_address
from portal.places.municipalities import Municipality, in_alphabet
from portal.postings import easy_ad

bp = Blueprint("framed", __name__)

MOST: Final = 10
FRESH_FOR: Final = 300
WHOLE_COUNTRY: Final = {"value": "", "words": "Hele landet"}


@dataclass(frozen=True, kw_only=True)
class Card:
    """What the macro `job_card` shows of an ad here; the list says the place of all of them, or each does."""

    url: str
    title: str
    employer: str
    place: str
    hours: str
    trade: Trade


@bp.get("/indlejr")
@public
def jobs() -> ResponseReturnValue:
    """The newest jobs of a municipality, or of the whole country, without a frame or a script."""
    municipality = _asked_for()
    code = municipality.code if municipality else ""
    ads = choosing.open_ads(db.session(), Chosen(municipality=code), most=MOST)
    near = [] if ads or municipality is None else _near(db.session(), municipality)
    page = render_template(
        "outfeeds/framed.html", municipality=municipality, cards=_cards(ads), near=_cards(near)
    )
    response = Response(page, mimetype="text/html")
    response.cache_control.public = True
    response.cache_control.max_age = FRESH_FOR
    return response


@bp.get("/indlejr/kode")
@public
def snippet() -> ResponseReturnValue:
    """The few lines that show the list on another site, to copy."""
    municipality = _asked_for()
    options = [{"value": place.code, "words": place.full_name} for place in in_alphabet()]
    code = municipality.code if municipality else None
    return render_template(
        "outfeeds/snippet.html",
        municipality=municipality,
        options=[WHOLE_COUNTRY, *options],
        address=whole_address(url_for("framed.jobs", kommune=code)),
    )


def _asked_for() -> Municipality | None:
    stated = request.args.get("kommune", "")
    return (choosing.municipality(stated) or abort(404)) if stated else None


def _near(session: Session, place: Municipality) -> list[Posting]:
    ids = lookout().nearest(session, place, MOST)
    rows = {ad.id: ad for ad in session.scalars(select(Posting).where(Posting.id.in_(ids)))}
    return [rows[posting_id] for posting_id in ids if posting_id in rows]


def _cards(ads: list[Posting]) -> list[Card]:
    return [
        Card(
            url=url_for("jobs.show", name=f"{ad.id}-{ad.slug}" if ad.slug else ad.id),
            title=ad.easy_title or ad.title,
            employer=ad.employer,
            place=ad.town,
            hours=easy_ad(ad).hours.text,
            trade=TRADES.get(ad.trade, TRADES["other"]),
        )
        for ad in ads
    ]
