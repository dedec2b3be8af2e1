"""Searches of the board that somebody keeps: what `portal.lookout` hands to those who tell of jobs."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from urllib.parse import parse_qsl, urlencode

from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.jobs import forms, leading_on, queries
from portal.jobs.around import Centre
from portal.jobs.catalogue import ordering
from portal.jobs.catalogue.open_ads import open_ads
from portal.jobs.filters import named
from portal.jobs.fitting import fitting
from portal.lookout import Found, News, Search, Seen
from portal.models.posting import Posting
from portal.places.municipalities import Municipality


def understand(arguments: Mapping[str, str]) -> Search:
    """The search that the parameters of the board's address mean, without its page and order."""
    wanted = replace(forms.read(arguments)[0], page=1, order="")
    return Search(query=urlencode(wanted.in_address()), words=", ".join(named(wanted).values()))


def new_since(session: Session, query: str, moment: datetime) -> tuple[News, ...]:
    """The open jobs that fit a kept search and came after a moment, newest first."""
    wanted = forms.read(dict(parse_qsl(query)))[0]
    ids = fitting(session, wanted, Posting.first_seen_at > moment)
    columns = select(Posting.id, Posting.title, Posting.easy_title, Posting.town).where(Posting.id.in_(ids))
    rows = {row.id: row for row in session.execute(columns)}
    return tuple(
        News(path=f"/job/{row.id}", title=row.easy_title or row.title, place=row.town)
        for row in (rows[posting_id] for posting_id in ids)
    )


def around(session: Session, place: Municipality, km: float) -> tuple[int, int]:
    """How many open jobs there are in a municipality, and within `km` of its middle or in it."""
    return queries.count_around(open_ads(session), _middle(place), km)


def nearest(session: Session, place: Municipality, most: int) -> tuple[str, ...]:
    """The ids of the open jobs nearest to the middle of a municipality, nearest first."""
    return ordering.nearest_ids(open_ads(session), Centre(name="", lat=place.lat, lon=place.lon), most)


def _middle(place: Municipality) -> Centre:
    return Centre(name="", lat=place.lat, lon=place.lon, municipality_code=place.code)


def find(session: Session, arguments: Mapping[str, str]) -> Found:
    """The page of the board that its parameters mean, as a list to choose from."""
    wanted, notes = forms.read(arguments)
    found = queries.board(session, wanted)
    jobs = (
        Seen(id=card.id, title=card.title, place=card.place, distance=card.distance, trade=card.trade)
        for card in queries.cards_of(session, found.listed)
    )
    return Found(jobs=tuple(jobs), total=found.total, notes=(*notes, *leading_on.notes(found, asked=wanted)))
