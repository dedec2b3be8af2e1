"""Reads what the pages about sources show."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from flask import current_app
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from portal import alarms, clock, postings, sources, work
from portal.feeds import chart, words
from portal.feeds.chart import Chart
from portal.feeds.words import State
from portal.jobs.incoming import Importer, ImporterError
from portal.models.feed import FeedRun, RefusedEntry, RunStatus, Source
from portal.models.job import Job
from portal.models.partner import PartnerKey
from portal.models.posting import Posting


@dataclass(frozen=True, kw_only=True)
class Configured:
    """The sources in FEEDS_FILE, and whether the file can be read."""

    names: tuple[str, ...] = ()
    readable: bool = True


@dataclass(frozen=True, kw_only=True)
class Line:
    """One source of the list. It is `fetched` by the worker, or `handed_over` by a partner, or neither of
    them any more.
    """

    name: str
    row: Source | None
    fetched: bool
    state: State
    next_at: datetime | None
    job: Job | None
    refused: int
    shown: int

    @property
    def handed_over(self) -> bool:
        return words.is_handed_over(self.row)


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """Everything about one source."""

    line: Line
    held: tuple[Posting, ...]
    runs: tuple[FeedRun, ...]
    running: FeedRun | None
    chart: Chart
    keys: tuple[PartnerKey, ...]


def configured() -> Configured:
    """The sources that the worker fetches."""
    importers: Importer | None = current_app.extensions["importers"]
    try:
        return Configured(names=importers.sources() if importers else ())
    except ImporterError:
        return Configured(readable=False)


def lines(session: Session, fetched: Configured) -> tuple[Line, ...]:
    """All sources, those that need a person first: what is in the file, what once was, and partners'."""
    rows = {row.name: row for row in session.scalars(select(Source))}
    histories = alarms.histories(session, fetched.names)
    jobs, refused, shown, now = work.open_jobs(session), _refused(session), _shown(session), clock.now()
    found = [
        Line(
            name=name,
            row=rows.get(name),
            fetched=name in fetched.names,
            state=words.state_of(
                rows.get(name), alarms.wrong_with(histories[name], now), fetched=name in fetched.names
            ),
            next_at=sources.next_run_at(session, name) if name in fetched.names else None,
            job=jobs.get(name),
            refused=refused.get(name, 0),
            shown=shown.get(name, 0),
        )
        for name in sorted({*rows, *fetched.names})
    ]
    return tuple(sorted(found, key=lambda line: list(State).index(line.state)))


def _refused(session: Session) -> Mapping[str, int]:
    query = select(RefusedEntry.source, func.count()).where(RefusedEntry.ignored_at.is_(None))
    return {row[0]: row[1] for row in session.execute(query.group_by(RefusedEntry.source))}


def _shown(session: Session) -> Mapping[str, int]:
    query = select(Posting.source, func.count()).where(postings.is_open()).group_by(Posting.source)
    return {row[0]: row[1] for row in session.execute(query)}


def sheet(session: Session, name: str) -> Sheet | None:
    """Everything about one source; None where there is none of that name."""
    line = next((line for line in lines(session, configured()) if line.name == name), None)
    if line is None:
        return None
    runs = session.scalars(
        select(FeedRun)
        .where(FeedRun.source == name)
        .order_by(FeedRun.started_at.desc())
        .limit(chart.RUNS + 1)
    ).all()
    ended = tuple(run for run in runs if run.status is not RunStatus.RUNNING)[: chart.RUNS]
    return Sheet(
        line=line,
        held=tuple(sources.held_postings(session, name)),
        runs=ended,
        running=next((run for run in runs if run.status is RunStatus.RUNNING), None),
        chart=chart.draw(ended),
        keys=_keys(session, name),
    )


def _keys(session: Session, source: str) -> tuple[PartnerKey, ...]:
    query = select(PartnerKey).where(PartnerKey.source == source, PartnerKey.revoked_at.is_(None))
    return tuple(session.scalars(query.order_by(PartnerKey.created_at.desc())))


def open_key(session: Session, source: str, key_id: str) -> PartnerKey | None:
    """A key of this source that still works."""
    return next((key for key in _keys(session, source) if key.id == key_id), None)


def refused_entries(session: Session, source: str, *, ignored: bool) -> tuple[RefusedEntry, ...]:
    """The quarantine of a source, newest first: what needs care, or what was ignored."""
    state = RefusedEntry.ignored_at.is_not(None) if ignored else RefusedEntry.ignored_at.is_(None)
    query = select(RefusedEntry).where(RefusedEntry.source == source, state)
    return tuple(session.scalars(query.order_by(RefusedEntry.first_seen_at.desc(), RefusedEntry.id)))


def spreadsheet_sources(session: Session) -> tuple[str, ...]:
    """The names of the sources that are filled by spreadsheets."""
    query = select(Source.name).where(Source.format == sources.SPREADSHEET).order_by(Source.name)
    return tuple(session.scalars(query))
