"""Rows of text become people, consultants or contacts, or plain words of what is wrong. Knows no database."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from portal import cleaning, clock, reaching
from portal.arrivals import columns
from portal.danish import fold
from portal.easyread.privacy import has_cpr
from portal.easyread.trades import TRADES
from portal.models.arrival import ArrivalKind
from portal.places import municipalities, postcodes
from portal.sheets import values
from portal.sheets.table import Row, SheetError, Table

HEADING_ROWS: Final = 20
LONGEST: Final = 300
CPR: Final = "Der står noget, som ligner et CPR-nummer. Det gemmer vi ikke. Slet det i filen."
FITS: Final[Mapping[str, str]] = {
    "foertidspension": "disability_pension",
    "skaanejob": "disability_pension",
    "fleksjob": "fleksjob",
    "stu": "stu",
    "under afklaring": "clarify",
    "afklaring": "clarify",
}
DISTRICTS: Final = {"oestdanmark": "Østdanmark", "vestdanmark": "Vestdanmark"}

Values = dict[str, str]


@dataclass(frozen=True, kw_only=True)
class Read:
    """One row: its number in the file, what it says in our own words, and what is wrong with it."""

    number: int
    values: Values
    wrong: tuple[str, ...]


def read(kind: ArrivalKind, table: Table) -> tuple[Read, ...]:
    """The rows below the headings. Raises SheetError where there are no headings or no rows."""
    headings = max(
        table.rows[:HEADING_ROWS], key=lambda row: len(columns.keys_of(kind, row.cells)), default=None
    )
    keys = columns.keys_of(kind, headings.cells) if headings else {}
    missing = [c.heading for c in columns.COLUMNS[kind] if c.needed and c.key not in keys]
    if headings is None or missing:
        raise SheetError(f"Filen mangler kolonnen {', '.join(missing) or 'Navn'}. Brug skabelonen.")
    rows = [row for row in table.rows if row.number > headings.number]
    if not rows:
        raise SheetError("Der er ingen rækker under overskrifterne.")
    return _mark_repeated([_row(kind, row, keys, table.day_zero) for row in rows])


def _mark_repeated(rows: list[Read]) -> tuple[Read, ...]:
    """The second of two rows about the same person is wrong."""
    seen: set[tuple[str, str]] = set()
    marked = []
    for row in rows:
        name = fold(row.values.get("name", ""))
        ways = {(name, row.values[key]) for key in ("phone", "email") if row.values.get(key)}
        again = ("Den samme står længere oppe i filen.",) if ways & seen else ()
        seen |= ways
        marked.append(Read(number=row.number, values=row.values, wrong=(*row.wrong, *again)))
    return tuple(marked)


def _row(kind: ArrivalKind, row: Row, keys: Mapping[str, int], day_zero: date) -> Read:
    cells = {
        key: cleaning.line(row.cells[place])[:LONGEST] if place < len(row.cells) else ""
        for key, place in keys.items()
    }
    if any(has_cpr(cell) for cell in row.cells):
        # Nothing of the row is kept but its number.
        return Read(number=row.number, values={}, wrong=(CPR,))
    reader = _Reader(cells, day_zero)
    {
        ArrivalKind.PEOPLE: _person,
        ArrivalKind.CONSULTANTS: _consultant,
        ArrivalKind.CONTACTS: _contact,
    }[kind](reader)
    return Read(number=row.number, values=reader.values, wrong=tuple(reader.wrong))


class _Reader:
    """Collects what a row says and what is wrong with it."""

    def __init__(self, cells: Mapping[str, str], day_zero: date) -> None:
        self.cells, self.day_zero = cells, day_zero
        self.values: Values = {}
        self.wrong: list[str] = []

    def take(self, key: str, understand: Callable[[str], str | None], otherwise: str) -> str:
        """Reads a cell; what cannot be understood is wrong, and what is empty is ""."""
        written = self.cells.get(key, "")
        found = understand(written) if written else ""
        if found is None:
            self.wrong.append(otherwise)
        self.values[key] = found or ""
        return found or ""

    def day(self, key: str, otherwise: str) -> str:
        """Reads a date that has come."""
        return self.take(key, self._day, otherwise)

    def need(self, otherwise: str, *found: str | None) -> None:
        """Says that something is missing where none of these says anything."""
        if not any(found):
            self.wrong.append(otherwise)

    def _day(self, text: str) -> str | None:
        try:
            found = values.day(text, day_zero=self.day_zero)
        except values.CellError:
            return None
        return found.isoformat() if found and found <= clock.today() else None


def _person(row: _Reader) -> None:
    row.take("name", str, "")
    _ways(row)
    _home(row)
    row.take("fits", lambda text: FITS.get(fold(text)), "Ordningen findes ikke. Skriv fx Førtidspension.")
    row.take("trades", _trades, "Arbejdet findes ikke. Skriv fx Butik.")
    year = clock.today().year
    row.take("birth_year", lambda text: reaching.birth_year(text, this_year=year), "Skriv fødselsåret.")
    row.day("since", "Venter siden: skriv en dato, fx 01-03-2026.")
    row.day("consent", "Samtykke: skriv en dato, fx 01-03-2026.")
    row.take("consent_how", str, "")
    row.take("more", str, "")
    row.need("Navnet mangler.", row.values["name"])
    row.need("Telefon eller mail mangler.", row.values["phone"], row.values["email"])
    row.need("Kommunen mangler.", row.values["municipality"], row.cells.get("municipality"))
    row.need("Samtykket mangler. Uden det må vi ikke gemme personen.", row.cells.get("consent"))


def _home(row: _Reader) -> None:
    """The place, and the municipality; where that is not written, the one that the place lies in."""
    place = row.take("place", str, "")
    row.take("municipality", _municipality, "Kommunen findes ikke.")
    if place and not row.cells.get("municipality"):
        codes = {one.municipality_code for one in postcodes.locate(place)}
        row.values["municipality"] = codes.pop() if len(codes) == 1 else ""


def _consultant(row: _Reader) -> None:
    row.take("name", str, "")
    _ways(row)
    row.take("district", lambda text: DISTRICTS.get(fold(text)), "Skriv Østdanmark eller Vestdanmark.")
    row.take("municipalities", _many_municipalities, "En af kommunerne findes ikke.")
    row.need("Navnet mangler.", row.values["name"])
    row.need("Mailen mangler.", row.cells.get("email"))


def _contact(row: _Reader) -> None:
    row.take("municipality", _municipality, "Kommunen findes ikke.")
    row.take("name", str, "")
    row.take("role", str, "")
    _ways(row)
    row.need("Kommunen mangler.", row.cells.get("municipality"))


def _ways(row: _Reader) -> None:
    row.take("phone", reaching.phone, "Telefonnummeret passer ikke.")
    row.take("email", reaching.mail, "Mailadressen passer ikke.")


def _municipality(text: str) -> str | None:
    found = municipalities.by_name(text)
    return found.code if found else None


def _many_municipalities(text: str) -> str | None:
    codes = [_municipality(part) for part in text.replace(";", ",").split(",") if part.strip()]
    return ",".join(code for code in codes if code) if all(codes) else None


def _trades(text: str) -> str | None:
    keys = [_trade(part) for part in text.replace(";", ",").split(",") if part.strip()]
    return ",".join(key for key in keys if key) if all(keys) else None


def _trade(text: str) -> str | None:
    wanted = fold(text.strip())
    return next((key for key, trade in TRADES.items() if fold(trade.name).startswith(wanted)), None)
