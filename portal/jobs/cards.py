"""Ads as cards: the few columns that a list shows, in plain words. Nothing here reads an ad's text."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from sqlalchemy import Row

from portal.easyread.trades import TRADES, Trade
from portal.jobs.forms import JOB_TYPES
from portal.models.posting import Posting
from portal.pages import danish_date

AdRow = Row[*tuple[Any, ...]]
SOON: Final = timedelta(days=7)
BOARD: Final = "/job"
ASK_FOR_PLACE: Final = "Sted: spørg os"

COLUMNS: Final = (
    Posting.id,
    Posting.slug,
    Posting.title,
    Posting.easy_title,
    Posting.employer,
    Posting.town,
    Posting.trade,
    Posting.job_type,
    Posting.hours_min,
    Posting.hours_max,
    Posting.published_on,
    Posting.deadline,
)


@dataclass(frozen=True, kw_only=True)
class Card:
    """What the macro `job_card` shows of an ad; `employer`, `hours` and `distance` may be ""."""

    id: str
    url: str
    title: str
    employer: str
    place: str
    distance: str
    hours: str
    trade: Trade
    badges: tuple[str, ...]


def cards(
    rows: Iterable[AdRow], *, today: date, km: Mapping[str, float | None] | None = None
) -> tuple[Card, ...]:
    """The cards of rows that hold `COLUMNS`; `today` decides what is new and what ends soon.

    `km` is how far away each ad is, by its id, where a place was asked about.
    """
    return tuple(_card(row, today, (km or {}).get(row.id)) for row in rows)


def _card(row: AdRow, today: date, km: float | None) -> Card:
    return Card(
        id=row.id,
        url=address(row.id, row.slug),
        title=row.easy_title or row.title,
        employer=row.employer,
        place=row.town or ASK_FOR_PLACE,
        distance=kilometres(km),
        hours=hours_a_week(row.hours_min, row.hours_max),
        trade=trade_of(row.trade),
        badges=badges(row, today),
    )


def trade_of(key: str) -> Trade:
    """The trade with this key; "other" for one that this version does not know."""
    return TRADES.get(key, TRADES["other"])


def address(posting_id: str, slug: str) -> str:
    """The address of an ad's page: its id, which finds it, and its slug, which tells what it is."""
    return f"{BOARD}/{posting_id}-{slug}" if slug else f"{BOARD}/{posting_id}"


def badges(ad: AdRow | Posting, today: date) -> tuple[str, ...]:
    """What to notice about an ad: it ends soon, it is new, it is one of the few that are no skånejob."""
    stated = (
        last_day(ad.deadline, today),
        "Ny i dag" if ad.published_on == today else "",
        JOB_TYPES["fleksjob"] if ad.job_type == "fleksjob" else "",
    )
    return tuple(words for words in stated if words)


def last_day(deadline: date | None, today: date) -> str:
    """Words such as "Sidste dag at søge: fredag 5. december" when at most a week is left; "" when more is, or
    when the day has passed.
    """
    if deadline is None or not today <= deadline <= today + SOON:
        return ""
    when = {today: "i dag", today + timedelta(days=1): "i morgen"}.get(deadline, danish_date(deadline))
    return f"Sidste dag at søge: {when}"


def kilometres(km: float | None) -> str:
    """Words such as "7 km væk"; "" where nobody asked or knows."""
    if km is None:
        return ""
    return f"{km:.0f} km væk" if km >= 1 else "Tæt på"


def hours_a_week(least: float | None, most: float | None) -> str:
    """Words such as "14 timer om ugen" or "Op til 20 timer om ugen"; "" where nothing is stated."""
    if not least and not most:
        return ""
    if not least:
        told = f"Op til {number(most)}"
    elif not most:
        told = f"Mindst {number(least)}"
    else:
        told = number(least) if least == most else f"{number(least)}-{number(most)}"
    return f"{told} {'time' if told == '1' else 'timer'} om ugen"


def number(value: float | None) -> str:
    """A number as Danes write it, with at most one decimal: 14 or 12,5."""
    return f"{round(value or 0, 1):g}".replace(".", ",")
