"""The choices beside a list of ads, as links: what is chosen, and what else can be."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any, Final, NamedTuple
from urllib.parse import quote_plus

from portal.easyread.trades import TRADES
from portal.jobs.around import STEPS, Centre
from portal.jobs.cards import BOARD
from portal.jobs.finding import YES
from portal.jobs.forms import JOB_TYPES, NEWEST, PARAMETERS, Wanted
from portal.jobs.queries import Board
from portal.places.areas import AREAS, by_slug


class Step(NamedTuple):
    """One distance to choose."""

    value: int
    words: str


HOURS: Final = MappingProxyType({"0-9": "Under 10 timer", "10-15": "10-15 timer", "16-37": "Over 15 timer"})
BY_BUS: Final = "Tæt på bus eller tog"
DISTANCES: Final = tuple(Step(step, f"{step} km") for step in STEPS)


class Option(NamedTuple):
    """A value of a kind of choice, how it stands in the address, what it is called, and its picture."""

    value: str
    slug: str
    name: str
    picture: str = ""


AREA_OPTIONS: Final = tuple(Option(area.slug, area.slug, area.name) for area in AREAS)
TRADE_OPTIONS: Final = tuple(
    Option(trade.key, trade.slug, trade.name, trade.pictogram) for trade in TRADES.values()
)
HOUR_OPTIONS: Final = tuple(Option(key, key, name) for key, name in HOURS.items())
TYPE_OPTIONS: Final = tuple(Option(key, key, name) for key, name in JOB_TYPES.items())
BUS_OPTIONS: Final = (Option(YES, YES, BY_BUS),)
KM_OPTIONS: Final = tuple(Option(str(step), str(step), f"{step} km") for step in STEPS)
NONE_CHOSEN: Final = Wanted()
ORDER: Final = tuple(name for name in PARAMETERS.values() if name != PARAMETERS["page"])
SAFE: Final = "!$'()*,/:;?@"
"""Signs that need no escape in the parameters of an address."""


class Choice(NamedTuple):
    """One link: `words` as shown, `name` as a screen reader says it, whether it is chosen (`here`).

    `ads` is how many it leads to, `picture` the key of a pictogram or "", `slug` its value in the address.
    """

    url: str
    words: str
    name: str
    here: bool = False
    ads: int = 0
    picture: str = ""
    slug: str = ""


@dataclass(frozen=True, kw_only=True)
class Options:
    """What there is to choose beside a list of ads, kind by kind.

    The areas with the number of ads that each would show beside the other choices; of the other kinds only
    what would show an ad, and what is chosen.
    """

    areas: tuple[Choice, ...]
    trades: tuple[Choice, ...]
    hours: tuple[Choice, ...]
    types: tuple[Choice, ...]
    by_bus: tuple[Choice, ...]


def options(board: Board) -> Options:
    """The choices beside one page of the board."""
    addresses = Addresses(board.wanted)
    return Options(
        areas=_choices(board, addresses, "area", AREA_OPTIONS),
        trades=_useful(_choices(board, addresses, "trade", TRADE_OPTIONS)),
        hours=_useful(_choices(board, addresses, "hours", HOUR_OPTIONS)),
        types=_useful(_choices(board, addresses, "job_type", TYPE_OPTIONS)),
        by_bus=_useful(_choices(board, addresses, "by_bus", BUS_OPTIONS)),
    )


def url_of(wanted: Wanted) -> str:
    """The address of the board with these choices.

    A page has forty such links, and `url_for` takes ten times as long for the same text (a test compares).
    """
    return BOARD + query_of(wanted)


def query_of(wanted: Wanted) -> str:
    """The parameters for these choices with their question mark; "" where nothing is chosen."""
    parameters = [_parameter(name, value) for name, value in wanted.in_address().items()]
    return f"?{'&'.join(parameters)}" if parameters else ""


def _parameter(name: str, value: str | int) -> str:
    return f"{name}={quoted(value)}"


def quoted(value: str | int) -> str:
    """A value as it stands in an address."""
    return quote_plus(str(value), safe=SAFE)


class Addresses:
    """The addresses of the first page with another value of one kind of choice."""

    def __init__(self, wanted: Wanted) -> None:
        stated = wanted.in_address()
        self._stated = [(name, _parameter(name, stated[name])) for name in ORDER if name in stated]

    def around(self, kind: str) -> tuple[str, str]:
        """What stands before the value, and behind it; the value needs no escape, as a slug or a number."""
        name = PARAMETERS[kind]
        here = ORDER.index(name)
        before = "".join([f"{text}&" for other, text in self._stated if ORDER.index(other) < here])
        behind = "".join([f"&{text}" for other, text in self._stated if ORDER.index(other) > here])
        return f"{BOARD}?{before}{name}=", behind


def jobs(count: int) -> str:
    """Such as "1 job" or "12 jobs"."""
    return f"{count} job" if count == 1 else f"{count} jobs"


def distance_choices(board: Board) -> tuple[Choice, ...]:
    """How far from the place asked about; () where none is."""
    return _choices(board, Addresses(board.wanted), "km", KM_OPTIONS) if board.wanted.place else ()


def order_choices(board: Board) -> tuple[Choice, ...]:
    """What stands first, where there is something to choose: the nearest or the best, or the newest."""
    wanted = board.wanted
    if board.total < 2 or not (wanted.place or board.searched):
        return ()
    usual = "Tættest på først" if wanted.place else "Bedste først"
    return tuple(
        Choice(url=url_of(choosing(wanted, "order", key)), words=words, name=words, here=wanted.order == key)
        for key, words in (("", usual), (NEWEST, "Nyeste først"))
    )


def place_choices(wanted: Wanted, places: Iterable[Centre]) -> tuple[Choice, ...]:
    """The other places that have the name somebody wrote: Nykøbing is three towns."""
    return tuple(
        Choice(url=url_of(choosing(wanted, "place", place)), words=place.name, name=place.name)
        for place in places
    )


def chosen(wanted: Wanted) -> tuple[Choice, ...]:
    """What is chosen; each link leads to the board without it."""
    return tuple(
        Choice(url=url_of(without(wanted, kind)), words=name, name=name)
        for kind, name in named(wanted).items()
    )


def named(wanted: Wanted) -> dict[str, str]:
    """Each kind of choice that is made, in words."""
    area = by_slug(wanted.area)
    names = {
        "words": f"»{wanted.words}«" if wanted.words else "",
        "place": f"{wanted.place.name}, {wanted.km} km" if wanted.place else "",
        "area": area.name if area else "",
        "trade": TRADES[wanted.trade].name if wanted.trade else "",
        "hours": HOURS.get(wanted.hours, ""),
        "job_type": JOB_TYPES.get(wanted.job_type, ""),
        "by_bus": BY_BUS if wanted.by_bus else "",
    }
    return {kind: name for kind, name in names.items() if name}


def without(wanted: Wanted, kind: str) -> Wanted:
    """The same without one kind of choice, from the first page."""
    return choosing(wanted, kind, getattr(NONE_CHOSEN, kind))


def choosing(wanted: Wanted, kind: str, value: object) -> Wanted:
    """The same with another value of one kind of choice, from the first page."""
    changes: dict[str, Any] = {"page": 1, kind: value}
    return replace(wanted, **changes)


def _choices(board: Board, addresses: Addresses, kind: str, options: Iterable[Option]) -> tuple[Choice, ...]:
    counted = "place" if kind == "km" else kind
    chosen_now, counts = board.wanted.asked()[counted], board.tally.values
    before, behind = addresses.around(kind)
    choices = []
    for value, slug, name, picture in options:
        ads = counts.get((counted, value), 0)
        choices.append(
            Choice(
                url=f"{before}{slug}{behind}",
                words=f"{name} ({ads})",
                name=f"{name}, {jobs(ads)}",
                here=value == chosen_now,
                ads=ads,
                picture=picture,
                slug=slug,
            )
        )
    return tuple(choices)


def _useful(choices: Iterable[Choice]) -> tuple[Choice, ...]:
    """Without the choices that would show nothing; a chosen one stays."""
    return tuple(choice for choice in choices if choice.ads or choice.here)
