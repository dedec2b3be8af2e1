"""The columns that each kind of spreadsheet may have, and the empty one to fill in."""

import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from portal.danish import fold
from portal.models.arrival import ArrivalKind
from portal.sheets import written

_NOT_LETTERS = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, kw_only=True)
class Column:
    """A column: its key, its heading, other headings for the same, and an example."""

    key: str
    heading: str
    others: str = ""
    example: str = ""
    needed: bool = False


NAME: Final = Column(
    key="name", heading="Navn", others="Fulde navn, Kandidat", example="Kim Kandidat", needed=True
)
PHONE: Final = Column(key="phone", heading="Telefon", others="Tlf, Mobil", example="20 11 22 33")
EMAIL: Final = Column(key="email", heading="Mail", others="E-mail, Email", example="kim@example.com")
COLUMNS: Final[Mapping[ArrivalKind, tuple[Column, ...]]] = {
    ArrivalKind.PEOPLE: (
        NAME,
        PHONE,
        EMAIL,
        Column(
            key="place", heading="Postnr og by", others="Postnr, Postnummer, By, Bor", example="4200 Slagelse"
        ),
        Column(key="municipality", heading="Kommune", example="Slagelse"),
        Column(key="fits", heading="Ordning", others="Målgruppe", example="Førtidspension"),
        Column(key="trades", heading="Vil arbejde med", others="Branche, Brancher", example="Butik, Køkken"),
        Column(key="birth_year", heading="Fødselsår", example="1986"),
        Column(key="since", heading="Venter siden", others="På liste siden, Dato", example="01-03-2026"),
        Column(
            key="consent",
            heading="Samtykke dato",
            others="Samtykke, Samtykke givet",
            example="01-03-2026",
            needed=True,
        ),
        Column(key="consent_how", heading="Samtykke hvordan", example="I en samtale"),
        Column(key="more", heading="Andet", others="Bemærkning, Noter", example="Vil helst arbejde ude"),
    ),
    ArrivalKind.CONSULTANTS: (
        Column(key="name", heading="Navn", others="Konsulent, Fulde navn", example="Ann Advis", needed=True),
        Column(key="email", heading="Mail", others="E-mail, Email", example="ann@example.com", needed=True),
        PHONE,
        Column(key="district", heading="Distrikt", example="Østdanmark"),
        Column(key="municipalities", heading="Kommuner", others="Kommune", example="Slagelse, Sorø"),
    ),
    ArrivalKind.CONTACTS: (
        Column(key="municipality", heading="Kommune", example="Slagelse", needed=True),
        Column(key="name", heading="Navn", others="Kontaktperson, Kontakt", example="Jobcentret"),
        Column(key="role", heading="Rolle", others="Titel, Stilling", example="Virksomhedskonsulent"),
        PHONE,
        EMAIL,
    ),
}


def keys_of(kind: ArrivalKind, cells: Sequence[str]) -> Mapping[str, int]:
    """The columns in a row of headings: key → position."""
    known = {
        _normal(name): column.key
        for column in COLUMNS[kind]
        for name in (column.heading, *column.others.split(","))
        if name.strip()
    }
    found: dict[str, int] = {}
    for position, cell in enumerate(cells):
        key = known.get(_normal(cell))
        if key:
            found.setdefault(key, position)
    return found


def _normal(heading: str) -> str:
    return _NOT_LETTERS.sub("", fold(heading))


def template_csv(kind: ArrivalKind) -> bytes:
    """The headings and one example, as Danish Excel wants them."""
    columns = COLUMNS[kind]
    return written.csv_file([[c.heading for c in columns], [c.example for c in columns]])


def template_xlsx(kind: ArrivalKind) -> bytes:
    """The same as a workbook; all cells are text, so that Excel leaves numbers and dates alone."""
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    columns = COLUMNS[kind]
    sheet.append([column.heading for column in columns])
    sheet.append([column.example for column in columns])
    for number in range(1, len(columns) + 1):
        sheet.cell(row=1, column=number).font = Font(bold=True)
        sheet.column_dimensions[get_column_letter(number)].width = 22
    for row in sheet.iter_rows(min_row=1, max_row=1000, max_col=len(columns)):
        for cell in row:
            cell.number_format = "@"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
