"""Tells a supervisor whether the process runs (`/healthz`) and whether all is well (`/readyz`, promise 61).

`/healthz` is what decides whether a process is restarted or gets requests: late mail is no reason to turn
people away. `/readyz` is for whoever watches.
"""

import shutil
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Final

from alembic.script import ScriptDirectory
from flask import Blueprint, current_app, jsonify
from flask.typing import ResponseReturnValue
from sqlalchemy import delete, text
from sqlalchemy.exc import SQLAlchemyError

from portal import clock, crypto, delivery
from portal.access import public
from portal.db import db
from portal.models.pulse import Pulse, PulseOf

FREE_SHARE: Final = 0.1

bp = Blueprint("health", __name__)


@bp.get("/healthz")
@public
def healthz() -> ResponseReturnValue:
    return jsonify(status="ok")


@bp.get("/readyz")
@public
def readyz() -> ResponseReturnValue:
    checks = {name: _holds(check) for name, check in CHECKS.items()}
    return jsonify(checks), 200 if all(checks.values()) else 503


def _holds(check: Callable[[], bool]) -> bool:
    try:
        return check()
    except (SQLAlchemyError, OSError, crypto.KeyFileError, crypto.CannotOpenError):
        db.session.rollback()
        return False


def _database_takes_writes() -> bool:
    """Writes, and takes it back."""
    db.session.rollback()
    db.session.execute(delete(Pulse).where(Pulse.of == PulseOf.BEGUN))
    db.session.rollback()
    return True


def _keys_open() -> bool:
    ring = crypto.keyring()
    return ring.open(ring.seal("ok", place="health"), place="health") == "ok"


def _tables_are_of_this_version() -> bool:
    found = set(db.session.execute(text("select version_num from alembic_version")).scalars())
    return found == _newest(current_app.config["MIGRATIONS_DIR"])


@cache
def _newest(folder: Path) -> set[str]:
    return set(ScriptDirectory(str(folder)).get_heads())


def _mail_goes_out() -> bool:
    since = delivery.waiting_since(db.session())
    return since is None or clock.now() - since <= delivery.MAY_WAIT


def _disk_has_room() -> bool:
    disk = shutil.disk_usage(current_app.config["SETTINGS"].data_dir)
    return disk.free / disk.total > FREE_SHARE


CHECKS: Final[Mapping[str, Callable[[], bool]]] = {
    "database": _database_takes_writes,
    "field_keys": _keys_open,
    "migrations": _tables_are_of_this_version,
    "mail": _mail_goes_out,
    "disk": _disk_has_room,
}
"""Names of checks are public, and tell nothing of what is in the house."""
