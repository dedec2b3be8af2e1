"""Spreadsheets made for tests: the same rows as CSV in any encoding and as XLSX, whole or spoilt."""

import io
import zipfile
from collections.abc import Callable, Iterable
from typing import Any

from openpyxl import Workbook

from portal.sheets.table import Row, Table

HEADINGS = (
    "Reference",
    "Titel",
    "Virksomhed",
    "Postnr",
    "By",
    "Timer pr. uge",
    "Ansøgningsfrist",
    "Tekst",
    "Opgaver",
)
JOB = (
    "butik-17",
    "Medhjælper i køkkenet",
    "Testmarked Ærø",
    "5970",
    "Ærøskøbing",
    "10 til 15",
    "22-12-2026",
    "Du skal have førtidspension.",
    "Dække bord; vaske op",
)


def table(*rows: Iterable[str]) -> Table:
    return Table(rows=tuple(Row(number=n, cells=tuple(cells)) for n, cells in enumerate(rows, start=1)))


def csv_file(
    *rows: Iterable[str], separator: str = ";", encoding: str = "utf-8", line_end: str = "\r\n"
) -> bytes:
    def quoted(cell: str) -> str:
        return f'"{cell.replace(chr(34), chr(34) * 2)}"' if set(cell) & {separator, '"', "\n"} else cell

    text = "".join(separator.join(map(quoted, row)) + line_end for row in rows)
    return text.encode(encoding)


def xlsx_file(*rows: Iterable[Any], change: Callable[[Workbook], None] = lambda _: None) -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(list(row))
    change(book)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def with_part(data: bytes, name: str, content: Callable[[bytes], bytes]) -> bytes:
    """The workbook with one part rewritten, or added where there is none."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        names = old.namelist()
        for each in names:
            part = old.read(each)
            new.writestr(each, content(part) if each == name else part)
        if name not in names:
            new.writestr(name, content(b""))
    return out.getvalue()
