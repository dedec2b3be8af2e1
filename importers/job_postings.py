"""schema.org's JobPosting as entries: found wherever it hides, and read forgivingly. Pure."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from importers import collecting, dates, markup
from importers.collecting import Collected, Place, reference
from importers.dates import DateOrder
from portal.jobs.incoming import Entry

TYPES: Final = frozenset(
    f"{prefix}JobPosting" for prefix in ("", "schema:", "http://schema.org/", "https://schema.org/")
)
READ: Final = frozenset(
    "@id identifier url title description hiringOrganization jobLocation datePosted validThrough"
    " employmentType".split()
)
"""The keys that a refused posting is kept with: contact persons stand under others."""


@dataclass(frozen=True, kw_only=True)
class Reading:
    """How postings are read: whose name stands for a missing employer, what names an ad (``identifier`` or
    ``url``), and whether ``validThrough`` is the day of expiry or the deadline.
    """

    employer: str = ""
    id_from: str = "identifier"
    valid_through: str = "expires_on"
    date_order: DateOrder = ""


def postings(value: Any) -> Iterator[Mapping[str, Any]]:
    """The JobPostings in a block of JSON-LD, in lists, graphs or other things, in their order."""
    waiting = [value]
    while waiting:
        thing = waiting.pop()
        if isinstance(thing, list):
            waiting.extend(reversed(thing))
        elif isinstance(thing, dict):
            if not TYPES.isdisjoint(_texts(thing.get("@type"))):
                yield thing
            else:
                waiting.extend(reversed(thing.values()))


def add_posting(
    found: Collected, reading: Reading, posting: Mapping[str, Any], here: str, *, alone: bool
) -> None:
    """Adds the jobs of a posting on the page `here`. One that stands there `alone` may be named by it."""
    name = _reference(reading, posting, here) or (reference(here) if alone else "")
    received = {key: value for key, value in posting.items() if key in READ}
    for job, place in collecting.by_reference(name, _places(posting)).items():
        found.add(_entry(reading, posting, job if name else "", place.as_danish(), here), received)


def _entry(reading: Reading, posting: Mapping[str, Any], job: str, place: Place, here: str) -> Entry:
    valid_through = dates.day(_text(posting, "validThrough"), reading.date_order)
    last_day = "deadline" if reading.valid_through == "deadline" else "expires_on"
    return Entry(
        reference=job,
        title=markup.line(_text(posting, "title") or _text(posting, "name")),
        employer=_employer(posting) or reading.employer,
        body_html=markup.body(_text(posting, "description")),
        url=markup.link(_text(posting, "url"), here) or here,
        conditions=tuple(dict.fromkeys(map(markup.line, _texts(posting.get("employmentType"))))),
        published_on=dates.day(_text(posting, "datePosted"), reading.date_order),
        deadline=valid_through if last_day == "deadline" else None,
        expires_on=valid_through if last_day == "expires_on" else None,
        address=place.address,
        postal_code=place.postal_code,
        town=place.town,
    )


def _reference(reading: Reading, posting: Mapping[str, Any], here: str) -> str:
    identifier = posting.get("identifier")
    if isinstance(identifier, list) and identifier:
        identifier = identifier[0]
    if isinstance(identifier, dict):
        identifier = identifier.get("value") or identifier.get("@id")
    stated = _text({"identifier": identifier}, "identifier") if reading.id_from == "identifier" else ""
    return reference(stated or markup.link(_text(posting, "url"), here) or _text(posting, "@id"))


def _employer(posting: Mapping[str, Any]) -> str:
    employer = posting.get("hiringOrganization")
    if isinstance(employer, list) and employer:
        employer = employer[0]
    return markup.line(
        _text(employer, "name") if isinstance(employer, dict) else _text(posting, "hiringOrganization")
    )


def _places(posting: Mapping[str, Any]) -> Iterator[Place]:
    stated = posting.get("jobLocation")
    for location in stated if isinstance(stated, list) else [stated]:
        address = location.get("address", location) if isinstance(location, dict) else location
        for one in address if isinstance(address, list) else [address]:
            place = _place(one)
            if place != Place(country=place.country):
                yield place


def _place(address: Any) -> Place:
    if not isinstance(address, dict):
        return Place(address=markup.line(address) if isinstance(address, str) else "")
    country = address.get("addressCountry")
    return Place(
        address=markup.line(_text(address, "streetAddress")),
        postal_code=markup.line(_text(address, "postalCode")),
        town=markup.line(_text(address, "addressLocality")),
        country=markup.line(
            _text(country, "name") if isinstance(country, dict) else _text(address, "addressCountry")
        ),
    )


def _text(values: Mapping[str, Any], key: str) -> str:
    """The text or number at `key`, or the first of several; "" for anything else."""
    return next(iter(_texts(values.get(key))), "")


def _texts(value: Any) -> tuple[str, ...]:
    """The texts and numbers that `value` is or lists; half of a surrogate pair becomes a question mark."""
    found = value if isinstance(value, list) else [value]
    return tuple(
        str(one).encode("utf-8", "replace").decode()
        for one in found
        if isinstance(one, str | int) and not isinstance(one, bool) and one != ""
    )
