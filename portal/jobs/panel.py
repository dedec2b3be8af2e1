"""The choices beside a list of ads, pressed with stamps (`portal.frames`): forty links on every page."""

from collections.abc import Iterable
from typing import Final

from portal.frames import said, stamp
from portal.jobs import filters
from portal.jobs.filters import DISTANCES, Choice
from portal.jobs.forms import Wanted
from portal.jobs.queries import Board

PARTS: Final = "jobs/_filters.html"
CHIPS: Final = "macros/jobs.html"
MAP: Final = "macros/area_map.html"


def panel_of(found: Board) -> bytes:
    """The panel; the same on each page of a list, and kept unless something was typed."""
    first_page = filters.choosing(found.wanted, "page", 1)
    kept: bytes | None = found.ads.counted.get(("panel", first_page))
    if kept is None:
        kept = _pressed(found, first_page)
        if not (first_page.words or first_page.place):
            found.ads.counted.put(("panel", first_page), kept, len(kept))
    return kept


def _pressed(found: Board, wanted: Wanted) -> bytes:
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
    return b"".join(
        stamp(CHIPS, "chip_link", choice.here).press(url=said(choice.url), words=said(choice.words))
        for choice in choices
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
