"""The blueprint of the editors' room, who may do what in it, and how its views find what they are about."""

from typing import Final

from flask import Blueprint, abort

from portal.access import me
from portal.db import db
from portal.editing import queries
from portal.models.own_ad import OwnAd
from portal.models.posting import Posting
from portal.models.staff import Role

bp = Blueprint("editing", __name__)

EDITORS: Final = (Role.EDITOR,)
READERS: Final = (Role.EDITOR, Role.LEADER, Role.SECRETARIAT)
AUTHORS: Final = (Role.EDITOR, Role.CONSULTANT)


def posting_or_404(posting_id: str) -> Posting:
    """An ad, open or not."""
    return queries.posting(db.session(), posting_id) or abort(404)


def own_ad_or_404(ad_id: str) -> OwnAd:
    """An own ad of the person signed in; editors see those of all."""
    ad = db.session.get(OwnAd, ad_id) or abort(404)
    if ad.author_id != me().id and not me().has(*EDITORS):
        abort(404)
    return ad
