"""What the pages of the board read. A page takes the same number of queries, however many ads it shows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from itertools import islice
from math import ceil
from operator import or_ as or_bits
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.jobs import finding
from portal.jobs.around import STEPS, Centre, place_in
from portal.jobs.cards import COLUMNS, Card, at_distance, cards
from portal.jobs.catalogue import ordering
from portal.jobs.catalogue.around_place import distances, within_steps
from portal.jobs.catalogue.counting import Masks, Tally
from portal.jobs.catalogue.counting import tally as tally_of
from portal.jobs.catalogue.open_ads import OpenAds, open_ads
from portal.jobs.catalogue.words import Scores, look_for
from portal.jobs.forms import NEWEST, Wanted
from portal.models.posting import Posting
from portal.postings import is_open

PAGE_SIZE: Final = 20
NEARBY: Final = 4
MOST_CARDS_KEPT: Final = 5000
NOWHERE: Final = "0"
"""No kilometres at all: then every distance counts as another choice."""


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
        return self.tally.total


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


def count(session: Session) -> int:
    """How many ads readers see."""
    return sum(mask.bit_count() for mask in open_ads(session).open)


def board(session: Session, wanted: Wanted) -> Board:
    """The page of the board that is asked for, or its last page where it has fewer."""
    ads = open_ads(session)
    search, scores = look_for(session, ads, wanted.words)
    tally = _tally(ads, wanted.asked(), wanted.place, scores)
    pages = max(1, ceil(tally.total / PAGE_SIZE))
    shown = replace(wanted, page=min(wanted.page, pages))
    farther = _farther(session, ads, wanted) if not tally.total else None
    return Board(
        wanted=shown,
        tally=tally,
        pages=pages,
        cards=_page(session, ads, shown, _groups(tally, scores)),
        searched=scores is not None,
        forgiven=search.forgiven,
        farther=farther,
        nearby=near(session, lat=farther.place.lat, lon=farther.place.lon) if farther else (),
    )


def _tally(
    ads: OpenAds, asked: Mapping[str, str], place: Centre | None, scores: Sequence[Scores] | None
) -> Tally:
    given: dict[tuple[str, str], Masks] = {}
    if scores is not None:
        given["words", finding.YES] = tuple(reduce(or_bits, part.values(), 0) for part in scores)
    else:
        asked = {**asked, "words": ""}
    if place:
        near_by = [within_steps(part.segment, place) for part in ads.parts]
        given |= {("place", str(step)): tuple(each[step] for each in near_by) for step in STEPS}
    return tally_of(ads, asked, given)


def _groups(tally: Tally, scores: Sequence[Scores] | None) -> list[Masks]:
    """The ads that fit, those that meet the words best first."""
    if scores is None:
        return [tally.fit]
    every = sorted({score for part in scores for score in part}, reverse=True)
    return [
        tuple(fit & part.get(score, 0) for fit, part in zip(tally.fit, scores, strict=True))
        for score in every
    ]


def _farther(session: Session, ads: OpenAds, wanted: Wanted) -> Farther | None:
    """The place that was chosen, or else the one among the typed words, and what there is around it."""
    place, words = (wanted.place, wanted.words) if wanted.place else place_in(wanted.words)
    if place is None:
        return None
    _, scores = look_for(session, ads, words)
    asked = wanted.asked() | {"words": finding.YES if scores is not None else "", "place": NOWHERE}
    tally = _tally(ads, asked, place, scores)
    counts = {step: tally.with_choice("place", str(step)) for step in STEPS}
    return Farther(place=place, words=words, counts=counts)


def _page(session: Session, ads: OpenAds, wanted: Wanted, groups: Sequence[Masks]) -> tuple[Card, ...]:
    """The cards of one page: the nearest to a place first, else the best for the words, else the newest."""
    skip = (wanted.page - 1) * PAGE_SIZE
    if wanted.order == NEWEST:
        every = tuple(reduce(or_bits, masks) for masks in zip(*groups, strict=True))
        found = ordering.newest(ads, every, skip)
    elif wanted.place:
        found = ordering.nearest(ads, wanted.place, groups, skip)
    else:
        found = ordering.best(ads, groups, skip)
    shown = tuple(islice(found, PAGE_SIZE))
    return _in_order(
        session,
        ads,
        [ads.id_of(ad.part, ad.position) for ad in shown],
        {ads.id_of(ad.part, ad.position): _km(ads, wanted.place, ad) for ad in shown},
    )


def _km(ads: OpenAds, place: Centre | None, ad: ordering.Place) -> float | None:
    segment = ads.parts[ad.part].segment
    return distances(segment, place)[segment.spot(ad.position)] if place else None


def near(session: Session, *, lat: float, lon: float, without: str = "") -> tuple[Card, ...]:
    """The open ads nearest to a position, nearest first."""
    ads = open_ads(session)
    # One more than is shown, because one may be the ad itself.
    ids = ordering.nearest_ids(ads, Centre(name="", lat=lat, lon=lon), NEARBY + 1)
    return _in_order(session, ads, [posting_id for posting_id in ids if posting_id != without][:NEARBY])


def near_ad(session: Session, ad: Posting) -> tuple[Card, ...]:
    """Other open ads near an ad; where its position is unknown, the newest of its area, or of all."""
    if ad.lat is not None and ad.lon is not None:
        return near(session, lat=ad.lat, lon=ad.lon, without=ad.id)
    ads = open_ads(session)
    fit = _tally(ads, {"area": ad.area or ""}, None, None).fit
    ids = [ads.id_of(at.part, at.position) for at in islice(ordering.newest(ads, fit), NEARBY + 1)]
    return _in_order(session, ads, [posting_id for posting_id in ids if posting_id != ad.id][:NEARBY])


def find(session: Session, posting_id: str) -> Ad | None:
    """The ad with this id, open or not."""
    if not (posting_id.isascii() and posting_id.isalnum()):
        return None
    row = session.execute(select(Posting, is_open()).where(Posting.id == posting_id)).first()
    return Ad(posting=row[0], is_open=row[1]) if row else None


def _in_order(
    session: Session, ads: OpenAds, ids: Sequence[str], km: Mapping[str, float | None] | None = None
) -> tuple[Card, ...]:
    """The cards of these ads; only those that were not shown since they changed are read."""
    missing = [posting_id for posting_id in ids if posting_id not in ads.cards]
    if missing:
        if len(ads.cards) > MOST_CARDS_KEPT:
            ads.cards.clear()
        rows = session.execute(select(*COLUMNS).where(Posting.id.in_(missing)))
        ads.cards.update({card.id: card for card in cards(rows, today=ads.today)})
    found = [ads.cards.get(posting_id) for posting_id in ids]
    return tuple(at_distance(card, (km or {}).get(card.id)) for card in found if card)
