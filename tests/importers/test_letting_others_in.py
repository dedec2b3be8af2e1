"""While a long feed comes in, others get to write: between two batches nothing is held, for long enough."""

import pytest
from flask import Flask

import jobnet_run
from importers import run
from importers.standin.answering import Standin
from portal.db import db

SQLITE_LOOKS_AGAIN_AFTER = 0.1
"""Seconds between the later looks of somebody who waits for SQLite's lock (sqliteDefaultBusyCallback)."""


def test_between_two_batches_no_transaction_is_open(
    app: Flask, jobnet: Standin, monkeypatch: pytest.MonkeyPatch
) -> None:
    held: list[bool] = []
    monkeypatch.setattr(run, "BATCH", 5)
    monkeypatch.setattr(run, "_let_others_in", lambda _taken: held.append(db.session().in_transaction()))
    with app.app_context():
        jobnet_run.run(jobnet)
    assert held == [False] * (jobnet_run.FEW_KLAP // 5)


@pytest.mark.parametrize(("taken", "waits"), [(0.01, run.BREATH), (0.4, 0.4), (9.0, run.LONGEST_BREATH)])
def test_the_pause_is_as_long_as_the_batch_within_bounds(
    monkeypatch: pytest.MonkeyPatch, taken: float, waits: float
) -> None:
    waited: list[float] = []
    monkeypatch.setattr("importers.run.time.sleep", waited.append)
    run._let_others_in(taken)
    assert waited == [waits]


def test_the_pause_is_longer_than_anybody_sleeps_who_waits() -> None:
    assert run.BREATH > SQLITE_LOOKS_AGAIN_AFTER
