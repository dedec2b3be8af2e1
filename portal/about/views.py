"""Views of small pages that belong to no other feature."""

from flask import Blueprint, Response

from portal.access import public
from portal.headers import PERSONAL_PATHS

bp = Blueprint("about", __name__)


@bp.get("/robots.txt")
@public
def robots() -> Response:
    """What search engines leave alone: pages that are, or lead to, something about a person."""
    lines = ("User-agent: *", *(f"Disallow: {path}" for path in PERSONAL_PATHS))
    return Response("\n".join(lines) + "\n", mimetype="text/plain")
