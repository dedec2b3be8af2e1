"""The way to a job: links to maps of the reader's own choice. Nothing is asked of them before a click."""

from dataclasses import dataclass
from urllib.parse import urlencode

from portal.models.posting import Posting


@dataclass(frozen=True, kw_only=True)
class MapLink:
    """One map: its name, the address that shows the way, and whether another site opens it."""

    name: str
    url: str
    elsewhere: bool = True


def map_links(ad: Posting) -> tuple[MapLink, ...]:
    """Ways to look the job up, with its own address or its town; () where neither is known."""
    town = f"{ad.postal_code} {ad.town}".strip()
    parts = [part for part in (ad.address, "" if ad.town and ad.town in ad.address else town) if part]
    if not parts:
        return ()
    where = ", ".join([*parts, "Danmark"])
    going = {"api": 1, "destination": where, "travelmode": "transit"}
    return (
        MapLink(name="Google Maps", url=f"https://www.google.com/maps/dir/?{urlencode(going)}"),
        MapLink(
            name="OpenStreetMap", url=f"https://www.openstreetmap.org/search?{urlencode({'query': where})}"
        ),
        MapLink(name="Kort i din telefon", url=f"geo:0,0?{urlencode({'q': where})}", elsewhere=False),
    )
