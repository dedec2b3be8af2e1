"""P14: nobody learns from the time of an answer whether a code exists. Prints the ratio of medians."""

from statistics import median
from time import perf_counter

import pytest
from sqlalchemy.orm import Session

from factories import make_application
from portal import tickets
from trust.figures import note

TRIES = 300


def _time(session: Session, code: str) -> float:
    session.rollback()
    session.expunge_all()
    began = perf_counter()
    assert tickets.by_code(session, code, "9999") is None
    return perf_counter() - began


def test_p14_a_code_that_exists_takes_as_long_as_one_that_does_not(
    session: Session, capsys: pytest.CaptureFixture[str]
) -> None:
    answers = [
        {"key": f"q{number}", "question": "?", "value": "x" * 60, "text": "x" * 60} for number in range(17)
    ]
    case = make_application(session, answers=answers)
    known, unknown = str(case.reference), "aaaaaaaa"
    times = [(_time(session, known), _time(session, unknown)) for _ in range(TRIES)]
    exists, absent = (median(taken) for taken in zip(*times, strict=True))
    with capsys.disabled():
        print(f"\nP14 code: ratio {exists / absent:.3f}, {exists * 1000:.2f} ms")
    assert 0.8 <= exists / absent <= 1.25
    note(14, f"a code that exists takes {exists / absent:.3f} of the time of one that does not")
