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
    monkeypatch.setattr(run, "_let_others_in", lambda: held.append(db.session().in_transaction()))
    with app.app_context():
        jobnet_run.run(jobnet)
    assert held == [False] * (jobnet_run.FEW_KLAP // 5)


def test_the_pause_is_longer_than_anybody_sleeps_who_waits() -> None:
    assert run.BREATH > SQLITE_LOOKS_AGAIN_AFTER
