"""Reads what the pages and leaflets of municipalities show. A longer list takes no more queries."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from flask import current_app
from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.orm import Session

from portal import clock, routing
from portal.models.agreement import Agreement, Cooperation
from portal.models.consultant import Consultant, ConsultantMunicipality
from portal.models.figure import YearlyFigure
from portal.models.leaflet import Leaflet, LeafletState, Photo
from portal.models.municipality import JobWorth, MunicipalityFacts
from portal.models.posting import Posting
from portal.models.staff import Staff
from portal.municipalities import places, worth
from portal.municipalities.leaflet_content import Contact, Content, as_texts
from portal.municipalities.worth import Country, Published
from portal.places import distance
from portal.places.municipalities import Municipality
from portal.postings import is_open

NEARBY_KM: Final = 20.0
NEARBY_LAT: Final = 0.2
"""Degrees of latitude that are more than `NEARBY_KM`."""
ROLE: Final = "KLAPjob-konsulent"


@dataclass(frozen=True, kw_only=True)
class Jobs:
    """How many open jobs there are in a municipality, and within 20 km of its middle (its own included)."""

    here: int
    nearby: int


def contents(session: Session, wanted: Sequence[Municipality]) -> list[Content]:
    """The leaflets as they are to be now: the published version, else the standard one."""
    codes = [place.code for place in wanted]
    own, facts, people = published(session, codes), facts_of(session, codes), consultants(session, codes)
    jobs, figures, country = count_jobs(session, wanted), newest_worth(session), newest_country(session)
    return [
        content(
            place,
            leaflet=own.get(place.code),
            facts=facts.get(place.code),
            consultant=people.get(place.code),
            jobs=jobs[place.code],
            figures=figures,
            country=country,
        )
        for place in wanted
    ]


def content(
    place: Municipality,
    *,
    leaflet: Leaflet | None,
    facts: MunicipalityFacts | None,
    consultant: Contact | None,
    jobs: Jobs,
    figures: Published,
    country: Country,
) -> Content:
    """One leaflet; `leaflet` None is the standard one. One that was uploaded keeps the standard words."""
    settings = current_app.config["SETTINGS"]
    office = Contact(name="KLAPjob", phone=settings.contact_phone, email=settings.contact_email)
    address = f"{settings.base_url}/kommuner/{places.SLUGS[place.code]}"
    return Content(
        code=place.code,
        place=place.full_name,
        whose=places.genitive(place),
        number=leaflet.number if leaflet else 0,
        texts=as_texts(leaflet.texts) if leaflet else (),
        consultant=consultant or office,
        office=office,
        contact=_contact(facts),
        portrait=leaflet.portrait if leaflet else "",
        jobs=jobs.here,
        nearby=jobs.nearby,
        hired=facts.hired if facts else None,
        hired_year=facts.hired_year if facts else None,
        worth=figures,
        country=country,
        address=address,
        path=address.partition("://")[2],
        made_on=clock.today(),
    )


def _contact(facts: MunicipalityFacts | None) -> Contact | None:
    if facts is None or not facts.contact_name:
        return None
    return Contact(
        name=facts.contact_name,
        role=facts.contact_role,
        phone=facts.contact_phone,
        email=facts.contact_email,
    )


def is_current(today: date) -> ColumnElement[bool]:
    """The condition that a version is what a municipality gives out: published, and not past its last day."""
    return and_(
        Leaflet.state == LeafletState.PUBLISHED,
        or_(Leaflet.expires_on.is_(None), Leaflet.expires_on >= today),
    )


def published(session: Session, codes: Collection[str]) -> dict[str, Leaflet]:
    """The version that counts now, by municipality; those with the standard leaflet are missing."""
    rows = session.scalars(
        select(Leaflet).where(Leaflet.municipality_code.in_(codes), is_current(clock.today()))
    )
    return {row.municipality_code: row for row in rows}


def facts_of(session: Session, codes: Collection[str]) -> dict[str, MunicipalityFacts]:
    """What staff entered, by municipality."""
    rows = session.scalars(select(MunicipalityFacts).where(MunicipalityFacts.code.in_(codes)))
    return {row.code: row for row in rows}


def consultants(session: Session, codes: Collection[str]) -> dict[str, Contact]:
    """The consultant of each municipality who works here now."""
    rows = session.execute(
        select(ConsultantMunicipality.municipality_code, Consultant, Photo.key)
        .join(Consultant, Consultant.id == ConsultantMunicipality.consultant_id)
        .join(Staff, Staff.id == Consultant.staff_id)
        .join(Photo, Photo.consultant_id == Consultant.id, isouter=True)
        .where(ConsultantMunicipality.municipality_code.in_(codes), routing.works_here())
    )
    return {
        code: Contact(
            name=consultant.staff.name,
            role=ROLE,
            phone=consultant.phone,
            email=consultant.staff.email,
            photo=photo or "",
        )
        for code, consultant, photo in rows
    }


def count_jobs(session: Session, wanted: Iterable[Municipality]) -> dict[str, Jobs]:
    """Open jobs in and around each municipality, counted spot by spot: thousands of ads stand on hundreds.

    For leaflets and those who make them; a page that readers ask for all the time is told by
    `portal.lookout`, which has the open ads in memory.
    """
    where = (Posting.municipality_code, Posting.lat, Posting.lon)
    spots = session.execute(select(*where, func.count()).where(is_open()).group_by(*where)).all()
    return {
        place.code: Jobs(
            here=sum(ads for code, _, _, ads in spots if code == place.code),
            nearby=sum(ads for code, lat, lon, ads in spots if _is_near(place, code, lat, lon)),
        )
        for place in wanted
    }


def _is_near(place: Municipality, code: str | None, lat: float | None, lon: float | None) -> bool:
    if code == place.code:
        return True
    # Most are far to the north or south, and that is seen without measuring.
    if lat is None or lon is None or abs(lat - place.lat) > NEARBY_LAT:
        return False
    return distance.km(place.lat, place.lon, lat, lon) <= NEARBY_KM


def newest_worth(session: Session) -> Published:
    """What a job is worth, by the newest figures that staff entered, else those the portal came with."""
    row = session.scalar(select(JobWorth).order_by(JobWorth.id.desc()).limit(1))
    if row is None:
        return worth.FIRST
    return Published(
        cost=row.cost,
        saving=row.saving,
        years=row.years,
        before=row.before,
        after=row.after,
        source=row.source,
        source_year=row.source_year,
        caveat=row.caveat,
    )


def newest_country(session: Session) -> Country:
    """How it goes in the whole country, by the newest year of which a leader entered both figures."""
    rows = session.execute(
        select(YearlyFigure.year, YearlyFigure.key, YearlyFigure.value).where(
            YearlyFigure.key.in_(("hires", "after_six_months")), YearlyFigure.year >= worth.LAST_KNOWN.year
        )
    )
    years: dict[int, dict[str, float]] = {}
    for year, key, value in rows:
        years.setdefault(year, {})[key] = value
    whole = [year for year, found in years.items() if len(found) == 2]
    if not whole:
        return worth.LAST_KNOWN
    newest = years[max(whole)]
    return Country(hires=int(newest["hires"]), year=max(whole), still=newest["after_six_months"])


def cooperation(session: Session, on: date) -> Mapping[str, Cooperation]:
    """How closely each municipality worked with us on a day; none where it is missing.

    Of several agreements in force the closer one counts.
    """
    rows = session.execute(
        select(Agreement.municipality_code, Agreement.kind).where(
            or_(Agreement.starts_on.is_(None), Agreement.starts_on <= on),
            or_(Agreement.ends_on.is_(None), Agreement.ends_on >= on),
        )
    )
    found: dict[str, Cooperation] = {}
    for code, kind in rows:
        if found.get(code) is not Cooperation.EXTENDED:
            found[code] = kind
    return found
