"""Which part a member of staff has in a case, who has voted, and so what is offered to whom."""

from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from portal import cases, routing
from portal.models.application import Application, State, VisitationVote
from portal.models.staff import Role, Staff
from portal.screening import undoing, verbs
from portal.screening.verbs import Part, Verb

BOTH: Final = frozenset({Part.CONSULTANT, Part.LEADER})


def parts_of(session: Session, application: Application, staff: Staff) -> frozenset[Part]:
    """The parts that a member of staff has in this case."""
    parts = set()
    if staff.has(Role.SECRETARIAT, Role.LEADER):
        parts.add(Part.OFFICE)
    if staff.has(Role.LEADER):
        parts.add(Part.LEADER)
    if staff.has(Role.CONSULTANT):
        parts.update({Part.CONSULTANT} if routing.is_theirs(session, application, staff) else ())
    return frozenset(parts)


def offered(session: Session, application: Application, staff: Staff) -> tuple[Verb, ...]:
    """What `staff` may do with this case now."""
    return verbs.offered(
        application,
        parts_of(session, application, staff),
        mine=cases.claimed_by(application) == staff.id,
        voted=_voted(session, application, staff),
        fresh=undoing.takeable_back(session, application),
    )


def votes(session: Session, application: Application) -> list[VisitationVote]:
    """Who has said yes to a fleksjob case that waits for its visitation, oldest first."""
    query = select(VisitationVote).where(VisitationVote.application_id == application.id)
    return list(session.scalars(query.order_by(VisitationVote.at)))


def voting_part(session: Session, application: Application, staff: Staff) -> Part:
    """The part for which `staff` votes: who is both consultant and leader votes as the consultant."""
    consultant = Part.CONSULTANT in parts_of(session, application, staff)
    return Part.CONSULTANT if consultant else Part.LEADER


def _voted(session: Session, application: Application, staff: Staff) -> frozenset[Part]:
    if application.state != State.VISITATION:
        return frozenset()
    said_yes = votes(session, application)
    # Two people decide: who has spoken for one part does not speak for the other as well.
    if any(vote.staff_id == staff.id for vote in said_yes):
        return BOTH
    return frozenset(Part(vote.role) for vote in said_yes)
