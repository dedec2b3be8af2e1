"""The open ads as the public API gives them, and the cursor that leads from one page to the next."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Any, Final

from portal.models.posting import Posting
from portal.outfeeds.choosing import Place
from portal.outfeeds.item import address_of
from portal.postings import easy_ad

MOST: Final = 100
USUAL: Final = 50
_CURSOR: Final = re.compile(r"(\d{4}-\d\d-\d\d)\.([A-Za-z0-9]{1,40})", re.ASCII)


class UnusableError(ValueError):
    """A parameter makes no sense; the message says which, in English."""


def read_limit(text: str) -> int:
    """How many ads a page holds: 1 to 100, 50 where nothing is stated. Raises UnusableError."""
    if not text:
        return USUAL
    if not re.fullmatch(r"[0-9]{1,3}", text) or not 1 <= int(text) <= MOST:
        raise UnusableError(f"limit must be a number from 1 to {MOST}.")
    return int(text)


def read_cursor(text: str) -> Place | None:
    """The place that a page begins behind; None for the first page. Raises UnusableError."""
    if not text:
        return None
    found = _CURSOR.fullmatch(text)
    try:
        return Place(published_on=date.fromisoformat(found[1]), posting_id=found[2]) if found else _refuse()
    except ValueError:
        return _refuse()


def _refuse() -> Place:
    raise UnusableError("cursor must be one that an earlier page gave.")


def cursor_behind(ads: Sequence[Posting]) -> str:
    """The cursor of the page that follows these ads."""
    last = ads[-1]
    return f"{last.published_on.isoformat()}.{last.id}"


def described(ad: Posting) -> dict[str, Any]:
    """One ad; what it does not state is null, "" or []. Days are days in Copenhagen, moments have a zone."""
    known = ad.lat is not None and ad.lon is not None
    return {
        "id": ad.id,
        "url": address_of(ad),
        "title": ad.easy_title or ad.title,
        "original_title": ad.title,
        "employer": ad.employer,
        "address": ad.address,
        "postal_code": ad.postal_code,
        "town": ad.town,
        "municipality": ad.municipality_code,
        "area": ad.area,
        "position": {"lat": ad.lat, "lon": ad.lon} if known else None,
        "trade": ad.trade,
        "job_type": ad.job_type,
        "hours_min": ad.hours_min,
        "hours_max": ad.hours_max,
        "published_on": ad.published_on.isoformat(),
        "deadline": ad.deadline.isoformat() if ad.deadline else None,
        "changed_at": ad.changed_at.isoformat(),
        "easy": _easy(ad),
        "text_html": ad.body_html,
    }


def _easy(ad: Posting) -> dict[str, Any]:
    easy = easy_ad(ad)
    return {
        "summary": easy.summary,
        "tasks": [str(task) for task in easy.tasks],
        "hours": easy.hours.text,
        "gets": [str(fact) for fact in (*easy.gets, *easy.considerations)],
        "who": easy.who,
    }
