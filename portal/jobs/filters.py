"""The choices beside a list of ads, as links: what is chosen, and what else can be."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from types import MappingProxyType
from typing import Any, Final, NamedTuple
from urllib.parse import urlencode

from portal.easyread.trades import TRADES
from portal.jobs.around import STEPS, Centre
from portal.jobs.cards import BOARD
from portal.jobs.finding import YES
from portal.jobs.forms import JOB_TYPES, NEWEST, Wanted
from portal.jobs.queries import Board
from portal.places.areas import AREAS, by_slug


class Step(NamedTuple):
    """One distance to choose."""

    value: int
    words: str


HOURS: Final = MappingProxyType({"0-9": "Under 10 timer", "10-15": "10-15 timer", "16-37": "Over 15 timer"})
BY_BUS: Final = "Tæt på bus eller tog"
DISTANCES: Final = tuple(Step(step, f"{step} km") for step in STEPS)
NONE_CHOSEN: Final = Wanted()
SAFE: Final = "!$'()*,/:;?@"
"""Signs that need no escape in the parameters of an address."""


@dataclass(frozen=True, kw_only=True)
class Choice:
    """One link: `words` as shown, `name` as a screen reader says it, whether it is chosen (`here`).

    `count` is how many ads it leads to, `picture` the key of a pictogram or "", `slug` an area on the map.
    """

    url: str
    words: str
    name: str
    here: bool = False
    count: int = 0
    picture: str = ""
    slug: str = ""


@dataclass(frozen=True, kw_only=True)
class Options:
    """Everything there is to choose beside a list of ads, kind by kind."""

    areas: tuple[Choice, ...]
    trades: tuple[Choice, ...]
    hours: tuple[Choice, ...]
    types: tuple[Choice, ...]
    by_bus: tuple[Choice, ...]
    distances: tuple[Choice, ...]
    orders: tuple[Choice, ...]
    steps: tuple[Step, ...] = DISTANCES


def options(board: Board) -> Options:
    """The choices beside one page of the board."""
    return Options(
        areas=area_choices(board),
        trades=trade_choices(board),
        hours=hours_choices(board),
        types=type_choices(board),
        by_bus=bus_choices(board),
        distances=distance_choices(board),
        orders=order_choices(board),
    )


@lru_cache(maxsize=20_000)
def url_of(wanted: Wanted) -> str:
    """The address of the board with these choices.

    A page has forty such links, and `url_for` takes ten times as long for the same text (a test compares).
    """
    parameters = wanted.in_address()
    return f"{BOARD}?{urlencode(parameters, safe=SAFE)}" if parameters else BOARD


def jobs(count: int) -> str:
    """Such as "1 job" or "12 jobs"."""
    return f"{count} job" if count == 1 else f"{count} jobs"


def area_choices(board: Board) -> tuple[Choice, ...]:
    """The nine areas, each with the number of ads it would show beside the other choices."""
    names = {area.slug: area.name for area in AREAS}
    return tuple(replace(choice, slug=slug) for slug, choice in _choices(board, "area", names))


def trade_choices(board: Board) -> tuple[Choice, ...]:
    """The trades with their pictures; those that would show nothing are left out, except a chosen one."""
    names = {trade.key: trade.name for trade in TRADES.values()}
    pictured = (
        replace(choice, picture=TRADES[key].pictogram) for key, choice in _choices(board, "trade", names)
    )
    return _useful(pictured)


def hours_choices(board: Board) -> tuple[Choice, ...]:
    """How many hours a week."""
    return _useful(choice for _, choice in _choices(board, "hours", HOURS))


def type_choices(board: Board) -> tuple[Choice, ...]:
    """Skånejob and fleksjob."""
    return _useful(choice for _, choice in _choices(board, "job_type", JOB_TYPES))


def bus_choices(board: Board) -> tuple[Choice, ...]:
    """Only jobs whose ad says that a bus or a train is near."""
    return _useful(choice for _, choice in _choices(board, "by_bus", {YES: BY_BUS}))


def distance_choices(board: Board) -> tuple[Choice, ...]:
    """How far from the place asked about; () where none is."""
    if not board.wanted.place:
        return ()
    return tuple(
        _choice(
            f"{step} km",
            choosing(board.wanted, "km", step),
            board.tally.with_choice("place", str(step)),
            here=board.wanted.km == step,
        )
        for step in STEPS
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


def _choices(board: Board, kind: str, names: Mapping[str, str]) -> Iterable[tuple[str, Choice]]:
    chosen_now = board.wanted.asked()[kind]
    for value, name in names.items():
        option = choosing(board.wanted, kind, value)
        count = board.tally.with_choice(kind, value)
        yield value, _choice(name, option, count, here=value == chosen_now)


def _useful(choices: Iterable[Choice]) -> tuple[Choice, ...]:
    """Without the choices that would show nothing; a chosen one stays."""
    return tuple(choice for choice in choices if choice.count or choice.here)


def _choice(name: str, option: Wanted, count: int, *, here: bool) -> Choice:
    return Choice(
        url=url_of(option), words=f"{name} ({count})", name=f"{name}, {jobs(count)}", here=here, count=count
    )
