"""The formats that a source may have. A new one is a file in `importers/sources/` and a line here."""

from collections.abc import Mapping
from typing import Any, Final, Protocol

from importers.sources import emply, event_feed, hrmanager, indeed_xml, jobnet, jsonld, rss, teamtailor
from portal.jobs.incoming import Page, Request, Response


class Format(Protocol):
    """What a module in `importers/sources/` offers. Its options are its own kind of value."""

    def options(self, url: str, table: Mapping[str, Any], /) -> Any:
        """The options as configured. Raises ValueError with a plain message."""

    def start(self, opts: Any, /) -> tuple[Request, ...]:
        """The first requests of a run."""

    def read(self, opts: Any, response: Response, /) -> Page:
        """The page in a response. Raises ValueError where it is none."""


FORMATS: Final[Mapping[str, Format]] = {
    "emply": emply,
    "event_feed": event_feed,
    "hrmanager": hrmanager,
    "indeed_xml": indeed_xml,
    "jobnet": jobnet,
    "jsonld": jsonld,
    "rss": rss,
    "teamtailor": teamtailor,
}
