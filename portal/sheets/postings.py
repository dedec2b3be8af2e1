"""Rows of text become entries, or kind words in Danish that name the row and the column."""

import hashlib
import html
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final, TypeVar

from portal.danish import fold
from portal.easyread.privacy import has_cpr
from portal.jobs.incoming import Entry
from portal.sheets import columns, values
from portal.sheets.table import Row, SheetError, Table
from portal.sheets.values import CellError

HEADING_ROWS: Final = 20
LONGEST_LINE: Final = 300
LONGEST_LINK: Final = 2000
LONGEST_TEXT: Final = 100_000

_SHOWN: Final = 40
_LINKS: Final = frozenset({"url", "apply_url"})
_TEXTS: Final = frozenset({"text", "tasks"})
_NUMBERS: Final = frozenset({"reference", "cvr", *_LINKS})
"""Where ten digits are no CPR number."""
_FORMULA = re.compile(r"=[A-Za-z0-9(+$'\"].*|#[A-ZÆØÅ0-9/]+[!?]?", re.DOTALL)
_TAG = re.compile(r"</?(?:p|br|ul|ol|li|div|h[1-6]|strong|b|em|i)\b[^<>]*>", re.IGNORECASE)
_BULLET = re.compile(r"^(?:[-–—*•·▪◦]|\d{1,2}[.)])\s+")

T = TypeVar("T")


@dataclass(frozen=True, kw_only=True)
class RowResult:
    """What became of a row: an entry, or reasons in Danish why there is none. `title` is for the preview."""

    number: int
    title: str
    entry: Entry | None = None
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class SheetPage:
    """All rows below the headings. `read` are the headings that were understood, `unread` the others, and
    `personal` those about contact persons, which are never read.
    """

    rows: tuple[RowResult, ...]
    read: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    personal: tuple[str, ...] = ()

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The entries of the rows that are in order."""
        return tuple(row.entry for row in self.rows if row.entry)


def read_postings(table: Table, *, employer: str = "") -> SheetPage:
    """The jobs in a table; `employer` is the name where a row states none.

    Raises SheetError where there is no row of headings with a title, or no job below it.
    """
    headings = _headings(table)
    keys = columns.keys_of(headings.cells)
    rows = [row for row in table.rows if row.number > headings.number]
    if not rows:
        raise SheetError("Der er ingen job i filen. Skriv hvert job på sin egen række under overskrifterne.")
    known: dict[str, int] = {}
    results = tuple(_Reader(row, headings, keys, table.day_zero, known).result(employer) for row in rows)
    named = [cell for cell in headings.cells if cell]
    used = {headings.cells[position] for position in keys.values()}
    personal = tuple(cell for cell in named if columns.key_of(cell) == columns.PERSONAL)
    return SheetPage(
        rows=results,
        read=tuple(cell for cell in named if cell in used),
        unread=tuple(cell for cell in named if cell not in used and cell not in personal),
        personal=personal,
    )


def _headings(table: Table) -> Row:
    """The first of the rows with the most known headings; the title must be among them."""
    rows = [row for row in table.rows[:HEADING_ROWS] if "title" in columns.keys_of(row.cells)]
    if not rows:
        raise SheetError(
            "Vi kan ikke finde kolonnen Titel. Øverst skal der stå en række med overskrifter, fx Titel,"
            " Virksomhed, Postnr og Tekst. Brug eventuelt skabelonen."
        )
    return max(rows, key=lambda row: len(columns.keys_of(row.cells)))


@dataclass
class _Reader:
    """One row on its way to an entry. `known` are the references so far, with their rows."""

    row: Row
    headings: Row
    keys: Mapping[str, int]
    day_zero: date
    known: dict[str, int]
    reasons: list[str] = field(default_factory=list)

    def result(self, employer: str) -> RowResult:
        personal = [key for key in self.keys if key not in _NUMBERS and has_cpr(self._raw(key))]
        if personal:
            # Neither the preview nor the reason repeats the number.
            self._refuse(personal[0], "Der står noget, der ligner et CPR-nummer. Fjern det.")
            title = "" if "title" in personal else self._raw("title")
            return self._refused(title)
        entry = self._entry(employer)
        if not self.reasons:
            self._check_reference(entry)
        if self.reasons:
            return self._refused(entry.title)
        self.known[entry.reference] = self.row.number
        return RowResult(number=self.row.number, title=entry.title, entry=entry)

    def _refused(self, title: str) -> RowResult:
        shown = " ".join(title.split())[:LONGEST_LINE]
        return RowResult(number=self.row.number, title=shown, reasons=tuple(self.reasons))

    def _entry(self, employer: str) -> Entry:
        hours_min, hours_max = self._hours()
        postal_code, behind_it = self._take("postal_code", values.postal_code, ("", ""))
        title, employer = self._line("title"), self._line("employer") or employer
        town = self._line("town") or behind_it
        kind, body = self._line("job_type"), self._body()
        if not title and self._raw("title") == "":
            self._refuse("title", "Her mangler titlen.")
        if not body and not self.reasons:
            self._refuse("text", "Skriv om jobbet i kolonnen Tekst eller Opgaver.")
        return Entry(
            reference=self._line("reference") or _made_reference(title, employer, postal_code or town),
            title=title,
            employer=employer,
            cvr=self._take("cvr", values.cvr, ""),
            body_html=body,
            url=self._take("url", values.link, ""),
            apply_url=self._take("apply_url", values.link, ""),
            conditions=(kind,) if kind else (),
            hours_min=hours_min,
            hours_max=hours_max,
            published_on=self._day("published"),
            deadline=self._day("deadline"),
            expires_on=self._day("expires"),
            address=self._line("address"),
            postal_code=postal_code,
            town=town,
            municipality=self._line("municipality"),
        )

    def _check_reference(self, entry: Entry) -> None:
        if not entry.reference.isprintable():
            self._refuse("reference", "Referencen må kun have almindelige tegn.")
        elif entry.reference in self.known:
            before = self.known[entry.reference]
            stated = self._raw("reference")
            said = "har samme reference" if stated else "har samme titel, virksomhed og postnummer"
            self._refuse("reference", f"Række {before} {said}. Giv hvert job sin egen reference.")

    def _hours(self) -> tuple[float | None, float | None]:
        nothing: tuple[float | None, float | None] = (None, None)
        least, most = self._take("hours", values.hours, nothing)
        lower, _ = self._take("hours_min", values.hours, nothing)
        _, upper = self._take("hours_max", values.hours, nothing)
        return lower or least, upper or most

    def _day(self, key: str) -> date | None:
        return self._take(key, lambda text: values.day(text, day_zero=self.day_zero), None)

    def _line(self, key: str) -> str:
        return self._take(key, lambda text: " ".join(text.split()), "")

    def _body(self) -> str:
        return _body(self._take("text", str, ""), self._take("tasks", str, ""))

    def _take(self, key: str, parse: Callable[[str], T], nothing: T) -> T:
        """What `parse` makes of a cell; where it cannot, `nothing` and a reason."""
        text = self._raw(key)
        try:
            return parse(_sound(key, text)) if text else nothing
        except CellError as error:
            shown = text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
            self._refuse(key, f"“{' '.join(shown.split())}”. {error}")
            return nothing

    def _raw(self, key: str) -> str:
        position = self.keys.get(key)
        return self.row.cells[position] if position is not None and position < len(self.row.cells) else ""

    def _refuse(self, key: str, reason: str) -> None:
        position = self.keys.get(key)
        column = f", kolonnen {self.headings.cells[position]}" if position is not None else ""
        self.reasons.append(f"Række {self.row.number}{column}: {reason}")


def _sound(key: str, text: str) -> str:
    """`text` if a partner can have meant it for this column. Raises CellError."""
    if _FORMULA.fullmatch(text):
        raise CellError("Der står en formel eller en fejl i cellen. Skriv selv, hvad der skal stå.")
    longest = LONGEST_TEXT if key in _TEXTS else LONGEST_LINK if key in _LINKS else LONGEST_LINE
    if len(text) > longest:
        raise CellError(f"Teksten er for lang. Der er plads til {longest} tegn.")
    return text


def _body(text: str, tasks: str) -> str:
    """The text and the tasks as one piece: HTML where the text has tags, else plain lines."""
    listed = [_BULLET.sub("", task.strip()) for task in re.split(r"[\n;]", tasks)]
    listed = [task for task in listed if task]
    if not listed:
        return text
    if _TAG.search(text):
        items = "".join(f"<li>{html.escape(task, quote=False)}</li>" for task in listed)
        return f"{text}<p>Arbejdsopgaver:</p><ul>{items}</ul>"
    lines = ["Arbejdsopgaver:", *(f"- {task}" for task in listed)]
    return "\n".join([*([text, ""] if text else []), *lines])


def _made_reference(title: str, employer: str, place: str) -> str:
    """A reference made of what names the job, the same for the same words in whatever capitals."""
    words = "\n".join(" ".join(fold(part).split()) for part in (title, employer, place))
    return f"ark-{hashlib.sha256(words.encode(errors='replace')).hexdigest()[:16]}"
