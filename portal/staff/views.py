"""Views: Staff sign in and out."""

from flask import Blueprint

bp = Blueprint("staff", __name__)
