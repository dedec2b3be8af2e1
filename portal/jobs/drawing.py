"""The pieces of the board's pages, laid into their frames by `portal.frames` (ADR 29).

A card and the parts of an ad's page depend on the ad's row and the day; they are kept beside the bits of the
ad until one of them changes. What stands around a list (`portal.jobs.panel`) is kept until the data change.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from markupsafe import escape

from portal import frames
from portal.db import Reading
from portal.frames import Frame
from portal.jobs import cards, filters, leading_on, queries, typed
from portal.jobs.catalogue.open_ads import OpenAds
from portal.jobs.filters import Choice
from portal.jobs.forms import Wanted
from portal.jobs.leading_on import PageNumber
from portal.jobs.panel import Around, around
from portal.jobs.queries import Ad, Board, Listed, Whereabouts
from portal.jobs.showing import parts_of

PARTS: Final = "jobs/_board.html"
LINKS: Final = "macros/links.html"

Card = tuple[bytes, bytes]
"""A card before and behind the words for how far away it is."""


@dataclass(frozen=True, kw_only=True, slots=True)
class AdPage:
    """The parts of one open ad's page, its address, and what others are near to."""

    address: str
    whereabouts: Whereabouts
    title: bytes
    head: bytes
    body: bytes


def items(session: Reading, ads: OpenAds, listed: Sequence[Listed]) -> bytes:
    """The cards of a list. Only those that were not shown since they changed are read and drawn."""
    found: list[Card | None] = [ads.cards.get(each.id) for each in listed]
    if None in found:
        missing = [each for each, card in zip(listed, found, strict=True) if card is None]
        fresh = _drawn(session, ads, missing)
        found = [card or fresh.get(each.id) for each, card in zip(listed, found, strict=True)]
    texts: list[bytes] = []
    for each, card in zip(listed, found, strict=True):
        if card:
            texts += (card[0], b"" if each.km is None else _away(each.km), card[1])
    return b"".join(texts)


def board(
    session: Reading, found: Board, *, notes: Sequence[str], other_places: Sequence[Choice]
) -> tuple[str, dict[str, bytes]]:
    """The frame of the list of jobs, and what stands in its holes."""
    beside, number = around(found), found.wanted.page
    page = f"side {number}" if number > 1 else ""
    pieces = {
        "title": beside.named + f"{page}, ".encode() if page else beside.named,
        "notes": frames.piece(PARTS, "told", notes) if notes else b"",
        "panel": beside.panel,
    }
    if not found.listed:
        return "jobs/board_empty.html", pieces | {"nothing": _nothing(session, found, beside, other_places)}
    total = filters.jobs(found.total)
    return "jobs/board.html", pieces | {
        "total": f"{total}, {page}".encode() if page else total.encode(),
        "chosen": beside.chosen,
        "asked": frames.piece(PARTS, "other_places", other_places) + beside.asked
        if other_places
        else beside.asked,
        "cards": items(session, found.ads, found.listed),
        "pages": _pages(found) if found.pages > 1 else b"",
        "query": frames.said(leading_on.on_page(beside.query, number)),
    }


def _nothing(session: Reading, found: Board, beside: Around, other_places: Sequence[Choice]) -> bytes:
    wider, ways_out = leading_on.wider(found), leading_on.ways_out(found)
    nearby = queries.cards_of(session, found.nearby)
    said = (found, frames.hole("chosen"), other_places, wider, ways_out, nearby, beside.query)
    return frames.cut(PARTS, "nothing", *said).press(chosen=beside.chosen)


def _pages(found: Board) -> bytes:
    """The links to other pages; kept like what stands around the list."""
    wanted = typed.without(found.wanted)
    store, key = found.ads.kept(found.meaning), ("pages", found.meaning, wanted)
    kept: Frame | None = store.get(key)
    if kept is None:
        row = _page_row(found.pages, wanted)
        kept = typed.cut(row)
        store.put(key, kept, len(row))
    return kept.filled(typed.fillings(found.wanted.words))


def _page_row(pages: int, wanted: Wanted) -> bytes:
    first = filters.url_of(filters.choosing(wanted, "page", 1))
    links = leading_on.page_links(pages, wanted.page, first)
    return frames.stamp(LINKS, "page_row").press(
        before=_page("page_before", links.previous),
        numbers=_numbers(links.numbers),
        behind=_page("page_after", links.following),
    )


def _page(macro: str, url: str | None) -> bytes:
    return frames.stamp(LINKS, macro).press(url=frames.said(url)) if url else b""


def _numbers(pages: Iterable[PageNumber | None]) -> bytes:
    gap = frames.stamp(LINKS, "page_gap").press()
    other, here = frames.stamp(LINKS, "page_number", False), frames.stamp(LINKS, "page_number", True)
    return b"".join(
        [
            (here if page.here else other).press(url=frames.said(page.url), number=b"%d" % page.number)
            if page
            else gap
            for page in pages
        ]
    )


def page_of(ads: OpenAds, ad: Ad) -> AdPage:
    """The parts of an open ad's page."""
    row = ad.posting
    trade, badges = cards.trade_of(row.trade), cards.badges(row, ads.today)
    drawn = AdPage(
        address=cards.address(row.id, row.slug),
        whereabouts=ad.whereabouts,
        title=frames.piece("jobs/_ad.html", "title", ad),
        head=frames.piece("jobs/_ad.html", "head", ad),
        body=frames.piece("jobs/_ad.html", "body", ad, parts_of(row), trade, badges),
    )
    # What is kept is dropped when its ad changes, and only ads that are open are known to.
    if ads.holds(row.id):
        ads.pages.put(row.id, drawn, len(drawn.title) + len(drawn.head) + len(drawn.body))
    return drawn


def parts(session: Reading, ads: OpenAds, page: AdPage) -> dict[str, bytes]:
    """What stands in the holes of an open ad's page."""
    listed = queries.near_ad(ads, page.whereabouts)
    near = b""
    if listed:
        near = frames.stamp("jobs/_cards.html", "near").press(cards=items(session, ads, listed))
    return {"title": page.title, "head": page.head, "ad": page.body, "near": near}


def _drawn(session: Reading, ads: OpenAds, listed: Sequence[Listed]) -> dict[str, Card]:
    found: dict[str, Card] = {}
    for card in queries.cards_of(session, [Listed(each.id) for each in listed]):
        # The place is never empty, and how far away it is stands behind it.
        place = escape(card.place) + frames.hole("distance")
        before, behind = frames.cut("jobs/_cards.html", "item", replace(card, place=place)).around()
        found[card.id] = (before, behind)
        ads.cards.put(card.id, found[card.id], len(before) + len(behind))
    return found


def _away(km: float) -> bytes:
    return f", {cards.kilometres(km).lower()}".encode()
