"""What a run of a feed means for the ads: pure decisions, no database, no clock.

The rules, in short. An ad is known by its source and reference, and has changed when its fingerprint has.
Only a complete run proves that an ad is absent, and only two such runs in a row close it. A run that would
close many ads at once closes none of them; a person decides. What staff closed stays closed, whatever a
feed says.
"""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from portal.models.posting import RUNS_TO_CLOSE, ClosedReason, PostingState

SHIELD_SHARE: Final = 0.2
SHIELD_COUNT: Final = 3
DAYS_WITHOUT_DATES: Final = 60
"""How long an ad that states no last day stays open after it was new, changed or back."""


class Verdict(StrEnum):
    """What an entry is to the board."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    OVER = "over"


@dataclass(frozen=True, kw_only=True)
class KnownAd:
    """What the board knows of an ad. `over` says whether the last day it states has passed."""

    reference: str
    content_hash: str
    state: PostingState = PostingState.OPEN
    closed_reason: ClosedReason | None = None
    over: bool = False
    missed_runs: int = 0

    @property
    def is_live(self) -> bool:
        """Whether the feed's silence means anything for it."""
        return self.state is not PostingState.CLOSED and not self.over


@dataclass(frozen=True, kw_only=True)
class Decision:
    """What to do with an entry: its verdict, and whether a closed ad opens again."""

    verdict: Verdict
    reopens: bool = False


def last_day(*, deadline: date | None, expires_on: date | None, changed_on: date) -> date:
    """The last day an ad is open: its deadline, else its source's own end, else 60 days after it changed."""
    return deadline or expires_on or changed_on + timedelta(days=DAYS_WITHOUT_DATES)


def is_over(*, deadline: date | None, expires_on: date | None, today: date) -> bool:
    """Whether the last day that an ad states has passed; one that states none is not over."""
    return last_day(deadline=deadline, expires_on=expires_on, changed_on=today) < today


def decide_entry(*, content_hash: str, over: bool, known: KnownAd | None) -> Decision:
    """Decides on an entry that may be taken in; `over` says whether the entry's own last day has passed.

    An entry that is over before it was ever seen is not taken in. A closed ad comes back when its reference
    does, unless a person closed it or its last day has passed.
    """
    if known is None:
        return Decision(verdict=Verdict.OVER if over else Verdict.NEW)
    if known.content_hash == content_hash:
        return Decision(verdict=Verdict.UNCHANGED, reopens=comes_back(known))
    by_calendar = known.state is PostingState.CLOSED and known.closed_reason is ClosedReason.DEADLINE
    by_feed = known.state is PostingState.CLOSED and known.closed_reason is ClosedReason.GONE
    return Decision(verdict=Verdict.CHANGED, reopens=(by_feed or by_calendar) and not over)


def comes_back(known: KnownAd) -> bool:
    """Whether an ad opens again because its feed has it again, with nothing in it changed.

    Not if a person closed it, and not if the calendar did: the same dates would close it again.
    """
    return known.state is PostingState.CLOSED and known.closed_reason is ClosedReason.GONE and not known.over


def can_stop(known: KnownAd) -> bool:
    """Whether an ad closes at once because its source says that it has ended.

    One that is closed already keeps the reason: what a person closed must not open with the feed's next word.
    """
    return known.state is not PostingState.CLOSED


@dataclass(frozen=True, kw_only=True)
class Absences:
    """What a run says about the ads a source had before, by reference.

    `back` were missing and are there again; `missed` were absent from one more complete run; of those,
    `closing` close now, and `held` would have closed but wait for a person.
    """

    back: frozenset[str] = frozenset()
    missed: frozenset[str] = frozenset()
    closing: frozenset[str] = frozenset()
    held: frozenset[str] = frozenset()


def decide_absences(ads: Iterable[KnownAd], *, seen: AbstractSet[str], complete: bool) -> Absences:
    """Decides which ads of a source are missing, close, or are held.

    `seen` holds every reference the run met, refused ones too. Ads past their last day stand apart: they
    neither go missing nor count for the shield. An incomplete run can only find ads again.
    """
    live = [ad for ad in ads if ad.is_live]
    back = frozenset(ad.reference for ad in live if ad.missed_runs and ad.reference in seen)
    if not complete:
        return Absences(back=back)
    absent = [ad for ad in live if ad.reference not in seen]
    ripe = frozenset(ad.reference for ad in absent if ad.missed_runs + 1 >= RUNS_TO_CLOSE)
    shielded = is_suspicious(closing=len(ripe), of=len(live))
    return Absences(
        back=back,
        missed=frozenset(ad.reference for ad in absent if ad.missed_runs < RUNS_TO_CLOSE),
        closing=frozenset() if shielded else ripe,
        held=ripe if shielded else frozenset(),
    )


def is_suspicious(*, closing: int, of: int) -> bool:
    """Whether closing so many ads of a source looks like a broken feed: more than 3, and more than 20 %."""
    return closing > SHIELD_COUNT and closing > SHIELD_SHARE * of
