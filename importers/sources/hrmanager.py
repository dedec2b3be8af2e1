"""HR-Manager (Talentech Talent Recruiter): the list of positions that an employer's own career site reads.

Configure it by the address of the list, without parameters::

    [[source]]
    name = "supermarked"
    format = "hrmanager"
    url = "https://api.hr-manager.net/jobportal.svc/ALIAS/positionlist/json/"

Options: ``employer`` (the name to show; else the customer's name in the feed) and ``per_page`` (1 to 1000,
else 100; a position with its text is about 20 kB).

What is known of it: an unknown alias answers 400, or 200 with a status code other than 0 and no items. Each
answer states how many positions the customer has; a list that ends before is not whole. Times are
milliseconds since 1970 in UTC, whatever zone stands behind them, and the year 1 means "none". Open
applications stand between the jobs and are left out. The people of a project stand in each item and are
never read.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any, Final

from importers import answers, stated
from importers import options as configured
from importers.answers import UnknownShapeError
from portal.jobs.incoming import Entry, Page, Reason, Refusal, Request, Response

QUERY: Final = "positions"
READ: Final = frozenset(
    "Id Name AdvertisementUrl AdvertisementUrlSecure Advertisements ShortDescription ApplicationDue"
    " Published PositionLocation PositionCategory PositionType ProjectType Department WorkPlace".split()
)
"""The keys that a refused item is kept with: none of the people's."""

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_MOMENT = re.compile(r"/Date\((-?\d{1,16})(?:[+-]\d{4})?\)/")
_REFERENCE = re.compile(r"[A-Za-z0-9-]{1,64}")
_PROJECT_NUMBER = re.compile(r"\s+[-–]\s+(\d+)$")
_HOURS = re.compile(r"(\d{1,2})(?:[.,](\d{1,2}))?")


@dataclass(frozen=True, kw_only=True)
class Options:
    """`url` is the address of the list; `employer` the name to show, or "" for the one in the feed."""

    url: str
    employer: str = ""
    per_page: int = 100


def options(url: str, table: Mapping[str, Any]) -> Options:
    """The options as configured. Raises ValueError with a plain message."""
    configured.refuse_unknown(table, "employer per_page")
    return Options(
        url=url,
        employer=configured.words(table, "employer"),
        per_page=configured.number(table, "per_page", 100, least=1, most=1000),
    )


def start(opts: Options) -> tuple[Request, ...]:
    """The first page of the list."""
    return (_page_request(opts, skip=0),)


def _page_request(opts: Options, *, skip: int) -> Request:
    return Request(
        url=opts.url,
        tag=f"list:{skip}",
        query=QUERY,
        params=(("incads", "1"), ("take", str(opts.per_page)), ("skip", str(skip))),
        headers=(("accept", "application/json"),),
    )


def read(opts: Options, response: Response) -> Page:
    """The positions in a response. Raises UnknownShapeError where it is no list of them."""
    answer = answers.json_object(response.body)
    _check_status(answer)
    items, total = answer.get("Items"), answers.count(answer, "PositionCountCustomer")
    if not isinstance(items, list):
        raise UnknownShapeError("the answer has no Items")
    read_so_far = int(response.request.tag.removeprefix("list:")) + len(items)
    more = bool(items) and (len(items) >= opts.per_page if total is None else read_so_far < total)
    found = [_item(opts, answer, item) for item in items]
    return Page(
        entries=tuple(each for each in found if isinstance(each, Entry)),
        refusals=tuple(each for each in found if isinstance(each, Refusal)),
        stated_total=total,
        next_requests=(_page_request(opts, skip=read_so_far),) if more else (),
    )


def _check_status(answer: dict[str, Any]) -> None:
    status = stated.table(answer, "TransactionStatus")
    if status.get("StatusCode") != 0:
        description = stated.text(status, "Description")[:200] or "no status"
        raise UnknownShapeError(f"the service reports an error: {description}")


def _item(opts: Options, answer: dict[str, Any], item: Any) -> Entry | Refusal:
    reference = stated.text(item, "Id") if isinstance(item, dict) else ""
    if not _REFERENCE.fullmatch(reference):
        return answers.refusal("", Reason.NO_REFERENCE, item, READ)
    title = _title(stated.text(item, "Name"), reference)
    if not title:
        return answers.refusal(reference, Reason.NO_TITLE, item, READ)
    customer = stated.text(item, "CustomerName") or stated.text(answer, "CustomerName")
    return _entry(item, reference, title, employer=opts.employer or customer)


def _entry(item: dict[str, Any], reference: str, title: str, *, employer: str) -> Entry:
    department, location = stated.table(item, "Department"), _location(item)
    is_municipality = location.casefold().endswith(" kommune")
    hours = _hours(stated.text(item, "WorkHours"))
    return Entry(
        reference=reference,
        title=title,
        employer=employer,
        body_html=_body(item),
        url=stated.text(item, "AdvertisementUrlSecure") or stated.text(item, "AdvertisementUrl"),
        apply_url=stated.text(item, "ApplicationFormUrlSecure") or stated.text(item, "ApplicationFormUrl"),
        conditions=_conditions(item),
        hours_min=hours,
        hours_max=hours,
        published_on=_day(item, "Published"),
        deadline=_day(item, "ApplicationDue"),
        address=stated.text(department, "Address") or stated.text(item, "WorkPlace"),
        postal_code=stated.text(department, "Zip"),
        town=stated.text(department, "City") or ("" if is_municipality else location),
        municipality=location if is_municipality else "",
    )


def _title(name: str, reference: str) -> str:
    """The name without the project's number, which some customers have at its end."""
    number = _PROJECT_NUMBER.search(name)
    # Four digits may be a postal code, or the name of a shop.
    if number and (number[1] == reference or len(number[1]) > 4):
        return name[: number.start()]
    return name


def _body(item: Mapping[str, Any]) -> str:
    advertisements = item.get("Advertisements")
    listed = advertisements if isinstance(advertisements, list) else []
    texts = (stated.body(each, "Content") for each in listed if isinstance(each, dict))
    return next(filter(None, texts), "") or stated.body(item, "ShortDescription")


def _location(item: Mapping[str, Any]) -> str:
    """The one location of a position; "" where it has several, because none of them is the place."""
    several = item.get("PositionLocationMultiSelection")
    named = [each for each in several if isinstance(each, dict)] if isinstance(several, list) else []
    names = {stated.text(each, "Name") for each in named}
    names.add(stated.text(stated.table(item, "PositionLocation"), "Name"))
    names.discard("")
    return names.pop() if len(names) == 1 else ""


def _conditions(item: Mapping[str, Any]) -> tuple[str, ...]:
    """The words for the kind of job. An open application says so, and the rules leave it out."""
    project = stated.text(item, "ProjectType")
    words = (
        stated.text(item, "PositionType"),
        stated.text(stated.table(item, "PositionCategory"), "Name"),
        project if project != "RecruitmentProject" else "",
    )
    return tuple(filter(None, words))


def _hours(text: str) -> float | None:
    """Hours a week, written ``15`` or ``15,5``; 0 means "not stated"."""
    written = _HOURS.fullmatch(text)
    return stated.hours({"": float(f"{written[1]}.{written[2] or 0}")}, "") if written else None


def _day(item: Mapping[str, Any], key: str) -> date | None:
    """The day in Copenhagen of a ``/Date(ms+zone)/``; None for year 1, which means "none"."""
    written = _MOMENT.fullmatch(stated.text(item, key))
    if not written:
        return None
    try:
        moment = _EPOCH + timedelta(milliseconds=int(written[1]))
        day = moment.astimezone(stated.COPENHAGEN).date()
    except OverflowError:
        return None
    return day if day.year in stated.YEARS else None
