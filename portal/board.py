"""The board as those see it who receive ads from partners: the API, and the pages for spreadsheets.

How ads are decided on and stored is the business of `portal.jobs`, which no other feature may import. The
application hands it over here, as it hands over the importers (ADR 10).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol, cast

from flask import Flask, current_app

from portal.jobs.incoming import Entry, Reason, Refusal


class Status(StrEnum):
    """What became, or would become, of an ad that a partner hands over."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    REFUSED = "refused"


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """The status of one ad; a refused one has a reason."""

    reference: str
    status: Status
    reason: Reason | None = None


class SourceClosedError(Exception):
    """The source takes nothing in, because staff have paused it or turned it off."""


class Board(Protocol):
    """What can be done with ads that a partner hands over. Each call but `foresee` is one transaction."""

    def foresee(self, source: str, entries: Sequence[Entry], /) -> tuple[Outcome, ...]:
        """What taking these entries in would do, in their order; changes nothing."""

    def push(self, source: str, items: Sequence[Entry | Refusal], /) -> tuple[Outcome, ...]:
        """Takes ads in, or puts them into quarantine; answers in their order. Raises SourceClosedError."""

    def stop(self, source: str, reference: str, /) -> bool:
        """Takes an ad off the board; False where the source never had it. Raises SourceClosedError."""


def hand_over(app: Flask, board: Board) -> None:
    """Says who the board is."""
    app.extensions["board"] = board


def board() -> Board:
    """The board of this application."""
    return cast("Board", current_app.extensions["board"])
