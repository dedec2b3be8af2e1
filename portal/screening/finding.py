"""Searches the people of open cases by what stands encrypted in the rows.

Names are sealed, so no index knows them. They are looked for in memory, where `known_names` has those of the
open cases, the newest `BOUND` at most; numbers and mails are opened one by one, and nothing of them is kept.
`make bench` measures it.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final, NamedTuple

from sqlalchemy import ColumnElement, Executable, bindparam, func, select
from sqlalchemy.orm import Session

from portal import cases
from portal.models.application import OPEN, Application
from portal.models.candidate import Candidate
from portal.models.columns import written
from portal.models.staff import Role, Staff
from portal.screening import known_names, matching, queries, sections
from portal.screening.known_names import Named, People
from portal.screening.matching import Known
from portal.screening.queries import Listed
from portal.screening.sections import Wanted

BOUND: Final = 10_000
SHOWN: Final = 25
ONE_BY_ONE: Final = 500
"""So many cases are asked for by their ids; to hand over thousands costs more than to read all open ones."""

_IS_OPEN: Final = Application.state.in_([written(state) for state in sorted(OPEN)])
_NEWEST: Final = (Application.submitted_at.desc(), Application.id)
_SEALED: Final = select(
    Application.id,
    Application.reference,
    Candidate.id.label("person"),
    Candidate.phone_sealed,
    Candidate.email_sealed,
).join(Candidate)
_THESE: Final = Application.id.in_(bindparam("ids", expanding=True))
_DETAILS: Final = _SEALED.where(_THESE)


@dataclass(frozen=True, kw_only=True)
class Found:
    """How many cases fit, and the newest `SHOWN` of them; `cut` where there were more cases than `BOUND`."""

    count: int
    cases: tuple[Listed, ...]
    cut: bool


def find(session: Session, staff: Staff, text: str, wanted: Wanted) -> Found:
    """The open cases that `staff` may see and that fit `text` and the filters of `wanted`.

    An ended case is found by its whole number only.
    """
    words, filters = matching.words_of(text), wanted.filters()
    seen, by_office = cases.visible_to(staff), staff.has(Role.SECRETARIAT, Role.LEADER)
    asking = _for_office(tuple(filters)) if by_office else _asking(seen, tuple(filters))
    ids, cut = _open(session, asking, filters)
    people = known_names.of(session, ids, all_open=by_office and not filters and not cut)
    fitting = _by_words(session, words, people, asking, filters)
    hits = {*fitting, *_by_number(session, words, asking, filters)}
    newest = sorted(sorted(hits), key=lambda named: named.sent_at, reverse=True)
    order = [named.id for named in newest[:SHOWN]]
    shown = queries.lines(session, order, twice=False)
    # Between two questions a case may have gone.
    found = tuple(shown[case_id] for case_id in order if case_id in shown)
    return Found(count=len(hits), cases=found, cut=cut)


class _Asking(NamedTuple):
    """What is asked about the cases that somebody may see: the ids of all open ones in one text, the newest
    ones, what is sealed of them, and the same of those with some numbers.
    """

    open: Executable
    newest: Executable
    details: Executable
    numbered: Executable


def _asking(seen: ColumnElement[bool], filters: tuple[str, ...]) -> _Asking:
    narrowed = sections.narrowed(filters)
    # The office sees all but drafts, and no draft is open.
    is_open = (_IS_OPEN, *narrowed) if seen is cases.SEEN_BY_OFFICE else (seen, _IS_OPEN, *narrowed)
    return _Asking(
        # One long text comes out of the index much faster than thousands of rows, and than rows in an order.
        open=select(func.aggregate_strings(Application.id, " ")).where(*is_open),
        details=_SEALED.where(*is_open),
        newest=select(Application.id).where(*is_open).order_by(*_NEWEST).limit(bindparam("bound")),
        numbered=_SEALED.where(
            seen, *narrowed, Application.reference.in_(bindparam("numbers", expanding=True))
        ),
    )


@lru_cache(maxsize=16)
def _for_office(filters: tuple[str, ...]) -> _Asking:
    return _asking(cases.SEEN_BY_OFFICE, filters)


def _open(session: Session, asking: _Asking, filters: dict[str, str]) -> tuple[str, bool]:
    """The ids of the open cases, in one text; where there are more than `BOUND`, of the newest, and True."""
    connection = session.connection()
    ids: str = connection.scalar(asking.open, filters) or ""
    if ids.count(" ") < BOUND:
        return ids, False
    return " ".join(connection.execute(asking.newest, {**filters, "bound": BOUND}).scalars()), True


def _by_words(
    session: Session,
    words: tuple[str, ...],
    known: People,
    asking: _Asking,
    filters: dict[str, str],
) -> Collection[Named]:
    """Those people whose name, phone or mail each word fits."""
    people, beginnings = known.all, matching.beginnings([word for word in words if matching.is_name(word)])
    if beginnings:
        people = min(map(known.who_may_have, beginnings), key=len)
    for beginning in beginnings:
        people = [named for named in people if beginning in named.name]
    if all(map(matching.is_name, words)):
        return people
    names = {named.id: named for named in people}
    connection = session.connection()
    if len(names) <= ONE_BY_ONE:
        return _fitting(connection.execute(_DETAILS, {"ids": list(names)}), words, names)
    rows = connection.execute(asking.details, filters)
    return _fitting(rows, words, names)


def _by_number(
    session: Session, words: tuple[str, ...], asking: _Asking, filters: dict[str, str]
) -> list[Named]:
    """The people of cases, ended ones too, whose number was typed, and whom all else that was typed fits."""
    connection = session.connection()
    rows = connection.execute(asking.numbered, {**filters, "numbers": [*words, "".join(words)]}).all()
    return _fitting(rows, words, known_names.read(connection, [row.id for row in rows]) if rows else {})


def _fitting(rows: Iterable[Any], words: tuple[str, ...], names: Mapping[str, Named]) -> list[Named]:
    """Those of `names` who fit. Opened is only what is searched: the place stays shut, and mails too
    where no word can be one.
    """
    phone, email = Candidate.phone.opener(), Candidate.email.opener()
    mails = any("@" in word for word in words)
    return [
        names[row.id]
        for row in rows
        if row.id in names
        and matching.fits(
            words,
            Known(
                name=names[row.id].name,
                phone=phone(row.person, row.phone_sealed),
                email=email(row.person, row.email_sealed) if mails else "",
                reference=row.reference or "",
            ),
        )
    ]
