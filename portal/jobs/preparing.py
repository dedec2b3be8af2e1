"""From an entry of a feed to the values of a posting: cleaned, placed, read for easy parts. Pure.

Everything the page of an ad shows is worked out here, once, when the ad comes in or changes.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from portal.ad_index import Found, place_values, search_words
from portal.danish import slugify
from portal.easyread.ad import EasyAd, read_ad, to_json
from portal.easyread.html import plain_text
from portal.easyread.privacy import has_cpr, may_have_cpr
from portal.jobs import same_job
from portal.jobs.cleaning import clean_html, clean_line, clean_text, clean_url, without_tags
from portal.jobs.incoming import Entry, Reason
from portal.places.recognise import AdPlace, place_of_ad

LONGEST_LINE: Final = 300
LONGEST_BODY: Final = 100_000
LONGEST_REFERENCE: Final = 300

_TYPE_WORDS: Final = {
    "skaanejob": ("foertidspension", "førtidspension", "skånejob", "skaanejob", "earlyretirement"),
    "fleksjob": ("fleksjob", "flexjob"),
}


class RefusedError(Exception):
    """An entry cannot be taken in; `reason` says why."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason.value)
        self.reason = reason


@dataclass(frozen=True, kw_only=True)
class Prepared:
    """The columns of a posting that come from its entry, and its search words with their weights."""

    values: Mapping[str, Any]
    tokens: Mapping[str, int]


def prepare(entry: Entry) -> Prepared:
    """Works out what the board stores of an entry. Raises RefusedError where it must not be taken in."""
    check(entry)
    title, employer = clean_line(entry.title), clean_line(entry.employer)
    body_html = clean_html(entry.body_html)
    place = place_of_ad(
        municipality=entry.municipality,
        postal_code=entry.postal_code,
        town=clean_line(entry.town),
        title=title,
        address=entry.address,
    )
    easy = read_ad(
        title=title,
        employer=employer,
        town=place.town,
        body_html=body_html,
        hours_min=entry.hours_min,
        hours_max=entry.hours_max,
    )
    values = {
        "title": title,
        "employer": employer,
        "body_html": body_html,
        "hours_min": easy.hours.min,
        "hours_max": easy.hours.max,
        "deadline": entry.deadline,
        "expires_on": entry.expires_on,
        "address": clean_line(entry.address),
        **_identity_values(entry, title, place),
        **place_values(place),
        **_easy_values(entry, easy),
    }
    found = Found(title=title, employer=employer, place=place, easy=easy)
    return Prepared(values=values, tokens=search_words(found))


def check(entry: Entry) -> None:
    """Raises RefusedError where an entry lacks what every ad needs, is too long, or may hold a CPR number."""
    lines = (entry.title, entry.employer, entry.address, entry.town, entry.municipality)
    if not _is_reference(entry.reference):
        raise RefusedError(Reason.NO_REFERENCE)
    if not clean_line(entry.title):
        raise RefusedError(Reason.NO_TITLE)
    if any(len(line) > LONGEST_LINE for line in lines) or len(entry.body_html) > LONGEST_BODY:
        raise RefusedError(Reason.TOO_LONG)
    if may_have_cpr("\n".join(lines)) and any(map(_may_hold_cpr, lines)):
        raise RefusedError(Reason.CPR)
    if may_have_cpr(entry.body_html) and _may_hold_cpr(plain_text(entry.body_html)):
        raise RefusedError(Reason.CPR)


def _may_hold_cpr(text: str) -> bool:
    # Mark-up may part the digits of a number, or stand instead of its hyphen.
    return has_cpr(clean_text(without_tags(text))) or has_cpr(clean_text(text))


def _is_reference(reference: str) -> bool:
    return 0 < len(reference) <= LONGEST_REFERENCE and reference.isprintable()


def _identity_values(entry: Entry, title: str, place: AdPlace) -> dict[str, str]:
    """Where the ad leads, and what tells that it is the same job as another."""
    cvr = entry.cvr if entry.cvr.isdecimal() and len(entry.cvr) == 8 else ""
    url, apply_url = clean_url(entry.url), clean_url(entry.apply_url)
    return {
        "cvr": cvr,
        "url": url,
        "apply_url": apply_url,
        "apply_key": same_job.apply_key(apply_url or url),
        "twin_key": same_job.twin_key(
            cvr=cvr, title=title, postal_code=place.postal_code, deadline=entry.deadline
        ),
    }


def _easy_values(entry: Entry, easy: EasyAd) -> dict[str, Any]:
    return {
        "job_type": _job_type(entry, easy),
        "easy_title": easy.title,
        "slug": slugify(easy.title),
        "trade": easy.trade,
        "easy": to_json(easy),
    }


def _job_type(entry: Entry, easy: EasyAd) -> str:
    """What the source says of the ad itself, else what the ad says, else which search found it."""
    read = easy.job_type if easy.job_type != "unknown" else ""
    return _named(entry.conditions) or read or _named(entry.hints) or "unknown"


def _named(words: tuple[str, ...]) -> str:
    """The one job type that the words name; "" for none and for both."""
    text = " ".join(words).lower()
    named = [key for key, names in _TYPE_WORDS.items() if any(name in text for name in names)]
    return named[0] if len(named) == 1 else ""
