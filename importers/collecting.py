"""The ads of one answer, collected: each with a reference of its own and a title, or refused. Pure."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Final

from portal.jobs.incoming import LONGEST_PAYLOAD, Entry, Page, Reason, Refusal, Request

LONGEST_REFERENCE: Final = 200
DENMARK: Final = frozenset({"", "dk", "dnk", "danmark", "denmark", "dänemark"})


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where one of the jobs of an ad is."""

    address: str = ""
    postal_code: str = ""
    town: str = ""
    country: str = ""

    def as_danish(self) -> "Place":
        """The place with its country behind the town and without a postal code, if it is not in Denmark:
        2800 is a town in Norway too.
        """
        if self.country.lower() in DENMARK:
            return self
        town = ", ".join(filter(None, (self.town, self.country)))
        return Place(address=self.address, town=town, country=self.country)


def reference(stated: str) -> str:
    """`stated` as the name of an ad: as it is where that is short and printable, else a hash of it."""
    name = " ".join(stated.split())
    if len(name) <= LONGEST_REFERENCE and name.isprintable():
        return name
    return f"sha256:{hashlib.sha256(name.encode('utf-8', 'replace')).hexdigest()}"


def reference_of(*parts: str) -> str:
    """The name of an ad that its source does not name, from what it says."""
    text = json.dumps([" ".join(part.split()) for part in parts])
    return f"sha256:{hashlib.sha256(text.encode()).hexdigest()}"


def by_reference(stated: str, places: Iterable[Place]) -> dict[str, Place]:
    """The jobs of an ad, one a place, by reference; the same whatever their order.

    An ad with one place keeps its name. Of several each has its postal code and town behind it, and its
    street where two are in one town.
    """
    different = list(dict.fromkeys(places)) or [Place()]
    if len(different) == 1:
        return {stated: different[0]}
    areas = [_key(place.postal_code, place.town) for place in different]
    return {
        reference(f"{stated}#{_key(area, place.address) if areas.count(area) > 1 else area}"): place
        for area, place in zip(areas, different, strict=True)
    }


def _key(*parts: str) -> str:
    return "/".join(part.lower() for part in parts)


@dataclass
class Collected:
    """What was found so far. `complete` turns False where something may be there that could not be read."""

    entries: list[Entry] = field(default_factory=list)
    refusals: list[Refusal] = field(default_factory=list)
    complete: bool = True
    _references: set[str] = field(default_factory=set)

    def add(self, entry: Entry, received: Any) -> None:
        """Takes an entry in, or refuses it; of two with one reference the first is taken."""
        if not entry.reference:
            self.refuse(Reason.NO_REFERENCE, received)
        elif entry.reference in self._references:
            # Without its reference, so that the first one does not count as refused.
            self.refuse(Reason.TWICE, received)
        elif not entry.title:
            self._references.add(entry.reference)
            self.refuse(Reason.NO_TITLE, received, entry.reference)
        else:
            self._references.add(entry.reference)
            self.entries.append(entry)

    def refuse(self, reason: Reason, received: Any, reference: str = "") -> None:
        """Notes an entry that cannot be used."""
        self.refusals.append(Refusal(reference=reference, reason=reason, payload=_payload(received)))

    def refuse_unreadable(self, received: str, reference: str = "") -> None:
        """Notes an entry that could not be parsed. Which one it was may stay unknown: then no other counts
        as absent.
        """
        if reference in self._references:
            reference = ""
        self.complete &= bool(reference)
        self.refuse(Reason.UNREADABLE, received, reference)

    def page(
        self, *, complete: bool = True, snapshot: bool = True, next_requests: tuple[Request, ...] = ()
    ) -> Page:
        """Everything that was found, as a page."""
        return Page(
            entries=tuple(self.entries),
            refusals=tuple(self.refusals),
            complete=complete and self.complete,
            snapshot=snapshot,
            next_requests=next_requests,
        )


def _payload(received: Any) -> str:
    """What was received as text that can be stored: half of a pair of surrogates cannot."""
    text = received if isinstance(received, str) else _json(received)
    return text[:LONGEST_PAYLOAD].encode("utf-8", "replace").decode()


def _json(received: Any) -> str:
    try:
        return json.dumps(received, ensure_ascii=False, sort_keys=True)
    except (ValueError, RecursionError):
        return "nested too deeply"
