"""Reads consultants, their municipalities, absences and load."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from portal import clock, routing
from portal.models.application import State
from portal.models.consultant import Absence, Consultant, ConsultantMunicipality, RoutingException
from portal.places import municipalities

# What a consultant has to do something about; somebody who is hired waits half a year for a call.
LOAD: Final = (
    State.VISITATION,
    State.HANDED_OVER,
    State.ACCEPTED,
    State.TALKED,
    State.WAITING,
    State.TRIAL,
)


@dataclass(frozen=True, kw_only=True)
class Line:
    """One consultant on the list; `waiting` and `busy` are cases on the waiting list, and all others."""

    consultant: Consultant
    municipalities: int
    waiting: int
    busy: int
    away: Absence | None


def lines(session: Session) -> list[Line]:
    """The consultants who work here now, by name, in a fixed number of queries."""
    loads = routing.load(session, LOAD)
    own = _codes(session)
    away = {row.consultant_id: row for row in _current(session)}
    return [
        Line(
            consultant=row,
            municipalities=len(own.get(row.id, ())),
            waiting=loads.get((row.id, State.WAITING), 0),
            busy=sum(
                count for (who, state), count in loads.items() if who == row.id and state is not State.WAITING
            ),
            away=away.get(row.id),
        )
        for row in routing.at_work(session)
    ]


def _codes(session: Session) -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = {}
    for row in session.scalars(select(ConsultantMunicipality)):
        found.setdefault(row.consultant_id, []).append(row.municipality_code)
    return found


def _current(session: Session) -> list[Absence]:
    today = clock.today()
    query = select(Absence).where(Absence.first_on <= today, Absence.last_on >= today)
    return list(session.scalars(query.options(joinedload(Absence.deputy)).order_by(Absence.last_on)))


def own_municipalities(consultant: Consultant) -> list[tuple[str, str]]:
    """Code and name of the municipalities of one consultant, in the order of the alphabet."""
    own = {row.municipality_code for row in consultant.municipalities}
    return [(place.code, place.name) for place in municipalities.in_alphabet() if place.code in own]


def without_consultant(session: Session) -> list[str]:
    """The names of the municipalities that have nobody who works here now."""
    working = {row.id for row in routing.at_work(session)}
    taken = {code for who, codes in _codes(session).items() if who in working for code in codes}
    return [place.name for place in municipalities.in_alphabet() if place.code not in taken]


def absences(session: Session, consultant: Consultant) -> list[Absence]:
    """The absences of one consultant that are not over, the next one first."""
    query = select(Absence).where(Absence.consultant_id == consultant.id, Absence.last_on >= clock.today())
    return list(session.scalars(query.options(joinedload(Absence.deputy)).order_by(Absence.first_on)))


def exceptions(session: Session) -> list[RoutingException]:
    """All exceptions, those of the whole country first."""
    query = select(RoutingException).options(joinedload(RoutingException.consultant))
    return list(session.scalars(query.order_by(RoutingException.fits, RoutingException.municipality_code)))
