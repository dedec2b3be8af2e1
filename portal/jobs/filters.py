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
    """A value of a kind of choice, how it stands in the address, and what it is called."""

    value: str
    slug: str
    name: str


AREA_OPTIONS: Final = tuple(Option(area.slug, area.slug, area.name) for area in AREAS)
TRADE_OPTIONS: Final = tuple(Option(trade.key, trade.slug, trade.name) for trade in TRADES.values())
HOUR_OPTIONS: Final = tuple(Option(key, key, name) for key, name in HOURS.items())
TYPE_OPTIONS: Final = tuple(Option(key, key, name) for key, name in JOB_TYPES.items())
BUS_OPTIONS: Final = (Option(YES, YES, BY_BUS),)
NONE_CHOSEN: Final = Wanted()
SAFE: Final = "!$'()*,/:;?@"
"""Signs that need no escape in the parameters of an address."""


class Choice(NamedTuple):
    """One link: `words` as shown, `name` as a screen reader says it, whether it is chosen (`here`).

    `ads` is how many it leads to, `picture` the key of a pictogram or "", `slug` an area on the map.
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
    """What there is to choose beside a list of ads, kind by kind."""

    areas: tuple[Choice, ...]
    trades: tuple[Choice, ...]
    hours: tuple[Choice, ...]
    types: tuple[Choice, ...]
    by_bus: tuple[Choice, ...]
    steps: tuple[Step, ...] = DISTANCES


def options(board: Board) -> Options:
    """The choices beside one page of the board."""
    return Options(
        areas=area_choices(board),
        trades=trade_choices(board),
        hours=hours_choices(board),
        types=type_choices(board),
        by_bus=bus_choices(board),
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
    return f"{name}={quote_plus(str(value), safe=SAFE)}"


class Address(NamedTuple):
    """The address of the first page with another value of one kind of choice: what stands around it."""

    before: str
    behind: str

    @classmethod
    def of(cls, wanted: Wanted, kind: str) -> "Address":
        """For one kind of choice; all else is as wanted."""
        name, stated = PARAMETERS[kind], wanted.in_address()
        names = tuple(PARAMETERS.values())
        here = names.index(name)
        before = [_parameter(other, stated[other]) for other in names[:here] if other in stated]
        behind = [_parameter(other, stated[other]) for other in names[here + 1 : -1] if other in stated]
        return cls(f"{BOARD}?{'&'.join((*before, name))}=", "".join(f"&{stated}" for stated in behind))

    def with_value(self, value: str | int) -> str:
        """With a value that needs no escape, such as a slug or a number."""
        return f"{self.before}{value}{self.behind}"


def jobs(count: int) -> str:
    """Such as "1 job" or "12 jobs"."""
    return f"{count} job" if count == 1 else f"{count} jobs"


def area_choices(board: Board) -> tuple[Choice, ...]:
    """The nine areas, each with the number of ads it would show beside the other choices."""
    return tuple(
        choice._replace(slug=area.slug)
        for area, choice in zip(AREAS, _choices(board, "area", AREA_OPTIONS), strict=True)
    )


def trade_choices(board: Board) -> tuple[Choice, ...]:
    """The trades with their pictures; those that would show nothing are left out, except a chosen one."""
    pictured = (
        choice._replace(picture=trade.pictogram)
        for trade, choice in zip(TRADES.values(), _choices(board, "trade", TRADE_OPTIONS), strict=True)
    )
    return _useful(pictured)


def hours_choices(board: Board) -> tuple[Choice, ...]:
    """How many hours a week."""
    return _useful(_choices(board, "hours", HOUR_OPTIONS))


def type_choices(board: Board) -> tuple[Choice, ...]:
    """Skånejob and fleksjob."""
    return _useful(_choices(board, "job_type", TYPE_OPTIONS))


def bus_choices(board: Board) -> tuple[Choice, ...]:
    """Only jobs whose ad says that a bus or a train is near."""
    return _useful(_choices(board, "by_bus", BUS_OPTIONS))


def distance_choices(board: Board) -> tuple[Choice, ...]:
    """How far from the place asked about; () where none is."""
    if not board.wanted.place:
        return ()
    wanted, options = board.wanted, [Option(str(step), str(step), f"{step} km") for step in STEPS]
    address = Address.of(wanted, "km")
    return tuple(
        _choice(
            option,
            address.with_value(option.slug),
            board.tally.with_choice("place", option.value),
            here=option.value == str(wanted.km),
        )
        for option in options
    )


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


def _choices(board: Board, kind: str, options: Iterable[Option]) -> Iterable[Choice]:
    chosen_now = board.wanted.asked()[kind]
    address = Address.of(board.wanted, kind)
    for option in options:
        count = board.tally.with_choice(kind, option.value)
        yield _choice(option, address.with_value(option.slug), count, here=option.value == chosen_now)


def _useful(choices: Iterable[Choice]) -> tuple[Choice, ...]:
    """Without the choices that would show nothing; a chosen one stays."""
    return tuple(choice for choice in choices if choice.ads or choice.here)


def _choice(option: Option, url: str, count: int, *, here: bool) -> Choice:
    name = option.name
    return Choice(url=url, words=f"{name} ({count})", name=f"{name}, {jobs(count)}", here=here, ads=count)
