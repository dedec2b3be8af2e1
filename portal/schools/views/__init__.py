"""Views of schools: pages for teachers, the class board, paper, visits, the calendar; and what staff edit."""

from portal.schools.views import board, calendar, public, staff, staff_visits, visit
from portal.schools.views.blueprint import bp

__all__ = ["board", "bp", "calendar", "public", "staff", "staff_visits", "visit"]
