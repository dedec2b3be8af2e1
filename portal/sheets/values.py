"""What partners write into cells, read forgivingly: dates, hours, postal codes, links, company numbers."""

import re
from datetime import date, timedelta
from typing import Final

from portal.danish import fold

YEARS: Final = range(2000, 2100)
MOST_HOURS: Final = 48

_MONTHS: Final = "januar februar marts april maj juni juli august september oktober november december".split()
_OTHER_MONTHS: Final = {"mai": 5, "may": 5, "october": 10, "oct": 10}
_NO_DAY: Final = frozenset(
    "ingen|ingen frist|snarest|snarest muligt|hurtigst muligt|loebende|efter aftale|ikke oplyst|asap".split(
        "|"
    )
)
_BEFORE_DAY = re.compile(
    r"^(?:senest|inden|til|frist)?:?\s*(?:(?:man|tirs|ons|tors|fre|loer|soen)dag)?\s*(?:den|d\.)?\s*"
)
_TIME = re.compile(r"[\s,t]+(?:kl\.?\s*)?\d{1,2}(?:[.:]\d{2}){0,2}(?:\.\d+)?(?:z|[+-]\d{2}:?\d{2})?$")
_YEAR_FIRST = re.compile(r"(\d{4})[-./](\d{1,2})[-./](\d{1,2})|(\d{4})(\d{2})(\d{2})", re.ASCII)
_DAY_FIRST = re.compile(r"(\d{1,2})\s*[-./ ]\s*(\d{1,2})\s*[-./ ]\s*(\d{4}|\d{2})", re.ASCII)
_NAMED = re.compile(r"(\d{1,2})\s*[-. ]?\s*([a-z]{3,9})\.?\s*[-, ]?\s*(\d{4}|\d{2})", re.ASCII)
_NO_YEAR = re.compile(r"\d{1,2}\s*[-./ ]\s*(?:\d{1,2}|[a-z]{3,9})\.?", re.ASCII)
_SERIAL = re.compile(r"(\d{5})(?:\.\d+)?", re.ASCII)

_HOURS = re.compile(
    r"(?:ca\.?|cirka)?\s*"
    r"(?:(?P<most>op til|hoejst|maks\.?|max\.?|maksimalt)|(?P<least>mindst|min\.?|minimum|fra|mellem))?"
    r"\s*(?P<first>\d{1,3}(?:[.,]\d{1,2})?)\s*(?:timer?|t\.?)?"
    r"(?:\s*(?:-|–|—|/|til|og)\s*(?P<second>\d{1,3}(?:[.,]\d{1,2})?))?"
    r"\s*(?:arbejds)?(?:timer?|t\.?)?\s*(?:(?:pr\.?|per|om|i|/)?\s*uge[n]?|ugentligt?|ugtl\.?|/)?\.?",
    re.ASCII,
)
_OPEN_HOURS: Final = ("aftale", "fleksib", "varier")
_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)

_POSTAL_CODE = re.compile(r"(?:DK-?\s?)?([0-9]{4})(?:[\s,]+([^\d]+))?", re.IGNORECASE)
_WITHOUT_SCHEME = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,}(?:[/?].*)?", re.IGNORECASE | re.ASCII)


class CellError(Exception):
    """A cell cannot be read; the message says in Danish why, and what to write."""


def day(text: str, *, day_zero: date) -> date | None:
    """The date in a cell, with the day before the month; None for nothing and for "snarest".

    A number of five digits is what a spreadsheet counts from `day_zero`. Raises CellError.
    """
    written = fold(" ".join(text.split())).strip(" .-")
    if not written or written in _NO_DAY:
        return None
    if serial := _SERIAL.fullmatch(written):
        return _in_range(day_zero + timedelta(days=int(serial[1])))
    bare = _BEFORE_DAY.sub("", written).strip(" .,")
    if _NO_YEAR.fullmatch(bare):
        raise CellError("Skriv også årstallet, fx 22-11-2026.")
    year, month, of_month = _parts(bare) or _parts(_TIME.sub("", bare).strip(" .,")) or (0, 0, 0)
    try:
        return _in_range(date(year, month, of_month))
    except ValueError:
        raise CellError("Det er ikke en dato. Skriv fx 22-11-2026.") from None


def _parts(bare: str) -> tuple[int, int, int] | None:
    """(year, month, day) as written; None for what is no date at all."""
    if found := _YEAR_FIRST.fullmatch(bare):
        year, month, of_month = (int(part) for part in found.groups() if part)
        return year, month, of_month
    if found := _DAY_FIRST.fullmatch(bare):
        return _year(found[3]), int(found[2]), int(found[1])
    if found := _NAMED.fullmatch(bare):
        return _year(found[3]), _month(found[2]), int(found[1])
    return None


def _year(written: str) -> int:
    return int(written) if len(written) == 4 else 2000 + int(written)


def _month(name: str) -> int:
    numbers = (number for number, month in enumerate(_MONTHS, start=1) if month.startswith(name))
    return next(numbers, _OTHER_MONTHS.get(name, 0))


def _in_range(found: date) -> date:
    if found.year not in YEARS:
        raise CellError(f"Årstallet skal være mellem {YEARS[0]} og {YEARS[-1]}.")
    return found


def hours(text: str) -> tuple[float | None, float | None]:
    """The least and the most hours a week in a cell; None for what it leaves open. Raises CellError."""
    written = fold(" ".join(text.split())).strip(" -")
    is_open = not re.search(r"\d", written) and any(word in written for word in _OPEN_HOURS)
    if not written or is_open:
        return None, None
    if _ISO_DAY.fullmatch(written):
        raise CellError("Excel har lavet tallene om til en dato. Skriv fx “10 til 15”.")
    found = _HOURS.fullmatch(written)
    if not found:
        raise CellError("Det er ikke timer om ugen. Skriv fx “15” eller “10 til 15”.")
    first, second = _number(found["first"]), _number(found["second"] or found["first"])
    if not 0 < first <= second <= MOST_HOURS:
        raise CellError(f"Timer om ugen skal være mellem 1 og {MOST_HOURS}, det mindste tal først.")
    return None if found["most"] else first, None if found["least"] and not found["second"] else second


def _number(written: str) -> float:
    return float(written.replace(",", "."))


def postal_code(text: str) -> tuple[str, str]:
    """The postal code in a cell, and the town behind it or "". Raises CellError."""
    if not text:
        return "", ""
    # A spreadsheet takes 0900 for a number and leaves out the nought.
    written = text.zfill(4) if len(text) == 3 and text.isascii() and text.isdecimal() else text
    found = _POSTAL_CODE.fullmatch(" ".join(written.split()))
    if not found:
        raise CellError("Et postnummer har 4 tal, fx 4200.")
    return found[1], (found[2] or "").strip()


def link(text: str) -> str:
    """The web address in a cell, or "". Raises CellError."""
    if not text:
        return ""
    if re.match(r"https?://[^\s/]+\S*$", text, re.IGNORECASE):
        return text
    if "@" not in text and _WITHOUT_SCHEME.fullmatch(text):
        return f"https://{text}"
    raise CellError("Det er ikke et link. Skriv hele adressen, fx https://www.firma.dk/job.")


def cvr(text: str) -> str:
    """The company number in a cell: eight digits, or "". Raises CellError."""
    digits = re.sub(r"[\s.-]|^(?:DK|CVR:?)", "", text, flags=re.IGNORECASE)
    if digits and not re.fullmatch(r"[0-9]{8}", digits):
        raise CellError("Et CVR-nummer har 8 tal.")
    return digits
