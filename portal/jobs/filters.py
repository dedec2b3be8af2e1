"""The choices beside a list of ads, as links: what is chosen, what else can be, what to let go of."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, Final

from flask import url_for

from portal.easyread.trades import TRADES
from portal.jobs.forms import JOB_TYPES, Wanted
from portal.jobs.queries import Board, Counts
from portal.places.areas import AREAS, by_slug

AROUND: Final = 1
"""How many page numbers stand on each side of the one shown."""
PAST_THE_END: Final = "Så mange sider er der ikke. Nu ser du den sidste side."
FORGIVEN: Final = "Vi fandt ikke alle dine ord. Nu ser du jobs, der ligner."
NO_REAL_WORDS: Final = "Skriv fx »butik« eller »Odense«. Nu ser du alle jobs."


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


@dataclass(frozen=True)
class PageNumber:
    """One number below the list."""

    number: int
    url: str
    here: bool


def url_of(wanted: Wanted) -> str:
    """The address of the board with these choices."""
    parameters: dict[str, Any] = dict(wanted.in_address())
    return url_for("jobs.board", **parameters)


def jobs(count: int) -> str:
    """Such as "1 job" or "12 jobs"."""
    return f"{count} job" if count == 1 else f"{count} jobs"


def area_choices(wanted: Wanted, counts: Counts) -> tuple[Choice, ...]:
    """The nine areas, each with the number of ads it would show beside the other choices."""
    options = ((area.slug, area.name, replace(wanted, area=area.slug, page=1)) for area in AREAS)
    return tuple(
        replace(_choice(name, option, counts, here=wanted.area == slug), slug=slug)
        for slug, name, option in options
    )


def trade_choices(wanted: Wanted, counts: Counts) -> tuple[Choice, ...]:
    """The trades with their pictures; those that would show nothing are left out, except a chosen one."""
    options = (
        replace(
            _choice(
                trade.name, replace(wanted, trade=trade.key, page=1), counts, here=wanted.trade == trade.key
            ),
            picture=trade.pictogram,
        )
        for trade in TRADES.values()
    )
    return tuple(option for option in options if option.count or option.here)


def type_choices(wanted: Wanted, counts: Counts) -> tuple[Choice, ...]:
    """Skånejob and fleksjob, with the same exception."""
    options = (
        _choice(name, replace(wanted, job_type=key, page=1), counts, here=wanted.job_type == key)
        for key, name in JOB_TYPES.items()
    )
    return tuple(option for option in options if option.count or option.here)


def chosen(wanted: Wanted) -> tuple[Choice, ...]:
    """What is chosen; each link leads to the board without it."""
    return tuple(Choice(url=url_of(without), words=name, name=name) for name, without in _without_one(wanted))


def ways_out(board: Board) -> tuple[Choice, ...]:
    """What to let go of when nothing was found: each choice without which there are ads, most ads first."""
    offers = (
        Choice(
            url=url_of(without),
            words=f"Uden {name}: {jobs(count)}",
            name=f"Uden {name}: {jobs(count)}",
            count=count,
        )
        for name, without in _without_one(board.wanted)
        if (count := (board.counts if without.words else board.everything).of(without))
    )
    return tuple(sorted(offers, key=lambda offer: -offer.count))


@dataclass(frozen=True, kw_only=True)
class PageLinks:
    """The numbers below a list (None is a gap), and the addresses before and after the page shown."""

    numbers: tuple[PageNumber | None, ...]
    previous: str | None
    following: str | None


def page_links(board: Board) -> PageLinks | None:
    """The links to the first and last page and those around the one shown; None where there is only one."""
    if board.pages == 1:
        return None
    shown = board.wanted.page
    near = range(max(1, shown - AROUND), min(board.pages, shown + AROUND) + 1)
    return PageLinks(
        numbers=tuple(_with_gaps(board, sorted({1, *near, board.pages}))),
        previous=_page_url(board, shown - 1) if shown > 1 else None,
        following=_page_url(board, shown + 1) if shown < board.pages else None,
    )


def notes(board: Board, asked: Wanted) -> tuple[str, ...]:
    """What to tell a reader whose words or page were taken for something else."""
    told = (
        (asked.page > board.pages, PAST_THE_END),
        (board.forgiven and board.total > 0, FORGIVEN),
        (board.wanted.words and not board.searched, NO_REAL_WORDS),
    )
    return tuple(note for applies, note in told if applies)


def _page_url(board: Board, number: int) -> str:
    return url_of(replace(board.wanted, page=number))


def _with_gaps(board: Board, numbers: Iterable[int]) -> Iterable[PageNumber | None]:
    last = 0
    for number in numbers:
        if number > last + 1:
            yield None
        yield PageNumber(number, _page_url(board, number), number == board.wanted.page)
        last = number


def _choice(name: str, option: Wanted, counts: Counts, *, here: bool) -> Choice:
    count = counts.of(option)
    return Choice(
        url=url_of(option), words=f"{name} ({count})", name=f"{name}, {jobs(count)}", here=here, count=count
    )


def _without_one(wanted: Wanted) -> tuple[tuple[str, Wanted], ...]:
    """Each thing that is chosen, in words, and what is wanted without it."""
    area = by_slug(wanted.area)
    named = (
        (f"»{wanted.words}«" if wanted.words else "", replace(wanted, words="", page=1)),
        (area.name if area else "", replace(wanted, area="", page=1)),
        (TRADES[wanted.trade].name if wanted.trade else "", replace(wanted, trade="", page=1)),
        (JOB_TYPES.get(wanted.job_type, ""), replace(wanted, job_type="", page=1)),
    )
    return tuple((name, without) for name, without in named if name)
