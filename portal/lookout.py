"""Searches of the board as other features see them: what is looked for, what is new for it, what fits it.

How the board searches is the business of `portal.jobs`, which no other feature may import. The application
hands it over here, as it hands over the board for partners (ADR 10).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol, cast

from flask import Flask, current_app
from sqlalchemy.orm import Session

from portal.easyread.trades import Trade
from portal.places.municipalities import Municipality


@dataclass(frozen=True, kw_only=True)
class Search:
    """A search that can be kept: `query` is its part of the board's address, `words` are what people read.

    Both are "" where all jobs are meant.
    """

    query: str
    words: str


@dataclass(frozen=True, kw_only=True)
class News:
    """One job that is new: its `path` below our address, and the little that a mail says of it."""

    path: str
    title: str
    place: str


@dataclass(frozen=True, kw_only=True)
class Seen:
    """One job as a list to choose from shows it; `distance` is "" where no place was asked about."""

    id: str
    title: str
    place: str
    distance: str
    trade: Trade


@dataclass(frozen=True, kw_only=True)
class Found:
    """What a search finds: the first of the jobs, how many there are, and kind notes to the reader."""

    jobs: tuple[Seen, ...]
    total: int
    notes: tuple[str, ...]


class Lookout(Protocol):
    """What can be done with a search of the board."""

    def understand(self, arguments: Mapping[str, str], /) -> Search:
        """The search that the parameters of the board's address mean, whatever stands there."""

    def new_since(self, session: Session, query: str, moment: datetime, /) -> tuple[News, ...]:
        """The open jobs that fit a kept search and came after a moment (aware), newest first."""

    def around(self, session: Session, place: Municipality, km: float, /) -> tuple[int, int]:
        """How many open jobs there are in a municipality, and within `km` of its middle or in it."""

    def nearest(self, session: Session, place: Municipality, most: int, /) -> tuple[str, ...]:
        """The ids of the open jobs nearest to the middle of a municipality, nearest first."""

    def find(self, session: Session, arguments: Mapping[str, str], /) -> Found:
        """The page of the board that its parameters mean, whatever stands there; nearest or best first."""


def hand_over(app: Flask, lookout: Lookout) -> None:
    """Says who looks."""
    app.extensions["lookout"] = lookout


def lookout() -> Lookout:
    """Who looks, in this application."""
    return cast("Lookout", current_app.extensions["lookout"])
