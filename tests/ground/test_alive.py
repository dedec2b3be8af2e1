"""A connection that lay idle is asked whether it lives before it is used; one that just answered is not."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, create_engine, text
from sqlalchemy.exc import ProgrammingError

from portal import alive

LONG = 3600.0


def make(file: Path, idle: float) -> Engine:
    """A pool of one connection, which may be used from here after it died."""
    engine = create_engine(f"sqlite:///{file}", pool_size=1, max_overflow=0)
    alive.ask_after_rest(engine, idle=idle)
    return engine


@pytest.fixture
def restless(tmp_path: Path) -> Iterator[Engine]:
    """For which every rest is a long one."""
    engine = make(tmp_path / "own.db", idle=0)
    yield engine
    engine.dispose()


@pytest.fixture
def patient(tmp_path: Path) -> Iterator[Engine]:
    """For which no rest is a long one."""
    engine = make(tmp_path / "own.db", idle=LONG)
    yield engine
    engine.dispose()


def used(engine: Engine) -> Any:
    """Uses a connection, and gives it as the driver knows it."""
    with engine.connect() as connection:
        connection.execute(text("SELECT 1"))
        return connection.connection.driver_connection


def test_one_that_died_while_it_lay_idle_is_replaced_before_it_is_used(restless: Engine) -> None:
    dead = used(restless)
    dead.close()
    assert used(restless) is not dead


def test_one_that_lives_is_used_again(restless: Engine) -> None:
    assert used(restless) is used(restless)


def test_one_that_has_just_answered_is_not_asked(patient: Engine) -> None:
    used(patient).close()
    with pytest.raises(ProgrammingError):
        used(patient)


def test_one_that_was_asked_is_asked_again_after_its_next_rest(restless: Engine) -> None:
    used(restless)
    first = used(restless)
    first.close()
    assert used(restless) is not first
