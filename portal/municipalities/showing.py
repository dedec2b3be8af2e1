"""What the public pages of municipalities show: the list of all 98, and one municipality with its jobs."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import urlencode

from flask import current_app, url_for
from sqlalchemy import select
from sqlalchemy.orm import Session

from portal import clock, pdf
from portal.easyread.trades import TRADES, Trade
from portal.lookout import lookout
from portal.models.agreement import Cooperation
from portal.models.leaflet import Leaflet
from portal.models.posting import Posting
from portal.municipalities import filing, places, reading, worth
from portal.municipalities.leaflet_content import Content
from portal.places.areas import AREAS, Area
from portal.places.municipalities import Municipality, in_alphabet
from portal.postings import easy_ad

SHOWN_JOBS: Final = 4
WORDS: Final[Mapping[Cooperation | None, str]] = {
    Cooperation.EXTENDED: "Udvidet samarbejde",
    Cooperation.FORMAL: "Formelt samarbejde",
    None: "Ingen aftale endnu",
}
MEANINGS: Final[Mapping[Cooperation | None, str]] = {
    Cooperation.EXTENDED: "Kommunen og KLAPjob har en udvidet aftale. Kommunen fortæller selv borgere og "
    "medarbejdere om KLAPjob.",
    Cooperation.FORMAL: "Kommunen og KLAPjob har en skriftlig aftale om at finde job til borgerne.",
    None: "Kommunen har ingen skriftlig aftale. Vi hjælper borgerne alligevel, og det er gratis.",
}
TAGS: Final[Mapping[Cooperation | None, str]] = {
    Cooperation.EXTENDED: "good",
    Cooperation.FORMAL: "good",
    None: "plain",
}


@dataclass(frozen=True, kw_only=True)
class Line:
    """One municipality in the list of its area."""

    place: Municipality
    url: str
    kind: Cooperation | None


@dataclass(frozen=True, kw_only=True)
class AreaLines:
    """One area with its municipalities, by name."""

    area: Area
    lines: tuple[Line, ...]


@dataclass(frozen=True, kw_only=True)
class Card:
    """What the macro `job_card` shows of an ad."""

    url: str
    title: str
    employer: str
    place: str
    hours: str
    trade: Trade


@dataclass(frozen=True, kw_only=True)
class Page:
    """One municipality's page. `size` is the leaflet's in bytes, where it is known."""

    place: Municipality
    slug: str
    kind: Cooperation | None
    content: Content
    leaflet: Leaflet | None
    size: int | None
    cards: tuple[Card, ...]

    @property
    def more_jobs(self) -> str:
        """The board, looked at from here."""
        return url_for("jobs.board", sted=self.place.full_name, km=20)

    @property
    def letter(self) -> str:
        """A ready mail that tells a colleague of this page."""
        return _letter(self.content)

    @property
    def has_pdf(self) -> bool:
        """Whether there is a file to fetch, and not a web page alone."""
        return pdf.is_available() or self.size is not None


def by_area(session: Session) -> tuple[AreaLines, ...]:
    """All municipalities, area by area."""
    kinds = reading.cooperation(session, clock.today())
    everyone = in_alphabet()
    return tuple(
        AreaLines(
            area=area,
            lines=tuple(
                _line(place, kinds.get(place.code))
                for place in everyone
                if place.code in area.municipality_codes
            ),
        )
        for area in AREAS
    )


def _line(place: Municipality, kind: Cooperation | None) -> Line:
    return Line(place=place, url=url_for("municipalities.show", slug=places.SLUGS[place.code]), kind=kind)


def page(session: Session, place: Municipality) -> Page:
    """All that a municipality's page shows."""
    own = reading.published(session, [place.code]).get(place.code)
    here, nearby = lookout().around(session, place, reading.NEARBY_KM)
    content = reading.content(
        place,
        leaflet=own,
        facts=reading.facts_of(session, [place.code]).get(place.code),
        consultant=reading.consultants(session, [place.code]).get(place.code),
        jobs=reading.Jobs(here=here, nearby=nearby),
        figures=reading.newest_worth(session),
        country=reading.newest_country(session),
    )
    return Page(
        place=place,
        slug=places.SLUGS[place.code],
        kind=reading.cooperation(session, clock.today()).get(place.code),
        content=content,
        leaflet=own,
        size=filing.size_of(session, place, own),
        cards=_cards(session, place) if content.nearby else (),
    )


def worth_values(content: Content) -> dict[str, Any]:
    """The business case in words and amounts."""
    total = worth.for_people(content.worth)
    return {
        "people": total.people,
        "cost": worth.kroner(total.cost),
        "saving": worth.kroner(total.saving),
        "net": worth.kroner(total.net),
    }


def _cards(session: Session, place: Municipality) -> tuple[Card, ...]:
    ids = lookout().nearest(session, place, SHOWN_JOBS)
    rows = {ad.id: ad for ad in session.scalars(select(Posting).where(Posting.id.in_(ids)))}
    return tuple(_card(rows[posting_id]) for posting_id in ids if posting_id in rows)


def _card(ad: Posting) -> Card:
    return Card(
        url=url_for("jobs.show", name=f"{ad.id}-{ad.slug}" if ad.slug else ad.id),
        title=ad.easy_title or ad.title,
        employer=ad.employer,
        place=ad.town,
        hours=easy_ad(ad).hours.text,
        trade=TRADES.get(ad.trade, TRADES["other"]),
    )


def _letter(content: Content) -> str:
    base = current_app.config["SETTINGS"].base_url
    words = {
        "subject": f"KLAPjob i {content.place}",
        "body": f"Hej\n\nHer er folderen om KLAPjob i {content.place}:\n{content.address}/folder.pdf\n\n"
        f"På siden kan du også henvise en borger og se de ledige job:\n{content.address}\n\n"
        f"KLAPjob er gratis. Kontoret har telefon {content.office.phone}, {base}\n\nVenlig hilsen\n",
    }
    # A mail program wants %20 for a blank, and CRLF for a new line (RFC 6068).
    return "mailto:?" + urlencode(words).replace("+", "%20").replace("%0A", "%0D%0A")
