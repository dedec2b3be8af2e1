"""A list of cases in its groups: how many each has, and the first ones of it, in a fixed number of queries.

To put such queries together costs more than to run them. Those of the office are kept, one set for each
combination of filters; what is asked for in them are parameters.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache, lru_cache
from typing import Any, Final

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    Select,
    and_,
    bindparam,
    func,
    literal_column,
    null,
    select,
    true,
    union_all,
)
from sqlalchemy.orm import Session

from portal import cases
from portal.models.application import Application, State
from portal.models.columns import written
from portal.models.staff import Staff
from portal.screening import groups, queries
from portal.screening.groups import Group
from portal.screening.queries import Listed

PER_PAGE: Final = 25
# The key of the rows that count all cases of a state.
ALL: Final = "alle"
Counted = tuple[str, str]
"""What was counted: the key of a group, or ALL, and a state."""
Numbers = Mapping[Counted, int]


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

    def filters(self) -> dict[str, str]:
        """The filters that are set, by name."""
        named = {
            "municipality": self.municipality,
            "fits": self.fits,
            "held": "me" if self.held_by_me else "",
        }
        return {name: value for name, value in named.items() if value}


@dataclass(frozen=True, kw_only=True)
class Section:
    """One group as it stands on the page: how many cases it has, and those that are shown."""

    group: Group
    count: int
    cases: tuple[Listed, ...]


_FILTERS: Final[Mapping[str, ColumnElement[bool]]] = {
    "municipality": Application.municipality_code == bindparam("municipality"),
    "fits": Application.fits == bindparam("fits"),
    "held": cases.held_by(groups.ME),
}


def narrowed(names: Iterable[str]) -> list[ColumnElement[bool]]:
    """The conditions of these filters; what they ask for are parameters of the same names."""
    return [_FILTERS[name] for name in names]


def read(session: Session, staff: Staff, listed: tuple[Group, ...], wanted: Wanted) -> tuple[Section, ...]:
    """The groups of a list with the cases to show: the first few of each, or a page of the one wanted."""
    shape = _Shape(listed=listed, wanted=wanted.group, filters=tuple(wanted.filters()))
    seen = cases.visible_to(staff)
    query = _for_office(shape) if seen is cases.SEEN_BY_OFFICE else _query(shape, seen)
    asked = {**wanted.filters(), "me": staff.id, **shape.bounds(wanted.page)}
    # Not `session.execute`, which would look for objects to make of the rows.
    found = session.connection().execute(query, asked).all()
    numbers, waiting = _sorted_out(found)
    ids = {g.key: _in_order(g, waiting[g.key])[_part(g, wanted)] for g in shape.shown}
    by_id = queries.lines(session, [case_id for found in ids.values() for case_id in found])
    return tuple(
        Section(group=g, count=_count_of(g, shape, numbers), cases=tuple(by_id[i] for i in ids[g.key]))
        for g in shape.shown
    )


def _sorted_out(found: Iterable[Any]) -> tuple[Numbers, Mapping[str, list[tuple[datetime, str]]]]:
    """What was counted, and since when who waits, by the key of the group."""
    numbers: dict[Counted, int] = {}
    waiting = defaultdict(list)
    for key, case_id, since, number, state in found:
        if case_id is None:
            numbers[key, state] = number
        else:
            waiting[key].append((since, case_id))
    return numbers, waiting


def _count_of(group: Group, shape: "_Shape", numbers: Numbers) -> int:
    """How many cases stand in a group of a list."""
    more, less = _counted_as(group, shape.listed, alone=bool(shape.wanted))
    return sum(numbers.get(one, 0) for one in more) - sum(numbers.get(one, 0) for one in less)


@cache
def _counted_as(
    group: Group, listed: tuple[Group, ...], *, alone: bool
) -> tuple[list[Counted], list[Counted]]:
    """What to add up, and what to take off.

    Read are all cases by state, and of them those with a mark, such as late, by group and state. The others
    of a state are the rest: to count them one by one would go through the whole queue once more. A group that
    stands alone is counted as it is.
    """
    if group.marked or alone:
        return [(group.key, state) for state in group.states], []
    earlier = [other for other in listed[: listed.index(group)] if other.marked]
    less: list[Counted] = [(other.key, state) for other in earlier for state in group.states]
    return [(ALL, state) for state in group.states], less


def _in_order(group: Group, found: Iterable[tuple[datetime, str]]) -> list[str]:
    """The ids of a group, of which the first ones of each of its states were read."""
    return [case_id for _, case_id in sorted(found, reverse=group.newest_first)]


def _part(group: Group, wanted: Wanted) -> slice:
    """What of the cases that were read stands on the page."""
    if not wanted.group:
        return slice(group.first)
    end = PER_PAGE if group.found_at_once else wanted.page * PER_PAGE
    return slice(end - PER_PAGE, end)


@dataclass(frozen=True, kw_only=True)
class _Shape:
    """What decides how the queries look: the groups of a list, the one wanted ("": the overview), filters."""

    listed: tuple[Group, ...]
    wanted: str
    filters: tuple[str, ...]

    @property
    def shown(self) -> tuple[Group, ...]:
        return tuple(g for g in self.listed if (g.key == self.wanted if self.wanted else g.first))

    def bounds(self, page: int) -> dict[str, int]:
        """How many cases of each part to read for a page of the group wanted, and how many to pass over:
        only where there is one part, they come from the database in their order.
        """
        if all(group.found_at_once for group in self.shown):
            return {"upto": PER_PAGE, "before": (page - 1) * PER_PAGE}
        return {"upto": page * PER_PAGE, "before": 0}


@lru_cache(maxsize=128)
def _for_office(shape: _Shape) -> CompoundSelect[Any]:
    # No group has drafts, and all else is for the office to see.
    return _query(shape, true())


def _query(shape: _Shape, seen: ColumnElement[bool]) -> CompoundSelect[Any]:
    """Counts what `_counted_as` names (rows without an id), and finds the first cases of each group by when
    they began to wait: each state by itself, where the index has the cases of one state in that order.
    """
    asked = and_(seen, *narrowed(shape.filters))
    states = frozenset().union(*(group.states for group in shape.shown))
    counted = shape.shown if shape.wanted else [group for group in shape.listed if group.marked]
    counts = [
        _count(group.key, part, and_(asked, groups.only_in(group, shape.listed, *part)))
        for group in counted
        for part in group.parts(states)
    ]
    if not shape.wanted:
        counts += [_count(ALL, {state}, and_(asked, groups.one_of({state}))) for state in sorted(states)]
    first = [
        _first(group, and_(asked, groups.only_in(group, shape.listed, *part)), one=bool(shape.wanted))
        for group in shape.shown
        for part in group.parts(group.states)
    ]
    return union_all(*first, *counts)


def _count(key: str, states: Collection[State], condition: ColumnElement[bool]) -> Select[Any]:
    """By state; of many cases one state at a time, because to group them costs more than to look each up."""
    one = written(next(iter(states))) if len(states) == 1 else None
    columns: tuple[ColumnElement[Any], ...] = (
        written(key).label("key"),
        null().label("id"),
        null().label("waiting"),
        func.count().label("number"),
        (Application.state if one is None else one).label("state"),
    )
    query = select(*columns).select_from(Application).where(condition)
    return query.group_by(Application.state) if one is None else query


def _first(group: Group, condition: ColumnElement[bool], *, one: bool) -> Select[Any]:
    waiting = Application.state_since if group.newest_first else Application.submitted_at
    order = (waiting.desc(), Application.id.desc()) if group.newest_first else (waiting, Application.id)
    columns: tuple[ColumnElement[Any], ...] = (
        written(group.key).label("key"),
        Application.id.label("id"),
        waiting.label("waiting"),
        literal_column("0").label("number"),
        null().label("state"),
    )
    found = (
        select(*columns)
        .where(condition)
        .order_by(*order)
        .limit(bindparam("upto") if one else literal_column(str(group.first)))
        .offset(bindparam("before") if one else groups.AT_ONCE)
    )
    # A compound SELECT may not hold ORDER BY in its parts, so each part is a subquery.
    return select(found.subquery())
