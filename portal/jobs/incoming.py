"""What comes in from a feed: plain values between the importers and the board, never rows.

A source module in `importers/sources/` turns `Request`s and `Response`s into `Page`s of `Entry`s. The
board's actions take entries in. `Importer` is what the web application knows of all this.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol


@dataclass(frozen=True, kw_only=True)
class Request:
    """One thing to fetch. `tag` is the source's own note of what it is, such as ``search:klap:2``."""

    url: str
    tag: str
    params: tuple[tuple[str, str], ...] = ()
    headers: tuple[tuple[str, str], ...] = ()
    method: str = "GET"
    body: bytes | None = None


@dataclass(frozen=True, kw_only=True)
class Response:
    """An answer, whole and within limits. Header names are lower case."""

    request: Request
    status: int
    body: bytes
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One ad as its source states it. What the source does not state is "" or None.

    `reference` names the ad at its source and never changes. `deadline` is the last whole day to apply,
    `expires_on` the source's own last day of showing the ad; both are dates in Copenhagen. Hours are per week.
    `conditions` are the source's own words for the kind of job (``Foertidspension``, ``Skånejob``).
    """

    reference: str
    title: str
    employer: str = ""
    cvr: str = ""
    body_html: str = ""
    url: str = ""
    apply_url: str = ""
    conditions: tuple[str, ...] = ()
    hours_min: float | None = None
    hours_max: float | None = None
    published_on: date | None = None
    deadline: date | None = None
    expires_on: date | None = None
    address: str = ""
    postal_code: str = ""
    town: str = ""
    municipality: str = ""


@dataclass(frozen=True, kw_only=True)
class Refusal:
    """An entry that cannot be read, with the reason in plain words and what was received."""

    reference: str
    reason: str
    payload: str


@dataclass(frozen=True, kw_only=True)
class Page:
    """What one response holds. `stated_total` is how many entries the query has in all, if it says so.

    `query` names the query that entries and total belong to. `complete` is False where the response was
    readable but cut off. `details` are requests that would tell more about an entry, by reference.
    """

    query: str = ""
    entries: tuple[Entry, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    stated_total: int | None = None
    complete: bool = True
    next_requests: tuple[Request, ...] = ()
    details: Mapping[str, Request] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Receipt:
    """What a run did, in counts; `reasons` explains what was left out, held or refused."""

    source: str
    status: str
    received: int
    new: int
    changed: int
    unchanged: int
    closed: int
    held: int
    missing: int
    left_out: int
    refused: int
    reasons: tuple[tuple[str, int], ...] = ()
    error: str = ""


class Importer(Protocol):
    """All configured sources, as the worker and the command line see them."""

    def sources(self) -> tuple[str, ...]:
        """The names of the configured sources."""

    def run(self, source: str, *, progress: Callable[[str], None]) -> Receipt:
        """Runs one source to the end and returns its receipt. Must be called inside an application context."""
