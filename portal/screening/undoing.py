"""Which decision can still be taken back: the last one, as long as nobody has been told of it."""

from datetime import timedelta
from typing import Final

from sqlalchemy import ColumnElement, and_, delete, not_, or_, select
from sqlalchemy.orm import Session

from portal import cases, clock
from portal.models.application import Application, Move, State
from portal.models.mail import OutboxMessage

# What tells of a decision waits this long in the outbox, so that a mistake can be taken back unseen.
TIME_TO_REGRET: Final = timedelta(minutes=5)
UNDOABLE: Final = frozenset(
    {
        State.NEEDS_INFO,
        State.VISITATION,
        State.HANDED_OVER,
        State.NOT_IN_TARGET_GROUP,
        State.WITHDRAWN,
        State.CLOSED,
    }
)
# Mails that a decision causes.
TELLING: Final = ("needs_info", "visitation", "handed_over", "passed_on", "not_in_target_group", "closed")


def takeable_back(session: Session, application: Application) -> bool:
    """Whether the last thing that happened to a case is a decision that nobody has heard of yet."""
    if application.state not in UNDOABLE:
        return False
    move = cases.last_step(session, application)
    return move is not None and _is_fresh(move) and not _told(session, application, move)


def take_mails_back(session: Session, application: Application) -> None:
    """Removes what the last decision queued. The caller commits.

    Raises MoveRefusedError where one of the mails is on its way.
    """
    move = cases.last_step(session, application)
    if move is None or not takeable_back(session, application):
        raise cases.MoveRefusedError("too late to take it back")
    session.execute(
        delete(OutboxMessage)
        .where(_mails(application, move), not_(_on_its_way()))
        .execution_options(synchronize_session=False)
    )
    if _told(session, application, move):
        raise cases.MoveRefusedError("a mail is on its way")


def _is_fresh(move: Move) -> bool:
    decided = move.staff_id is not None and move.reason != cases.TAKEN_BACK
    return decided and move.from_state != move.to_state and clock.now() - move.at < TIME_TO_REGRET


def _told(session: Session, application: Application, move: Move) -> bool:
    query = select(OutboxMessage.id).where(_mails(application, move), _on_its_way())
    return session.scalar(query.limit(1)) is not None


def _mails(application: Application, move: Move) -> ColumnElement[bool]:
    return and_(
        OutboxMessage.application_id == application.id,
        OutboxMessage.kind.in_(TELLING),
        OutboxMessage.created_at >= move.at,
    )


def _on_its_way() -> ColumnElement[bool]:
    leased = and_(OutboxMessage.leased_until.is_not(None), OutboxMessage.leased_until > clock.now())
    return or_(OutboxMessage.sent_at.is_not(None), leased)
