"""Teamtailor: the whole board of an employer in one RSS 2.0 answer, with the places of each ad beside it.

An ad with several places is several jobs. Its places are read from the tree, because a reader for news
mixes them into one. There is no deadline and no date of change; an ad that has ended is absent. A dead
address answers 404, a live one without ads a channel without items.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from lxml import etree

from importers import collecting, dates, markup
from importers import options as configured
from importers.collecting import Collected, Place, reference
from importers.xml_items import items, values
from importers.xml_prolog import screen
from portal.jobs.incoming import Entry, Page, Request, Response

READ: Final = ("guid", "link", "title", "description", "pubdate", "company_name")


class NoBoardError(ValueError):
    """The answer is no board of Teamtailor."""


@dataclass(frozen=True, kw_only=True)
class Options:
    """`url` is the address of ``jobs.rss``; `employer` is for ads that name none."""

    url: str
    employer: str = ""


def options(url: str, table: Mapping[str, Any]) -> Options:
    """The options as configured. Raises ValueError with a plain message."""
    configured.refuse_unknown(table, "employer")
    return Options(url=url, employer=configured.words(table, "employer"))


def start(opts: Options) -> tuple[Request, ...]:
    """The board."""
    return (Request(url=opts.url, tag="board"),)


def read(opts: Options, response: Response) -> Page:
    """The jobs in a response. Raises NoBoardError or RefusedXmlError where it is no board."""
    document = screen(response)
    if document.root != "rss":
        raise NoBoardError(f"the answer is no RSS{f', but <{document.root}>' if document.root else ''}")
    found = Collected()
    for item in items(document, "item"):
        if item.tree is None:
            found.refuse_unreadable(item.source)
            continue
        said = values(item.tree)
        for entry in _entries(opts, said, item.tree, response.request.url):
            found.add(entry, {name: said[name] for name in READ if name in said})
    return found.page(complete=document.ends)


def _entries(opts: Options, said: Mapping[str, str], tree: etree._Element, base: str) -> Iterator[Entry]:
    stated = reference(said.get("guid", "") or said.get("link", ""))
    for name, place in collecting.by_reference(stated, _places(tree)).items():
        here = place.as_danish()
        yield Entry(
            reference=name if stated else "",
            title=markup.line(said.get("title", "")),
            employer=markup.line(said.get("company_name", "")) or opts.employer,
            body_html=markup.body(said.get("description", "")),
            url=markup.link(said.get("link", ""), base),
            published_on=dates.day(said.get("pubdate", "")),
            address=here.address,
            postal_code=here.postal_code,
            town=here.town,
        )


def _places(tree: etree._Element) -> Iterator[Place]:
    for location in tree.iterfind("{*}locations/{*}location"):
        said = values(location)
        place = Place(
            address=markup.line(said.get("address", "")),
            postal_code=markup.line(said.get("zip", "")),
            town=markup.line(said.get("city", "")),
            country=markup.line(said.get("country", "")),
        )
        if place != Place(country=place.country):
            yield place
