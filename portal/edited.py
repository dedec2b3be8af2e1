"""What editors decided about an ad, kept when its source says something new. Never commits."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from sqlalchemy import delete, insert
from sqlalchemy.orm import Session

from portal import clock
from portal.ad_index import Found, search_words
from portal.danish import slugify
from portal.easyread import easy_text
from portal.easyread.easy_text import EasyText
from portal.easyread.html import plain_text
from portal.models.edited_text import EditedText
from portal.models.posting import Posting, PostingToken
from portal.models.staff import Staff
from portal.places.recognise import AdPlace
from portal.postings import easy_ad

BY_EDITOR: Final = "editor"
"""How we know the place of an ad: a person has said so, and knows better than the source."""
_TITLE: Final = frozenset({"easy_title", "slug"})
_PLACE: Final = frozenset(
    {"postal_code", "town", "municipality_code", "area", "lat", "lon", "place_known_by"}
)


def is_edited(ad: Posting) -> bool:
    """Whether an import must leave something of this ad alone."""
    return ad.approved is not None or ad.place_known_by == BY_EDITOR


def without_edited(ad: Posting, values: Mapping[str, Any]) -> dict[str, Any]:
    """The values that an import may write into this ad."""
    kept = (_TITLE if ad.approved is not None else frozenset()) | (
        _PLACE if ad.place_known_by == BY_EDITOR else frozenset()
    )
    return {name: value for name, value in values.items() if name not in kept}


def show(ad: Posting, text: EasyText) -> None:
    """Makes an approved text the one that readers see and find."""
    ad.approved = easy_text.to_json(text)
    ad.easy_title, ad.slug = text.title, slug_of(text.title)


def approve(session: Session, ad: Posting, *, by: Staff) -> EditedText:
    """Notes who approved what is shown of an ad, and of which original; any draft is done with."""
    record = session.get(EditedText, ad.id) or EditedText(posting_id=ad.id, version=0)
    record.version = (record.version or 0) + 1
    record.saved_at = record.approved_at = clock.now()
    record.saved_by_id = record.approved_by_id = by.id
    record.original, record.draft = original_of(ad), None
    ad.differs_since = None
    session.add(record)
    return record


def slug_of(title: str) -> str:
    """What stands behind the id in the address of an ad with this title."""
    return slugify(title)


def words_of(ad: Posting) -> dict[str, int]:
    """The search words of an ad as it is shown."""
    place = AdPlace(
        municipality_code=ad.municipality_code,
        postal_code=ad.postal_code,
        town=ad.town,
        known_by=ad.place_known_by,
    )
    return search_words(Found(title=ad.title, employer=ad.employer, place=place, easy=easy_ad(ad)))


def store_words(session: Session, ad: Posting) -> None:
    """Writes the search words of an ad anew."""
    session.flush()
    session.execute(delete(PostingToken).where(PostingToken.posting_id == ad.id))
    rows = [{"posting_id": ad.id, "token": word, "weight": weight} for word, weight in words_of(ad).items()]
    if rows:
        session.execute(insert(PostingToken), rows)


def original_of(ad: Posting) -> dict[str, Any]:
    """What the source says that an editor writes from; what changes here sends the ad back to the editors."""
    return {
        "title": ad.title,
        "employer": ad.employer,
        "place": ", ".join(filter(None, (ad.address, f"{ad.postal_code} {ad.town}".strip()))),
        "text": plain_text(ad.body_html),
    }


def compare(session: Session, ad: Posting, now: datetime) -> None:
    """Notes since when the source says something else than it did when the text was approved."""
    record = session.get(EditedText, ad.id)
    if ad.approved is None or record is None:
        return
    differs = record.original is not None and record.original != original_of(ad)
    ad.differs_since = (ad.differs_since or now) if differs else None
