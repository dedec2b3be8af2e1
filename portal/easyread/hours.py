"""How many hours a week, and which days, an ad states."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from portal.easyread.lix import sentences
from portal.easyread.matching import WordLists, fold
from portal.easyread.remembering import remembered

_MOST_HOURS = 40.0
BY_AGREEMENT = "Du aftaler timerne med arbejdspladsen"
DAYS_BY_AGREEMENT = "Du aftaler dagene med arbejdspladsen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hours:
    """Hours a week: the least and the most (None where not stated), and the words for the page, or ""."""

    min: float | None
    max: float | None
    text: str


NO_HOURS = Hours(min=None, max=None, text="")

# Not \d{1,2}: `re` runs from digit to digit only where a pattern begins with one.
_NUMBER = r"(\d\d?(?:[.,]\d\d?)?)"
_HOUR = r"(?:\s*(?:arbejds)?timer?s?\b|\s*t\.?(?=[\s/]|$)|\s*hours?\b)"
_WEEK = (
    r"(?:\s*(?:/|pr\.?|per|om|i|a|ugentlig\w*|arbejds\w*|arbejde|effektivt?|\s)*\s*(?:uge\w*|week|ugl\.?)"
    r"|\s*ugentlig\w*|\s*weekly)"
)
_RANGE = re.compile(rf"{_NUMBER}{_HOUR}?\s*(?:-|–|—|til|og|to)\s*{_NUMBER}{_HOUR}{_WEEK}")
_UP_TO = re.compile(rf"(?:op til|højst|max\.?|maks\.?|maksimalt|up to)\s+{_NUMBER}{_HOUR}{_WEEK}")
_AT_LEAST = re.compile(rf"(?:mindst|min\.|minimum|fra|at least)\s+{_NUMBER}{_HOUR}{_WEEK}")
_SINGLE = re.compile(rf"{_NUMBER}{_HOUR}{_WEEK}")
_IN_ALL = re.compile(rf"om ugen,?\s+i alt\s+(?:ca\.?\s*)?{_NUMBER}{_HOUR}")
_LABEL = (
    r"(?:timetal\w*|antal timer|ugentlig arbejdstid|ugentlige timer|arbejdstid\w*|timer)"
    r"\s*(?:er|:|om ugen:?)*\s*(?:på|ca\.?)?\s*"
)
_LABELLED_RANGE = re.compile(rf"{_LABEL}{_NUMBER}\s*(?:-|–|til)\s*{_NUMBER}(?!\s*(?:[.:]\d|dage|kr))")
_LABELLED = re.compile(rf"{_LABEL}{_NUMBER}{_HOUR}(?!\s*(?:om dagen|dagligt|pr\.? dag|/\s*dag))")
_A_DAY = re.compile(rf"{_NUMBER}{_HOUR}\s*(?:om dagen|dagligt|pr\.? dag|hver dag|/\s*dag|ad gangen)")
_AGREED = re.compile(
    r"(?:timetal\w*|timer(?:ne)?|arbejdstid\w*|antal(?:let)? timer)[^.\n]{0,40}?"
    r"(?:efter aftale|aftales|aftaler|tilpasses)"
    r"|(?:aftaler|tilpasser)[^.\n]{0,20}(?:timetal|timer|arbejdstid)|fleksibel arbejdstid|fleksible timer"
)

_OF_AGREEMENT = ("aftal", "tilpasse", "fleksib")
_A_WEEK, _LABELS = ("ug", "week"), ("tim", "arbejdstid")
# In the order in which they count: the pattern, what must be in the text (one of these) for it to be worth
# running, and which of its groups are the least and the most (None: not stated).
_STATEMENTS: tuple[tuple[re.Pattern[str], tuple[str, ...], int | None, int | None], ...] = (
    (_RANGE, _A_WEEK, 1, 2),
    (_LABELLED_RANGE, _LABELS, 1, 2),
    (_UP_TO, ("op til", "højst", "max", "mak", "up to"), None, 1),
    (_AT_LEAST, ("mindst", "min", "fra", "at least"), 1, None),
    (_SINGLE, _A_WEEK, 1, 1),
    (_IN_ALL, _A_WEEK, 1, 1),
    (_LABELLED, _LABELS, 1, 1),
)

_DAYS_A_WEEK = re.compile(
    r"(\d)\s*(?:-|–|til)?\s*(\d)?\s*(?:arbejds|hver)?dage?\s*(?:om|i|pr\.?|/|per)\s*ugen?"
    r"|fordelt (?:på|over) (\d)(?:\s*(?:-|–|til)\s*(\d))? dage"
)
_DAY = r"(mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag)(?:e|ene|s)?"
_DAY_SPAN = re.compile(rf"{_DAY}\s*(?:til(?: og med)?|-|–|t\.o\.m\.)\s*{_DAY}")
_DAY_WORD = re.compile(rf"\b{_DAY}\b")
_CLOCK = re.compile(
    r"(?:kl\.?|klokken|mellem(?: kl\.?)?|fra(?: kl\.?)?)\s*(\d{1,2})(?:[.:](\d\d))?\s*(?:-|–|til"
    r"|og)\s*(?:kl\.?\s*)?"
    r"(\d{1,2})(?:[.:](\d\d))?(?!\d|\s*t(?:imer?)?\b)"
)
_PARTS_OF_DAY = (
    ("tidlig* morgen*, om morgenen*, morgentimer*, morgenarbejde*", "om morgenen"),
    ("formiddag*", "om formiddagen"),
    ("eftermiddag*", "om eftermiddagen"),
    ("om aftenen*, aftenarbejde*, aftentimer*", "om aftenen"),
)
_WORDS_OF_DAY = WordLists(words for words, _ in _PARTS_OF_DAY)
_NOT_WORK = re.compile(r"åbningstid|åbent|ring |ringe|kontakt|telefon|træffes|samtale|ansøg")
_LONG_NUMBER = re.compile(r"\d\d\d\d")
_DIGIT = re.compile(r"\d")
_NUMBER_AT_EDGE = re.compile(r"^\D{0,10}\d|\d\s*[-–—]?$")
# Most lines speak of neither hours nor days, and need not be looked through for them.
_NOTHING = "¤"
_OF_HOURS = ("tim", "uge", "ugl", "week", "hour", "arbejdstid")
_OF_DAYS = ("dag", "uge", "kl", "morg", "aften", "weekend", "mødetid", "mellem", "fra")
_IN_EVERY_STATEMENT = ("tim", "ug", "week", "arbejdstid")
_DAYS_AGREED = re.compile(
    r"(?:dage(?:ne)?|mødetid\w*|ugedage\w*)[^.\n]{0,40}(?:efter aftale|aftales|aftaler)"
)


def read_hours(text: str, *, least: float | None, most: float | None) -> Hours:
    """The hours a week: from the feed's fields if they make sense, else from the text, else `NO_HOURS`."""
    return hours_of(map(of_hours, text.split("\n")), least=least, most=most)


def hours_of(lines: Iterable[str], *, least: float | None, most: float | None) -> Hours:
    """Like `read_hours`, for lines that went through `of_hours`."""
    least, most = _sensible(least), _sensible(most)
    if least is not None and most is not None and least > most:
        least, most = most, least
    if least is not None or most is not None:
        return _told(least, most)
    return _from_text(_joined(lines))


def read_workdays(text: str) -> str:
    """The days of work in short words ("Mandag til fredag kl. 8-11", "3 dage om ugen"), or ""."""
    return workdays_of(map(of_work, text.splitlines()))


def workdays_of(lines: Iterable[str]) -> str:
    """Like `read_workdays`, for lines that went through `of_work`."""
    return _workdays(_joined(lines))


@remembered
def _workdays(folded: str) -> str:
    days, when = _days(folded), _time_of_day(folded)
    if days or when:
        told = " ".join(part for part in (days, when) if part)
        return told[0].upper() + told[1:]
    return DAYS_BY_AGREEMENT if _DAYS_AGREED.search(folded) else ""


def _joined(lines: Iterable[str]) -> str:
    """The lines that say something; what says nothing stands between them once."""
    return "\n".join(line for line, _ in groupby(filter(None, lines)))


def of_work(line: str) -> str:
    """The folded sentences of a line that may speak of days of work, one a line."""
    return _joined(map(_of_work, sentences(line)))


@remembered
def _of_work(sentence: str) -> str:
    """The folded sentence; "" where its days are those of the shop, or of a phone."""
    folded = fold(sentence)
    has_digits = _DIGIT.search(folded) is not None
    rest = _CLOCK.sub("", folded) if has_digits else folded
    if _NOT_WORK.search(rest) or (has_digits and _LONG_NUMBER.search(rest)):
        return ""
    return folded if _has_any(_OF_DAYS, folded) or _NUMBER_AT_EDGE.search(folded) else _NOTHING


@remembered
def of_hours(line: str) -> str:
    """The folded line; a sign that ends every pattern where it speaks of no time, and has no number that may
    belong to the line above or below.
    """
    folded = fold(line)
    return folded if _has_any(_OF_HOURS, folded) or _NUMBER_AT_EDGE.search(folded) else _NOTHING


def _has_any(parts: tuple[str, ...], folded: str) -> bool:
    return any(map(folded.__contains__, parts))


@remembered
def _from_text(folded: str) -> Hours:
    return _stated(folded) if _has_any(_IN_EVERY_STATEMENT, folded) else NO_HOURS


def _stated(folded: str) -> Hours:
    for pattern, needs, least, most in _STATEMENTS:
        if _has_any(needs, folded) and (found := pattern.search(folded)):
            return _checked(found[least] if least else None, found[most] if most else None)
    return (_from_days(folded) if "dag" in folded else None) or (
        Hours(min=None, max=None, text=BY_AGREEMENT)
        if _has_any(_OF_AGREEMENT, folded) and _AGREED.search(folded)
        else NO_HOURS
    )


def _from_days(folded: str) -> Hours | None:
    a_day, days = _A_DAY.search(folded), _DAYS_A_WEEK.search(folded)
    if a_day is None or days is None or not days[1] or days[2]:
        return None
    week = float(a_day[1].replace(",", ".")) * int(days[1])
    return _told(week, week) if _sensible(week) else None


def _checked(least: str | None, most: str | None) -> Hours:
    low, high = (_sensible(float(number.replace(",", "."))) if number else None for number in (least, most))
    if low is not None and high is not None and low > high:
        return NO_HOURS
    return _told(low, high)


def _sensible(number: float | None) -> float | None:
    return float(number) if number is not None and 0 < number <= _MOST_HOURS else None


def _told(least: float | None, most: float | None) -> Hours:
    if least is None and most is None:
        return NO_HOURS
    if least is None or most is None:
        words = f"Mindst {_number(least)}" if least is not None else f"Op til {_number(most)}"
    else:
        words = _number(least) if least == most else f"{_number(least)}-{_number(most)}"
    unit = "time" if words == "1" else "timer"
    return Hours(min=least, max=most, text=f"{words} {unit} om ugen")


def _number(number: float | None) -> str:
    return f"{number:g}".replace(".", ",")


def _days(folded: str) -> str:
    if "dag" in folded and (days := _named_days(folded)) is not None:
        return days
    return "weekend" if re.search(r"\bi weekend(?:en|er)|\bweekendarbejde", folded) else ""


def _named_days(folded: str) -> str | None:
    """The days in short words, "" where they make no sense; None where none are named."""
    if span := _DAY_SPAN.search(folded):
        return f"{span[1]} til {span[2]}"
    if count := _DAYS_A_WEEK.search(folded):
        least, most = count[1] or count[3], count[2] or count[4]
        if not 1 <= int(least) <= int(most or 7) <= 7:
            return ""
        days = f"{least}-{most}" if most else least
        return f"{days} {'dag' if days == '1' else 'dage'} om ugen"
    named = list(dict.fromkeys(found[1] for found in _DAY_WORD.finditer(folded)))
    if named:
        return " og ".join(part for part in (", ".join(named[:-1]), named[-1]) if part)
    return "hverdage" if re.search(r"\bhverdage", folded) else None


def _time_of_day(folded: str) -> str:
    if (clock := _CLOCK.search(folded)) and int(clock[1]) < int(clock[3]) <= 24:
        return f"kl. {_clock(clock[1], clock[2])}-{_clock(clock[3], clock[4])}"
    return next((_PARTS_OF_DAY[number][1] for number, _ in _WORDS_OF_DAY.named(folded)), "")


def _clock(hour: str, minutes: str | None) -> str:
    return f"{int(hour)}.{minutes}" if minutes and minutes != "00" else str(int(hour))
