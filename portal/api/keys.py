"""Lets a partner in by its key, sent as a bearer token (RFC 6750), and holds back who asks too often."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Final, NoReturn

from flask import abort, request
from sqlalchemy import select
from sqlalchemy.orm import Session

from portal import clock, crypto, limits
from portal.db import db
from portal.models.partner import PartnerKey
from portal.problems import problem

MINUTE: Final = timedelta(minutes=1)
PER_SOURCE: Final = 60
"""Requests of one source in a minute."""
WRONG_WINDOW: Final = timedelta(minutes=5)
WRONG_PER_NETWORK: Final = 30
"""Wrong keys of one network, before even a right one has to wait."""


def check(source: str) -> None:
    """Aborts with 401, 403 or 429 unless the request carries a key for `source`.

    A source that is not there is answered like one that is another partner's.
    """
    session = db.session()
    if limits.counted(session, "api key", limits.network(), window=WRONG_WINDOW) >= WRONG_PER_NETWORK:
        _wait(WRONG_WINDOW)
    key = _key(session)
    if key is None:
        limits.count(session, "api key", limits.network(), window=WRONG_WINDOW)
        session.commit()
        _refuse(401, "Send your key: Authorization: Bearer <key>", {"WWW-Authenticate": "Bearer"})
    if key.source != source:
        _refuse(403, "This key is for another source.")
    _count(session, key)


def _key(session: Session) -> PartnerKey | None:
    sent = request.authorization
    if sent is None or sent.type != "bearer" or not sent.token:
        return None
    hashed = crypto.token_hash(sent.token)
    return session.scalar(
        select(PartnerKey).where(PartnerKey.token_hash == hashed, PartnerKey.revoked_at.is_(None))
    )


def _count(session: Session, key: PartnerKey) -> None:
    now = clock.now()
    asked = limits.count(session, "api source", key.source, window=MINUTE)
    if key.last_used_at is None or now - key.last_used_at > MINUTE:
        key.last_used_at = now
    session.commit()
    if asked > PER_SOURCE:
        _wait(MINUTE)


def _wait(window: timedelta) -> NoReturn:
    _refuse(429, "Too many requests.", {"Retry-After": str(int(window.total_seconds()))})


def _refuse(status: int, detail: str, headers: Mapping[str, str] | None = None) -> NoReturn:
    abort(problem(status, detail, headers))
