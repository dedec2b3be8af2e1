"""Emply: the list of vacancies that the employer's own career site reads, asked for page by page with POST.

Configure it by the address of the page that shows the list::

    [[source]]
    name = "koebstad"
    format = "emply"
    url = "https://TENANT.career.emply.com/ledige-stillinger"
    options = { employer = "Købstad Kommune" }

Options: ``employer`` (needed: the feed does not name it), ``section_id`` (else it is read from the page,
where it stands as ``sectionId: '...'``; of several lists the longest counts), ``language`` (else ``da-DK``)
and ``per_page`` (1 to 100, else 30).

What is known of it: the answer states how many vacancies there are, and the offset moves on by as many as
came. A place is one line of text ("Prøvevej 1, 8230, Åbyhøj, Denmark"). Labelled facts stand beside each
text, contact persons among them, and are never read. Talent pools stand between the jobs and are left out.
Some sites answer a program with a web page that checks for a person; such a site cannot be read.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import quote, urljoin

from importers import answers, stated
from importers import options as configured
from importers.answers import UnknownShapeError
from portal.jobs.incoming import Entry, Page, Reason, Refusal, Request, Response

QUERY: Final = "vacancies"
PATH: Final = "/api/integration/vacancy/get-page"
READ: Final = frozenset("shortId titleAsUrl title published deadline location talentPool".split())
"""The keys that a refused vacancy is kept with: not its facts, which name contact persons."""

_REFERENCE = re.compile(r"[A-Za-z0-9_-]{1,64}")
_SECTION_ID = re.compile(r"[0-9A-Za-z-]{1,64}")
_SECTION = re.compile(r"\bsectionId\s*:\s*['\"]([0-9A-Za-z-]{1,64})['\"]")
_LENGTH = re.compile(r"\bcount\s*:\s*(\d{1,6})\b")
_POSTAL_CODE = re.compile(r"(?:DK-?)?([0-9]{4})(?:\s+(\D+))?")
_DENMARK = frozenset({"denmark", "danmark", "dk"})


@dataclass(frozen=True, kw_only=True)
class Options:
    """`url` is the page with the list; `section_id` is "" where it is to be read from that page."""

    url: str
    employer: str
    section_id: str = ""
    language: str = "da-DK"
    per_page: int = 30


def options(url: str, table: Mapping[str, Any]) -> Options:
    """The options as configured. Raises ValueError with a plain message."""
    configured.refuse_unknown(table, "employer section_id language per_page")
    opts = Options(
        url=url,
        employer=configured.words(table, "employer"),
        section_id=configured.words(table, "section_id"),
        language=configured.words(table, "language", "da-DK"),
        per_page=configured.number(table, "per_page", 30, least=1, most=100),
    )
    if not opts.employer:
        raise ValueError("employer is missing")
    if opts.section_id and not _SECTION_ID.fullmatch(opts.section_id):
        raise ValueError("section_id has letters, digits and hyphens")
    return opts


def start(opts: Options) -> tuple[Request, ...]:
    """The first page of vacancies, or the web page that says which section they stand in."""
    if opts.section_id:
        return (_page_request(opts, opts.section_id, offset=0),)
    return (Request(url=opts.url, tag="site", query=QUERY),)


def _page_request(opts: Options, section_id: str, *, offset: int) -> Request:
    question = {
        "count": opts.per_page,
        "filters": [],
        "langCode": opts.language,
        "offset": offset,
        "searchText": "",
        "sectionId": section_id,
        "sortByProjectDataId": "deadline",
        "sortAscending": True,
        "light": False,
        "isJobAgent": False,
        "siteId": None,
    }
    return Request(
        url=urljoin(opts.url, PATH),
        tag=f"page:{section_id}:{offset}",
        query=QUERY,
        headers=(("accept", "application/json"), ("content-type", "application/json")),
        method="POST",
        body=json.dumps(question).encode(),
    )


def read(opts: Options, response: Response) -> Page:
    """The vacancies in a response. Raises UnknownShapeError where it holds no list of them."""
    kind, _, place = response.request.tag.partition(":")
    if kind == "site":
        return _read_site(opts, response.body)
    section_id, _, offset = place.partition(":")
    answer = answers.json_object(response.body)
    vacancies, total = answer.get("vacancies"), answers.count(answer, "count")
    if not isinstance(vacancies, list) or total is None:
        raise UnknownShapeError("the answer has no vacancies or no count")
    read_so_far = int(offset) + len(vacancies)
    more = bool(vacancies) and read_so_far < total
    found = [_vacancy(opts, vacancy) for vacancy in vacancies]
    return Page(
        entries=tuple(each for each in found if isinstance(each, Entry)),
        refusals=tuple(each for each in found if isinstance(each, Refusal)),
        stated_total=total,
        next_requests=(_page_request(opts, section_id, offset=read_so_far),) if more else (),
    )


def _read_site(opts: Options, body: bytes) -> Page:
    text = body.decode(errors="replace")
    sections = {found[1]: _length(text[: found.start()][-300:]) for found in _SECTION.finditer(text)}
    if not sections:
        raise UnknownShapeError("the page has no list of vacancies (no sectionId)")
    longest = max(sections, key=lambda section_id: sections[section_id])
    return Page(next_requests=(_page_request(opts, longest, offset=0),))


def _length(before: str) -> int:
    """How many vacancies a list shows at once, from the script before its id; a widget shows few."""
    lengths = _LENGTH.findall(before)
    return int(lengths[-1]) if lengths else 0


def _vacancy(opts: Options, vacancy: Any) -> Entry | Refusal:
    reference = stated.text(vacancy, "shortId") if isinstance(vacancy, dict) else ""
    if not _REFERENCE.fullmatch(reference):
        return answers.refusal("", Reason.NO_REFERENCE, vacancy, READ)
    translation = _translation(opts, vacancy)
    title = stated.text(translation, "title") or stated.text(vacancy, "title")
    if not title:
        return answers.refusal(reference, Reason.NO_TITLE, vacancy, READ)
    address, postal_code, town = _place(stated.text(vacancy, "location"))
    slug = quote(stated.text(vacancy, "titleAsUrl"), safe="", errors="replace") or "-"
    return Entry(
        reference=reference,
        title=title,
        employer=opts.employer,
        body_html=stated.body(translation, "content"),
        url=stated.text(vacancy, "externalCseAdLink") or urljoin(opts.url, f"/ad/{slug}/{reference}"),
        # The rules leave out what is no job.
        conditions=("talentPool",) if vacancy.get("talentPool") is True else (),
        published_on=stated.day(vacancy, "published"),
        deadline=stated.day(vacancy, "deadline"),
        address=address,
        postal_code=postal_code,
        town=town,
    )


def _translation(opts: Options, vacancy: Mapping[str, Any]) -> Mapping[str, Any]:
    """The text in the language wanted, else the first; an empty table where there is none."""
    texts = vacancy.get("translations")
    listed = [text for text in texts if isinstance(text, dict)] if isinstance(texts, list) else []
    wanted = (text for text in listed if stated.text(text, "languageKey") == opts.language)
    return next(wanted, listed[0] if listed else {})


def _place(location: str) -> tuple[str, str, str]:
    """(address, postal code, town) of a line such as "Prøvevej 1, 8230, Åbyhøj, Denmark".

    Four digits are a Danish postal code only where no other country follows.
    """
    parts = [part for part in (part.strip() for part in location.split(",")) if part]
    if parts and parts[-1].casefold() in _DENMARK:
        parts.pop()
    for number, part in enumerate(parts):
        if code := _POSTAL_CODE.fullmatch(part):
            town = [code[2]] if code[2] else parts[number + 1 : number + 2]
            abroad = parts[number + 1 :] not in ([], town)
            return ("", "", parts[-1]) if abroad else (", ".join(parts[:number]), code[1], "".join(town))
    return ", ".join(parts[:-1]), "", parts[-1] if parts else ""
