"""Views: Small pages that belong to no other feature."""

from flask import Blueprint

bp = Blueprint("about", __name__)
