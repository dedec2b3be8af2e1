"""The figures of a year: who wrote, what came of it, and how many days it took."""

from datetime import UTC, datetime, timedelta

import pytest

from portal.figures.counting import Case, Step, answer_of, channel, count, days_to_answer, percentile
from portal.models.application import FilledBy, State

SENT = datetime(2026, 3, 2, 9, tzinfo=UTC)


def _step(to: State, *, days: float = 0, reason: str = "", by_staff: bool = True) -> Step:
    return Step(at=SENT + timedelta(days=days), to_state=to, reason=reason, by_staff=by_staff)


RECEIVED = _step(State.RECEIVED, by_staff=False)


def _case(*steps: Step, **changes: object) -> Case:
    values: dict[str, object] = {
        "sent_at": SENT,
        "filled_by": FilledBy.SELF,
        "municipality_code": "0330",
        "steps": (RECEIVED, *steps),
    }
    return Case(**(values | changes))  # type: ignore[arg-type]


def test_the_first_answer_counts() -> None:
    case = _case(_step(State.SCREENING), _step(State.HANDED_OVER, days=3), _step(State.CLOSED, days=9))
    answer = answer_of(case)
    assert answer is not None
    assert (answer.to_state, answer.at - SENT) == (State.HANDED_OVER, timedelta(days=3))


def test_what_was_taken_back_is_no_answer() -> None:
    case = _case(
        _step(State.SCREENING), _step(State.CLOSED, days=1), _step(State.SCREENING, days=1, reason="undo")
    )
    assert answer_of(case) is None


def test_a_question_back_is_no_answer_yet() -> None:
    assert answer_of(_case(_step(State.SCREENING), _step(State.NEEDS_INFO))) is None


@pytest.mark.parametrize(
    ("first", "came"),
    [
        (RECEIVED, "web"),
        (_step(State.RECEIVED), "phone"),
        (_step(State.WAITING), "sheet"),
    ],
)
def test_how_an_application_came_follows_from_its_first_step(first: Step, came: str) -> None:
    assert channel(_case(steps=(first,))) == came


@pytest.mark.parametrize(("percent", "value"), [(50, 5.0), (90, 9.0), (100, 10.0)])
def test_a_percentile_is_a_value_that_was_there(percent: int, value: float) -> None:
    assert percentile([10, 9, 8, 7, 6, 5, 4, 3, 2, 1], percent) == value


def test_days_of_fewer_than_five_answers_are_not_told() -> None:
    assert days_to_answer([1, 2, 3, 4]).median is None
    assert days_to_answer([1, 2, 3, 4, 5]).median == 3


def test_the_tables_of_a_year() -> None:
    handed = [_case(_step(State.SCREENING), _step(State.HANDED_OVER, days=2)) for _ in range(6)]
    refused = [_case(_step(State.NOT_IN_TARGET_GROUP, days=4, reason="finds_alone")) for _ in range(5)]
    waiting = [_case(filled_by=FilledBy.HELPER) for _ in range(7)]
    figures = count(2026, [*handed, *refused, *waiting])
    shown = {table.heading: {line.words: line.count for line in table.lines} for table in figures.tables}
    assert shown["Modtaget og besvaret"] == {"Har fået svar": 11, "Venter på svar": 7}
    assert shown["Svar"] == {"Sendt til konsulent": 6, "Ikke i målgruppen": 5}
    assert shown["Hvorfor"] == {"Kan selv finde et job": 5}
    assert shown["Kommune"] == {"Slagelse": 18}
    assert shown["Hvem har skrevet"] == {"Personen selv": 11, "En hjælper": 7}
    assert shown["Hvordan kom den"] == {"På nettet": 18}
    assert (figures.days.median, figures.days.ninetieth) == (2.0, 4.0)
