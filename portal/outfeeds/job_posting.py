"""An ad as schema.org's JobPosting, for search engines. Pure but for the address of the page.

Required by those who read it: title, description, datePosted, hiringOrganization and a place; an ad that
does not state one of them is better not marked up at all. Source: schema.org/JobPosting and the rules of the
large search engines for job pages.
"""

from datetime import date, datetime, time
from typing import Any, Final

from portal.clock import COPENHAGEN
from portal.easyread.trades import TRADES
from portal.models.posting import Posting
from portal.outfeeds.item import address_of, easy_html
from portal.places import areas, municipalities
from portal.postings import easy_ad

FULL_TIME_HOURS: Final = 37
LAST_MOMENT: Final = time(23, 59, 59)


def job_posting(ad: Posting) -> dict[str, Any] | None:
    """The ad as a JSON-LD object; None where it lacks something that a JobPosting must have."""
    address = _address(ad)
    if not ad.employer or address is None:
        return None
    easy = easy_ad(ad)
    stated: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "JobPosting",
        "identifier": {"@type": "PropertyValue", "name": "KLAPjob", "value": ad.id},
        "url": address_of(ad),
        "title": ad.easy_title or ad.title,
        "description": ad.body_html or easy_html(easy, ad.deadline),
        "datePosted": ad.published_on.isoformat(),
        "validThrough": _end_of(ad.deadline or ad.expires_on),
        "employmentType": _employment_type(ad),
        "hiringOrganization": {"@type": "Organization", "name": ad.employer},
        "jobLocation": {"@type": "Place", "address": address, **_position(ad)},
        "industry": TRADES.get(ad.trade, TRADES["other"]).name,
        "workHours": easy.hours.text,
        "directApply": True,
    }
    return {name: value for name, value in stated.items() if value}


def _address(ad: Posting) -> dict[str, str] | None:
    municipality = municipalities.by_code(ad.municipality_code) if ad.municipality_code else None
    town = ad.town or (municipality.name if municipality else "")
    if not town:
        return None
    area = areas.by_slug(ad.area) if ad.area else None
    stated = {
        "@type": "PostalAddress",
        "streetAddress": ad.address,
        "postalCode": ad.postal_code,
        "addressLocality": town,
        "addressRegion": area.name if area else "",
        "addressCountry": "DK",
    }
    return {name: value for name, value in stated.items() if value}


def _position(ad: Posting) -> dict[str, Any]:
    if ad.lat is None or ad.lon is None:
        return {}
    return {"geo": {"@type": "GeoCoordinates", "latitude": ad.lat, "longitude": ad.lon}}


def _employment_type(ad: Posting) -> str:
    hours = ad.hours_max or ad.hours_min
    if hours is None and ad.job_type == "unknown":
        return ""
    return "FULL_TIME" if hours and hours >= FULL_TIME_HOURS else "PART_TIME"


def _end_of(day: date | None) -> str:
    """The last second of a day in Copenhagen; "" for no day."""
    return datetime.combine(day, LAST_MOMENT, COPENHAGEN).isoformat() if day else ""
