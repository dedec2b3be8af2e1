"""A list of starred jobs: carried in the path of an address, so that no account and no cookie holds it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from portal import clock
from portal.jobs.cards import COLUMNS, Card, cards
from portal.models.posting import Posting
from portal.postings import is_open

MOST: Final = 30
"""So many jobs fit on a list: more than anybody compares, and an address that every program takes."""
LONGEST_ID: Final = 20
JOIN: Final = "-"


@dataclass(frozen=True, kw_only=True)
class Asked:
    """The ids that an address names, without repeats, and whether some of it had to be left out."""

    ids: tuple[str, ...]
    left_out: bool


@dataclass(frozen=True, kw_only=True)
class Starred:
    """The jobs of a list in its order: those that can be applied for, and those that are `closed` by now."""

    open: tuple[Card, ...]
    closed: tuple[Card, ...]

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of all of them, open ones first."""
        return tuple(card.id for card in (*self.open, *self.closed))


def read(path: str) -> Asked:
    """The list in the last part of a path, as typed, sent on and cut by mail programs."""
    parts = [part for part in re.split(r"[^a-z0-9]+", path.lower()) if part]
    good = dict.fromkeys(part for part in parts if len(part) <= LONGEST_ID)
    return Asked(ids=tuple(good)[:MOST], left_out=len(set(parts)) > min(len(good), MOST))


def write(ids: Sequence[str]) -> str:
    """The list as part of a path; "" for none."""
    return JOIN.join(dict.fromkeys(ids))


def find(session: Session, ids: Sequence[str]) -> Starred:
    """The jobs that are there, in two queries; an ad that is shown by its twin is shown as that one."""
    known = select(Posting.id, is_open().label("open"), Posting.duplicate_of_id).where(Posting.id.in_(ids))
    shown = {row.id: row.id if row.open else row.duplicate_of_id or row.id for row in session.execute(known)}
    wanted = list(dict.fromkeys(shown[posting_id] for posting_id in ids if posting_id in shown))
    columns = select(*COLUMNS, is_open().label("open")).where(Posting.id.in_(wanted))
    rows = {row.id: row for row in session.execute(columns)}
    ordered = [rows[posting_id] for posting_id in wanted]
    return Starred(
        open=cards((row for row in ordered if row.open), today=clock.today()),
        closed=cards((row for row in ordered if not row.open), today=clock.today()),
    )
