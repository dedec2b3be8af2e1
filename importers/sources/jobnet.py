"""Jobnet's search interface of 2025 and later: several searches, united by `jobAdId`, and a detail per ad.

The interface is undocumented; what is known of it: every request carries the header ``x-csrf: 1``; paging
starts at 1 and both paging parameters must be sent; an absent value is an absent key; `postalCode` is a
number in the search and a text in the detail; the years 1 and 1900 mean "no date"; the detail of an
imported ad answers 404 (400 where its id begins with E). Contact persons stand in the detail and are never
read.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from importers import answers, stated
from importers import options as configured
from importers.answers import UnknownShapeError, refusal
from portal.jobs.incoming import Entry, Page, Reason, Refusal, Request, Response

HEADERS: Final = (("accept", "application/json"), ("x-csrf", "1"))
TYPES: Final = frozenset(
    "Ordinaert Efterloenner Foertidspension Fleksjob Handicapingenhindring Hotjob".split()
)
READ: Final = frozenset(
    "jobAdId title jobAnnouncementTypeName applicationDeadlineStatus applicationDeadline publicationDate"
    " jobAdUrl hiringOrgName cvr description workPlaceAddress postalCode postalDistrictName municipality"
    " isExternal".split()
)
"""The keys of an ad in a search that are read."""

_REFERENCE = re.compile(r"[A-Za-z0-9-]{1,64}")


@dataclass(frozen=True, kw_only=True)
class Query:
    """One search: an announcement type of Jobnet's own, words, or both."""

    type: str = ""
    search: str = ""


DEFAULT_QUERIES: Final = (
    Query(type="Foertidspension"),
    Query(type="Fleksjob", search="KLAP"),
    Query(type="Handicapingenhindring", search="KLAP"),
    Query(search="KLAPjob"),
    Query(search="KLAP"),
)


@dataclass(frozen=True, kw_only=True)
class Options:
    """`url` is the address before ``/FindJob/``; `page_url` the public page of an ad, with ``{id}`` in it,
    or "".
    """

    url: str
    queries: tuple[Query, ...] = DEFAULT_QUERIES
    per_page: int = 50
    details: bool = True
    page_url: str = ""


def options(url: str, table: Mapping[str, Any]) -> Options:
    """The options as configured. Raises ValueError with a plain message."""
    configured.refuse_unknown(table, "queries per_page details page_url")
    queries = table.get("queries", [])
    if type(queries) is not list:
        raise ValueError("queries must be a list of tables")
    return Options(
        url=url.rstrip("/"),
        queries=tuple(map(_query, queries)) or DEFAULT_QUERIES,
        per_page=configured.number(table, "per_page", 50, least=1, most=200),
        details=configured.flag(table, "details", default=True),
        page_url=configured.words(table, "page_url"),
    )


def _query(table: Any) -> Query:
    if not isinstance(table, dict) or not table or not set(table) <= {"type", "search"}:
        raise ValueError("a query is a table with type, search, or both")
    query = Query(type=configured.words(table, "type"), search=configured.words(table, "search"))
    if query.type and query.type not in TYPES:
        raise ValueError(f"query type {query.type!r} is none of {', '.join(sorted(TYPES))}")
    return query


def start(opts: Options) -> tuple[Request, ...]:
    """The first page of each search."""
    return tuple(_search(opts, number, page=1) for number in range(len(opts.queries)))


def _search(opts: Options, number: int, *, page: int, size: int = 0) -> Request:
    """`size` is how many ads the first page held: a server may give fewer at once than it was asked for."""
    query = opts.queries[number]
    params = [
        ("resultsPerPage", str(opts.per_page)),
        ("pageNumber", str(page)),
        ("orderType", "PublicationDate"),
    ]
    if query.search:
        params.append(("searchString", query.search))
    if query.type:
        params.append(("jobAnnouncementType", query.type))
    return Request(
        url=f"{opts.url}/FindJob/Search",
        tag=f"search:{number}:{page}" + (f":{size}" if size else ""),
        query=_name(query),
        params=tuple(params),
        headers=HEADERS,
    )


def _name(query: Query) -> str:
    return " + ".join(part for part in (query.type, f"“{query.search}”" if query.search else "") if part)


def read(opts: Options, response: Response) -> Page:
    """The page in a response. Raises UnknownShapeError where it is no answer of this interface."""
    answer = answers.json_object(response.body)
    kind, _, rest = response.request.tag.partition(":")
    return _read_detail(rest, answer) if kind == "detail" else _read_search(opts, rest, answer)


def _read_search(opts: Options, place: str, answer: dict[str, Any]) -> Page:
    number, page, size = (int(part) for part in f"{place}:0".split(":")[:3])
    ads, total = answer.get("jobAds"), answers.count(answer, "totalJobAdCount")
    if not isinstance(ads, list) or total is None:
        raise UnknownShapeError("the answer has no jobAds or no totalJobAdCount")
    query = opts.queries[number]
    found = _Found(hints=(query.type,) if query.type else ())
    for ad in ads:
        found.add(opts, ad)
    size = size or len(ads)
    more = bool(ads) and page * size < total
    return Page(
        entries=tuple(found.entries),
        refusals=tuple(found.refusals),
        stated_total=total,
        next_requests=(_search(opts, number, page=page + 1, size=size),) if more else (),
        details=found.details if opts.details else {},
    )


@dataclass
class _Found:
    hints: tuple[str, ...]
    entries: list[Entry] = field(default_factory=list)
    refusals: list[Refusal] = field(default_factory=list)
    details: dict[str, Request] = field(default_factory=dict)

    def add(self, opts: Options, ad: Any) -> None:
        reference = ad.get("jobAdId") if isinstance(ad, dict) else None
        if not isinstance(reference, str) or not _REFERENCE.fullmatch(reference):
            self.refusals.append(refusal("", Reason.NO_REFERENCE, ad, READ))
        elif not stated.text(ad, "title"):
            self.refusals.append(refusal(reference, Reason.NO_TITLE, ad, READ))
        else:
            self.entries.append(_listed(opts, reference, ad, self.hints))
            if not reference.startswith("E") and ad.get("isExternal") is not True:
                self.details[reference] = _detail_request(opts, reference)


def _listed(opts: Options, reference: str, ad: Mapping[str, Any], hints: tuple[str, ...]) -> Entry:
    kind = stated.text(ad, "jobAnnouncementTypeName")
    disclosed = ad.get("applicationDeadlineStatus") != "NotDisclosed"
    external = stated.text(ad, "jobAdUrl")
    return Entry(
        reference=reference,
        title=stated.text(ad, "title"),
        employer=stated.text(ad, "hiringOrgName"),
        cvr=stated.text(ad, "cvr"),
        body_html=stated.body(ad, "description"),
        url=external or opts.page_url.replace("{id}", reference),
        apply_url=external,
        conditions=(kind,) if kind else (),
        hints=hints,
        published_on=stated.day(ad, "publicationDate"),
        deadline=stated.day(ad, "applicationDeadline") if disclosed else None,
        address=stated.text(ad, "workPlaceAddress"),
        postal_code=stated.text(ad, "postalCode"),
        town=stated.text(ad, "postalDistrictName"),
        municipality=stated.text(ad, "municipality"),
    )


def _detail_request(opts: Options, reference: str) -> Request:
    return Request(
        url=f"{opts.url}/FindJob/JobAdDetails/{reference}",
        tag=f"detail:{reference}",
        # Our reading must not count as a person's view.
        params=(("incrementViews", "false"),),
        headers=HEADERS,
    )


def _read_detail(reference: str, answer: dict[str, Any]) -> Page:
    if answer.get("id") != reference or not isinstance(answer.get("job"), dict):
        raise UnknownShapeError("the answer is not the detail that was asked for")
    job, application = answer["job"], stated.table(answer, "application")
    employer, address = stated.table(answer, "employer"), stated.table(job, "address")
    kind = stated.text(job, "type")
    hidden = answer.get("isAnonymousEmployer") is True
    return Page(
        entries=(
            Entry(
                reference=reference,
                title=stated.text(answer, "title"),
                employer="" if hidden else stated.text(employer, "name"),
                cvr="" if hidden else stated.text(employer, "cvrNumber"),
                body_html=stated.body(answer, "body"),
                apply_url=stated.text(application, "url"),
                conditions=(kind,) if kind else (),
                hours_min=stated.hours(job, "minimumWeeklyHours"),
                hours_max=stated.hours(job, "maximumWeeklyHours"),
                published_on=stated.day(answer, "publicationDateTime"),
                deadline=stated.day(application, "deadlineDate"),
                expires_on=stated.day(answer, "unpublicationDateTime"),
                address=stated.text(address, "streetName"),
                postal_code=stated.text(address, "postalCode"),
                town=stated.text(address, "city"),
                municipality=stated.text(address, "municipality"),
            ),
        )
    )
