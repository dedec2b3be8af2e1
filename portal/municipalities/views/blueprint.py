"""The blueprint of all views about municipalities, who may use them, and what they share."""

from typing import Final

from flask import Blueprint, abort

from portal.models.staff import Role
from portal.municipalities import places
from portal.places.municipalities import Municipality

bp = Blueprint("municipalities", __name__)

EDITORS: Final = (Role.EDITOR, Role.LEADER, Role.SECRETARIAT)
"""Who keeps agreements, contacts and leaflets up to date."""
APPROVERS: Final = (Role.LEADER,)
"""Who may say that a leaflet's text, or a figure, is right."""


def place_or_404(slug: str) -> Municipality:
    """The municipality of an address."""
    return places.by_slug(slug) or abort(404)
