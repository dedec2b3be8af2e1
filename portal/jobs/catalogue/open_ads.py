"""The open ads as of one version of the data, brought up to date by what has changed since."""

import threading
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Any, Final, cast

from flask import current_app
from sqlalchemy import func, select
from sqlalchemy.orm import scoped_session

from portal import clock, replica, versions
from portal.db import Reading
from portal.fragments import MIB, Fragments
from portal.jobs.catalogue.bits import mask_of
from portal.jobs.catalogue.segment import NEVER, Answers, Row, Segment, Spot
from portal.jobs.catalogue.vocabulary import Vocabulary
from portal.jobs.finding import YES, hours_fitted
from portal.jobs.search import Met
from portal.models.posting import Posting, PostingState

FROM_THE_BEGINNING: Final = -1
AT_ONCE: Final = 2000
MOST_COUNTED: Final = 12 * MIB
MOST_SOUGHT: Final = 8 * MIB
MOST_CARDS: Final = 8 * MIB
MOST_PAGES: Final = 8 * MIB
"""Bytes: room for about 4,000 cards and the parts of 500 pages. What is not there is drawn again."""

CONSIDERATIONS = Posting.easy["considerations"].as_string().label("considerations")
_COLUMNS = (
    *(Posting.id, Posting.reference, Posting.state, Posting.published_on, Posting.area, Posting.trade),
    *(Posting.job_type, Posting.hours_min, Posting.hours_max, Posting.lat, Posting.lon),
    *(Posting.municipality_code, Posting.revision),
    func.coalesce(Posting.deadline, Posting.expires_on).label("last_day"),
    CONSIDERATIONS,
)


@dataclass(frozen=True)
class Part:
    """A segment and those of its ads that are open: not changed since it was made, and not over."""

    segment: Segment
    replaced: int
    open: int


@dataclass(frozen=True)
class OpenAds:
    """All open ads as of `version` on `today`, as the server behind `connection` of the watch has them.

    `counted` keeps what does not change before the next version, and `sought` the same of what words mean:
    there is no end of words, and they shall not drive out the lists that all ask for. `cards` and `pages`
    keep, by its id, what is drawn of an ad in lists and on its page, which does not change before the ad or
    the day does.
    """

    version: int
    today: date
    parts: tuple[Part, ...]
    vocabulary: Vocabulary
    connection: int = 0
    counted: Fragments = field(default_factory=lambda: Fragments(MOST_COUNTED))
    sought: Fragments = field(default_factory=lambda: Fragments(MOST_SOUGHT))
    cards: Fragments = field(default_factory=lambda: Fragments(MOST_CARDS))
    pages: Fragments = field(default_factory=lambda: Fragments(MOST_PAGES))

    def kept(self, words: tuple[Met, ...]) -> Fragments:
        """Where what depends on words with this meaning is kept; () means no words."""
        return self.sought if words else self.counted

    def order(self, part: int, position: int) -> tuple[int, str]:
        """The lowest is the newest."""
        return self.parts[part].segment.order(position)

    def id_of(self, part: int, position: int) -> str:
        """The public id of the ad that stands there."""
        return self.parts[part].segment.ids[position]

    def holds(self, posting_id: str) -> bool:
        """Whether the ad with this public id is among them."""
        return any(
            part.open >> position & 1
            for part in self.parts
            if (position := part.segment.position.get(posting_id)) is not None
        )

    @property
    def open(self) -> tuple[int, ...]:
        """The bits of all of them, part by part."""
        return tuple(part.open for part in self.parts)


class Catalogue:
    """The open ads of one process. The threads of a process share it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._now: OpenAds | None = None

    def open_ads(self, session: Reading) -> OpenAds:
        """The open ads as the transaction of this session sees them, or as a later one does."""
        today = clock.today()
        # Asked over the connection of the watch: most pages then need no transaction at all.
        newest = replica.version_now()
        known = self._now
        if known and newest and _is_current(known, newest, today):
            _leave_the_past(session, known)
            return known
        with self._lock:
            version = versions.number_of(session.connection())
            if told := newest or self._now:
                version = version._replace(connection=told.connection)
            if not _is_current(self._now, version, today):
                self._now = _renewed(session, self._now, version, today)
            return cast("OpenAds", self._now)


def open_ads(session: Reading) -> OpenAds:
    """The open ads of this application: of the database that is read from now, as a replica may lag."""
    name = "catalogue of the replica" if replica.is_read_now() else "catalogue"
    catalogue: Catalogue | None = current_app.extensions.get(name)
    if catalogue is None:
        # Two threads may come here at once: one of theirs is kept.
        catalogue = cast("Catalogue", current_app.extensions.setdefault(name, Catalogue()))
    return catalogue.open_ads(session)


def _is_current(known: OpenAds | None, version: versions.Version, today: date) -> bool:
    if known is None or known.connection != version.connection:
        return False
    return known.version >= version.number and known.today == today


def _leave_the_past(session: Reading, known: OpenAds) -> None:
    """Ends a reading transaction that began before the ads were as they are known.

    What it would read now, such as the words of ads, must not be kept beside what is newer.
    """
    if isinstance(session, scoped_session) and not session.registry.has():
        return
    begun = session() if isinstance(session, scoped_session) else session
    if begun.in_transaction() and versions.number_of(session.connection()).number < known.version:
        session.rollback()


def _renewed(session: Reading, known: OpenAds | None, version: versions.Version, today: date) -> OpenAds:
    """Reads what has changed, or everything where rows were deleted since, or lost by another server."""
    if known and known.connection != version.connection:
        known = None
    drawn: dict[str, Fragments] = {}
    if known is None or version.rebuilt > known.version:
        parts = _with([], _read(session, FROM_THE_BEGINNING)[0])
    else:
        rows, changed = _read(session, known.version)
        parts = _with(_without(known.parts, changed), rows)
        if known.today == today:
            # New ones: who still fills the old ones may have read a row before it changed.
            gone = frozenset(changed)
            drawn = {"cards": known.cards.without(gone), "pages": known.pages.without(gone)}
    # A word that was forgotten may find an ad again when the day is another one.
    keeps_words = known is not None and known.today == today and version.rebuilt <= known.version
    return OpenAds(
        version=max(version.number, known.version if known else 0),
        connection=version.connection,
        today=today,
        parts=tuple(_part(segment, replaced, today) for segment, replaced in parts),
        vocabulary=known.vocabulary if known and keeps_words else Vocabulary(),
        **drawn,
    )


def _read(session: Reading, since: int) -> tuple[list[Row], list[str]]:
    """The open ads that were written since a version, and the ids of all that were."""
    rows: list[Row] = []
    changed: list[str] = []
    for row in _written(session, since):
        changed.append(row.id)
        if row.state is PostingState.OPEN:
            rows.append(_row(row))
    return rows, changed


def _written(session: Reading, since: int) -> Iterable[Any]:
    query = select(*_COLUMNS)
    if since == FROM_THE_BEGINNING:
        query = query.where(Posting.state == PostingState.OPEN)
    else:
        # In this order because PostgreSQL would otherwise look for the first one among all ads.
        query = query.where(Posting.revision > since).order_by(Posting.revision)
        few = session.connection().execute(query.limit(AT_ONCE)).all()
        if len(few) < AT_ONCE:
            return few
    # Some at a time, so that hundreds of thousands never stand in memory twice.
    return session.connection().execute(query.execution_options(yield_per=AT_ONCE))


def states_bus(considerations: str | None) -> bool:
    """Whether an ad names a bus or train: by the picture of what it says, in the JSON of its easy parts."""
    return '"bus"' in (considerations or "") or '"train"' in (considerations or "")


def _row(row: Any) -> Row:
    # Taken apart at once, in the order of `_COLUMNS`: by its name each value takes as long as all of them.
    posting_id, reference, _, published_on, area, trade, job_type, least, most, *rest = row
    lat, lon, municipality_code, revision, last_day, considerations = rest
    last_day = date.fromisoformat(last_day) if isinstance(last_day, str) else last_day
    hours, by_bus = hours_fitted(least, most), states_bus(considerations)
    return Row(
        id=posting_id,
        reference=reference,
        day=published_on.toordinal(),
        last_day=last_day.toordinal() if last_day else NEVER,
        revision=revision,
        spot=_spot(lat, lon, municipality_code),
        answers=_answers(area or "", trade, job_type, hours, by_bus),
    )


@lru_cache(maxsize=10_000)
def _spot(lat: float | None, lon: float | None, municipality_code: str | None) -> Spot:
    """The same tuple for the same place: many ads stand there."""
    return (lat, lon, municipality_code)


@lru_cache(maxsize=10_000)
def _answers(area: str, trade: str, job_type: str, hours: tuple[str, ...], by_bus: bool) -> Answers:  # noqa: FBT001 - a key of what is kept
    bus = (("by_bus", YES),) if by_bus else ()
    return (
        ("area", area),
        ("trade", trade),
        ("job_type", job_type),
        *(("hours", key) for key in hours),
        *bus,
    )


Pair = tuple[Segment, int]


def _without(parts: Iterable[Part], changed: Collection[str]) -> list[Pair]:
    """The segments, each with the ads of it that another one holds, or none, from now on."""
    kept = []
    for part in parts:
        gone = [part.segment.position[i] for i in changed if i in part.segment.position]
        kept.append((part.segment, part.replaced | mask_of(gone, part.segment.size)))
    return kept


def _with(pairs: list[Pair], rows: list[Row]) -> list[Pair]:
    """The same with more ads. Small segments are joined, so that there are few: each is twice the next."""
    while rows and pairs and pairs[-1][0].size < 2 * len(rows):
        segment, replaced = pairs.pop()
        rows = [*rows, *segment.rows(segment.all & ~replaced)]
    return [*pairs, (Segment(rows), 0)] if rows else pairs


def _part(segment: Segment, replaced: int, today: date) -> Part:
    return Part(segment, replaced, segment.living(today.toordinal()) & ~replaced)
