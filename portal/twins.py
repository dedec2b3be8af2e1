"""Ads of several sources that are one job: linked, and only one of them shown. Never commits.

Two ads are one job where they lead to the same address for applying, or have the same employer, title,
postal code and deadline; `portal.jobs.same_job` makes a key of each. A key proves nothing where one source
has it twice, or where the ads are in different municipalities: two shops of a chain are two jobs.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.orm import Session

from portal import clock
from portal.models.feed import Source
from portal.models.posting import ClosedReason, Posting, PostingState

AT_ONCE: Final = 400
TOO_MANY: Final = 12
"""A key that more ads have, open or closed, names no job; so none costs more than a look."""
BY_PERSON: Final = (ClosedReason.FILLED, ClosedReason.TAKEN_DOWN)
REMEMBERED: Final = timedelta(days=60)
"""How long an ad that a person closed keeps its twins from being shown."""


@dataclass(frozen=True, kw_only=True)
class Ad:
    """What linking needs of an ad. `decided` says that a person closed it; `over` that its last day is past.

    An ad that is neither live nor decided only follows; `linked_to` is the ad that stands for it so far.
    """

    id: str
    source: str
    rank: int
    keys: tuple[str, ...]
    municipality: str | None = None
    live: bool = True
    decided: bool = False
    over: bool = False
    linked_to: str | None = None
    first_seen_at: datetime

    @property
    def order(self) -> tuple[bool, bool, int, str, datetime, str]:
        """The lowest is shown; one that a person closed stands for the whole job."""
        return (not self.decided, self.over, self.rank, self.source, self.first_seen_at, self.id)


def shown_for(ads: Iterable[Ad]) -> dict[str, str]:
    """The id of the ad that is shown, or was closed by a person, for each ad; most stand for themselves."""
    every = {ad.id: ad for ad in ads}
    group = {ad.id: [ad] for ad in every.values()}
    for _, members in sorted(_by_key(every.values()).items()):
        merged = _united(group[member.id] for member in members)
        if _is_one_job(merged):
            group.update(dict.fromkeys((ad.id for ad in merged), merged))
    return {ad_id: min(_standing(members), key=lambda ad: ad.order).id for ad_id, members in group.items()}


def _by_key(ads: Collection[Ad]) -> dict[tuple[int, str], list[Ad]]:
    """The ads of each key that several have, keys of addresses first: those prove more."""
    found: defaultdict[tuple[int, str], list[Ad]] = defaultdict(list)
    for ad in sorted(ads, key=lambda ad: ad.id):
        for key in ad.keys:
            found[key.startswith("job:"), key].append(ad)
    return {key: members for key, members in found.items() if len(members) > 1}


def _united(groups: Iterable[list[Ad]]) -> list[Ad]:
    return list({ad.id: ad for group in groups for ad in group}.values())


def _is_one_job(ads: Sequence[Ad]) -> bool:
    standing = _standing(ads)
    sources = {ad.source for ad in standing}
    places = {ad.municipality for ad in ads if ad.municipality}
    return len(sources) == len(standing) and len(places) <= 1


def _standing(ads: Sequence[Ad]) -> Sequence[Ad]:
    """Without the ads that only follow: closed by their feed or by the calendar."""
    return [ad for ad in ads if ad.live or ad.decided] or ads


def is_not_over() -> ColumnElement[bool]:
    """The condition that the last day which an ad states has not passed."""
    last_day = func.coalesce(Posting.deadline, Posting.expires_on)
    return or_(last_day.is_(None), last_day >= clock.today())


def settle(session: Session, keys: Collection[str], *, followers: Iterable[Posting] = ()) -> None:
    """Links the ads that have one of these keys, and shows one of each job.

    `followers` are ads that have just closed; each is linked to the ad that is shown in its stead, so that
    its page can lead there.
    """
    if not (keys := {key for key in keys if key}):
        return
    session.flush()
    ads = _reachable(session, keys, {row.id for row in followers})
    changes = [
        (ad, shown)
        for ad_id, shown in shown_for(ads.values()).items()
        if (ad := ads[ad_id]).linked_to != (shown if shown != ad_id else None) and not ad.decided
    ]
    for ad, shown in changes:
        row = session.get_one(Posting, ad.id)
        if ad.live:
            row.state = PostingState.OPEN if shown == ad.id else PostingState.DUPLICATE
            row.duplicate_of_id = shown if shown != ad.id else None
        elif shown != ad.id:
            row.duplicate_of_id = shown
    session.flush()


def settle_source(session: Session, source: str) -> None:
    """Links all ads of a source anew, because it ranks otherwise now."""
    rows = session.execute(
        select(Posting.apply_key, Posting.twin_key).where(
            Posting.source == source, Posting.state != PostingState.CLOSED
        )
    )
    settle(session, {key for row in rows for key in row})


def _reachable(session: Session, keys: Collection[str], followers: Collection[str]) -> dict[str, Ad]:
    """The ads that have one of the keys, and those that have a key of theirs, and so on; by id."""
    found: dict[str, Ad] = {}
    asked: set[str] = set()
    common: set[str] = set()
    waiting = set(keys)
    while waiting:
        asked |= waiting
        counts = _linking(session, waiting)
        common |= {key for key, count in counts.items() if count > TOO_MANY}
        ads = list(_with_keys(session, counts.keys() - common, followers))
        found.update((ad.id, ad) for ad in ads)
        waiting = {key for ad in ads for key in ad.keys} - asked
    return {ad.id: replace(ad, keys=tuple(set(ad.keys) - common)) for ad in found.values()}


def _linking(session: Session, keys: Collection[str]) -> dict[str, int]:
    """How many ads have each key; nothing of the many keys that are of one ad which stands for itself."""
    return {
        key: count
        for some in _some_at_once(keys)
        for column in (Posting.apply_key, Posting.twin_key)
        for key, count in session.execute(
            select(column, func.count())
            .where(column.in_(some))
            .group_by(column)
            .having(or_(func.count() > 1, func.count(Posting.duplicate_of_id) > 0))
        )
    }


def _some_at_once(keys: Collection[str]) -> Iterator[list[str]]:
    ordered = sorted(keys)
    return (ordered[start : start + AT_ONCE] for start in range(0, len(ordered), AT_ONCE))


def _with_keys(session: Session, keys: Collection[str], followers: Collection[str]) -> Iterator[Ad]:
    decided = and_(Posting.closed_reason.in_(BY_PERSON), Posting.closed_at > clock.now() - REMEMBERED)
    columns = (
        *(Posting.id, Posting.source, Posting.state, Posting.duplicate_of_id, Posting.apply_key),
        *(Posting.twin_key, Posting.municipality_code, Posting.first_seen_at, Source.rank),
        decided.label("decided"),
        is_not_over().label("not_over"),
    )
    for some in _some_at_once(keys):
        query = (
            select(*columns)
            .join(Source, Source.name == Posting.source)
            .where(
                or_(Posting.apply_key.in_(some), Posting.twin_key.in_(some)),
                or_(Posting.state != PostingState.CLOSED, decided, Posting.id.in_(followers)),
            )
        )
        yield from map(_ad, session.execute(query))


def _ad(row: Any) -> Ad:
    return Ad(
        id=row.id,
        source=row.source,
        rank=row.rank,
        keys=tuple(key for key in (row.apply_key, row.twin_key) if key),
        municipality=row.municipality_code,
        live=row.state is not PostingState.CLOSED,
        decided=bool(row.decided),
        over=not row.not_over,
        linked_to=row.duplicate_of_id,
        first_seen_at=row.first_seen_at,
    )
