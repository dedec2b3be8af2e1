"""CSV as spreadsheets save it: any of the usual encodings, separated by semicolons, commas or tabs."""

import contextlib
import csv
import io
import itertools
import re
from collections.abc import Iterator
from typing import Final

from portal.sheets import columns, table
from portal.sheets.table import Row, SheetError

SEPARATORS: Final = (";", "\t", ",")
HEADING_ROWS: Final = 20
"""The headings stand somewhere in the first rows."""

_SEPARATOR_LINE = re.compile(r"sep=([;,\t|])\r?\n", re.IGNORECASE)
_BOMS: Final = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def read(data: bytes) -> tuple[Row, ...]:
    """The rows in `data`. Raises SheetError."""
    text = decode(data)
    if "\x00" in text:
        raise SheetError("Filen er ikke et regneark. Gem den som .xlsx eller .csv.")
    stated = _SEPARATOR_LINE.match(text)
    if stated:
        text, separator = text[stated.end() :], stated[1]
    else:
        separator = _separator(text)
    try:
        return table.rows(_records(text, separator))
    except csv.Error:
        raise SheetError(
            "Anførselstegnene i filen passer ikke sammen. Gem filen som .xlsx, og prøv igen."
        ) from None


def decode(data: bytes) -> str:
    """The text in `data`: UTF-8 and UTF-16 with and without a mark, else the Windows letters of Denmark.

    Raises SheetError.
    """
    encoding = _encoding(data)
    for each in (encoding,) if encoding != "utf-8" else ("utf-8", "cp1252"):
        with contextlib.suppress(UnicodeDecodeError):
            return data.decode(each)
    raise SheetError("Bogstaverne i filen kan ikke læses. Gem filen som .xlsx, og prøv igen.")


def _encoding(data: bytes) -> str:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return encoding
    # In UTF-16 every second byte of ordinary text is 0.
    start = data[:200]
    if start[1::2].count(0) > len(start) // 4:
        return "utf-16-le"
    return "utf-16-be" if start[::2].count(0) > len(start) // 4 else "utf-8"


def _records(text: str, separator: str) -> Iterator[list[str]]:
    # "strict" refuses a quotation mark that is never closed; without it the rest of the file is one cell.
    return csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)


def _separator(text: str) -> str:
    """The separator that gives the best row of headings."""
    return max(SEPARATORS, key=lambda separator: _score(text, separator))


def _score(text: str, separator: str) -> tuple[int, int]:
    best = (0, 0)
    try:
        for record in itertools.islice(_records(text, separator), HEADING_ROWS):
            best = max(best, (len(columns.keys_of(record)), len(record)))
    except csv.Error:
        pass
    return best
