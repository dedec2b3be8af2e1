"""All that stands in one leaflet, as one value: its texts, and the facts of its municipality. Pure.

The same content gives the folded sheet, the large print and the web page.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date

from portal.municipalities import leaflet_texts
from portal.municipalities.worth import Country, Published

Texts = tuple[tuple[str, str], ...]


@dataclass(frozen=True, kw_only=True)
class Contact:
    """Somebody to call: `role` may be "", and so may what is not known. `photo` is a key in the store."""

    name: str
    role: str = ""
    phone: str = ""
    email: str = ""
    photo: str = ""


@dataclass(frozen=True, kw_only=True)
class Content:
    """One leaflet. `number` is the version, 0 for the standard one; `nearby` counts jobs within 20 km.

    `portrait` is the key in the store of the politician's photo, or "". `address` is the municipality's whole
    web address, `path` the same as people read it.
    """

    code: str
    place: str
    whose: str
    number: int
    texts: Texts
    consultant: Contact
    office: Contact
    contact: Contact | None
    portrait: str
    jobs: int
    nearby: int
    hired: int | None
    hired_year: int | None
    worth: Published
    country: Country
    address: str
    path: str
    made_on: date

    @property
    def words(self) -> dict[str, str]:
        """The texts by field, the standard words filled in."""
        return leaflet_texts.complete(dict(self.texts))

    @property
    def fingerprint(self) -> str:
        """The same as long as nothing in the leaflet changes but the day it is made."""
        values = asdict(replace(self, made_on=date.min))
        return hashlib.sha256(json.dumps(values, sort_keys=True, default=str).encode()).hexdigest()


def as_texts(words: Mapping[str, str]) -> Texts:
    """Texts by field, as a value that can be compared."""
    return tuple(sorted(words.items()))
