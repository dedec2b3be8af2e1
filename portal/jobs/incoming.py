"""What comes in from a feed: plain values between the importers and the board, never rows.

A source module in `importers/sources/` turns `Request`s and `Response`s into `Page`s of `Entry`s. The
board's actions take entries in. `Importer` is what the web application knows of all this.
"""

import dataclasses
import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Any, Final, Protocol

MADE_BY = 1
"""Raise this when ads should be read anew although their sources did not change them."""
LONGEST_PAYLOAD: Final = 20_000
_NOT_CONTENT = frozenset({"published_on", "hints"})


class Reason(StrEnum):
    """Why an entry did not become an open ad. The word is what receipts and records show."""

    NO_REFERENCE = "no reference"
    NO_TITLE = "no title"
    TWICE = "its reference stands twice"
    TOO_LONG = "too long"
    UNREADABLE = "unreadable"
    CPR = "looks like a CPR number"
    OVER = "deadline has passed"
    NO_KLAP_WORD = "no KLAP word"
    AT_KLAPJOB = "a job at KLAPjob itself"
    EXCLUDED_WORD = "an excluded word"
    UNSOLICITED = "an open application, no job"


@dataclass(frozen=True, kw_only=True)
class Request:
    """One thing to fetch. `tag` is the source's own note of what it is, such as ``search:0:2``.

    `query` names the search that the answer belongs to; a detail belongs to none. With `gone_is_over` the
    answers 404 and 410 say that what it names has ended, not that something is wrong.
    """

    url: str
    tag: str
    query: str = ""
    params: tuple[tuple[str, str], ...] = ()
    headers: tuple[tuple[str, str], ...] = ()
    method: str = "GET"
    body: bytes | None = None
    gone_is_over: bool = False


@dataclass(frozen=True, kw_only=True)
class Response:
    """An answer, whole and within limits. Header names are lower case. `moved_to` is where the request leads
    to for good, "" where it was answered at its own address.
    """

    request: Request
    status: int
    body: bytes
    headers: Mapping[str, str] = field(default_factory=dict)
    moved_to: str = ""


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One ad as its source states it. What the source does not state is "" or None.

    `reference` names the ad at its source and never changes. `deadline` is the last whole day to apply,
    `expires_on` the source's own last day of showing the ad; both are dates in Copenhagen. Hours are per
    week. `conditions` are the source's own words for the kind of job (``Foertidspension``, ``Skånejob``);
    `hints` are such words of the queries that found the entry, which say nothing about whether it changed.
    """

    reference: str
    title: str
    employer: str = ""
    cvr: str = ""
    body_html: str = ""
    url: str = ""
    apply_url: str = ""
    conditions: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()
    hours_min: float | None = None
    hours_max: float | None = None
    published_on: date | None = None
    deadline: date | None = None
    expires_on: date | None = None
    address: str = ""
    postal_code: str = ""
    town: str = ""
    municipality: str = ""

    @cached_property
    def content_hash(self) -> str:
        """What `fingerprint` says, worked out once: an entry never changes, and is asked several times."""
        values = {
            name: _plain(value)
            for name, value in _fields(self).items()
            if name not in _NOT_CONTENT and value not in {"", (), None}
        }
        text = json.dumps([MADE_BY, values], sort_keys=True)
        return hashlib.sha256(text.encode()).hexdigest()


def fingerprint(entry: Entry) -> str:
    """A hash of what an entry says, hex; the same as long as readers would see the same.

    The day of publishing is left out, because some feeds move it with every answer.
    """
    return entry.content_hash


def _fields(entry: Entry) -> dict[str, Any]:
    return {f.name: getattr(entry, f.name) for f in dataclasses.fields(entry)}


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


def merged(listing: Entry, detail: Entry) -> Entry:
    """The entry of a list, completed and corrected by what its detail states."""
    stated = {
        name: value
        for name, value in _fields(detail).items()
        if name not in {"reference", "hints"} and value not in {"", (), None}
    }
    return dataclasses.replace(listing, **stated)


@dataclass(frozen=True, kw_only=True)
class Refusal:
    """An entry that cannot be taken in, and what was received: without a reference it is known by that."""

    reference: str
    reason: Reason
    payload: str


@dataclass(frozen=True, kw_only=True)
class Page:
    """What one response holds. `stated_total` is how many entries the query has in all, if it says so.

    `complete` is False where the response was readable but cut off. `details` are requests that would tell
    more about an entry, by reference. `stopped` are references that the source says have ended; they hold
    against what an earlier page says of them. `snapshot` is False where the pages of a query do not hold
    every open ad, so that absence says nothing.
    """

    entries: tuple[Entry, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    stopped: tuple[str, ...] = ()
    stated_total: int | None = None
    complete: bool = True
    snapshot: bool = True
    next_requests: tuple[Request, ...] = ()
    details: Mapping[str, Request] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Sighting:
    """An entry on its way onto the board, with the fingerprint of the listing it was found in.

    An empty fingerprint asks the next run to look at the details again.
    """

    entry: Entry
    listing_hash: str


@dataclass(frozen=True, kw_only=True)
class Batch:
    """What a run hands over at once: sightings, refusals, the references whose listing did not change, and
    those that the source says have ended.
    """

    sightings: tuple[Sighting, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    unchanged: tuple[str, ...] = ()
    stopped: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class RunStart:
    """What a beginning run is told: its id, the listing fingerprints by reference, the source's memory."""

    run_id: str
    listings: Mapping[str, str]
    memory: Mapping[str, Any]


@dataclass(frozen=True, kw_only=True)
class QueryProof:
    """What is known of one query at the end of a run. `stated` is the lowest total stated meanwhile."""

    stated: int | None = None
    seen: int = 0
    answered: bool = True
    snapshot: bool = True

    @property
    def complete(self) -> bool:
        """Whether everything that there was to read was read."""
        return self.answered and (self.stated is None or self.seen >= self.stated)


@dataclass(frozen=True, kw_only=True)
class RunEnd:
    """What a run found out. `seen` are all references that count as present, refused ones too.

    `received` counts the different entries of all queries. `unchanged` is True where every answer was
    "not modified", `gone` where the server says that the feed has ended for good. `memory` is None where
    the source has nothing to remember.
    """

    queries: Mapping[str, QueryProof]
    seen: frozenset[str] = frozenset()
    received: int = 0
    left_out: Mapping[Reason, int] = field(default_factory=dict)
    unchanged: bool = False
    gone: bool = False
    responses: int = 0
    size: int = 0
    error: str = ""
    notes: tuple[str, ...] = ()
    memory: Mapping[str, Any] | None = None

    @property
    def complete(self) -> bool:
        """Whether every query was answered in full; a run without a query proves nothing."""
        return bool(self.queries) and not self.error and all(q.complete for q in self.queries.values())

    @property
    def proves_absence(self) -> bool:
        """Whether an ad that was not seen can be taken as absent."""
        return self.complete and all(query.snapshot for query in self.queries.values())


@dataclass(frozen=True, kw_only=True)
class Receipt:
    """What a run did, in counts; `reasons` explains what was left out, held or refused.

    `received` = `new` + `changed` + `unchanged` + `refused` + `left_out`.
    """

    source: str
    status: str
    received: int = 0
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    closed: int = 0
    held: int = 0
    missing: int = 0
    left_out: int = 0
    refused: int = 0
    reasons: tuple[tuple[str, int], ...] = ()
    notes: tuple[str, ...] = ()
    error: str = ""


@dataclass(frozen=True, kw_only=True)
class Progress:
    """How far a run is: so many ads of so many. `of` is None where nobody knows yet."""

    what: str
    done: int
    of: int | None = None

    def __str__(self) -> str:
        return f"{self.what}: {self.done}" + (f" of {self.of}" if self.of is not None else "")


Tell = Callable[[Progress], None]
"""Whom a run tells how far it is."""


class ImporterError(Exception):
    """The sources cannot be used as they are configured; the message says where and why."""


class Importer(Protocol):
    """All configured sources, as the worker and the command line see them."""

    def sources(self) -> tuple[str, ...]:
        """The names of the configured sources. Raises ImporterError."""

    def run(self, source: str, *, progress: Tell) -> Receipt:
        """Runs one source to the end and returns its receipt; needs an application context.

        Raises ImporterError; whatever goes wrong in the run itself stands in the receipt.
        """
