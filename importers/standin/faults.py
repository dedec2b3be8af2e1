"""What can be made to go wrong in the stand-in, so that tests see how an import takes it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeVar

T = TypeVar("T")

Damage = Literal["truncated", "empty", "html", "not json"]


@dataclass(frozen=True, kw_only=True)
class Faults:
    """Everything goes well unless said otherwise here.

    Where a field is a mapping, its keys say which requests are hit: "search" or "detail" for all of them,
    "search:2" for page 2, "detail:<id>" for one ad. The more exact key wins.
    """

    status: Mapping[str, int] = field(default_factory=dict)
    """An HTTP status instead of the answer."""
    heals_after: int | None = None
    """How many times each request gets its fault status before it is answered; None for always."""
    retry_after: int | None = None
    """Seconds sent in a Retry-After header with a fault status."""
    damage: Mapping[str, Damage] = field(default_factory=dict)
    """A 200 whose body is cut off, empty, a web page, or text."""
    total_shift: Mapping[int, int] = field(default_factory=dict)
    """Page number → what is added to the stated total on that page."""
    repeats_from: int | None = None
    """Pages from this number on repeat the page before it."""
    drop: frozenset[str] = frozenset()
    """Ids of ads that are gone."""
    delay_seconds: Mapping[str, float] = field(default_factory=dict)
    """How long to wait before answering."""
    etags: bool = False
    """Whether answers carry an ETag and If-None-Match gives 304; Jobnet itself is not known to do so."""
    wants_csrf: bool = True
    """Whether a request without the header `x-csrf: 1` is refused with 403."""


def hit(faults: Mapping[str, T], kind: str, which: str) -> T | None:
    """What `faults` say about one request ("search", its page number) or ("detail", its id)."""
    return faults.get(f"{kind}:{which}", faults.get(kind))
