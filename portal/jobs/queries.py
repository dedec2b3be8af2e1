"""What the pages of the board read. A page takes the same number of queries, however many ads it shows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial, reduce
from itertools import islice
from math import ceil
from operator import or_ as or_bits
from typing import Final, NamedTuple

from sqlalchemy import select

from portal import clock
from portal.db import Reading
from portal.jobs import finding
from portal.jobs.around import STEPS, Centre, place_in
from portal.jobs.cards import COLUMNS, Card, cards
from portal.jobs.catalogue import counting, ordering
from portal.jobs.catalogue.around_place import distances, within, within_steps
from portal.jobs.catalogue.counting import Given, Masks, Tally
from portal.jobs.catalogue.open_ads import OpenAds, open_ads
from portal.jobs.catalogue.words import scores, understand
from portal.jobs.forms import NEWEST, Wanted
from portal.jobs.search import Met, Search
from portal.models.posting import Posting
from portal.postings import is_open

PAGE_SIZE: Final = 20
NEARBY: Final = 4
LISTED_BYTES: Final = 100
"""So much memory an ad takes in a list that is kept; its id is that of the ad in memory."""
NOWHERE: Final = "0"
"""No kilometres at all: then every distance counts as another choice."""


class Listed(NamedTuple):
    """An ad in a list, and how many kilometres away it is, where a place was asked about."""

    id: str
    km: float | None = None


class Whereabouts(NamedTuple):
    """The id of an ad and what others are near to: its position in degrees, or else its area."""

    id: str
    lat: float | None
    lon: float | None
    area: str


@dataclass(frozen=True, kw_only=True)
class Farther:
    """Around a `place`, for the `words` that are not its name: kilometres → how many ads fit all else."""

    place: Centre
    words: str
    counts: Mapping[int, int]


@dataclass(frozen=True, kw_only=True)
class Board:
    """One page of the board, made of `ads`.

    `wanted` is what is shown: its page lies within `pages`. `meaning` is what the typed words are met by, ()
    where they have none, `forgiven` says that one of them was taken for another. When nothing was found,
    `farther` tells what there is around the place that was asked for, and `nearby` are the nearest ads of any
    kind.
    """

    ads: OpenAds
    wanted: Wanted
    meaning: tuple[Met, ...]
    tally: Tally
    pages: int
    listed: tuple[Listed, ...]
    forgiven: bool
    farther: Farther | None = None
    nearby: tuple[Listed, ...] = ()

    @property
    def searched(self) -> bool:
        """Whether the typed words had a meaning."""
        return bool(self.meaning)

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
    def whereabouts(self) -> Whereabouts:
        """Where it is."""
        ad = self.posting
        return Whereabouts(ad.id, ad.lat, ad.lon, ad.area or "")

    @property
    def original_id(self) -> str | None:
        """The ad that is shown instead of this one, where both are the same job."""
        return None if self.is_open else self.posting.duplicate_of_id


def count(session: Reading) -> int:
    """How many ads readers see."""
    return sum(mask.bit_count() for mask in open_ads(session).open)


def count_around(ads: OpenAds, place: Centre, km: float) -> tuple[int, int]:
    """How many of the open ads are in the municipality that `place` is, and in it or within `km`."""
    found = [(part.open, within(part.segment, place, km)) for part in ads.parts]
    here = sum((living & own).bit_count() for living, (own, _) in found)
    return here, sum((living & near).bit_count() for living, (_, near) in found)


def board(session: Reading, wanted: Wanted) -> Board:
    """The page of the board that is asked for, or its last page where it has fewer."""
    ads = open_ads(session)
    search = understand(session, ads, wanted.words)
    tally = _tally(session, ads, wanted.asked(), wanted.place, search)
    pages = max(1, ceil(tally.total / PAGE_SIZE))
    shown = wanted if wanted.page <= pages else replace(wanted, page=pages)
    farther = _farther(session, ads, wanted) if not tally.total else None
    return Board(
        ads=ads,
        wanted=shown,
        meaning=search.words,
        tally=tally,
        pages=pages,
        listed=_listed(session, ads, shown, tally, search),
        forgiven=search.forgiven,
        farther=farther,
        nearby=near(ads, lat=farther.place.lat, lon=farther.place.lon) if farther else (),
    )


def _tally(
    session: Reading, ads: OpenAds, asked: Mapping[str, str], place: Centre | None, search: Search
) -> Tally:
    asked = {**asked, "words": finding.YES if search.words else ""}
    given = partial(_given, session, ads, place, search)
    return counting.tally(ads, asked, given, around=place, words=search.words)


def _given(session: Reading, ads: OpenAds, place: Centre | None, search: Search) -> Given:
    """The ads that have the words, and those within each distance of the place."""
    given: dict[tuple[str, str], Masks] = {}
    found = scores(session, ads, search)
    if found is not None:
        given["words", finding.YES] = tuple(reduce(or_bits, part.values(), 0) for part in found)
    if place:
        near_by = [within_steps(part.segment, place) for part in ads.parts]
        given |= {("place", str(step)): tuple(each[step] for each in near_by) for step in STEPS}
    return given


def _groups(session: Reading, ads: OpenAds, wanted: Wanted, tally: Tally, search: Search) -> list[Masks]:
    """The ads that fit, those that meet the words best first where that matters."""
    found = None if wanted.order == NEWEST else scores(session, ads, search)
    if found is None:
        return [tally.fit]
    every = sorted({score for part in found for score in part}, reverse=True)
    return [
        tuple(fit & part.get(score, 0) for fit, part in zip(tally.fit, found, strict=True)) for score in every
    ]


def _farther(session: Reading, ads: OpenAds, wanted: Wanted) -> Farther | None:
    """The place that was chosen, or else the one among the typed words, and what there is around it."""
    place, words = (wanted.place, wanted.words) if wanted.place else place_in(wanted.words)
    if place is None:
        return None
    search = understand(session, ads, words)
    tally = _tally(session, ads, wanted.asked() | {"place": NOWHERE}, place, search)
    counts = {step: tally.with_choice("place", str(step)) for step in STEPS}
    return Farther(place=place, words=words, counts=counts)


def _listed(
    session: Reading, ads: OpenAds, wanted: Wanted, tally: Tally, search: Search
) -> tuple[Listed, ...]:
    """The ads of one page, sorted once for each version."""
    kept, key = ads.kept(search.words), ("listed", search.words, wanted.without_words())
    known: tuple[Listed, ...] | None = kept.get(key)
    if known is None:
        known = _page(ads, wanted, tally.total, _groups(session, ads, wanted, tally, search))
        kept.put(key, known, LISTED_BYTES * len(known))
    return known


def _page(ads: OpenAds, wanted: Wanted, total: int, groups: Sequence[Masks]) -> tuple[Listed, ...]:
    """The ads of one page: the nearest to a place first, else the best for the words, else the newest."""
    skip = (wanted.page - 1) * PAGE_SIZE
    if wanted.order == NEWEST:
        [fit] = groups
        found = ordering.newest(ads, fit, skip)
    elif wanted.place:
        found = ordering.nearest(ads, wanted.place, groups, skip)
    else:
        found = ordering.best(ads, groups, skip)
    # Whoever asks for more than there is has all the others looked at in vain.
    shown, place = list(islice(found, max(0, min(PAGE_SIZE, total - skip)))), wanted.place
    if place is None:
        ids = [part.segment.ids for part in ads.parts]
        return tuple([Listed(ids[part][position]) for part, position in shown])
    return tuple([Listed(ads.id_of(*at), _km(ads, place, at)) for at in shown])


def _km(ads: OpenAds, place: Centre, at: ordering.Place) -> float | None:
    part, position = at
    segment = ads.parts[part].segment
    return distances(segment, place)[segment.spot(position)]


def near(ads: OpenAds, *, lat: float, lon: float, without: str = "") -> tuple[Listed, ...]:
    """The open ads nearest to a position, nearest first."""
    # One more than is shown, because one may be the ad itself.
    return _others(ordering.nearest_ids(ads, Centre(name="", lat=lat, lon=lon), NEARBY + 1), without)


def near_ad(ads: OpenAds, ad: Whereabouts) -> tuple[Listed, ...]:
    """Other open ads near an ad; where its position is unknown, the newest of its area, or of all."""
    if ad.lat is not None and ad.lon is not None:
        return near(ads, lat=ad.lat, lon=ad.lon, without=ad.id)
    fit = counting.tally(ads, {"area": ad.area}).fit
    ids = [ads.id_of(*at) for at in islice(ordering.newest(ads, fit), NEARBY + 1)]
    return _others(ids, ad.id)


def _others(ids: Sequence[str], without: str) -> tuple[Listed, ...]:
    return tuple(Listed(posting_id) for posting_id in ids if posting_id != without)[:NEARBY]


def find(session: Reading, posting_id: str) -> Ad | None:
    """The ad with this id, open or not."""
    if not (posting_id.isascii() and posting_id.isalnum()):
        return None
    row = session.execute(select(Posting, is_open()).where(Posting.id == posting_id)).first()
    return Ad(posting=row[0], is_open=row[1]) if row else None


def cards_of(session: Reading, listed: Sequence[Listed]) -> tuple[Card, ...]:
    """The cards of these ads, in their order."""
    rows = session.execute(select(*COLUMNS).where(Posting.id.in_([each.id for each in listed])))
    found = {card.id: card for card in cards(rows, today=clock.today(), km=dict(listed))}
    return tuple(found[each.id] for each in listed if each.id in found)
