"""A line of an ad, looked at once: every step of reading takes what it needs from the same value.

Ads of a chain share most of their lines, so what was read of the last few thousand is remembered.
"""

from dataclasses import dataclass

from portal.easyread import hours, job_types, lix
from portal.easyread.lix import Counts
from portal.easyread.matching import fold
from portal.easyread.remembering import remembered


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """What one line says: its folded text, what it speaks of hours and of days, its sentences that demand
    something, and what LIX counts.
    """

    folded: str
    hours: str
    work: str
    demands: tuple[str, ...]
    counts: Counts


@remembered
def read_line(text: str) -> Line:
    """Everything that is read out of one line, whatever section it stands in."""
    return Line(
        folded=fold(text),
        hours=hours.of_hours(text),
        work=hours.of_work(text),
        demands=job_types.demands(text),
        counts=lix.count(text),
    )
