"""What staff see of municipalities: all 98 at a glance, and what a leaflet's states are called."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from portal import clock, visits
from portal.models.agreement import Cooperation
from portal.models.leaflet import Leaflet, LeafletState
from portal.municipalities import places, reading
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
