"""A sample of P33: people reach the queue, programs do not. The whole is in tests/proof."""

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from apply.bots import BOTS, PERSON, STUDENT, reached_the_queue


def test_p33_people_of_a_calm_day_all_reach_the_queue(app: Flask, session: Session) -> None:
    assert reached_the_queue(app, session, [PERSON, STUDENT], hours=1) == [True] * 2


@pytest.mark.parametrize("name", ["fills in every field", "is done at once", "advertises"])
def test_p33_a_program_does_not_reach_it_and_is_thanked_all_the_same(
    app: Flask, session: Session, name: str
) -> None:
    assert reached_the_queue(app, session, [BOTS[name]], hours=1) == [False]
