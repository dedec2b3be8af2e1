"""Views: Staff sign in and out, and choose how. Importing this makes `bp` complete."""

from portal.staff.views import account, enrolment, forgotten, kept_text, sign_in
from portal.staff.views.blueprint import bp

__all__ = ["account", "bp", "enrolment", "forgotten", "kept_text", "sign_in"]
