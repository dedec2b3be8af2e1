"""What taking in a spreadsheet would do, row by row, before anybody says yes."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from portal import twins
from portal.board import Outcome, Status, board
from portal.feeds.sheet_job import SheetJob
from portal.jobs import reason_words
from portal.models.posting import Posting, PostingState
from portal.sheets.postings import RowResult, SheetPage

WORDS: Final = {Status.NEW: "Nyt", Status.CHANGED: "Ændret", Status.UNCHANGED: "Som før"}
SHOWN_ROWS: Final = 200


@dataclass(frozen=True, kw_only=True)
class PreviewRow:
    """One row: its number in the file, its title, and what will happen in Danish."""

    number: int
    title: str
    words: str
    status: Status


@dataclass(frozen=True, kw_only=True)
class Preview:
    """All rows with what will happen, what is wrong, and the ads that will close."""

    page: SheetPage
    rows: tuple[PreviewRow, ...]
    wrong: tuple[str, ...]
    closing: tuple[Posting, ...]
    whole: bool

    def count(self, status: Status) -> int:
        """How many rows have this status."""
        return sum(row.status == status for row in self.rows)

    @property
    def useful(self) -> bool:
        """Whether taking the file in would do anything but refuse."""
        return any(row.status is not Status.REFUSED for row in self.rows)


def read(session: Session, source: str, uploaded: SheetJob) -> Preview:
    """The preview of a file for a source.

    A list with mistakes closes nothing: the row that cannot be read may be the job that seems to be missing.
    """
    page = uploaded.read()
    foreseen = iter(board().foresee(source, page.entries))
    pairs = [(row, next(foreseen) if row.entry else None) for row in page.rows]
    wrong = tuple(text for row, outcome in pairs for text in _wrong(row, outcome))
    listed = {entry.reference for entry in page.entries}
    return Preview(
        page=page,
        rows=tuple(_preview_row(row, outcome) for row, outcome in pairs),
        wrong=wrong,
        closing=() if wrong or not uploaded.whole else _absent(session, source, listed),
        whole=uploaded.whole,
    )


def _wrong(row: RowResult, outcome: Outcome | None) -> tuple[str, ...]:
    if outcome is None or outcome.reason is None:
        return row.reasons
    return (f"Række {row.number}: {reason_words.in_danish(outcome.reason)}",)


def _preview_row(row: RowResult, outcome: Outcome | None) -> PreviewRow:
    status = outcome.status if outcome else Status.REFUSED
    words = WORDS.get(status, "Kommer ikke med")
    return PreviewRow(number=row.number, title=row.title or "Uden titel", words=words, status=status)


def _absent(session: Session, source: str, listed: Collection[str]) -> tuple[Posting, ...]:
    query = select(Posting).where(
        Posting.source == source, Posting.state != PostingState.CLOSED, twins.is_not_over()
    )
    rows = session.scalars(query.order_by(Posting.title, Posting.id))
    return tuple(row for row in rows if row.reference not in listed)
