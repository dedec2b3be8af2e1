"""Views: The queue: what came in, what to decide, and the hand-over to a consultant."""

from flask import Blueprint

bp = Blueprint("screening", __name__)
