"""Which consultant a case goes to, and whose cases somebody sees: the one place that knows.

Staff may choose a consultant by hand. Else an exception goes before the municipality's consultant: the one of
the person's municipality before the one of the whole country. A deputy sees what is the absent one's own.
All of it is looked up when it is asked for, so that a change takes effect at the next request (promise 15).
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Date,
    SQLColumnExpression,
    String,
    and_,
    bindparam,
    case,
    func,
    or_,
    select,
)
from sqlalchemy.orm import Session, joinedload

from portal import clock
from portal.models.application import Application, State
from portal.models.consultant import Absence, Consultant, ConsultantMunicipality, RoutingException
from portal.models.staff import Role, Staff, StaffRole

EVERYWHERE: Final = ""


class Because(StrEnum):
    """Why a case goes where it goes."""

    BY_HAND = "by_hand"
    EXCEPTION = "exception"
    MUNICIPALITY = "municipality"


@dataclass(frozen=True, kw_only=True)
class Route:
    """To whom a case goes and why. While that one is away, the first of `absences` names who stands in; while
    the deputy is away too, the next one names the deputy's.
    """

    consultant: Consultant
    because: Because
    absences: tuple[Absence, ...] = ()

    @property
    def reached(self) -> Consultant:
        """Who hears of the case today."""
        return self.absences[-1].deputy if self.absences else self.consultant


def route(session: Session, application: Application) -> Route | None:
    """Where a case goes now; None where its municipality is unknown, or has nobody who works here now."""
    by_hand = application.consultant_id if application.consultant_by_hand else None
    if by_hand is not None:
        consultant = session.get_one(Consultant, by_hand)
        return _route(session, consultant, Because.BY_HAND) if is_at_work(consultant) else None
    return route_of(session, application.municipality_code, application.fits)


def route_of(session: Session, municipality_code: str | None, fits: str) -> Route | None:
    """Where somebody from this municipality, whom this fits, would go now; None where nobody is."""
    consultant = session.scalar(_SPECIAL, {"municipality": municipality_code, "fits": fits})
    if consultant is not None:
        return _route(session, consultant, Because.EXCEPTION)
    consultant = consultant_for(session, municipality_code)
    return _route(session, consultant, Because.MUNICIPALITY) if consultant else None


def _route(session: Session, consultant: Consultant, because: Because) -> Route:
    return Route(consultant=consultant, because=because, absences=tuple(_absences(session, consultant)))


def _absences(session: Session, consultant: Consultant) -> Iterator[Absence]:
    """The absence of a consultant, of the deputy if that one is away too, and so on; in a circle it ends."""
    asked = {consultant.id}
    absence = absence_of(session, consultant)
    while absence is not None and absence.deputy_id not in asked:
        yield absence
        asked.add(absence.deputy_id)
        absence = absence_of(session, absence.deputy)


def absence_of(session: Session, consultant: Consultant) -> Absence | None:
    """The absence of a consultant who is away today, if the deputy works here now."""
    return session.scalars(_ABSENCE, {"consultant": consultant.id, "today": clock.today()}).first()


def is_at_work(consultant: Consultant) -> bool:
    """Whether a consultant may see cases, as `works_here` picks them."""
    return consultant.staff.active and consultant.staff.has(Role.CONSULTANT)


def at_work(session: Session) -> list[Consultant]:
    """The consultants who work here now, by name."""
    query = select(Consultant).join(Staff, Staff.id == Consultant.staff_id).where(works_here())
    return list(session.scalars(query.order_by(Staff.name, Consultant.id)))


def consultant_for(session: Session, municipality_code: str | None) -> Consultant | None:
    """The consultant of a municipality; None where it is unknown, or has nobody who works here now."""
    return session.scalar(_OF_MUNICIPALITY, {"municipality": municipality_code})


def is_with(staff: Staff) -> ColumnElement[bool]:
    """The condition that picks the cases which are this consultant's, or whose consultant is away and
    has this one as deputy today; the deputy of a deputy who is away counts too.
    """
    own = select(Consultant.id).where(Consultant.staff_id == staff.id)
    direct = select(Absence.consultant_id.label("id")).where(
        Absence.deputy_id.in_(own), _is_today(clock.today())
    )
    # Each once, so that two who stand in for each other make no circle.
    stood_in_for = direct.cte(recursive=True)
    farther = (
        select(Absence.consultant_id)
        .join(stood_in_for, stood_in_for.c.id == Absence.deputy_id)
        .join(Consultant, Consultant.id == Absence.deputy_id)
        .join(Staff, Staff.id == Consultant.staff_id)
        .where(_is_today(clock.today()), works_here())
    )
    stood_in_for = stood_in_for.union(farther)
    owner = _owner()
    return or_(owner.in_(own), owner.in_(select(stood_in_for.c.id)))


def is_theirs(session: Session, application: Application, staff: Staff) -> bool:
    """Whether a case is this consultant's today, as `is_with` picks them."""
    query = select(Application.id).where(Application.id == application.id, is_with(staff))
    return session.scalar(query) is not None


def load(session: Session, states: Collection[State]) -> dict[tuple[str | None, State], int]:
    """How many cases in these states each consultant has: (consultant's id, state) → number."""
    owner = _owner().label("owner")
    query = select(owner, Application.state, func.count()).where(Application.state.in_(sorted(states)))
    return {(row[0], row[1]): row[2] for row in session.execute(query.group_by(owner, Application.state))}


def _owner() -> ColumnElement[str | None]:
    """The id of the consultant whose a case is, beside each row of cases."""
    by_municipality = (
        select(ConsultantMunicipality.consultant_id)
        .where(ConsultantMunicipality.municipality_code == Application.municipality_code)
        .correlate(Application)
        .scalar_subquery()
    )
    by_rule = func.coalesce(_by_exception(Application.municipality_code, Application.fits), by_municipality)
    by_hand = and_(Application.consultant_by_hand, Application.consultant_id.is_not(None))
    return case((by_hand, Application.consultant_id), else_=by_rule)


def _by_exception(
    municipality_code: SQLColumnExpression[str | None], fits: SQLColumnExpression[str]
) -> ColumnElement[str | None]:
    """The consultant whom an exception names, one's own municipality's before the whole country's."""
    query = (
        select(RoutingException.consultant_id)
        .join(Consultant, Consultant.id == RoutingException.consultant_id)
        .join(Staff, Staff.id == Consultant.staff_id)
        .where(
            RoutingException.fits == fits,
            or_(
                RoutingException.municipality_code == EVERYWHERE,
                RoutingException.municipality_code == municipality_code,
            ),
            works_here(),
        )
        .order_by(RoutingException.municipality_code.desc())
        .limit(1)
    )
    return query.correlate(Application).scalar_subquery()


def works_here() -> ColumnElement[bool]:
    """The condition, beside a row of staff, that somebody may see cases: an open account with the role."""
    role = select(StaffRole.staff_id).where(StaffRole.staff_id == Staff.id, StaffRole.role == Role.CONSULTANT)
    return and_(Staff.active, role.exists())


def _is_today(today: date | BindParameter[date]) -> ColumnElement[bool]:
    return and_(Absence.first_on <= today, Absence.last_on >= today)


# Put together once: the page of each case asks them.
_MUNICIPALITY: Final = bindparam("municipality", type_=String())
# The roles, which the condition has looked at, are read where somebody asks for them.
_BUT_ROLES: Final = joinedload(Consultant.staff).lazyload(Staff.role_rows)
_SPECIAL: Final = (
    select(Consultant)
    .where(Consultant.id == _by_exception(_MUNICIPALITY, bindparam("fits", type_=String())))
    .options(_BUT_ROLES)
)
_OF_MUNICIPALITY: Final = (
    select(Consultant)
    .join(ConsultantMunicipality)
    .join(Staff, Staff.id == Consultant.staff_id)
    .where(ConsultantMunicipality.municipality_code == _MUNICIPALITY, works_here())
    .options(_BUT_ROLES)
)
_ABSENCE: Final = (
    select(Absence)
    .join(Consultant, Consultant.id == Absence.deputy_id)
    .join(Staff)
    .where(
        Absence.consultant_id == bindparam("consultant"),
        _is_today(bindparam("today", type_=Date())),
        works_here(),
    )
    .options(joinedload(Absence.deputy))
    .order_by(Absence.last_on.desc(), Absence.id)
)
