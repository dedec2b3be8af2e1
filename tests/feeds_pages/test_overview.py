"""The list of sources tells how each one is, those that need a person first."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import time_machine
from sqlalchemy.orm import Session

from factories import make_posting, make_source
from portal import clock
from portal.models.feed import RunStatus, Source
from portal.models.job import Job, JobKind, JobState
from source_pages import OVERVIEW, buttons, ran, refused, rows, words_of
from strict_client import StrictClient

NOON = datetime(2026, 11, 22, 11, tzinfo=UTC)
HOUR = timedelta(hours=1)


@pytest.fixture(autouse=True)
def stopped_clock(session: Session) -> Iterator[time_machine.Traveller]:
    with time_machine.travel(NOON, tick=False) as traveller:
        yield traveller


def test_a_source_that_never_ran_is_new_and_due_now(reader: StrictClient) -> None:
    assert rows(reader.get(OVERVIEW).text) == [
        "jobnet Vi henter hver time 0 job på tavlen Næste: søndag 22. november kl. 12.00 Ny"
    ]


def test_a_source_that_runs_well_tells_its_last_and_next_run(reader: StrictClient, session: Session) -> None:
    ran(session)
    make_posting(session)
    times = "Sidst: søndag 22. november kl. 11.30 Næste: søndag 22. november kl. 12.30"
    assert rows(reader.get(OVERVIEW).text) == [f"jobnet Vi henter hver time 1 job på tavlen {times} I orden"]


def state(reader: StrictClient) -> str:
    (row,) = rows(reader.get(OVERVIEW).text)
    return row


def test_a_source_without_a_whole_list_for_long_is_silent(reader: StrictClient, session: Session) -> None:
    ran(session, ago=3 * HOUR)
    assert state(reader).endswith(" Stille")


def test_a_source_that_failed_twice_is_failing(reader: StrictClient, session: Session) -> None:
    ran(session, ago=2 * HOUR)
    ran(session, RunStatus.FAILED, ago=HOUR)
    assert state(reader).endswith(" I orden")
    ran(session, RunStatus.FAILED)
    assert state(reader).endswith(" Fejler")


def test_a_source_whose_list_has_shrunk_says_so(reader: StrictClient, session: Session) -> None:
    ran(session, ago=HOUR, received=100)
    ran(session)
    assert state(reader).endswith(" Meget mindre end før")


def test_a_source_that_holds_ads_back_waits_for_a_person(reader: StrictClient, session: Session) -> None:
    ran(session, RunStatus.FAILED, ago=HOUR)
    ran(session, RunStatus.FAILED)
    make_posting(session, missed_runs=2)
    assert state(reader).endswith(" Venter på dig")


@pytest.mark.parametrize(("how", "word"), [("paused", "Pause"), ("off", "Slukket")])
def test_a_stopped_source_has_no_next_run(
    reader: StrictClient, session: Session, how: str, word: str
) -> None:
    ran(session, RunStatus.FAILED, ago=9 * HOUR)
    setattr(session.get_one(Source, "jobnet"), how, True)
    session.commit()
    assert state(reader) == f"jobnet Vi henter hver time 0 job på tavlen {word}"


def test_refused_entries_are_counted_but_for_ignored_ones(reader: StrictClient, session: Session) -> None:
    refused(session, "a")
    refused(session, "b", ignored_at=NOON)
    assert "0 job på tavlen 1 opslag er afvist" in state(reader)


def test_a_job_under_way_is_told(reader: StrictClient, session: Session) -> None:
    session.add(Job(kind=JobKind.RUN, source="jobnet", state=JobState.RUNNING, created_at=clock.now()))
    session.commit()
    assert "I gang nu" in state(reader)


def test_partners_stand_beside_the_feeds_and_troubles_stand_first(
    reader: StrictClient, session: Session
) -> None:
    make_source(session, "arket").format = "spreadsheet"
    make_source(session, "sender").format = "push"
    make_source(session, "gammel")
    ran(session, ago=9 * HOUR)
    assert [" ".join(row.split()[:4]) for row in rows(reader.get(OVERVIEW).text)] == [
        "jobnet Vi henter hver",
        "arket Regneark, som I",
        "sender Partneren sender selv",
        "gammel Vi henter ikke",
    ]
    assert rows(reader.get(OVERVIEW).text)[3].endswith("Ikke i brug")


def test_a_file_of_sources_that_cannot_be_read_is_told(
    reader: StrictClient, session: Session, feeds_file: Path
) -> None:
    ran(session)
    feeds_file.write_text("[[source")
    page = reader.get(OVERVIEW).text
    assert "Filen med kilder kan ikke læses." in words_of(page)
    assert rows(page)[0].startswith("jobnet")


def test_only_an_administrator_is_offered_to_add_sources(reader: StrictClient, admin: StrictClient) -> None:
    assert "Læg et regneark ind" in words_of(admin.get(OVERVIEW).text)
    assert "Læg et regneark ind" not in words_of(reader.get(OVERVIEW).text)
    assert buttons(reader.get(OVERVIEW).text) == []
