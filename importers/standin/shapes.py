"""The shapes Jobnet gives an ad: one record in a search answer, and the detail answer.

What is not known is left out, never null. Dates carry a Danish time zone; deadlines come in odd forms.
"""

from datetime import UTC, date, datetime, time
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from importers.standin.ad import Ad
from importers.standin.choosing import chance, number
from portal.clock import COPENHAGEN
from portal.places import municipalities

TYPE_NAMES = {
    "Ordinaert": "Almindelige vilkår",
    "Efterloenner": "Egnet til efterlønnere og seniorer",
    "Foertidspension": "Skånejob",
    "Fleksjob": "Fleksjob",
    "Handicapingenhindring": "Handicap ingen hindring",
    "Hotjob": "Hotjob",
}
NO_DEADLINE = "1900-01-01T00:00:00+01:00"


def search_record(ad: Ad) -> dict[str, Any]:
    """One element of `jobAds`; the postal code is a number here."""
    record = {
        "country": "Danmark",
        "municipality": _municipality(ad) if ad.says_municipality else None,
        "postalCode": int(ad.postal_code) if ad.postal_code else None,
        "postalDistrictName": ad.town or None,
        "hiringOrgName": ad.employer,
        "occupation": ad.occupation,
        "conceptUriDa": concept(ad.occupation),
        "workHourPartTime": ad.part_time,
        "jobAdId": ad.id,
        "jobAdUrl": ad.url,
        "hasLogo": False,
        "workPlaceAddress": ad.address,
        "cvr": ad.cvr,
        "title": ad.title,
        "description": ad.body,
        "applicationDeadline": _deadline(ad),
        "applicationDeadlineStatus": "ExpirationDate" if ad.deadline else "NotDisclosed",
        "jobAnnouncementTypeName": TYPE_NAMES[ad.announcement] if chance(30, "type name", ad.id) else None,
        "isSeen": False,
        "isFavorite": False,
        "isExternal": ad.external,
        "publicationDate": _midnight(ad.published),
    }
    return without_nulls(record)


def detail_record(ad: Ad, views: int) -> dict[str, Any]:
    """The answer to JobAdDetails; the postal code is text here, and contact persons are named."""
    written = _to_seven_decimals(ad)
    return without_nulls(
        {
            "id": ad.id,
            "title": ad.title,
            "body": ad.body,
            "publicationDateTime": written,
            "unpublicationDateTime": _deadline(ad) if ad.deadline else None,
            "createdDateTime": written,
            "updatedDateTime": written,
            "approvalStatus": "Godkendt",
            "views": views,
            "user": "Standin",
            "isAnonymousEmployer": False,
            "hasLogo": False,
            "organisationTypeId": 24,
            "employer": {"cvrNumber": ad.cvr, "name": ad.employer, "hasCompanyLogo": False},
            "job": _job(ad),
            "application": _application(ad),
        }
    )


def concept(occupation: str) -> str:
    """A made-up address in the form of the occupations' register."""
    return f"http://data.star.dk/esco/occupation/{uuid5(NAMESPACE_URL, occupation)}"


def without_nulls(record: dict[str, Any]) -> dict[str, Any]:
    """`record` without the keys that have no value, as Jobnet leaves them out."""
    return {key: value for key, value in record.items() if value is not None}


def _job(ad: Ad) -> dict[str, Any]:
    address = {
        "streetName": ad.address.strip() or None,
        "city": ad.town or None,
        "postalCode": ad.postal_code or None,
        "municipality": _municipality(ad),
        "countryCode": "DK",
        "countryName": "Danmark",
    }
    return without_nulls(
        {
            "type": ad.announcement,
            "address": without_nulls(address),
            "noFixedWorkplace": not ad.postal_code,
            "isLimitedPeriod": ad.temporary,
            "isDisabilityFriendly": ad.announcement == "Handicapingenhindring",
            "isPartTime": ad.part_time,
            "minimumWeeklyHours": ad.hours_min,
            "maximumWeeklyHours": ad.hours_max,
            "conceptUriDa": concept(ad.occupation),
            "preferredLabelDa": ad.occupation,
            "driversLicenses": [],
            "classifications": [],
            "shifts": ["Dagarbejde"],
            "isFavorite": False,
        }
    )


def _application(ad: Ad) -> dict[str, Any]:
    return without_nulls(
        {
            "deadlineDate": _deadline(ad),
            "availablePositions": 1,
            "contactPersons": [_contact(name) for name in ad.contacts],
            "emailAddress": _mail(ad.contacts[0]) if ad.contacts else None,
            "urlText": "",
            "isApplicationDeadlineASAP": ad.deadline is None,
        }
    )


def _contact(name: str) -> dict[str, str]:
    first, _, last = name.partition(" ")
    return {
        "firstNames": first,
        "lastName": last,
        "title": "Butikschef",
        "emailAddress": _mail(name),
        "phoneNumber": "+4500000000",
    }


def _mail(name: str) -> str:
    letters = name.lower().replace(" ", ".").replace("ø", "oe")
    return f"{letters}@example.invalid"


def _municipality(ad: Ad) -> str | None:
    place = municipalities.by_code(ad.municipality_code) if ad.municipality_code else None
    return place.name if place else None


def _deadline(ad: Ad) -> str | None:
    if ad.deadline_style == "year 1900":
        return NO_DEADLINE
    if ad.deadline is None:
        return None
    return _late(ad.deadline) if ad.deadline_style == "late" else _midnight(ad.deadline)


def _midnight(day: date) -> str:
    return datetime.combine(day, time.min, COPENHAGEN).isoformat()


def _late(day: date) -> str:
    """23:59 in Denmark, written as its time in UTC but with the Danish zone: "21:59:00+02:00" in summer."""
    local = datetime.combine(day, time(23, 59), COPENHAGEN)
    return local.astimezone(UTC).replace(tzinfo=None).isoformat() + local.strftime("%z")[:3] + ":00"


def _to_seven_decimals(ad: Ad) -> str:
    """The moment of publication to a ten-millionth of a second, as .NET writes it."""
    seconds = 8 * 3600 + number("second", ad.id) % (9 * 3600)
    clock = time(seconds // 3600, seconds // 60 % 60, seconds % 60)
    moment = datetime.combine(ad.published, clock, COPENHAGEN).isoformat()
    return f"{moment[:19]}.{number('fraction', ad.id) % 10_000_000:07d}{moment[19:]}"
