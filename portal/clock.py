"""The time: the only place that asks the machine's clock.

Times are aware datetimes in UTC; dates are calendar days in Europe/Copenhagen.
"""

from datetime import UTC, date, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

import holidays

COPENHAGEN = ZoneInfo("Europe/Copenhagen")


def now() -> datetime:
    """The present moment, aware, in UTC, to the microsecond."""
    return datetime.now(UTC)


def today() -> date:
    """Today's date in Copenhagen."""
    return to_local(now()).date()


def to_local(moment: datetime) -> datetime:
    """The same moment as people in Denmark read it on the wall."""
    return moment.astimezone(COPENHAGEN)


@cache
def _danish_holidays() -> holidays.HolidayBase:
    return holidays.country_holidays("DK")


def add_working_days(start: date, days: int) -> date:
    """The date `days` working days after `start`; weekends and Danish public holidays do not count."""
    day = start
    while days > 0:
        day += timedelta(days=1)
        if day.weekday() < 5 and day not in _danish_holidays():
            days -= 1
    return day
