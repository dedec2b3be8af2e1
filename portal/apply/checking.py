"""What somebody typed becomes an answer, or problems that say what to do. Pure.

Words for problems: say what to do, in the same words as the question; the fault is never the person's.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from portal import cleaning, clock, reaching
from portal.apply.engine import Asked, is_empty, text_of
from portal.apply.kinds import Answer, Kind, Value
from portal.easyread.privacy import has_cpr
from portal.places import postcodes

CPR_TEXT: Final = "Slet CPR-nummeret. Vi skal ikke bruge det."
PLACE_TEXT: Final = (
    "Vi kan ikke finde stedet. Skriv et postnummer, fx 4200, eller en by, fx Slagelse. "
    "Du må også slette det og springe over."
)
PHONE_TEXT: Final = "Skriv et telefonnummer med 8 tal, fx 20 11 22 33."
MAIL_TEXT: Final = "Skriv en hel mail, fx kim@eksempel.dk."
YEAR_TEXT: Final = "Skriv et årstal med 4 tal, fx 1986. Du må også slette det og springe over."
CHOICE_TEXT: Final = "Vælg et af svarene på siden."

_BEFORE_NAME = re.compile(r"^(?:mit navn er|jeg hedder|navn\s*:)\s+", re.IGNORECASE)
_BEFORE_PLACE = re.compile(r"^(?:jeg|han|hun|vi)?\s*bor (?:i|på|ved)\s+", re.IGNORECASE)

# What came from each field, by the field's name.
Typed = Mapping[str, list[str]]


@dataclass(frozen=True)
class Problem:
    """What to do about one field."""

    field: str
    text: str


Problems = tuple[Problem, ...]


def fields_of(asked: Asked) -> tuple[str, ...]:
    """The names of the fields of a question's page."""
    return ("phone", "email") if asked.kind == Kind.CONTACT else (asked.key,)


def check(asked: Asked, typed: Typed) -> Answer | Problems:
    """The answer that was typed, or why it is none yet."""
    cleaned = {field: _cleaned(asked, typed.get(field, [])) for field in fields_of(asked)}
    problems = tuple(
        Problem(field, text) for field, lines in cleaned.items() if (text := _unfit(asked, lines)) is not None
    )
    if problems:
        return problems
    value = _READERS[asked.kind](asked, cleaned)
    if isinstance(value, tuple):
        return value
    text = text_of(asked, value)
    if text is None:
        return _problem(asked, _stop(asked, value))
    if is_empty(value) and not asked.optional:
        return _problem(asked, asked.missing)
    return Answer(key=asked.key, question=asked.heading, value=value, text=text)


def _cleaned(asked: Asked, lines: list[str]) -> list[str]:
    clean = cleaning.paragraphs if asked.kind == Kind.TEXT else cleaning.line
    return [text for text in map(clean, lines) if text]


def _unfit(asked: Asked, lines: list[str]) -> str | None:
    """Why a field can be no answer, whatever the question: a CPR number, or too much text."""
    if asked.options:
        return None
    if any(has_cpr(text) for text in lines):
        return CPR_TEXT
    length = sum(map(len, lines))
    if length > asked.max_length:
        return f"Skriv lidt kortere. Der er plads til {asked.max_length} tegn. Du har skrevet {length}."
    return None


def _problem(asked: Asked, text: str) -> Problems:
    return (Problem(fields_of(asked)[0], text),)


def _stop(asked: Asked, value: Value) -> str:
    return next(
        (option.stop for option in asked.options if option.value == value and option.stop), CHOICE_TEXT
    )


def _first(lines: list[str]) -> str:
    return lines[0] if lines else ""


def _read_one(asked: Asked, cleaned: Typed) -> Value:
    return _first(cleaned[asked.key])


def _read_several(asked: Asked, cleaned: Typed) -> Value:
    """The chosen ones in the order of the page; what is not on the page stays, to be refused."""
    chosen = set(cleaned[asked.key])
    known = [option.value for option in asked.options if option.value in chosen]
    return known + sorted(chosen - set(known))


def _read_line(asked: Asked, cleaned: Typed) -> Value:
    return _BEFORE_NAME.sub("", _first(cleaned[asked.key]))


def _read_place(asked: Asked, cleaned: Typed) -> Value | Problems:
    place = _BEFORE_PLACE.sub("", _first(cleaned[asked.key]))
    return place if not place or postcodes.locate(place) else _problem(asked, PLACE_TEXT)


def _read_phone(asked: Asked, cleaned: Typed) -> Value | Problems:
    typed = _first(cleaned[asked.key])
    if not typed:
        return ""
    return reaching.phone(typed) or _problem(asked, PHONE_TEXT)


def _read_mail(asked: Asked, cleaned: Typed) -> Value | Problems:
    typed = _first(cleaned[asked.key])
    if not typed:
        return ""
    return reaching.mail(typed) or _problem(asked, MAIL_TEXT)


def _read_year(asked: Asked, cleaned: Typed) -> Value | Problems:
    typed = _first(cleaned[asked.key])
    if not typed:
        return ""
    year = reaching.birth_year(typed, this_year=clock.today().year)
    return year or _problem(asked, YEAR_TEXT)


def _read_contact(_asked: Asked, cleaned: Typed) -> Value | Problems:
    phone, email = _first(cleaned["phone"]), _first(cleaned["email"])
    number, address = reaching.phone(phone), reaching.mail(email)
    problems = []
    if phone and not number:
        problems.append(Problem("phone", PHONE_TEXT))
    if email and not address:
        problems.append(Problem("email", MAIL_TEXT))
    return tuple(problems) or {"phone": number or "", "email": address or ""}


_READERS: Final[Mapping[Kind, Callable[[Asked, Typed], Value | Problems]]] = {
    Kind.CHOICE: _read_one,
    Kind.LIST: _read_one,
    Kind.SEVERAL: _read_several,
    Kind.LINE: _read_line,
    Kind.TEXT: _read_one,
    Kind.VOICE: _read_one,
    Kind.PHONE: _read_phone,
    Kind.MAIL: _read_mail,
    Kind.YEAR: _read_year,
    Kind.CONTACT: _read_contact,
    Kind.PLACE: _read_place,
}
