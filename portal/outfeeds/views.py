"""Views: feeds, the read API and the map of the site. Other sites may ask for all of it from a browser."""

from collections.abc import Callable, Iterable
from typing import Any, Final

from flask import Blueprint, Response, abort, current_app, jsonify, request, url_for
from flask.globals import request_ctx
from flask.typing import ResponseReturnValue
from sqlalchemy import select

from portal.access import public
from portal.db import db
from portal.models.posting import Posting
from portal.outfeeds import api, choosing, job_posting, news
from portal.outfeeds.choosing import Chosen, UnknownChoiceError
from portal.outfeeds.item import address_of, item_of, whole_address
from portal.outfeeds.sitemap import LISTS, PAGES, canonical_path, sitemap
from portal.postings import open_posting
from portal.problems import problem

bp = Blueprint("outfeeds", __name__)

FRESH_FOR: Final = 300
"""Seconds that readers of feeds may wait before they ask again."""
FILTERS: Final = ("omraade", "fag", "type", "kommune")
BOARD_FILTERS: Final = ("omraade", "fag", "type")
API_FILTERS: Final = ("area", "trade", "job_type", "municipality", "limit")
MOST: Final = 1000
"""More ads than there have ever been at once: whoever reads a feed knows of every open ad."""


@bp.app_template_global("job_posting")
def job_posting_of(ad: Posting) -> dict[str, Any] | None:
    """The ad as JSON-LD for its page, or None."""
    return job_posting.job_posting(ad)


@bp.app_template_global("canonical_address")
def canonical_address() -> str | None:
    """The one whole address of the page that is being made, or None."""
    asked = request_ctx.request
    arguments = asked.args if asked.query_string else {}
    path = canonical_path(asked.path, arguments) if asked.endpoint else None
    return whole_address(path) if path else None


@bp.after_request
def open_to_other_sites(response: Response) -> Response:
    """Allows pages of other sites to read what is public anyway, and says when to ask again."""
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.headers["Access-Control-Expose-Headers"] = "ETag, Link"
    if request.method == "OPTIONS":
        response.headers["Access-Control-Allow-Methods"] = "GET, HEAD, OPTIONS"
        response.headers["Access-Control-Allow-Headers"] = "If-None-Match"
        response.headers["Access-Control-Max-Age"] = "86400"
    elif response.status_code == 200:
        response.cache_control.public = True
        response.cache_control.max_age = FRESH_FOR
        response.add_etag()
        response.make_conditional(request)
    return response


@bp.get("/job.rss")
@public
def rss() -> ResponseReturnValue:
    return _feed(news.rss, "application/rss+xml")


@bp.get("/job.atom")
@public
def atom() -> ResponseReturnValue:
    return _feed(news.atom, "application/atom+xml")


@bp.get("/job.json")
@public
def json_feed() -> ResponseReturnValue:
    return _feed(lambda *feed: current_app.json.dumps(news.json_feed(*feed)), "application/feed+json")


def _feed(written: Callable[..., bytes | str], mimetype: str) -> Response:
    try:
        chosen = choosing.from_board_address(request.args)
    except UnknownChoiceError:
        abort(404)
    ads = choosing.open_ads(db.session(), chosen, most=MOST)
    channel = news.Channel(
        feed_url=_address(str(request.endpoint), FILTERS), page_url=_address("jobs.board", BOARD_FILTERS)
    )
    return Response(written(channel, [item_of(ad) for ad in ads]), mimetype=mimetype)


def _address(endpoint: str, names: Iterable[str], **more: str) -> str:
    """The whole address of an endpoint with the parameters of this request that have these names."""
    kept: dict[str, Any] = {name: request.args[name] for name in names if request.args.get(name)}
    return whole_address(url_for(endpoint, **(kept | more)))


@bp.get("/sitemap.xml")
@public
def site_map() -> ResponseReturnValue:
    ads = choosing.open_ads(db.session(), Chosen(), most=MOST)
    changed = max((ad.changed_at for ad in ads), default=None)
    pages = [(whole_address(path), changed if path in LISTS else None) for path in PAGES]
    jobs = [(address_of(ad), ad.changed_at) for ad in ads]
    return Response(sitemap([*pages, *jobs]), mimetype="application/xml")


@bp.get("/api/v1/postings")
@public
def postings() -> ResponseReturnValue:
    """A page of open ads as JSON."""
    try:
        chosen = choosing.from_api_address(request.args)
        limit = api.read_limit(request.args.get("limit", ""))
        behind = api.read_cursor(request.args.get("cursor", ""))
    except (UnknownChoiceError, api.UnusableError) as error:
        return problem(400, str(error))
    ads = choosing.open_ads(db.session(), chosen, most=limit + 1, behind=behind)
    page = ads[:limit]
    following = None
    if len(ads) > limit:
        following = _address("outfeeds.postings", API_FILTERS, cursor=api.cursor_behind(page))
    response = jsonify(postings=[api.described(ad) for ad in page], next=following)
    if following:
        response.headers["Link"] = f'<{following}>; rel="next"'
    return response


@bp.get("/api/v1/postings/<posting_id>")
@public
def posting(posting_id: str) -> ResponseReturnValue:
    """One open ad as JSON."""
    ad = open_posting(db.session(), posting_id) if posting_id.isascii() and posting_id.isalnum() else None
    if ad is not None:
        return jsonify(api.described(ad))
    if posting_id.isalnum() and db.session.scalar(select(Posting.id).where(Posting.id == posting_id)):
        return problem(410, "This job is no longer open.")
    return problem(404, "There has never been such a job.")
