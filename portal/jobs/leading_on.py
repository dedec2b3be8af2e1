"""What leads on from a page of the board: its other pages, and ways out where nothing was found."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final, NamedTuple

from portal.jobs.filters import Choice, choosing, jobs, named, url_of, without
from portal.jobs.forms import PARAMETERS, Wanted
from portal.jobs.queries import Board

AROUND: Final = 1
"""How many page numbers stand on each side of the one shown."""
PAST_THE_END: Final = "Så mange sider er der ikke. Nu ser du den sidste side."
FORGIVEN: Final = "Vi fandt ikke alle dine ord. Nu ser du jobs, der ligner."
NO_REAL_WORDS: Final = "Skriv fx »butik« eller »Odense«. Nu ser du alle jobs."


class PageNumber(NamedTuple):
    """One number below the list."""

    number: int
    url: str
    here: bool


@dataclass(frozen=True, kw_only=True)
class PageLinks:
    """The numbers below a list (None is a gap), and the addresses before and after the page shown."""

    numbers: tuple[PageNumber | None, ...]
    previous: str | None
    following: str | None


def on_page(first: str, number: int) -> str:
    """The address, or the parameters, of another page of the list whose `first` page is this."""
    if number == 1:
        return first
    return f"{first}{'&' if '?' in first else '?'}{PARAMETERS['page']}={number}"


def page_links(pages: int, shown: int, first: str) -> PageLinks:
    """The links to the first and last page and those around the one shown; `first` is the first's address."""
    near = range(max(1, shown - AROUND), min(pages, shown + AROUND) + 1)
    urls = {number: on_page(first, number) for number in sorted({1, *near, pages})}
    return PageLinks(
        numbers=tuple(_with_gaps(urls, shown)), previous=urls.get(shown - 1), following=urls.get(shown + 1)
    )


def notes(board: Board, asked: Wanted) -> tuple[str, ...]:
    """What to tell a reader whose words or page were taken for something else."""
    told = (
        (asked.page > board.pages, PAST_THE_END),
        (board.forgiven and board.total > 0, FORGIVEN),
        (board.wanted.words and not board.searched, NO_REAL_WORDS),
    )
    return tuple(note for applies, note in told if applies)


def ways_out(board: Board) -> tuple[Choice, ...]:
    """What to let go of when nothing was found: each choice without which there are ads, most ads first."""
    offers = (
        _offer(f"Uden {name}", without(board.wanted, kind), board.tally.without(kind))
        for kind, name in named(board.wanted).items()
        if kind != "place"
    )
    return tuple(sorted((offer for offer in offers if offer.ads), key=lambda offer: -offer.ads))


def wider(board: Board) -> tuple[Choice, ...]:
    """How many ads there are farther from the place asked about, step by step; last the whole country's."""
    farther = board.farther
    if farther is None:
        return ()
    wanted = replace(board.wanted, words=farther.words, place=farther.place)
    steps: list[Choice] = []
    most = 0
    for km, count in farther.counts.items():
        if count > most:
            steps.append(_offer(f"Inden for {km} km", choosing(wanted, "km", km), count))
            most = count
    country = board.tally.without("place") if board.wanted.place else 0
    if country > most:
        steps.append(_offer("I hele landet", without(board.wanted, "place"), country))
    return tuple(steps)


def _offer(words: str, wanted: Wanted, count: int) -> Choice:
    told = f"{words}: {jobs(count)}"
    return Choice(url=url_of(wanted), words=told, name=told, ads=count)


def _with_gaps(urls: Mapping[int, str], here: int) -> Iterable[PageNumber | None]:
    last = 0
    for number, url in urls.items():
        if number > last + 1:
            yield None
        yield PageNumber(number, url, number == here)
        last = number
