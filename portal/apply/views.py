"""Views: The application form: one question a page, saved at each step."""

from flask import Blueprint

bp = Blueprint("apply", __name__)
