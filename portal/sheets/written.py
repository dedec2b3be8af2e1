"""CSV files that spreadsheets open without running anything in them (promise 29). Pure."""

import csv
import io
import unicodedata
from collections.abc import Iterable, Sequence
from typing import Final

# What makes a spreadsheet take a cell for a formula.
_STARTS: Final = ("=", "+", "-", "@", "\t", "\r")

Cell = str | int | float | None


def csv_file(rows: Iterable[Sequence[Cell]]) -> bytes:
    """The rows as Danish Excel reads them: UTF-8 with its mark, semicolons, quoting of RFC 4180, CRLF."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerows([_written(cell) for cell in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def safe(text: str) -> str:
    """The text with an apostrophe before it where a spreadsheet would take it for a formula.

    Blanks before the sign do not matter, and full-width signs count as the plain ones.
    """
    plain = unicodedata.normalize("NFKC", text)
    risky = text.startswith(("\t", "\r")) or plain.lstrip().startswith(_STARTS)
    return f"'{text}" if risky else text


def _written(cell: Cell) -> str:
    """Our own numbers keep their minus; they are no text of a stranger's."""
    if cell is None:
        return ""
    if isinstance(cell, float):
        return f"{cell:g}".replace(".", ",")
    return safe(cell) if isinstance(cell, str) else str(cell)
