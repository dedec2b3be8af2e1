"""Reads the page of the queue."""

from strict_client import StrictClient, parse


def sections(client: StrictClient, path: str = "/personale") -> dict[str, list[str]]:
    """The headings of a list and the names below each."""
    found = {}
    for section in parse(client.get(path).text).iter("section"):
        heading = "".join(section.find("h2").itertext()).strip()
        found[heading] = ["".join(name.itertext()).strip() for name in section.iter("h3")]
    return found
