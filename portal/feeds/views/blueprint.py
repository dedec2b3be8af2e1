"""The blueprint of all views about sources, and who may use them."""

from typing import Final

from flask import Blueprint, abort

from portal.db import db
from portal.models.feed import Source
from portal.models.staff import Role

bp = Blueprint("feeds", __name__)

READERS: Final = (Role.ADMIN, Role.EDITOR, Role.LEADER, Role.SECRETARIAT)
MANAGERS: Final = (Role.ADMIN,)


def source_or_404(name: str) -> Source:
    """A source that has run at least once, or was made for a partner."""
    return db.session.get(Source, name) or abort(404)
