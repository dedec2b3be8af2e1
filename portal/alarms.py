"""Alarms (promise 62), and what is wrong with sources: silent, failing, shrunk, holding ads back; or with the
file that names them.

What is wrong with a source is worked out from the records of its runs; what is wrong with the portal itself
in `portal.running` and `portal.invariants`. An alarm is told once by mail when it begins and once when it is
over, and stands on the staff's pages meanwhile.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from statistics import median
from typing import Final

from flask import current_app
from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from portal import clock, outbox, sources
from portal.models.alarm import Alarm, AlarmKind
from portal.models.feed import FeedRun, RunStatus, Source
from portal.models.posting import Posting

LONGEST_RUN: Final = timedelta(minutes=15)
SILENT_AFTER: Final = 2 * sources.FEED_INTERVAL + LONGEST_RUN
"""One run may fail, and the next one may take its time."""
FAILURES: Final = 2
COMPARED_RUNS: Final = 10
SHRUNK_SHARE: Final = 0.5
SHRUNK_COUNT: Final = 3
"""A source of few ads may lose so many without anything being wrong."""
PAGE: Final = "/personale/drift"
"""Where the staff see all alarms; the worker, who has no request, cannot ask for its address."""
GOOD: Final = frozenset({RunStatus.COMPLETE, RunStatus.UNCHANGED})

WORDS: Final[Mapping[AlarmKind, str]] = {
    AlarmKind.SILENT: "Vi har ikke hentet hele listen i mere end 2 timer.",
    AlarmKind.FAILING: "Vi kan ikke hente job. Det er gået galt 2 gange i træk.",
    AlarmKind.SHRUNK: "Listen er blevet mindre end halvt så lang.",
    AlarmKind.HELD: "Mange job vil lukke på én gang. Et menneske skal se på det.",
    AlarmKind.UNREADABLE: "Filen med kilder kan ikke læses. Vi henter ingen job, før den er rettet.",
    AlarmKind.MAIL_WAITS: "Den ældste har ventet mere end 30 minutter på at komme af sted.",
    AlarmKind.NOT_DELETED: "Vi har ikke slettet gamle oplysninger i mere end 26 timer.",
    AlarmKind.NOT_BACKED_UP: "Der er ikke taget sikkerhedskopi i mere end 26 timer.",
    AlarmKind.SIGN_INS: "Mange forsøg på at logge ind går galt lige nu.",
    AlarmKind.BROKEN_RULE: "Det må aldrig ske. Ring til den, der driver portalen.",
    AlarmKind.LOOK_UPS: "En medarbejder har set på usædvanligt meget i dag. Se siden Persondata.",
}
"""What each alarm says to the staff."""
TITLES: Final[Mapping[AlarmKind, str]] = {
    AlarmKind.SILENT: "Stille",
    AlarmKind.FAILING: "Fejler",
    AlarmKind.SHRUNK: "Meget mindre end før",
    AlarmKind.HELD: "Venter på dig",
    AlarmKind.UNREADABLE: "Kan ikke læses",
    AlarmKind.MAIL_WAITS: "Venter for længe",
    AlarmKind.NOT_DELETED: "Ikke sket",
    AlarmKind.NOT_BACKED_UP: "Ikke sket",
    AlarmKind.SIGN_INS: "Mange fejl",
    AlarmKind.BROKEN_RULE: "Noget er forkert",
    AlarmKind.LOOK_UPS: "Usædvanligt mange",
}
"""What each alarm is called."""
OF_SOURCES: Final = frozenset(
    {AlarmKind.SILENT, AlarmKind.FAILING, AlarmKind.SHRUNK, AlarmKind.HELD, AlarmKind.UNREADABLE}
)
FEEDS_FILE: Final = "FEEDS_FILE"
"""What an alarm about the file with the sources is about; no source may be called so."""


@dataclass(frozen=True, kw_only=True)
class Run:
    """What counts of a run that has ended: how it went, and how many ads of the feed were for us."""

    status: RunStatus
    ads: int


@dataclass(frozen=True, kw_only=True)
class History:
    """What is known of a source, its runs newest first. `fetched` is False where nobody is to fetch it."""

    fetched: bool
    known_since: datetime | None = None
    last_complete_at: datetime | None = None
    ended: bool = False
    runs: Sequence[Run] = ()
    held: int = 0


def wrong_with(history: History, now: datetime) -> frozenset[AlarmKind]:
    """What is wrong with a source. One that is not to be fetched can only hold ads back."""
    checks = {
        AlarmKind.HELD: history.held > 0,
        AlarmKind.FAILING: history.fetched and (history.ended or _fails(history.runs)),
        AlarmKind.SILENT: history.fetched and _is_silent(history, now),
        AlarmKind.SHRUNK: history.fetched and _has_shrunk(history.runs),
    }
    return frozenset(kind for kind, wrong in checks.items() if wrong)


def _fails(runs: Sequence[Run]) -> bool:
    newest = runs[:FAILURES]
    return len(newest) == FAILURES and all(run.status not in GOOD for run in newest)


def _is_silent(history: History, now: datetime) -> bool:
    since = history.last_complete_at or history.known_since
    return since is not None and now - since > SILENT_AFTER


def _has_shrunk(runs: Sequence[Run]) -> bool:
    good = [run.ads for run in runs if run.status in GOOD]
    if len(good) < 2:
        return False
    newest, usual = good[0], median(good[1 : COMPARED_RUNS + 1])
    return newest < usual * SHRUNK_SHARE and usual - newest > SHRUNK_COUNT


def histories(session: Session, configured: Iterable[str]) -> dict[str, History]:
    """What is known of all sources by name. `configured` are those that the worker is to fetch."""
    fetched = set(configured)
    held = _held(session)
    rows = {row.name: row for row in session.scalars(select(Source))}
    found = {name: _history(session, row, name in fetched, held) for name, row in rows.items()}
    return {name: History(fetched=True) for name in fetched} | found


def _held(session: Session) -> dict[str, int]:
    query = select(Posting.source, func.count()).where(sources.is_held()).group_by(Posting.source)
    return {row[0]: row[1] for row in session.execute(query)}


def _history(session: Session, source: Source, configured: bool, held: Mapping[str, int]) -> History:  # noqa: FBT001 - private, and plain at its one call
    runs = session.scalars(
        select(FeedRun)
        .where(FeedRun.source == source.name, FeedRun.status != RunStatus.RUNNING)
        .order_by(FeedRun.started_at.desc())
        .limit(COMPARED_RUNS + 1)
    ).all()
    first = select(func.min(FeedRun.started_at)).where(FeedRun.source == source.name)
    return History(
        fetched=configured and not source.paused and not source.off,
        known_since=session.scalar(first),
        last_complete_at=source.last_complete_at,
        ended=source.gone_at is not None,
        runs=[Run(status=run.status, ads=run.received - run.left_out) for run in runs],
        held=held.get(source.name, 0),
    )


def check(session: Session, configured: Iterable[str], *, unreadable: bool = False) -> None:
    """Settles the alarms about sources. The caller commits.

    `configured` are the sources to be fetched; `unreadable` tells that the file that names them is broken.
    """
    now = clock.now()
    wrong = {
        (kind, name)
        for name, history in histories(session, configured).items()
        for kind in wrong_with(history, now)
    }
    if unreadable:
        wrong.add((AlarmKind.UNREADABLE, FEEDS_FILE))
    settle(session, wrong, among=OF_SOURCES)


def settle(
    session: Session, wrong: Collection[tuple[AlarmKind, str]], *, among: Collection[AlarmKind]
) -> None:
    """Compares what is wrong with what was told, and tells the difference by mail. The caller commits.

    `wrong` names kind and subject of all that is wrong `among` these kinds; other kinds stay as they are.
    """
    told = {(row.kind, row.about) for row in open_alarms(session) if row.kind in among}
    begun, over = set(wrong) - told, told - set(wrong)
    session.add_all(Alarm(kind=kind, about=about, since=clock.now()) for kind, about in begun)
    for kind, about in over:
        session.execute(delete(Alarm).where(Alarm.kind == kind, Alarm.about == about))
    if begun or over:
        _tell(session, begun=begun, over=over)
    session.flush()


def open_alarms(session: Session) -> list[Alarm]:
    """What is wrong at this moment, oldest first."""
    return list(session.scalars(select(Alarm).order_by(Alarm.since, Alarm.about, Alarm.kind)))


def _tell(
    session: Session,
    *,
    begun: Collection[tuple[AlarmKind, str]],
    over: Collection[tuple[AlarmKind, str]],
) -> None:
    settings = current_app.config["SETTINGS"]
    if settings.alarm_email:
        outbox.queue(
            session,
            "alarm",
            to=settings.alarm_email,
            begun=sorted((about, WORDS[kind]) for kind, about in begun),
            over=sorted((about, TITLES[kind]) for kind, about in over),
            address=settings.base_url + PAGE,
        )
