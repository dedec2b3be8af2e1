"""Pulses: what must happen again and again says here that it did, so that its silence can be heard."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from portal import clock
from portal.models.pulse import Pulse, PulseOf


def beat(session: Session, of: PulseOf) -> None:
    """Notes that something ended well just now. The caller commits."""
    session.merge(Pulse(of=of, at=clock.now()))


def begin(session: Session) -> None:
    """Notes, once, when this portal began to run. The caller commits."""
    if session.get(Pulse, PulseOf.BEGUN) is None:
        beat(session, PulseOf.BEGUN)


def last(session: Session) -> Mapping[PulseOf, datetime]:
    """When each of them ended well last; what never did is missing."""
    return {row.of: row.at for row in session.scalars(select(Pulse))}
