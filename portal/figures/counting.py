"""Counts what became of the applications of a year, out of their steps. Pure."""

import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final, TypeVar

from portal.figures import hiding, words
from portal.figures.hiding import FEWEST, Table
from portal.models.application import FilledBy, State

TAKEN_BACK: Final = "undo"
# What the person hears of as an answer.
ANSWERS: Final = frozenset(
    {State.VISITATION, State.HANDED_OVER, State.NOT_IN_TARGET_GROUP, State.WITHDRAWN, State.CLOSED}
)
T = TypeVar("T")


@dataclass(frozen=True, kw_only=True)
class Step:
    """One step of a case; `by_staff` says that a member of staff took it."""

    at: datetime
    to_state: State
    reason: str
    by_staff: bool


@dataclass(frozen=True, kw_only=True)
class Case:
    """One application that was sent."""

    sent_at: datetime
    filled_by: FilledBy | None
    municipality_code: str | None
    steps: tuple[Step, ...]


@dataclass(frozen=True, kw_only=True)
class Days:
    """Days from when an application was sent to its answer; None where too few were answered."""

    median: float | None
    ninetieth: float | None


@dataclass(frozen=True, kw_only=True)
class Figures:
    """All figures of one year."""

    year: int
    days: Days
    tables: tuple[Table, ...]


def count(year: int, cases: Sequence[Case]) -> Figures:
    """The figures of the applications that were sent in a year; who came from an old list sent none."""
    cases = [case for case in cases if channel(case) != "sheet"]
    answers = [(case, answer) for case in cases if (answer := answer_of(case)) is not None]
    by_reason = Counter(answer.reason for _, answer in answers if answer.reason)
    return Figures(
        year=year,
        days=days_to_answer([(answer.at - case.sent_at).total_seconds() / 86400 for case, answer in answers]),
        tables=(
            hiding.table(
                "Modtaget og besvaret",
                {"Har fået svar": len(answers), "Venter på svar": len(cases) - len(answers)},
            ),
            _by("Svar", [answer for _, answer in answers], lambda a: words.OUTCOMES[a.to_state]),
            hiding.table("Hvorfor", {words.reason(key): number for key, number in by_reason.most_common()}),
            _by("Kommune", cases, lambda case: words.municipality(case.municipality_code)),
            _by("Hvem har skrevet", cases, lambda case: words.FILLED_BY[case.filled_by]),
            _by("Hvordan kom den", cases, lambda case: words.CHANNELS[channel(case)]),
        ),
    )


def _by(heading: str, things: Iterable[T], key: Callable[[T], str]) -> Table:
    counted = Counter(key(thing) for thing in things)
    return hiding.table(heading, dict(counted.most_common()))


def answer_of(case: Case) -> Step | None:
    """The first step that is an answer and was not taken back."""
    stands: list[Step] = []
    for step in case.steps:
        if step.reason == TAKEN_BACK and stands:
            stands.pop()
        else:
            stands.append(step)
    return next((step for step in stands if step.to_state in ANSWERS), None)


def channel(case: Case) -> str:
    """How an application came: on the web, keyed in by staff, or from a spreadsheet."""
    first = case.steps[0] if case.steps else None
    if first is None or not first.by_staff:
        return "web"
    return "sheet" if first.to_state == State.WAITING else "phone"


def days_to_answer(days: Sequence[float]) -> Days:
    """The median and the 90th percentile, to one decimal; nothing where fewer than five were answered."""
    if len(days) < FEWEST:
        return Days(median=None, ninetieth=None)
    return Days(median=percentile(days, 50), ninetieth=percentile(days, 90))


def percentile(values: Sequence[float], percent: int) -> float:
    """The smallest value that so many per cent of the values do not exceed (nearest rank), to one decimal."""
    ranked = sorted(values)
    return round(ranked[max(0, math.ceil(len(ranked) * percent / 100) - 1)], 1)


def as_rows(figures: Figures) -> list[tuple[str | int | float, ...]]:
    """The figures as rows of a spreadsheet: table, line, count."""
    days: Mapping[str, float | None] = {"Median": figures.days.median, "90 %": figures.days.ninetieth}
    rows: list[tuple[str | int | float, ...]] = [("År", "Tabel", "Linje", "Antal")]
    rows += [
        (figures.year, "Dage til svar", name, "For få svar" if value is None else value)
        for name, value in days.items()
    ]
    for table in figures.tables:
        rows += [
            (figures.year, table.heading, line.words, line.shown if line.count is None else line.count)
            for line in table.lines
        ]
        rows.append((figures.year, table.heading, "I alt", table.shown_total))
    return rows
