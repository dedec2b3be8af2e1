"""What the pages of the board read. A page takes the same number of queries, however many ads it shows."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import ceil
from typing import Any, Final

from sqlalchemy import Select, Subquery, func, literal, select
from sqlalchemy.orm import Session

from portal import clock
from portal.jobs import search
from portal.jobs.cards import COLUMNS, Card, cards
from portal.jobs.forms import Wanted
from portal.models.posting import Posting, PostingState
from portal.places.postcodes import locate
from portal.postings import is_open, nearest

PAGE_SIZE: Final = 20
NEARBY: Final = 4
Columns = Select[*tuple[Any, ...]]


@dataclass(frozen=True, kw_only=True)
class Counts:
    """How many open ads there are: rows of area (or None), trade, job type, and their number."""

    rows: tuple[tuple[str | None, str, str, int], ...]

    def of(self, wanted: Wanted) -> int:
        """How many fit the area, trade and job type asked for."""
        return sum(
            count
            for area, trade, job_type, count in self.rows
            if wanted.area in {"", area} and wanted.trade in {"", trade} and wanted.job_type in {"", job_type}
        )


@dataclass(frozen=True, kw_only=True)
class Board:
    """One page of the board. `counts` are of the ads that have the words asked for, `everything` of all.

    `wanted` is what is shown: its page lies within `pages`. `searched` says that the typed words had a
    meaning, `forgiven` that one of them was taken for another; `nearby` are ads near the place asked for,
    when nothing was found there.
    """

    wanted: Wanted
    counts: Counts
    everything: Counts
    pages: int
    cards: tuple[Card, ...]
    searched: bool
    forgiven: bool
    nearby: tuple[Card, ...] = ()

    @property
    def total(self) -> int:
        """How many ads fit."""
        return self.counts.of(self.wanted)


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
        return self.posting.duplicate_of_id if self.posting.state is PostingState.DUPLICATE else None


def board(session: Session, wanted: Wanted) -> Board:
    """The page of the board that is asked for, or its last page where it has fewer."""
    looked_for = search.read(session, wanted.words)
    hits = search.hits(looked_for)
    counts = _counts(session, hits)
    total = counts.of(wanted)
    pages = max(1, ceil(total / PAGE_SIZE))
    shown = replace(wanted, page=min(wanted.page, pages))
    return Board(
        wanted=shown,
        counts=counts,
        everything=_counts(session, None) if hits is not None else counts,
        pages=pages,
        cards=_page(session, shown, hits),
        searched=hits is not None,
        forgiven=looked_for.forgiven,
        nearby=_near_words(session, wanted.words) if not total else (),
    )


def _counts(session: Session, hits: Subquery | None) -> Counts:
    kinds = (Posting.area, Posting.trade, Posting.job_type)
    rows = session.execute(_with_words(select(*kinds, func.count()).where(is_open()).group_by(*kinds), hits))
    return Counts(rows=tuple((row[0], row[1], row[2], row[3]) for row in rows))


def _page(session: Session, wanted: Wanted, hits: Subquery | None) -> tuple[Card, ...]:
    best_first = hits.c.score.desc() if hits is not None else literal(0)
    asked = ((Posting.area, wanted.area), (Posting.trade, wanted.trade), (Posting.job_type, wanted.job_type))
    rows = session.execute(
        _with_words(select(*COLUMNS), hits)
        .where(is_open(), *(column == value for column, value in asked if value))
        .order_by(best_first, Posting.published_on.desc(), Posting.id)
        .limit(PAGE_SIZE)
        .offset((wanted.page - 1) * PAGE_SIZE)
    )
    return cards(rows, today=clock.today())


def _with_words(statement: Columns, hits: Subquery | None) -> Columns:
    return statement if hits is None else statement.join(hits, hits.c.posting_id == Posting.id)


def _near_words(session: Session, words: str) -> tuple[Card, ...]:
    """Ads near the place that somebody typed, if it is one."""
    place = next(iter(locate(words)), None)
    return near(session, lat=place.lat, lon=place.lon) if place else ()


def near(session: Session, *, lat: float, lon: float, without: str = "") -> tuple[Card, ...]:
    """The open ads nearest to a position, nearest first."""
    return _in_order(session, nearest(session, lat=lat, lon=lon, limit=NEARBY, without=without))


def near_ad(session: Session, ad: Posting) -> tuple[Card, ...]:
    """Other open ads near an ad; where its position is unknown, the newest of its area, or of all."""
    if ad.lat is not None and ad.lon is not None:
        return near(session, lat=ad.lat, lon=ad.lon, without=ad.id)
    others = select(*COLUMNS).where(is_open(), Posting.id != ad.id)
    same_area = others.where(Posting.area == ad.area) if ad.area else others
    rows = session.execute(same_area.order_by(Posting.published_on.desc(), Posting.id).limit(NEARBY))
    return cards(rows, today=clock.today())


def find(session: Session, posting_id: str) -> Ad | None:
    """The ad with this id, open or not."""
    if not (posting_id.isascii() and posting_id.isalnum()):
        return None
    row = session.execute(select(Posting, is_open()).where(Posting.id == posting_id)).first()
    return Ad(posting=row[0], is_open=row[1]) if row else None


def _in_order(session: Session, ids: Sequence[str]) -> tuple[Card, ...]:
    rows = {row.id: row for row in session.execute(select(*COLUMNS).where(Posting.id.in_(ids)))}
    return cards((rows[posting_id] for posting_id in ids), today=clock.today())
