"""What a reader may ask of the board: read from the address of the page, and written back into it.

The whole state of the board stands in its address, so that a page can be kept, sent on and gone back to.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any, Final

from portal.easyread import trades
from portal.jobs.around import STEPS, USUAL, Centre, centres
from portal.jobs.finding import HOURS, YES
from portal.places import areas

LONGEST_WORDS: Final = 150
"""Shorter than what is kept of any value in an address, so that one who typed more is told."""
MOST_PAGE_DIGITS: Final = 6
MOST_PLACES: Final = 4
JOB_TYPES: Final = MappingProxyType({"skaanejob": "Skånejob", "fleksjob": "Fleksjob"})
TYPE_WORDS: Final = MappingProxyType(
    {
        "skaanejob": re.compile(r"\bsk(?:å|aa)ne\s?jobs?\b", re.IGNORECASE),
        "fleksjob": re.compile(r"\bfle(?:ks|x)\s?jobs?\b", re.IGNORECASE),
    }
)
NEWEST: Final = "nyeste"
PARAMETERS: Final = MappingProxyType(
    {
        "words": "q",
        "place": "sted",
        "km": "km",
        "area": "omraade",
        "trade": "fag",
        "hours": "timer",
        "job_type": "type",
        "by_bus": "bus",
        "order": "orden",
        "page": "side",
    }
)
"""Kind of choice → the name of its parameter in the address of the board."""

TOO_MANY_WORDS: Final = "Du har skrevet meget. Vi søger kun med de første ord."
NO_SUCH_AREA: Final = "Vi kender ikke det sted. Nu ser du jobs i hele landet."
NO_SUCH_TRADE: Final = "Vi kender ikke den slags arbejde. Nu ser du alle slags."
NO_SUCH_TYPE: Final = "Vi kender ikke den slags job. Nu ser du alle slags."
NO_SUCH_HOURS: Final = "Vi kender ikke de timer. Nu ser du jobs med alle timer."
NO_SUCH_DISTANCE: Final = f"Vi kender ikke den afstand. Nu leder vi inden for {USUAL} km."
NO_SUCH_PAGE: Final = "Den side er her ikke. Nu ser du den første side."


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """What a reader asks for; "" means that it does not matter.

    Free `words`, the slug of an `area`, the keys of a `trade`, a `job_type` and `hours`; `by_bus` is "ja" for
    jobs that a bus or train reaches. `place` is what they are near to, within `km`. `order` is "nyeste", or
    "" for the nearest or best first. `page` counts from 1.
    """

    words: str = ""
    area: str = ""
    place: Centre | None = None
    km: int = USUAL
    trade: str = ""
    hours: str = ""
    job_type: str = ""
    by_bus: str = ""
    order: str = ""
    page: int = 1

    def asked(self) -> dict[str, str]:
        """Each kind of choice with its value, as `portal.jobs.finding` compares them."""
        return {
            "words": YES if self.words else "",
            "area": self.area,
            "place": str(self.km) if self.place else "",
            "trade": self.trade,
            "hours": self.hours,
            "job_type": self.job_type,
            "by_bus": self.by_bus,
        }

    @property
    def is_filtered(self) -> bool:
        """Whether anything but the order and the page is asked for."""
        return any(self.asked().values())

    def without_words(self) -> "Wanted":
        """The same, whatever was typed."""
        return replace(self, words="") if self.words else self

    def in_address(self) -> dict[str, str | int]:
        """The same as parameters of the board's address, in the order of `PARAMETERS`.

        What does not matter is left out.
        """
        stated = {
            "q": self.words,
            "sted": self.place.name if self.place else "",
            "km": self.km if self.place else "",
            "omraade": self.area,
            "fag": trades.TRADES[self.trade].slug if self.trade else "",
            "timer": self.hours,
            "type": self.job_type,
            "bus": self.by_bus,
            "orden": self.order,
            "side": self.page if self.page > 1 else "",
        }
        return {name: value for name, value in stated.items() if value}


def read(arguments: Mapping[str, str]) -> tuple[Wanted, tuple[str, ...]]:
    """What the address asks for, and a kind note for each part of it that makes no sense.

    Whatever stands there, the answer is usable: unknown values count as not stated.
    """
    stated = {name: tidy(value) for name, value in arguments.items()}
    notes: list[str] = []
    values: dict[str, Any] = {}
    typed = stated.get("q", "")
    if typed:
        values["words"], values["job_type"] = _without_type(_cut(typed))
        notes += [TOO_MANY_WORDS] if len(typed) > LONGEST_WORDS else []
    for kind, (name, meaning, note) in MEANINGS.items():
        if text := stated.get(name):
            value = meaning(text)
            values |= {kind: value} if value else {}
            notes += [note] if value is None and note else []
    return Wanted(**values), tuple(notes)


def other_places(arguments: Mapping[str, str]) -> tuple[Centre, ...]:
    """The other places that the place in the address may mean, as far as a reader can look through them."""
    typed = arguments["sted"] if "sted" in arguments else ""  # noqa: SIM401 - `get` of such arguments is slow
    return centres(_cut(tidy(typed)))[1 : MOST_PLACES + 1] if typed else ()


def tidy(text: str) -> str:
    """`text` on one line, without signs that cannot be seen or stored."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())


def _cut(words: str) -> str:
    """At most `LONGEST_WORDS` characters, cut between two words where there are any."""
    if len(words) <= LONGEST_WORDS:
        return words
    return words[: LONGEST_WORDS + 1].rpartition(" ")[0] or words[:LONGEST_WORDS]


def _without_type(words: str) -> tuple[str, str]:
    """The words without "fleksjob" or "skånejob", and that job type: few ads say it of themselves."""
    for key, name in TYPE_WORDS.items():
        rest, found = name.subn(" ", words)
        if found:
            return tidy(rest), key
    return words, ""


def _area(slug: str) -> str | None:
    return slug if areas.by_slug(slug) else None


def _place(text: str) -> Centre | None:
    return next(iter(centres(_cut(text))), None)


def _km(number: str) -> int | None:
    return int(number) if number in map(str, STEPS) else None


def _trade(slug: str) -> str | None:
    trade = trades.by_slug(slug)
    return trade.key if trade else None


def _one_of(*keys: str) -> Callable[[str], str | None]:
    return lambda key: key if key in keys else None


def _page(number: str) -> int | None:
    sensible = number.isascii() and number.isdecimal() and len(number) <= MOST_PAGE_DIGITS and int(number)
    return sensible or None


MEANINGS: Final[Mapping[str, tuple[str, Callable[[str], Any], str]]] = MappingProxyType(
    {
        "area": ("omraade", _area, NO_SUCH_AREA),
        "place": ("sted", _place, NO_SUCH_AREA),
        "km": ("km", _km, NO_SUCH_DISTANCE),
        "trade": ("fag", _trade, NO_SUCH_TRADE),
        "hours": ("timer", _one_of(*HOURS), NO_SUCH_HOURS),
        "job_type": ("type", _one_of(*JOB_TYPES), NO_SUCH_TYPE),
        "by_bus": ("bus", _one_of(YES), ""),
        "order": ("orden", _one_of(NEWEST), ""),
        "page": ("side", _page, NO_SUCH_PAGE),
    }
)
"""Kind of choice → its parameter, what a stated value means, and what to say where it means nothing."""
