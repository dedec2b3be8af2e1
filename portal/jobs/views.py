"""Views of the board."""

from flask import Blueprint

bp = Blueprint("jobs", __name__)
