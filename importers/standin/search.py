"""Answers a search as Jobnet does: which ads fit, which page of them, and counts beside."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from html import unescape
from typing import Any

from importers.standin.ad import Ad
from importers.standin.shapes import TYPE_NAMES, concept, search_record
from portal.places import areas, postcodes
from portal.places.distance import km

MAX_PER_PAGE = 50
DEFAULT_KM = 50
REGIONS = {
    "HovedstadenOgBornholm": "Hovedstaden",
    "OevrigeSjaelland": "Sjælland",
    "Syddanmark": "Syddanmark",
    "Midtjylland": "Midtjylland",
    "Nordjylland": "Nordjylland",
}
"""Jobnet's names of the regions as they were until 2026."""

_ORDERS = ("PublicationDate", "BestMatch", "ApplicationDate")
_TAGS = re.compile(r"<[^>]*>")
_LAST_DAY_OF_REGIONS = date(2026, 12, 31)

Parameters = Mapping[str, Sequence[str]]


class BadInputError(ValueError):
    """Jobnet's error 1014: a parameter is missing, is no number, or does not go with another."""


@dataclass(frozen=True, kw_only=True)
class Query:
    """The parameters of a search, understood."""

    page: int
    per_page: int
    order: str
    text: str
    types: frozenset[str]
    regions: frozenset[str]
    hours: frozenset[str]
    durations: frozenset[str]
    countries: frozenset[str]
    around: postcodes.Postcode | None
    radius_km: int


def understood(parameters: Parameters, max_per_page: int = MAX_PER_PAGE) -> Query:
    """The query that `parameters` ask for; raises BadInputError."""
    around = _around(parameters)
    if around and parameters.get("regions"):
        raise BadInputError("postalCode and regions exclude each other")
    return Query(
        page=_number(parameters, "pageNumber"),
        per_page=min(max_per_page, _number(parameters, "resultsPerPage")),
        order=next(iter(_among(parameters, "orderType", _ORDERS)), "PublicationDate"),
        text=_one(parameters, "searchString"),
        types=_among(parameters, "jobAnnouncementType", TYPE_NAMES),
        regions=_among(parameters, "regions", REGIONS),
        hours=_among(parameters, "workHoursType", ("FullTime", "PartTime")),
        durations=_among(parameters, "employmentDurationType", ("Permanent", "Temporary")),
        countries=frozenset(parameters.get("countries", ())),
        around=around,
        radius_km=_number(parameters, "kmRadius", DEFAULT_KM),
    )


def answer(ads: Iterable[Ad], query: Query) -> dict[str, Any]:
    """One page of the ads that fit, how many fit in all, and the facets of all that fit."""
    fitting = [ad for ad in ads if fits(ad, query)]
    fitting.sort(key=_ORDER_KEYS[query.order](query))
    start = (query.page - 1) * query.per_page
    return {
        "jobAds": [search_record(ad) for ad in fitting[start : start + query.per_page]],
        "searchFacets": _facets(fitting),
        "totalJobAdCount": len(fitting),
        **({"searchString": query.text} if query.text else {}),
    }


def fits(ad: Ad, query: Query) -> bool:
    """Whether an ad fits every part of the query; no words or values asked for fit all."""
    return (
        (not query.types or ad.announcement in query.types)
        and (not query.regions or _region(ad) in query.regions)
        and (not query.hours or _hours(ad) in query.hours)
        and (not query.durations or _duration(ad) in query.durations)
        and (not query.countries or "DK" in query.countries)
        and _near(ad, query)
        and _says(ad, query.text)
    )


def _says(ad: Ad, text: str) -> bool:
    """Every word of `text` somewhere in title, text or employer; or `text` is the ad's id."""
    said = f"{ad.title} {unescape(_TAGS.sub(' ', ad.body))} {ad.employer}".lower()
    return text == ad.id or all(word in said for word in text.lower().split())


def _near(ad: Ad, query: Query) -> bool:
    if query.around is None:
        return True
    here = postcodes.by_number(ad.postal_code) if ad.postal_code else None
    centre = query.around
    return here is not None and km(here.lat, here.lon, centre.lat, centre.lon) <= query.radius_km


def _region(ad: Ad) -> str:
    name = areas.region_of(ad.municipality_code, _LAST_DAY_OF_REGIONS)
    return next((key for key, region in REGIONS.items() if region == name), "")


def _hours(ad: Ad) -> str:
    return "PartTime" if ad.part_time else "FullTime"


def _duration(ad: Ad) -> str:
    return "Temporary" if ad.temporary else "Permanent"


def _one(parameters: Parameters, name: str) -> str:
    return next(iter(parameters.get(name, ())), "").strip()


def _number(parameters: Parameters, name: str, default: int | None = None) -> int:
    text = _one(parameters, name)
    if not text and default is not None:
        return default
    if not re.fullmatch(r"[1-9]\d{0,8}", text, re.ASCII):
        raise BadInputError(f"{name} must be a number from 1")
    return int(text)


def _among(parameters: Parameters, name: str, allowed: Iterable[str]) -> frozenset[str]:
    values = frozenset(parameters.get(name, ()))
    if not values <= set(allowed):
        raise BadInputError(f"{name} has an unknown value")
    return values


def _around(parameters: Parameters) -> postcodes.Postcode | None:
    text = _one(parameters, "postalCode")
    found = postcodes.by_number(text) if text else None
    if text and found is None:
        raise BadInputError("postalCode is unknown")
    return found


def _by_publication(_: Query) -> Callable[[Ad], Any]:
    return lambda ad: (-ad.published.toordinal(), ad.id)


def _by_match(query: Query) -> Callable[[Ad], Any]:
    return lambda ad: (query.text.lower() not in ad.title.lower(), -ad.published.toordinal(), ad.id)


def _by_deadline(_: Query) -> Callable[[Ad], Any]:
    return lambda ad: (ad.deadline or date.max, ad.id)


_ORDER_KEYS = {"PublicationDate": _by_publication, "BestMatch": _by_match, "ApplicationDate": _by_deadline}


def _facets(ads: list[Ad]) -> dict[str, list[dict[str, Any]]]:
    occupations = Counter(concept(ad.occupation).rpartition("/")[2] for ad in ads)
    return {
        "byAlias": [],
        "occupationAreas": [],
        "occupationGroups": [],
        "occupations": [{"identifier": key, "jobAdCount": n} for key, n in occupations.most_common(20)],
        "regions": _counts(map(_region, ads), REGIONS),
        "countries": [{"label": "Danmark", "identifier": "DK", "jobAdCount": len(ads)}],
        "jobAnnouncements": _counts((ad.announcement for ad in ads), TYPE_NAMES),
        "employmentDurations": _counts(map(_duration, ads), ("Permanent", "Temporary")),
        "workHours": _counts(map(_hours, ads), ("FullTime", "PartTime")),
        "disabilityFriendly": [],
        "workHoursPartTime": [],
    }


def _counts(values: Iterable[str], names: Iterable[str]) -> list[dict[str, Any]]:
    counted = Counter(values)
    return [{"type": name, "jobAdCount": counted[name]} for name in names]
