"""What the pages of the board read. A page takes the same number of queries, however many ads it shows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import ceil
from typing import Any, Final

from sqlalchemy import ColumnElement, Row, or_, select
from sqlalchemy.orm import Session

from portal import clock
from portal.jobs import finding, search
from portal.jobs.around import STEPS, Centre, place_in
from portal.jobs.cards import COLUMNS, Card, cards
from portal.jobs.finding import Spot, Tally
from portal.jobs.forms import NEWEST, Wanted
from portal.models.posting import Posting
from portal.postings import is_open, nearest

PAGE_SIZE: Final = 20
NEARBY: Final = 4
NOWHERE: Final = "0"
"""No kilometres at all: then every distance counts as another choice."""

_consideration = Posting.easy["considerations"].as_string()
# A bus or train is named by the picture of what the ad says, in one word of the stored easy parts.
_STATES_BUS = or_(_consideration.like('%"bus"%'), _consideration.like('%"train"%'))
_DECIDING = (
    Posting.id,
    Posting.reference,
    Posting.published_on,
    Posting.area,
    Posting.trade,
    Posting.job_type,
    Posting.hours_min,
    Posting.hours_max,
    Posting.lat,
    Posting.lon,
    Posting.municipality_code,
    _STATES_BUS.label("by_bus"),
)


@dataclass(frozen=True, kw_only=True)
class Farther:
    """Around a `place`, for the `words` that are not its name: kilometres → how many ads fit all else."""

    place: Centre
    words: str
    counts: Mapping[int, int]


@dataclass(frozen=True, kw_only=True)
class Board:
    """One page of the board.

    `wanted` is what is shown: its page lies within `pages`. `searched` says that the typed words had a
    meaning, `forgiven` that one of them was taken for another. When nothing was found, `farther` tells what
    there is around the place that was asked for, and `nearby` are the nearest ads of any kind.
    """

    wanted: Wanted
    tally: Tally
    pages: int
    cards: tuple[Card, ...]
    searched: bool
    forgiven: bool
    farther: Farther | None = None
    nearby: tuple[Card, ...] = ()

    @property
    def total(self) -> int:
        """How many ads fit."""
        return len(self.tally.fit)


@dataclass(frozen=True, kw_only=True)
class Ad:
    """One ad and whether readers may still answer it."""

    posting: Posting
    is_open: bool

    @property
    def title(self) -> str:
        """The easy title, or the source's own."""
        return self.posting.easy_title or self.posting.title

    @property
    def original_id(self) -> str | None:
        """The ad that is shown instead of this one, where both are the same job."""
        return None if self.is_open else self.posting.duplicate_of_id


def board(session: Session, wanted: Wanted) -> Board:
    """The page of the board that is asked for, or its last page where it has fewer."""
    looked_for = search.read(session, wanted.words)
    scores = search.scores(session, looked_for)
    rows = session.execute(select(*_DECIDING).where(is_open())).all()
    asked = wanted.asked() | ({} if scores is not None else {"words": ""})
    tally = finding.tally([_spot(row, wanted.place, scores) for row in rows], asked)
    pages = max(1, ceil(len(tally.fit) / PAGE_SIZE))
    shown = replace(wanted, page=min(wanted.page, pages))
    farther = _farther(session, wanted, rows) if not tally.fit else None
    return Board(
        wanted=shown,
        tally=tally,
        pages=pages,
        cards=_page(session, shown, tally.fit),
        searched=scores is not None,
        forgiven=looked_for.forgiven,
        farther=farther,
        nearby=near(session, lat=farther.place.lat, lon=farther.place.lon) if farther else (),
    )


def fitting(session: Session, wanted: Wanted, *conditions: ColumnElement[bool]) -> tuple[str, ...]:
    """The ids of the open ads that fit, newest first; only those that meet all further conditions."""
    rows = session.execute(select(*_DECIDING).where(is_open(), *conditions)).all()
    if not rows:
        return ()
    scores = search.scores(session, search.read(session, wanted.words))
    asked = wanted.asked() | ({} if scores is not None else {"words": ""})
    fit = finding.tally([_spot(row, wanted.place, scores) for row in rows], asked).fit
    return tuple(spot.id for spot in sorted(fit, key=finding.newest_first))


def _spot(row: Row[*tuple[Any, ...]], place: Centre | None, scores: Mapping[str, int] | None) -> Spot:
    where = {"lat": row.lat, "lon": row.lon, "municipality_code": row.municipality_code}
    km = place.km_to(**where) if place else None
    score = (scores or {}).get(row.id, 0)
    return Spot(
        id=row.id,
        reference=row.reference,
        published_on=row.published_on,
        score=score,
        km=km,
        answers={
            "words": (finding.YES,) if score else (),
            "area": (row.area or "",),
            "place": finding.steps_reached(km),
            "trade": (row.trade,),
            "hours": finding.hours_fitted(row.hours_min, row.hours_max),
            "job_type": (row.job_type,),
            "by_bus": (finding.YES,) if row.by_bus else (),
        },
    )


def _farther(session: Session, wanted: Wanted, rows: Sequence[Row[*tuple[Any, ...]]]) -> Farther | None:
    """The place that was chosen, or else the one among the typed words, and what there is around it."""
    place, words = (wanted.place, wanted.words) if wanted.place else place_in(wanted.words)
    if place is None:
        return None
    scores = search.scores(session, search.read(session, words))
    asked = wanted.asked() | {"words": finding.YES if scores is not None else "", "place": NOWHERE}
    tally = finding.tally([_spot(row, place, scores) for row in rows], asked)
    counts = {step: tally.with_choice("place", str(step)) for step in STEPS}
    return Farther(place=place, words=words, counts=counts)


def order_of(wanted: Wanted) -> finding.Order:
    """What stands first: the nearest to a place, else the best for the words, else the newest."""
    if wanted.order == NEWEST:
        return finding.newest_first
    if wanted.place:
        return finding.nearest_first
    return finding.best_first


def _page(session: Session, wanted: Wanted, fit: Sequence[Spot]) -> tuple[Card, ...]:
    first = (wanted.page - 1) * PAGE_SIZE
    shown = sorted(fit, key=order_of(wanted))[first : first + PAGE_SIZE]
    return _in_order(session, [spot.id for spot in shown], {spot.id: spot.km for spot in shown})


def near(session: Session, *, lat: float, lon: float, without: str = "") -> tuple[Card, ...]:
    """The open ads nearest to a position, nearest first."""
    return _in_order(session, nearest(session, lat=lat, lon=lon, limit=NEARBY, without=without))


def near_ad(session: Session, ad: Posting) -> tuple[Card, ...]:
    """Other open ads near an ad; where its position is unknown, the newest of its area, or of all."""
    if ad.lat is not None and ad.lon is not None:
        return near(session, lat=ad.lat, lon=ad.lon, without=ad.id)
    others = select(*COLUMNS).where(is_open(), Posting.id != ad.id)
    same_area = others.where(Posting.area == ad.area) if ad.area else others
    rows = session.execute(same_area.order_by(Posting.published_on.desc(), Posting.reference).limit(NEARBY))
    return cards(rows, today=clock.today())


def find(session: Session, posting_id: str) -> Ad | None:
    """The ad with this id, open or not."""
    if not (posting_id.isascii() and posting_id.isalnum()):
        return None
    row = session.execute(select(Posting, is_open()).where(Posting.id == posting_id)).first()
    return Ad(posting=row[0], is_open=row[1]) if row else None


def _in_order(
    session: Session, ids: Sequence[str], km: Mapping[str, float | None] | None = None
) -> tuple[Card, ...]:
    rows = {row.id: row for row in session.execute(select(*COLUMNS).where(Posting.id.in_(ids)))}
    ordered = (rows[posting_id] for posting_id in ids)
    return cards(ordered, today=clock.today(), km=km or {})
