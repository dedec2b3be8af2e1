"""Clocks for tests: one that stands still, and one day for tests whose data are dated from a day."""

import time
from datetime import date, datetime, timedelta
from datetime import time as time_of_day
from typing import Final

import time_machine

from portal import clock

JUMP = timedelta(seconds=1)
ONE_DAY: Final = date(2026, 11, 23)
"""On which tests with the fixture `one_day` run, whenever that is."""
NOON: Final = time_of_day(12)


class StillClock:
    """Shows when the test began, so that no window of a limit ends in the middle of the counting.

    Where the test itself moves the time, it shows that.
    """

    def __init__(self) -> None:
        self._began, self._ticks = clock.now(), time.monotonic()

    def now(self) -> datetime:
        """As `clock.now`."""
        now, waited = clock.now(), timedelta(seconds=time.monotonic() - self._ticks)
        return now if abs(now - self._began - waited) > JUMP else self._began

    def today(self) -> date:
        """As `clock.today`."""
        return clock.to_local(self.now()).date()


def noon_of_one_day() -> time_machine.travel:
    """From noon in Copenhagen on, the time of `ONE_DAY`; for a `with`."""
    return time_machine.travel(datetime.combine(ONE_DAY, NOON, clock.COPENHAGEN))
