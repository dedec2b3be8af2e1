"""A spreadsheet as rows of text, whatever kind of file it came in."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

MOST_ROWS: Final = 5000
MOST_COLUMNS: Final = 100
WINDOWS_DAY_ZERO: Final = date(1899, 12, 30)
"""The day that Excel counts as 0; workbooks of old Macs count from 1904."""


class SheetError(ValueError):
    """The file cannot be used as a whole; the message says in Danish why, and what to do."""


@dataclass(frozen=True, kw_only=True)
class Row:
    """One row as the partner sees it: `number` from 1, the cells without blanks around them."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Table:
    """The rows that hold something. `day_zero` is what dates written as mere numbers count from."""

    rows: tuple[Row, ...]
    day_zero: date = WINDOWS_DAY_ZERO


def rows(records: Iterable[Iterable[str]]) -> tuple[Row, ...]:
    """The records that hold something, numbered as they come. Raises SheetError for more than 5,000."""
    found: list[Row] = []
    for number, record in enumerate(records, start=1):
        cells = [_tidy(cell) for cell in record][:MOST_COLUMNS]
        while cells and not cells[-1]:
            cells.pop()
        if cells:
            found.append(Row(number=number, cells=tuple(cells)))
        if len(found) > MOST_ROWS:
            raise SheetError(f"Der er mere end {MOST_ROWS} rækker. Del filen i flere.")
    return tuple(found)


def _tidy(cell: str) -> str:
    return cell.replace("\u00a0", " ").replace("\r\n", "\n").replace("\r", "\n").strip()
