"""The names of people in open cases, opened and folded, in the memory of this process for a few minutes.

To open all names for each search takes twenty times as long as the rest of it. What is kept lies where the
key lies that opens it, is never written anywhere, and says only what somebody is called: which cases there
are, and who may see them, the database is asked each time (see docs/adr/0034-names-stay-open-for-minutes.md).
A name is written once, with its row; afterwards it can only go, and its case goes with it.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from threading import Timer
from typing import Final, NamedTuple
from weakref import WeakKeyDictionary

from sqlalchemy import Connection, Engine, bindparam, func, select
from sqlalchemy.orm import Session

from portal.models.application import Application
from portal.models.candidate import Candidate
from portal.screening import matching

LASTS: Final = 300.0
"""Seconds after which all that was opened is let go, however often it was asked for."""
_AT_ONCE: Final = 1000
_PARTED_BY: Final = 3
"""A space and two letters."""

_NAMES: Final = (
    select(
        Application.id,
        Candidate.id,
        Candidate.name_sealed,
        func.coalesce(Application.submitted_at, Application.created_at),
    )
    .join(Candidate, Candidate.id == Application.candidate_id)
    .where(Application.id.in_(bindparam("ids", expanding=True)))
)


class Named(NamedTuple):
    """The id of a case, the name of its person as `matching.folded_name` gives it, and when it was sent."""

    id: str
    name: str
    sent_at: datetime


class People(NamedTuple):
    """Those of some cases. `parted` has them by how a part of the name begins, where that was worked out: a
    search then goes through some hundreds, and not through thousands.
    """

    all: Sequence[Named]
    parted: Mapping[str, Sequence[Named]] | None = None

    def who_may_have(self, beginning: str) -> Sequence[Named]:
        """Those who may have a part that begins so, as `matching.beginnings` gives it; no other has one."""
        if self.parted is None or len(beginning) < _PARTED_BY:
            return self.all
        return self.parted.get(beginning[:_PARTED_BY], ())


NOBODY: Final = People(())


class _Memory:
    """What one database's names are. Threads may open a name twice; none is ever found under a wrong id."""

    def __init__(self) -> None:
        self._timer: Timer | None = None
        self._names: dict[str, Named] = {}
        self._all_open: tuple[str, People] = ("", NOBODY)

    def of(self, connection: Connection, ids: str, *, all_open: bool) -> People:
        """The names of these cases; where they are `all_open` ones, those of others are let go of."""
        before, people = self._all_open
        if ids == before:
            return people
        if self._timer is None:
            self._begin()
        # Let go of is the dictionary, never what is in it: somebody else may be searching in it.
        names, wanted = self._names, ids.split()
        missing = [case_id for case_id in wanted if case_id not in names]
        for start in range(0, len(missing), _AT_ONCE):
            names |= read(connection, missing[start : start + _AT_ONCE])
        found = [names[case_id] for case_id in wanted if case_id in names]
        people = People(found, _parted(found) if all_open else None)
        if all_open:
            self._names, self._all_open = {named.id: named for named in found}, (ids, people)
        return people

    def _begin(self) -> None:
        self._timer = Timer(LASTS, self._forget)
        self._timer.daemon = True
        self._timer.start()

    def _forget(self) -> None:
        # The next search begins anew; one that goes on writes into a dictionary that nobody finds any more.
        self._timer, self._names, self._all_open = None, {}, ("", NOBODY)


def _parted(found: Iterable[Named]) -> Mapping[str, Sequence[Named]]:
    parted = defaultdict(list)
    for named in found:
        for beginning in {f" {part}"[:_PARTED_BY] for part in named.name.split(" ")[1:]}:
            parted[beginning].append(named)
    return parted


_memories: Final[WeakKeyDictionary[Engine, _Memory]] = WeakKeyDictionary()


def of(session: Session, ids: str, *, all_open: bool) -> People:
    """The names of the people of these open cases, in their order; `ids` has a space between each two.

    Who has no row any more is missing. `all_open` says that these are all open cases there are.
    """
    connection = session.connection()
    return _memories.setdefault(connection.engine, _Memory()).of(connection, ids, all_open=all_open)


def read(connection: Connection, ids: Sequence[str]) -> dict[str, Named]:
    """The names of the people of these cases, opened now and kept nowhere."""
    opened = Candidate.name.opener()
    rows = connection.execute(_NAMES, {"ids": ids})
    return {
        case_id: Named(case_id, matching.folded_name(opened(person, sealed)), sent_at)
        for case_id, person, sealed, sent_at in rows
    }
