"""What the views of the queue share: the blueprint, and who works with cases."""

from typing import Final

from flask import Blueprint

from portal.models.staff import Role

bp = Blueprint("screening", __name__)

OFFICE: Final = (Role.SECRETARIAT, Role.LEADER)
CASE_WORKERS: Final = (*OFFICE, Role.CONSULTANT)
