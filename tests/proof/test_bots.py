"""P33 whole: 200 people in a day lose nothing; of 1,000 forms of programs, at least 950 are kept out."""

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from apply.bots import BOTS, PERSON, STUDENT, reached_the_queue
from trust.figures import note


def test_p33_none_of_two_hundred_people_is_kept_from_the_queue(
    app: Flask, session: Session, capsys: pytest.CaptureFixture[str]
) -> None:
    ways = [STUDENT if number % 8 == 0 else PERSON for number in range(200)]
    reached = reached_the_queue(app, session, ways, hours=9)
    with capsys.disabled():
        print(f"\nP33 people: {reached.count(True)} of {len(reached)} reached the queue")
    assert reached == [True] * 200


def test_p33_of_a_thousand_forms_of_programs_few_reach_the_queue(
    app: Flask, session: Session, capsys: pytest.CaptureFixture[str]
) -> None:
    ways = [*BOTS.values()] * (1000 // len(BOTS))
    reached = reached_the_queue(app, session, ways, hours=4)
    by_kind = {name: sum(reached[number :: len(BOTS)]) for number, name in enumerate(BOTS)}
    note(33, f"{reached.count(False)} of {len(reached)} forms of programs kept out")
    with capsys.disabled():
        print(f"\nP33 programs: {reached.count(False)} of {len(reached)} kept out; through: {by_kind}")
    assert reached.count(False) >= 950
