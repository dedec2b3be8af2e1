"""XLSX by openpyxl, within limits: what a workbook unpacks to is bounded before anything is parsed."""

import io
import itertools
import warnings
import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any, Final

import openpyxl
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.workbook import Workbook

from portal.sheets import columns, table
from portal.sheets.separated import HEADING_ROWS
from portal.sheets.table import MOST_COLUMNS, WINDOWS_DAY_ZERO, SheetError, Table

MIB: Final = 1024 * 1024
MOST_UNPACKED: Final = 24 * MIB
MOST_PART: Final = 4 * MIB
"""Of a part that is no sheet and no list of texts: styles and the like."""
MOST_PARTS: Final = 1000
MOST_SHEETS: Final = 20
LONGEST_GAP: Final = 10_000
"""After so many empty rows the sheet is over: Excel may state a million that were only coloured once."""
MAC_DAY_ZERO: Final = date(1904, 1, 1)

_BIG_PARTS: Final = ("xl/worksheets/", "xl/sharedStrings.xml", "xl/media/")
_DOCTYPES: Final = tuple("<!DOCTYPE".encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be"))
_NOT_READABLE: Final = "Filen kan ikke læses som et Excel-regneark. Gem den igen som .xlsx eller .csv."


def read(data: bytes) -> Table:
    """The rows of the sheet that looks most like a list of jobs. Raises SheetError."""
    try:
        with warnings.catch_warnings():
            # openpyxl warns of what it does not understand and we do not need, such as lists to choose from.
            warnings.simplefilter("ignore")
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                _refuse_bombs(archive)
                _refuse_doctypes(archive)
            return _read(data)
    except SheetError:
        raise
    except Exception as error:
        # A stranger's bytes provoke whatever zip files, XML and openpyxl can raise.
        raise SheetError(_NOT_READABLE) from error


def _refuse_bombs(archive: zipfile.ZipFile) -> None:
    """Raises SheetError for a bomb. What a part says of its size is the most that is unpacked of it."""
    parts = archive.infolist()
    unpacked = sum(part.file_size for part in parts)
    if len(parts) > MOST_PARTS or unpacked > MOST_UNPACKED or any(map(_is_too_big, parts)):
        raise SheetError("Regnearket er for stort. Fjern billeder og tomme ark, eller del det i flere.")


def _is_too_big(part: zipfile.ZipInfo) -> bool:
    return part.file_size > (MOST_UNPACKED if part.filename.startswith(_BIG_PARTS) else MOST_PART)


def _refuse_doctypes(archive: zipfile.ZipFile) -> None:
    """Raises SheetError where XML brings a document type, which could hold entities."""
    for part in archive.infolist():
        # Pictures are read too: what does not unpack is refused here.
        content = archive.read(part)
        if not part.filename.startswith("xl/media/") and any(mark in content for mark in _DOCTYPES):
            raise SheetError(_NOT_READABLE)


def _read(data: bytes) -> Table:
    book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, keep_links=False)
    try:
        names = [sheet.title for sheet in book.worksheets if sheet.sheet_state == "visible"][:MOST_SHEETS]
        if not names:
            raise SheetError("Der er intet ark i filen.")
        best = max(names, key=lambda name: _score(book, name))
        day_zero = MAC_DAY_ZERO if book.epoch == CALENDAR_MAC_1904 else WINDOWS_DAY_ZERO
        return Table(rows=table.rows(_records(book, best)), day_zero=day_zero)
    finally:
        book.close()


def _score(book: Workbook, name: str) -> int:
    """How many headings the best of the first rows has."""
    first = itertools.islice(_records(book, name), HEADING_ROWS)
    return max((len(columns.keys_of(record)) for record in first), default=0)


def _records(book: Workbook, name: str) -> Iterator[tuple[str, ...]]:
    sheet = book[name]
    # The size that a sheet states of itself is often wrong.
    sheet.reset_dimensions()
    empty = 0
    for record in sheet.iter_rows(max_col=MOST_COLUMNS, values_only=True):
        empty = empty + 1 if all(cell is None for cell in record) else 0
        if empty > LONGEST_GAP:
            return
        yield tuple(map(_text, record))


def _text(value: Any) -> str:
    """A cell as text: a date as 2026-11-22, a whole number without a point, a formula as it is written."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "Ja" if value else "Nej"
    if isinstance(value, datetime | date):
        return value.isoformat()[:10]
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    text = value if isinstance(value, str | int) else getattr(value, "text", None) or value
    # So Excel writes a line break of old Macs inside a cell.
    return str(text).replace("_x000D_", "")
