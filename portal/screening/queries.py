"""Reads the lists of cases: whatever their length, in a fixed number of queries."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import ColumnElement, Subquery, and_, func, literal, select, union_all
from sqlalchemy.orm import Session, joinedload, selectinload

from portal import cases, clock
from portal.models.application import Application, State, Wish
from portal.models.mail import OutboxMessage
from portal.models.staff import Staff
from portal.screening import groups
from portal.screening.groups import Group

PER_PAGE: Final = 25


@dataclass(frozen=True, kw_only=True)
class Section:
    """One group as it stands on the page: how many cases it has, and those that are shown."""

    group: Group
    count: int
    cases: tuple[Application, ...]


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """What of a list is asked for: all groups or one, which cases of it, and which page.

    "" and False ask for all.
    """

    group: str = ""
    municipality: str = ""
    fits: str = ""
    held_by_me: bool = False
    page: int = 1


@dataclass(frozen=True, kw_only=True)
class _Selection:
    """What all queries of one page of a list have in common."""

    listed: tuple[Group, ...]
    seen: ColumnElement[bool]
    now: datetime
    staff_id: str
    wanted: Wanted


def sections(
    session: Session, staff: Staff, listed: tuple[Group, ...], wanted: Wanted
) -> tuple[Section, ...]:
    """The groups of a list with the cases to show: the first few of each, or a page of the one wanted."""
    seen = and_(cases.visible_to(staff), *narrowed(wanted, staff))
    selection = _Selection(listed=listed, seen=seen, now=clock.now(), staff_id=staff.id, wanted=wanted)
    counts = _counts(session, selection)
    asked = [group for group in listed if not wanted.group or group.key == wanted.group]
    shown = [group for group in asked if group.key in counts and (wanted.group or group.first)]
    found = _first_cases(session, [_pick(group, selection) for group in shown])
    return tuple(
        Section(group=g, count=counts.get(g.key, 0), cases=tuple(found.get(g.key, ()))) for g in asked
    )


def narrowed(wanted: Wanted, staff: Staff) -> list[ColumnElement[bool]]:
    """The conditions that the filters of a list add."""
    conditions = []
    if wanted.municipality:
        conditions.append(Application.municipality_code == wanted.municipality)
    if wanted.fits:
        conditions.append(Application.fits == wanted.fits)
    if wanted.held_by_me:
        conditions.append(cases.held_by(staff))
    return conditions


def _counts(session: Session, selection: _Selection) -> Mapping[str | None, int]:
    """How many cases each group has. The many ended ones are counted apart, by their index alone."""
    shown = tuple(group for group in selection.listed if group.first)
    rest = tuple(group for group in selection.listed if not group.first)
    counts: dict[str | None, int] = {}
    for part in filter(None, (shown, rest)):
        key = groups.key_of(part, selection.now)
        states = frozenset[State]().union(*(group.states for group in part))
        query = select(key, func.count()).where(selection.seen, Application.state.in_(sorted(states)))
        counts |= {row[0]: row[1] for row in session.execute(query.group_by(key))}
    return counts


def _pick(group: Group, selection: _Selection) -> Subquery:
    """The ids of the cases of one group that the page shows, in order: one's own come first."""
    size = PER_PAGE if selection.wanted.group else group.first
    first_group = groups.key_of(selection.listed, selection.now)
    waiting = Application.state_since.desc() if group.newest_first else Application.submitted_at
    mine_first = (Application.claimed_by_id == selection.staff_id).desc().nulls_last()
    place = func.row_number().over(order_by=(mine_first, waiting, Application.id)).label("place")
    return (
        select(literal(group.key).label("key"), Application.id.label("id"), place)
        .where(selection.seen, groups.condition(group, selection.now), first_group == group.key)
        .order_by(place)
        .limit(size)
        .offset((selection.wanted.page - 1) * size)
        .subquery()
    )


def _first_cases(session: Session, picks: Sequence[Subquery]) -> dict[str, list[Application]]:
    if not picks:
        return {}
    # A compound SELECT may not hold ORDER BY in its parts, so each part is a subquery.
    order = session.execute(union_all(*(select(pick) for pick in picks)).order_by("place")).all()
    by_id = with_people(session, [row.id for row in order])
    found: dict[str, list[Application]] = {}
    for row in order:
        found.setdefault(row.key, []).append(by_id[row.id])
    return found


def with_people(session: Session, ids: Sequence[str]) -> dict[str, Application]:
    """These cases by id, with all that a line of a list shows."""
    query = (
        select(Application)
        .where(Application.id.in_(ids))
        .options(
            joinedload(Application.candidate),
            joinedload(Application.consultant),
            selectinload(Application.wishes).joinedload(Wish.posting),
        )
    )
    return {application.id: application for application in session.scalars(query)}


def staff_names(session: Session, ids: Iterable[str | None]) -> dict[str, str]:
    """The names of members of staff by id."""
    wanted = {staff_id for staff_id in ids if staff_id}
    if not wanted:
        return {}
    rows = session.execute(select(Staff.id, Staff.name).where(Staff.id.in_(wanted)))
    return {row.id: row.name for row in rows}


def stuck_mails(session: Session) -> list[OutboxMessage]:
    """Mails that no server takes, oldest first."""
    query = select(OutboxMessage).where(OutboxMessage.failed_at.is_not(None))
    return list(session.scalars(query.order_by(OutboxMessage.failed_at)))


def count_stuck_mails(session: Session) -> int:
    """How many mails no server takes."""
    return session.scalar(select(func.count()).where(OutboxMessage.failed_at.is_not(None))) or 0


def stuck_mail(session: Session, message_id: str) -> OutboxMessage | None:
    """The stuck mail with this id, or None."""
    message = session.get(OutboxMessage, message_id)
    return message if message is not None and message.failed_at is not None else None
