"""What a reader may ask of the board: read from the address of the page, and written back into it.

The whole state of the board stands in its address, so that a page can be kept, sent on and gone back to.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from portal.easyread import trades
from portal.places import areas

LONGEST_WORDS: Final = 200
MOST_PAGE_DIGITS: Final = 6
JOB_TYPES: Final = MappingProxyType({"skaanejob": "Skånejob", "fleksjob": "Fleksjob"})

TOO_MANY_WORDS: Final = "Du har skrevet meget. Vi søger kun med de første ord."
NO_SUCH_AREA: Final = "Vi kender ikke det sted. Nu ser du jobs i hele landet."
NO_SUCH_TRADE: Final = "Vi kender ikke den slags arbejde. Nu ser du alle slags."
NO_SUCH_TYPE: Final = "Vi kender ikke den slags job. Nu ser du alle slags."
NO_SUCH_PAGE: Final = "Den side er her ikke. Nu ser du den første side."


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """What a reader asks for: free `words`, the slug of an `area`, the keys of a `trade` and a `job_type`.

    "" means that it does not matter. `page` counts from 1.
    """

    words: str = ""
    area: str = ""
    trade: str = ""
    job_type: str = ""
    page: int = 1

    @property
    def is_filtered(self) -> bool:
        """Whether anything but the page is asked for."""
        return bool(self.words or self.area or self.trade or self.job_type)

    def in_address(self) -> dict[str, str | int]:
        """The same as parameters of the board's address; what does not matter is left out."""
        stated = {
            "q": self.words,
            "omraade": self.area,
            "fag": trades.TRADES[self.trade].slug if self.trade else "",
            "type": self.job_type,
            "side": self.page if self.page > 1 else "",
        }
        return {name: value for name, value in stated.items() if value}


def read(arguments: Mapping[str, str]) -> tuple[Wanted, tuple[str, ...]]:
    """What the address asks for, and a kind note for each part of it that makes no sense.

    Whatever stands there, the answer is usable: unknown values count as not stated.
    """
    notes: list[str] = []

    def known(name: str, meaning: Callable[[str], str | None], note: str) -> str:
        stated = tidy(arguments.get(name, ""))
        found = meaning(stated) if stated else ""
        if found is None:
            notes.append(note)
        return found or ""

    words = tidy(arguments.get("q", ""))
    if len(words) > LONGEST_WORDS:
        notes.append(TOO_MANY_WORDS)
    wanted = Wanted(
        words=_cut(words),
        area=known("omraade", _area, NO_SUCH_AREA),
        trade=known("fag", _trade, NO_SUCH_TRADE),
        job_type=known("type", _job_type, NO_SUCH_TYPE),
        page=int(known("side", _page, NO_SUCH_PAGE) or 1),
    )
    return wanted, tuple(notes)


def tidy(text: str) -> str:
    """`text` on one line, without signs that cannot be seen or stored."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())


def _cut(words: str) -> str:
    """At most `LONGEST_WORDS` characters, cut between two words where there are any."""
    if len(words) <= LONGEST_WORDS:
        return words
    return words[: LONGEST_WORDS + 1].rpartition(" ")[0] or words[:LONGEST_WORDS]


def _area(slug: str) -> str | None:
    return slug if areas.by_slug(slug) else None


def _trade(slug: str) -> str | None:
    trade = trades.by_slug(slug)
    return trade.key if trade else None


def _job_type(key: str) -> str | None:
    return key if key in JOB_TYPES else None


def _page(number: str) -> str | None:
    sensible = number.isascii() and number.isdecimal() and len(number) <= MOST_PAGE_DIGITS and int(number)
    return number if sensible else None
