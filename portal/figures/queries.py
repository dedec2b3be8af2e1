"""Reads what the figures are made of. No name and no answer is opened for them."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from portal import clock, postings
from portal.easyread.trades import TRADES
from portal.figures.counting import Case, Step
from portal.figures.yearly import KNOWN, Yearly
from portal.models.application import Application, Move, State
from portal.models.figure import YearlyFigure
from portal.models.posting import Posting
from portal.places.areas import AREAS


def years(session: Session) -> list[int]:
    """The calendar years of Copenhagen since the first application was sent, the newest first."""
    this_year = clock.today().year
    first = session.scalar(select(func.min(Application.submitted_at)))
    return list(range(this_year, min(clock.to_local(first).year if first else this_year, this_year) - 1, -1))


def cases_of(session: Session, year: int) -> list[Case]:
    """The applications that were sent in a calendar year of Copenhagen, with their steps; two queries."""
    begin = datetime(year, 1, 1, tzinfo=clock.COPENHAGEN)
    sent = (
        Application.submitted_at >= begin,
        Application.submitted_at < datetime(year + 1, 1, 1, tzinfo=clock.COPENHAGEN),
        Application.state.not_in([State.DRAFT, State.QUARANTINED]),
    )
    steps: dict[str, list[Step]] = {}
    moves = (
        select(Move.application_id, Move.at, Move.to_state, Move.reason, Move.staff_id)
        .join(Application, Application.id == Move.application_id)
        .where(*sent)
    )
    for row in session.execute(moves.order_by(Move.application_id, Move.step)):
        step = Step(at=row.at, to_state=row.to_state, reason=row.reason, by_staff=row.staff_id is not None)
        steps.setdefault(row.application_id, []).append(step)
    listed = select(
        Application.id, Application.submitted_at, Application.filled_by, Application.municipality_code
    )
    return [
        Case(
            sent_at=row.submitted_at,
            filled_by=row.filled_by,
            municipality_code=row.municipality_code,
            steps=tuple(steps.get(row.id, ())),
        )
        for row in session.execute(listed.where(*sent))
    ]


def open_jobs(session: Session) -> tuple[Mapping[str, int], Mapping[str, int]]:
    """How many open jobs each area and each trade has, in the order of the board."""
    counted = select(Posting.area, Posting.trade, func.count()).where(postings.is_open())
    by_area = dict.fromkeys((area.name for area in AREAS), 0)
    by_trade = dict.fromkeys((trade.name for trade in TRADES.values()), 0)
    names = {area.slug: area.name for area in AREAS}
    for area, trade, number in session.execute(counted.group_by(Posting.area, Posting.trade)):
        place = names.get(area or "", "Sted: spørg os")
        by_area[place] = by_area.get(place, 0) + number
        kind = TRADES.get(trade, TRADES["other"]).name
        by_trade[kind] += number
    return by_area, by_trade


def yearly(session: Session) -> dict[int, list[Yearly]]:
    """The published figures by year, the newest first; what was entered goes before what is known."""
    known = {(row.year, row.key): row for row in KNOWN}
    for row in session.scalars(select(YearlyFigure)):
        known[row.year, row.key] = Yearly(year=row.year, key=row.key, value=row.value, source=row.source)
    found: dict[int, list[Yearly]] = {}
    for figure in sorted(known.values(), key=lambda one: -one.year):
        found.setdefault(figure.year, []).append(figure)
    return found
