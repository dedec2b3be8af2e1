"""A partner's file becomes rows of text: CSV or XLSX, known by what is in it and not by its name."""

from pathlib import PurePath
from typing import Final

from portal.sheets import separated, workbook
from portal.sheets.table import SheetError, Table

MOST_BYTES: Final = 5 * 1024 * 1024

_OTHERS: Final = (
    (b"\xd0\xcf\x11\xe0", "Filen er et gammelt Excel-ark (.xls), eller den har en adgangskode."),
    (b"%PDF", "Filen er en PDF."),
    (b"<", "Filen er en webside."),
    (b"{\\rtf", "Filen er et Word-dokument."),
)
_KINDS: Final = frozenset({".ods", ".numbers", ".docx", ".pages", ".zip"})


def read_table(data: bytes, filename: str) -> Table:
    """The rows in a file of at most 5 MiB. Raises SheetError, and nothing else."""
    if not data.strip():
        raise SheetError("Filen er tom.")
    if len(data) > MOST_BYTES:
        raise SheetError("Filen fylder mere end 5 MB. Fjern billeder, eller del den i flere.")
    for start, message in _OTHERS:
        if data.lstrip().startswith(start):
            raise SheetError(f"{message} Gem den som .xlsx eller .csv.")
    if not data.startswith(b"PK\x03\x04"):
        return Table(rows=separated.read(data))
    kind = PurePath(filename).suffix.lower()
    if kind in _KINDS:
        raise SheetError(f"Filer af typen {kind} kan ikke læses. Gem den som .xlsx eller .csv.")
    return workbook.read(data)
