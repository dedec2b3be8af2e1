"""The worker asks for the runs of sources that are due, also while time goes on."""

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.commands import chores
from portal.jobs.incoming import Receipt, Tell
from portal.models.job import Job


class OneSource:
    """What is configured; nothing of it is ever run here."""

    def sources(self) -> tuple[str, ...]:
        return ("jobnet",)

    def run(self, source: str, *, progress: Tell) -> Receipt:
        raise AssertionError(source, progress)


@pytest.mark.parametrize("times", [1, 2])
def test_a_source_that_never_ran_is_asked_for_at_once_and_only_once(
    app: Flask, session: Session, times: int
) -> None:
    for _ in range(times):
        chores.plan_runs(OneSource())
    assert list(session.scalars(select(Job.source))) == ["jobnet"]
