"""What stands around the cards of a list, pressed with stamps (`portal.frames`): forty links on every page.

It is the same on each page of a list, and kept until the data change; typed words are laid in (`typed`). A
place is one of our own table.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from portal.frames import Frame, said, stamp
from portal.jobs import cards, filters, typed
from portal.jobs.filters import DISTANCES, Choice
from portal.jobs.forms import Wanted
from portal.jobs.queries import Board

PARTS: Final = "jobs/_filters.html"
CHIPS: Final = "macros/jobs.html"
MAP: Final = "macros/area_map.html"


BOARD: Final = "jobs/_board.html"


class Around(NamedTuple):
    """What is `named` in the title, and the pieces: the choices, what is chosen, distances and orders.

    `query` are the parameters of the first page.
    """

    named: bytes
    panel: bytes
    chosen: bytes
    asked: bytes
    query: str


def around(found: Board) -> Around:
    """What is the same on each page of this list."""
    wanted = typed.without(found.wanted)
    first = wanted if wanted.page == 1 else filters.choosing(wanted, "page", 1)
    store, key = found.ads.kept(found.meaning), ("around", found.meaning, first)
    kept: tuple[tuple[Frame, ...], str] | None = store.get(key)
    if kept is None:
        pieces = _pieces(replace(found, wanted=first))
        kept = tuple(map(typed.cut, pieces)), filters.query_of(first)
        store.put(key, kept, sum(map(len, pieces)))
    words = found.wanted.words
    fillings = typed.fillings(words)
    named, panel, chosen, asked = [frame.filled(fillings) for frame in kept[0]]
    return Around(named=named, panel=panel, chosen=chosen, asked=asked, query=typed.in_query(kept[1], words))


def _pieces(found: Board) -> tuple[bytes, bytes, bytes, bytes]:
    chosen = filters.chosen(found.wanted)
    named = said("".join(f"{choice.words}, " for choice in chosen))
    return named, _panel(found, found.wanted), _chosen(chosen), _asked(found)


def _chosen(choices: Sequence[Choice]) -> bytes:
    """What is chosen, each a link that takes it away; last one that takes away all of several."""
    if not choices:
        return b""
    chip = stamp(CHIPS, "chosen_chip")
    chips = [chip.press(url=said(choice.url), words=said(choice.words)) for choice in choices]
    if len(choices) > 1:
        chips.append(stamp(CHIPS, "clear_chip").press(url=said(cards.BOARD)))
    return stamp(CHIPS, "chosen_row").press(chips=b"".join(chips))


def _asked(found: Board) -> bytes:
    """How far away, and in which order."""
    return _question("Hvor langt væk?", filters.distance_choices(found)) + _question(
        "Hvad skal stå først?", filters.order_choices(found)
    )


def _question(words: str, choices: Iterable[Choice]) -> bytes:
    row = _row(words, choices)
    return stamp(BOARD, "question", words).press(row=row) if row else b""


def _panel(found: Board, wanted: Wanted) -> bytes:
    options = filters.options(found)
    return stamp(PARTS, "panel").press(
        kept_beside_place=_kept(wanted, frozenset({"sted", "km"})),
        place=said(wanted.place.name) if wanted.place else b"",
        distance=stamp(PARTS, "distance", DISTANCES, wanted.km).press(),
        shapes=b"".join(map(_shape, options.areas)),
        areas=_chips(options.areas),
        trades=_trades(options.trades),
        hours=_hours(options.hours),
        more=_more(options.types, options.by_bus),
        kept_beside_words=_kept(wanted, frozenset({"q"})),
        words=said(wanted.words),
    )


def _kept(wanted: Wanted, asked: frozenset[str]) -> bytes:
    """What else is chosen, for a form that asks for these."""
    others = ((name, value) for name, value in wanted.in_address().items() if name not in asked)
    return b"".join(stamp(PARTS, "kept", name).press(value=said(str(value))) for name, value in others)


def _shape(area: Choice) -> bytes:
    return stamp(MAP, "area_shape", area.slug, area.here).press(url=said(area.url), name=said(area.name))


def _chips(choices: Iterable[Choice]) -> bytes:
    other, here = stamp(CHIPS, "chip_link", False), stamp(CHIPS, "chip_link", True)
    return b"".join(
        [(here if each.here else other).press(url=said(each.url), words=said(each.words)) for each in choices]
    )


def _trades(choices: Iterable[Choice]) -> bytes:
    chips = b"".join(
        stamp(PARTS, "trade_chip", choice.picture, choice.here).press(
            url=said(choice.url), words=said(choice.words)
        )
        for choice in choices
    )
    return stamp(PARTS, "fold", "job", "Vælg arbejde").press(chips=chips) if chips else b""


def _hours(choices: Iterable[Choice]) -> bytes:
    chips = _chips(choices)
    return stamp(PARTS, "fold", "time", "Vælg timer om ugen").press(chips=chips) if chips else b""


def _more(types: Iterable[Choice], by_bus: Iterable[Choice]) -> bytes:
    rows = _row("Vælg slags job", types) + _row("Vælg bus eller tog", by_bus)
    return stamp(PARTS, "fold_more").press(rows=rows) if rows else b""


def _row(label: str, choices: Iterable[Choice]) -> bytes:
    chips = _chips(choices)
    return stamp(PARTS, "row", label).press(chips=chips) if chips else b""
