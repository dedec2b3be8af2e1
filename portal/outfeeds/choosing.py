"""Which open ads a feed holds: what its address asks for, and the rows, newest first."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final, TypeVar

from sqlalchemy import Select, and_, or_, select
from sqlalchemy.orm import Session

from portal.easyread import trades
from portal.models.posting import Posting
from portal.places import areas, municipalities
from portal.postings import is_open

JOB_TYPES: Final = ("skaanejob", "fleksjob", "unknown")
Value = TypeVar("Value")


class UnknownChoiceError(ValueError):
    """An address asks for something that does not exist; the message says which, in English."""


@dataclass(frozen=True, kw_only=True)
class Chosen:
    """Slug of an area, keys of a trade and a job type, code of a municipality; "" means all of them."""

    area: str = ""
    trade: str = ""
    job_type: str = ""
    municipality: str = ""


@dataclass(frozen=True, kw_only=True)
class Place:
    """A place in the list of ads: behind the ad with this id, published on this day."""

    published_on: date
    posting_id: str


def from_board_address(arguments: Mapping[str, str]) -> Chosen:
    """What an address with the parameters of the board asks for; other ones do not narrow a feed.

    Raises UnknownChoiceError.
    """
    return Chosen(
        area=_known(arguments, "omraade", areas.by_slug, lambda area: area.slug),
        trade=_known(arguments, "fag", trades.by_slug, lambda trade: trade.key),
        job_type=_known(arguments, "type", _job_type, str),
        municipality=_known(arguments, "kommune", municipality, lambda found: found.code),
    )


def from_api_address(arguments: Mapping[str, str]) -> Chosen:
    """What an address of the API asks for. Raises UnknownChoiceError."""
    return Chosen(
        area=_known(arguments, "area", areas.by_slug, lambda area: area.slug),
        trade=_known(arguments, "trade", trades.TRADES.get, lambda trade: trade.key),
        job_type=_known(arguments, "job_type", _job_type, str),
        municipality=_known(arguments, "municipality", municipality, lambda found: found.code),
    )


def municipality(text: str) -> municipalities.Municipality | None:
    """The municipality with a code ("0330") or a name as people write it ("slagelse"); None if unknown."""
    return (municipalities.by_code(text) if text.isascii() else None) or municipalities.by_name(text)


def _job_type(key: str) -> str | None:
    return key if key in JOB_TYPES else None


def _known(
    arguments: Mapping[str, str],
    name: str,
    meaning: Callable[[str], Value | None],
    key: Callable[[Value], str],
) -> str:
    stated = arguments.get(name, "")
    found = meaning(stated) if stated else None
    if stated and found is None:
        raise UnknownChoiceError(f"There is no such {name}.")
    return key(found) if found is not None else ""


def open_ads(session: Session, chosen: Chosen, *, most: int, behind: Place | None = None) -> list[Posting]:
    """At most so many open ads, newest first; with `behind`, those that follow that place in the list."""
    rows = _narrowed(select(Posting).where(is_open()), chosen)
    if behind is not None:
        same_day = and_(Posting.published_on == behind.published_on, Posting.id > behind.posting_id)
        rows = rows.where(or_(Posting.published_on < behind.published_on, same_day))
    return list(session.scalars(rows.order_by(Posting.published_on.desc(), Posting.id).limit(most)))


def _narrowed(rows: Select[Posting], chosen: Chosen) -> Select[Posting]:
    for column, value in (
        (Posting.area, chosen.area),
        (Posting.trade, chosen.trade),
        (Posting.job_type, chosen.job_type),
        (Posting.municipality_code, chosen.municipality),
    ):
        if value:
            rows = rows.where(column == value)
    return rows
