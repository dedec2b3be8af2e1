"""Tells a supervisor whether the process runs (`/healthz`) and whether it can serve (`/readyz`)."""

from flask import Blueprint, jsonify
from flask.typing import ResponseReturnValue
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from portal import crypto
from portal.access import public
from portal.db import db

bp = Blueprint("health", __name__)


@bp.get("/healthz")
@public
def healthz() -> ResponseReturnValue:
    return jsonify(status="ok")


@bp.get("/readyz")
@public
def readyz() -> ResponseReturnValue:
    checks = {"database": _database_answers(), "field_keys": _keys_open()}
    return jsonify(checks), 200 if all(checks.values()) else 503


def _database_answers() -> bool:
    try:
        return db.session.execute(text("select version_num from alembic_version")).first() is not None
    except SQLAlchemyError:
        return False


def _keys_open() -> bool:
    try:
        ring = crypto.keyring()
        return ring.open(ring.seal("ok", place="health"), place="health") == "ok"
    except (crypto.KeyFileError, crypto.CannotOpenError):
        return False
