"""Verbs over two cases of one person: join them, part them again, or say that they are two people.

Each is one transaction. Joining moves a pointer and adds wishes; answers, notes and history stay where they
were written and are read together (see `portal.joined`), so that parting takes nothing from either.
"""

from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from portal import audit, cases, clock, joined
from portal.db import db
from portal.models.application import OPEN, Application, State, Wish
from portal.models.merging import Merging, TwoPeople
from portal.models.staff import Staff

MERGED: Final = "merged"
MERGED_IN: Final = "merged_in"
PARTED: Final = "parted"
# A case that others can become part of: somebody works with it, or has.
CAN_GO_ON: Final = (OPEN | {State.FOLLOWED_UP}) - {State.QUARANTINED}


def may_join(application: Application, into: Application) -> bool:
    """Whether the one can become part of the other."""
    moves = State.MERGED in cases.allowed_moves(application)
    return moves and into.state in CAN_GO_ON and application.id != into.id


def join(application: Application, into: Application, *, versions: tuple[int, int], by: Staff) -> None:
    """Makes a case a part of another, which goes on with the wishes of both, and commits.

    `versions` are those of the two as they stood on the page. Raises StaleError, ClaimedError where a
    colleague has one of them, and MoveRefusedError.
    """
    session = db.session()
    _lock(session, application, into)
    if (application.version, into.version) != versions:
        raise cases.StaleError
    if not may_join(application, into):
        raise cases.MoveRefusedError(f"{application.state} into {into.state}")
    _refuse_if_taken(by, application, into)
    added = _add_wishes(application, into)
    cases.move(session, application, State.MERGED, by=by, reason=MERGED)
    application.merged_into_id = into.id
    cases.release(application)
    cases.correct(session, into, by=by, reason=MERGED_IN)
    session.add(
        Merging(
            application_id=application.id,
            into_id=into.id,
            at=clock.now(),
            staff_id=by.id,
            added_wishes=added,
        )
    )
    _commit_change("merge", application, into)


def part(application: Application, *, version: int, by: Staff) -> Application:
    """Takes a merged case out again, to where it stood before, and commits; gives the case it was part of.

    The wishes that it brought along go, unless another part of that case names them. Raises StaleError
    and MoveRefusedError.
    """
    session = db.session()
    merging = _merging_of(session, application)
    if application.version != version:
        raise cases.StaleError
    if merging is None or application.state != State.MERGED:
        raise cases.MoveRefusedError("it is no part of another case")
    into = session.get_one(Application, merging.into_id)
    cases.take_back(session, application, by=by)
    application.merged_into_id = None
    session.flush()
    _take_wishes_back(session, into, merging.added_wishes)
    cases.correct(session, into, by=by, reason=PARTED)
    merging.undone_at, merging.undone_by_id = clock.now(), by.id
    _commit_change("part", application, into)
    return into


def are_two_people(application: Application, other: Application, *, by: Staff) -> None:
    """Notes that two who look alike are not the same person, and commits. Saying it twice changes nothing."""
    session = db.session()
    ids = sorted({row.candidate_id for row in (application, other) if row.candidate_id})
    if len(ids) == 2 and session.get(TwoPeople, tuple(ids)) is None:
        session.add(TwoPeople(first_id=ids[0], second_id=ids[1], staff_id=by.id, at=clock.now()))
        _commit_change("two people", application, other)


def may_be_one(application: Application, other: Application) -> None:
    """Takes back that two are not the same person, and commits. Where nobody has said so, nothing changes."""
    session = db.session()
    ids = sorted(row.candidate_id or "" for row in (application, other))
    found = session.get(TwoPeople, tuple(ids))
    if found is not None:
        session.delete(found)
        _commit_change("maybe one person", application, other)


def _lock(session: Session, *two: Application) -> None:
    """Both rows in one order, so that two people who join them the two ways round do not block each other."""
    ids = sorted(row.id for row in two)
    query = select(Application.id).where(Application.id.in_(ids)).order_by(Application.id)
    session.execute(query.with_for_update())


def _refuse_if_taken(by: Staff, *two: Application) -> None:
    if any(cases.claimed_by(row) not in {None, by.id} for row in two):
        raise cases.ClaimedError


def _add_wishes(application: Application, into: Application) -> list[str]:
    named = {wish.posting_id for wish in into.wishes}
    added = [wish for wish in application.wishes if wish.posting_id not in named]
    into.wishes.extend(Wish(posting_id=wish.posting_id, added_at=wish.added_at) for wish in added)
    return [wish.posting_id for wish in added]


def _take_wishes_back(session: Session, into: Application, brought: list[str]) -> None:
    still_named = {wish.posting_id for row in joined.merged_into(session, into) for wish in row.wishes}
    gone = set(brought) - still_named
    into.wishes = [wish for wish in into.wishes if wish.posting_id not in gone]


def _merging_of(session: Session, application: Application) -> Merging | None:
    query = select(Merging).where(Merging.application_id == application.id, Merging.undone_at.is_(None))
    return session.scalar(query.order_by(Merging.at.desc()).limit(1))


def _commit_change(action: str, *changed: Application) -> None:
    for row in changed:
        audit.changed(action, "application", row.id, purpose="case work")
    db.session.commit()
