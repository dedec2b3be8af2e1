"""Entries as a feed might state them, for the tests of the board's actions."""

from datetime import date
from typing import Any

from portal.jobs.incoming import Batch, Entry, QueryProof, Refusal, RunEnd, Sighting, fingerprint

BODY = """<p>For at søge jobbet skal du have førtidspension.</p>
<p>Kan du lide duften af nybagt brød? Jobbet kan kun søges gennem KLAPjob.</p>
<p>Arbejdsopgaverne kan fx være:</p>
<ul><li>Pakke brød og kager</li><li>Tømme skraldespande</li></ul>"""


def entry(reference: str = "a", **changes: Any) -> Entry:
    """A skånejob in the bakery of a supermarket in Slagelse."""
    values = {
        "reference": reference,
        "title": "Testmarked Slagelse - pakkemedarbejder i bageren",
        "employer": "Testmarked",
        "cvr": "12345678",
        "body_html": BODY,
        "url": "https://testmarked.example/job/1",
        "published_on": date(2026, 11, 1),
        "postal_code": "4200",
        "town": "Slagelse",
        "municipality": "Slagelse",
    }
    return Entry(**(values | changes))


def sighting(listed: Entry) -> Sighting:
    return Sighting(entry=listed, listing_hash=fingerprint(listed))


def batch(*entries: Entry, refusals: tuple[Refusal, ...] = (), unchanged: tuple[str, ...] = ()) -> Batch:
    return Batch(sightings=tuple(map(sighting, entries)), refusals=refusals, unchanged=unchanged)


def end(*seen: str, complete: bool = True, **changes: Any) -> RunEnd:
    """The end of a run of one query that saw these references."""
    proof = QueryProof(stated=len(seen), seen=len(seen), answered=complete)
    return RunEnd(**({"queries": {"all": proof}, "seen": frozenset(seen), "received": len(seen)} | changes))
