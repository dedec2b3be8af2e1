"""One line of a list: what tells a case from its neighbours, and what to do first."""

from collections.abc import Callable, Iterable
from datetime import datetime
from functools import lru_cache
from typing import Final, NamedTuple

from flask import url_for
from sqlalchemy.orm import Session

from portal import answers, cases, clock, pages
from portal.models.application import Application, CameBy, FilledBy, State
from portal.screening import criteria, queries, words
from portal.screening.criteria import Signal
from portal.screening.groups import OURS
from portal.screening.queries import Listed

# When somebody came says little once it has come so far; since when it has been so says more.
_LASTS: Final = frozenset({State.WAITING, State.TRIAL, State.HIRED})
_SOME_CASE: Final = "some-case"
_REMEMBERED: Final = 1000


class Glimpse(NamedTuple):
    """What a line says of the answers: where to look first, and whether the person wants to be called."""

    signal: Signal
    wants_a_call: bool


Tag = Callable[[Listed, Glimpse], tuple[str, str]]
"""The words of a tag, and what it looks like."""


class Row(NamedTuple):
    """The words of one line, as the macro `queue` shows them."""

    url: str
    name: str
    note: str
    fact: str
    more: str
    tag: str
    tag_kind: str
    late: bool
    marks: tuple[str, ...] = ()
    pick: str = ""


def of_cases(session: Session, listed: Iterable[Listed], *, by_state: bool = False) -> dict[str, Row]:
    """The lines of these cases by the id of the case: the tag says where to look first, or `by_state`."""
    rows = list(listed)
    holders = {row.id: holder for row in rows if (holder := cases.claimed_by(row))}
    names = queries.staff_names(session, holders.values())
    now = clock.now()
    # One address for all of them: to build one for each line costs more than the line.
    address = url_for("screening.case", application_id=_SOME_CASE)
    tag = _state if by_state else _signal
    return {
        row.id: _row(
            row, names.get(holders.get(row.id, ""), ""), now, address.replace(_SOME_CASE, row.id), tag
        )
        for row in rows
    }


@lru_cache(maxsize=_REMEMBERED)
def _glimpse(case_id: str, answers_sealed: bytes | None, fits: str, filled_by: FilledBy | None) -> Glimpse:
    """Opens the answers and looks; a list shows the same cases many times a day.

    What is remembered is the sealed bytes and what was made of them, and no answer. Others are sealed anew.
    """
    stored = answers.read(Application.answers.opened(case_id, answers_sealed))
    signal = criteria.assess(stored, fits=fits, filled_by=filled_by).signal
    return Glimpse(signal, answers.find(stored, criteria.WANTS_A_CALL) is not None)


def _state(case: Listed, _glimpse: Glimpse) -> tuple[str, str]:
    return words.STATE[case.state], words.STATE_TAG.get(case.state, "")


def _signal(_case: Listed, glimpse: Glimpse) -> tuple[str, str]:
    return words.SIGNAL[glimpse.signal], words.SIGNAL_TAG[glimpse.signal][0]


def _row(case: Listed, holder: str, now: datetime, url: str, tag_of: Tag) -> Row:
    glimpse = _glimpse(case.id, case.answers_sealed, case.fits, case.filled_by)
    tag, tag_kind = tag_of(case, glimpse)
    late = _is_late(case, now)
    name = case.name
    place = words.municipality(case.municipality_code)
    return Row(
        url=url,
        name=words.short_name(name),
        note=f"{place} · {words.FILLED_BY[case.filled_by]}",
        fact="Vil gerne ringes op" if glimpse.wants_a_call else wishes_in_words(case.job, case.jobs),
        more=_when_and_who(case, holder, now, late=late),
        tag=tag,
        tag_kind=tag_kind,
        late=late,
        pick=f"{case.id}:{case.version}",
        marks=("Telefon",) if case.came_by == CameBy.PHONE else (),
    )


def _is_late(case: Listed, now: datetime) -> bool:
    return case.state in OURS and case.answer_by is not None and case.answer_by < now


def wishes_in_words(first: str, number: int) -> str:
    """The first job somebody wished for, and how many more there are."""
    if not number:
        return "Intet bestemt job"
    return f"{first} og {number - 1} mere" if number > 1 else first


def age_in_words(moment: datetime, now: datetime) -> str:
    """How many calendar days ago in Copenhagen: "Kom i dag", "Kom i går", "Kom for 5 dage siden"."""
    days = (clock.to_local(now).date() - clock.to_local(moment).date()).days
    return {0: "Kom i dag", 1: "Kom i går"}.get(days, f"Kom for {days} dage siden")


def _when_and_who(case: Listed, holder: str, now: datetime, *, late: bool) -> str:
    told = [age_in_words(case.sent_at, now)]
    if case.state in _LASTS:
        told = [f"{words.STATE[case.state]} siden {pages.danish_date(case.state_since, year=True)}"]
    if late and case.answer_by is not None:
        told.append(f"Svar skulle være sendt {pages.danish_date(case.answer_by)}")
    if case.call_on is not None and case.call_on <= clock.to_local(now).date():
        told.append(f"Ring {pages.danish_date(case.call_on)}")
    if holder:
        told.append(f"{holder} har den")
    return " · ".join(told)
