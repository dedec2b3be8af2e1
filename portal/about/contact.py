"""Who to talk to: from a written place to a municipality and its consultant."""

from dataclasses import dataclass
from typing import Final

from sqlalchemy.orm import Session

from portal import photos
from portal.models.consultant import Consultant
from portal.places import municipalities, postcodes
from portal.places.municipalities import Municipality
from portal.routing import consultant_for

MOST_LIKELY: Final = 5
LONGEST: Final = 200


@dataclass(frozen=True, kw_only=True)
class Found:
    """What is known of somebody who wrote a place.

    `typed` is what was written, made harmless; `municipality` is the one that is meant; of several `choices`
    the reader has to choose one. `consultant` is None where the secretariat answers. `has_photo` tells
    whether there is a picture to show.
    """

    typed: str = ""
    municipality: Municipality | None = None
    choices: tuple[Municipality, ...] = ()
    consultant: Consultant | None = None
    has_photo: bool = False

    @property
    def is_unknown(self) -> bool:
        """Whether something was written that no place is known for."""
        return bool(self.typed) and self.municipality is None and not self.choices


def find(session: Session, *, typed: str, code: str) -> Found:
    """Who answers for a place as people write it (`typed`), or for the municipality with a `code`.

    A code that exists decides; whatever else stands there, the answer is usable.
    """
    typed = "".join(sign if sign.isprintable() else " " for sign in typed[:LONGEST]).strip()
    chosen = municipalities.by_code(code) if code.isascii() else None
    likely = (chosen,) if chosen else _meant(typed)
    if len(likely) != 1:
        return Found(typed=typed, choices=likely)
    consultant = consultant_for(session, likely[0].code)
    has_photo = bool(photos.key_of(session, consultant))
    return Found(typed=typed, municipality=likely[0], consultant=consultant, has_photo=has_photo)


def _meant(typed: str) -> tuple[Municipality, ...]:
    codes = dict.fromkeys(place.municipality_code for place in postcodes.locate(typed))
    found = (municipalities.by_code(code) for code in list(codes)[:MOST_LIKELY])
    return tuple(place for place in found if place)
