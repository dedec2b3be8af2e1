"""A clock that stands still while a test runs: so no window of a limit ends in the middle of the counting."""

import time
from datetime import date, datetime, timedelta

from portal import clock

JUMP = timedelta(seconds=1)


class StillClock:
    """Shows when the test began. Where the test itself moves the time, it shows that."""

    def __init__(self) -> None:
        self._began, self._ticks = clock.now(), time.monotonic()

    def now(self) -> datetime:
        """As `clock.now`."""
        now, waited = clock.now(), timedelta(seconds=time.monotonic() - self._ticks)
        return now if abs(now - self._began - waited) > JUMP else self._began

    def today(self) -> date:
        """As `clock.today`."""
        return clock.to_local(self.now()).date()
