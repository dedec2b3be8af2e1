"""Which of a few ads fit a search that somebody keeps: compared one by one, without the ads in memory."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import ColumnElement, Row, select
from sqlalchemy.orm import Session

from portal.jobs import finding, search
from portal.jobs.around import Centre
from portal.jobs.catalogue.open_ads import CONSIDERATIONS, states_bus
from portal.jobs.finding import Spot
from portal.jobs.forms import Wanted
from portal.models.posting import Posting
from portal.postings import is_open

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
    CONSIDERATIONS,
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
            "by_bus": (finding.YES,) if states_bus(row.considerations) else (),
        },
    )
