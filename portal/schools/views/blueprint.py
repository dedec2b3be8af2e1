"""The blueprint of all views about schools, and who may use those of staff."""

from typing import Final

from flask import Blueprint

from portal.models.staff import Role

bp = Blueprint("schools", __name__)

EDITORS: Final = (Role.EDITOR, Role.LEADER, Role.SECRETARIAT)
"""Who keeps the register of schools and the calendar up to date."""
VISITORS: Final = (*EDITORS, Role.CONSULTANT)
"""Who answers teachers that ask for a visit."""
