"""What staff see of municipalities: all 98 at a glance, the versions of a leaflet side by side."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from difflib import SequenceMatcher
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from portal import clock, visits
from portal.models.agreement import Cooperation
from portal.models.leaflet import Leaflet, LeafletState
from portal.municipalities import leaflet_texts, places, reading
from portal.places.municipalities import Municipality, in_alphabet

SOON: Final = timedelta(days=30)
STATES: Final[Mapping[LeafletState, str]] = {
    LeafletState.DRAFT: "Kladde",
    LeafletState.APPROVED: "Godkendt",
    LeafletState.PUBLISHED: "Udgivet",
    LeafletState.REPLACED: "Afløst",
    LeafletState.EXPIRED: "Udløbet",
}
TAGS: Final[Mapping[LeafletState, str]] = {
    LeafletState.DRAFT: "sun",
    LeafletState.APPROVED: "sun",
    LeafletState.PUBLISHED: "good",
    LeafletState.REPLACED: "plain",
    LeafletState.EXPIRED: "error",
}


@dataclass(frozen=True, kw_only=True)
class Line:
    """One municipality in the list: its newest leaflet (None: the standard one), and its downloads."""

    place: Municipality
    slug: str
    kind: Cooperation | None
    consultant: str
    leaflet: Leaflet | None
    downloads: int

    def ends_soon(self, today: date) -> bool:
        """Whether the leaflet that is out ends within 30 days, or has ended."""
        leaflet = self.leaflet
        if leaflet is None or leaflet.expires_on is None or leaflet.state is not LeafletState.PUBLISHED:
            return False
        return leaflet.expires_on <= today + SOON


def overview(session: Session) -> list[Line]:
    """All municipalities by name."""
    everyone = in_alphabet()
    codes = [place.code for place in everyone]
    kinds = reading.cooperation(session, clock.today())
    people = reading.consultants(session, codes)
    newest: dict[str, Leaflet] = {}
    for leaflet in session.scalars(select(Leaflet).order_by(Leaflet.number)):
        newest[leaflet.municipality_code] = leaflet
    fetched = visits.most_seen(session, "leaflet")
    return [
        Line(
            place=place,
            slug=places.SLUGS[place.code],
            kind=kinds.get(place.code),
            consultant=people[place.code].name if place.code in people else "",
            leaflet=newest.get(place.code),
            downloads=fetched.get(place.code, 0),
        )
        for place in everyone
    ]


@dataclass(frozen=True, kw_only=True)
class Piece:
    """A part of a text: the same in both versions, gone, or new."""

    text: str
    change: str = ""


@dataclass(frozen=True, kw_only=True)
class Changed:
    """One field that differs between two versions, as pieces."""

    label: str
    pieces: tuple[Piece, ...]


def compare(old: Mapping[str, str], new: Mapping[str, str]) -> tuple[Changed, ...]:
    """The fields whose words differ, word by word."""
    before, after = leaflet_texts.complete(old), leaflet_texts.complete(new)
    return tuple(
        Changed(label=field.label, pieces=_pieces(before[field.key], after[field.key]))
        for field in leaflet_texts.FIELDS
        if before[field.key] != after[field.key]
    )


def _pieces(old: str, new: str) -> tuple[Piece, ...]:
    first, second = old.split(), new.split()
    pieces = []
    for change, low, high, start, end in SequenceMatcher(None, first, second, autojunk=False).get_opcodes():
        if change == "equal":
            pieces.append(Piece(text=" ".join(first[low:high])))
            continue
        if high > low:
            pieces.append(Piece(text=" ".join(first[low:high]), change="gone"))
        if end > start:
            pieces.append(Piece(text=" ".join(second[start:end]), change="new"))
    return tuple(pieces)
