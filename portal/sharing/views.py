"""Views: the page for sharing a job, its picture and its code to scan."""

import io
from typing import Any, Final

import segno
from flask import Blueprint, Response, abort, current_app, render_template, request, url_for
from flask.typing import ResponseReturnValue

from portal.access import public
from portal.db import db
from portal.easyread.trades import TRADES, Trade
from portal.models.posting import Posting
from portal.page_cache import cacheable
from portal.postings import easy_ad, open_posting
from portal.sharing import drawing

bp = Blueprint("sharing", __name__)

FRESH_FOR: Final = 3600


@bp.app_template_global("preview_of")
def preview_of(ad: Posting) -> dict[str, Any]:
    """What a shared link to an ad shows elsewhere (Open Graph): whole addresses, title, words."""
    return {
        "title": ", ".join(filter(None, (ad.easy_title or ad.title, ad.town))),
        "words": easy_ad(ad).summary or "Læs om jobbet, og skriv til os, hvis du er interesseret.",
        "url": _whole(_path(ad)),
        "image": _whole(url_for("sharing.picture", posting_id=ad.id)),
    }


@bp.get("/del/<posting_id>")
@public
@cacheable
def share(posting_id: str) -> ResponseReturnValue:
    ad = _open(posting_id)
    return render_template(
        "sharing/share.html",
        title=ad.easy_title or ad.title,
        employer=ad.employer,
        town=ad.town,
        pictogram=_trade(ad).pictogram,
        path=_path(ad),
        address=_whole(url_for("jobs.show", name=ad.id)),
        code=url_for("sharing.code", posting_id=ad.id),
    )


@bp.get("/del/<posting_id>/billede.png")
@public
@cacheable
def picture(posting_id: str) -> ResponseReturnValue:
    ad = _open(posting_id)
    text = drawing.Text(
        title=ad.easy_title or ad.title,
        place=", ".join(filter(None, (ad.employer, ad.town))),
        pictogram=_trade(ad).pictogram,
    )
    return _kept(Response(drawing.draw(text), mimetype="image/png"))


@bp.get("/del/<posting_id>/kode.svg")
@public
@cacheable
def code(posting_id: str) -> ResponseReturnValue:
    """The short address of the ad as a QR code, black on white so that every phone can read it."""
    file = io.BytesIO()
    address = _whole(url_for("jobs.show", name=_open(posting_id).id))
    segno.make(address, error="m", micro=False).save(file, kind="svg", scale=8, border=4, light="white")
    return _kept(Response(file.getvalue(), mimetype="image/svg+xml"))


def _open(posting_id: str) -> Posting:
    known = posting_id.isascii() and posting_id.isalnum()
    return (open_posting(db.session(), posting_id) if known else None) or abort(404)


def _trade(ad: Posting) -> Trade:
    return TRADES.get(ad.trade, TRADES["other"])


def _path(ad: Posting) -> str:
    return url_for("jobs.show", name=f"{ad.id}-{ad.slug}" if ad.slug else ad.id)


def _whole(path: str) -> str:
    return f"{current_app.config['SETTINGS'].base_url}{path}"


def _kept(response: Response) -> Response:
    response.cache_control.public = True
    response.cache_control.max_age = FRESH_FOR
    response.add_etag()
    response.make_conditional(request)
    return response
