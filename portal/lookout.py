"""Searches of the board as those see them who keep one: what is looked for, and what is new for it.

How the board searches is the business of `portal.jobs`, which no other feature may import. The application
hands it over here, as it hands over the board for partners (ADR 10).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol, cast

from flask import Flask, current_app
from sqlalchemy.orm import Session


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


class Lookout(Protocol):
    """What can be done with a search of the board."""

    def understand(self, arguments: Mapping[str, str], /) -> Search:
        """The search that the parameters of the board's address mean, whatever stands there."""

    def new_since(self, session: Session, query: str, moment: datetime, /) -> tuple[News, ...]:
        """The open jobs that fit a kept search and came after a moment (aware), newest first."""


def hand_over(app: Flask, lookout: Lookout) -> None:
    """Says who looks."""
    app.extensions["lookout"] = lookout


def lookout() -> Lookout:
    """Who looks, in this application."""
    return cast("Lookout", current_app.extensions["lookout"])
