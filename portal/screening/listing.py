"""A list of cases as its page shows it: sections with their lines, links to more, and page numbers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from flask import request, url_for
from sqlalchemy.orm import Session

from portal.models.staff import Role, Staff
from portal.screening import queries, rows, sections
from portal.screening.groups import Group
from portal.screening.rows import Row
from portal.screening.sections import PER_PAGE, Section, Wanted

NEIGHBOURS = 2
MAYBE_TWICE = "Måske dobbelt"


@dataclass(frozen=True, kw_only=True)
class PageLink:
    """One page number of a long list."""

    number: int
    url: str
    here: bool


@dataclass(frozen=True, kw_only=True)
class Listed:
    """One section of the page. `all_url` leads to the rest ("" if all are here); None in `pages` is a gap."""

    key: str
    heading: str
    count: int
    rows: tuple[Row, ...]
    all_url: str
    pages: tuple[PageLink | None, ...]
    previous: str
    following: str


def read(
    session: Session, staff: Staff, groups: tuple[Group, ...], wanted: Wanted, *, endpoint: str
) -> tuple[Listed, ...]:
    """The sections of a list; `endpoint` names its page."""
    found = sections.read(session, staff, groups, wanted)
    lines = _lines(session, staff, [row for section in found for row in section.cases])
    return tuple(
        _listed(section, lines, wanted, endpoint) for section in found if section.count or wanted.group
    )


def others(groups: tuple[Group, ...], wanted: Wanted, *, endpoint: str) -> tuple[tuple[str, str], ...]:
    """The headings that the overview does not have, with their addresses; what is there is not counted."""
    return tuple((g.heading, _address(endpoint, g, wanted)) for g in groups if not g.first)


def _lines(session: Session, staff: Staff, cases: Sequence[queries.Listed]) -> dict[str, Row]:
    """The lines by id. The office, who sorts and joins cases, sees the signals, and whose person may have
    another open one; a consultant's cases are sorted.
    """
    lines = rows.of_cases(session, cases)
    if not staff.has(Role.SECRETARIAT, Role.LEADER):
        lines = {case_id: line._replace(tag="") for case_id, line in lines.items()}
    else:
        for case_id in (case.id for case in cases if case.twice):
            lines[case_id] = lines[case_id]._replace(marks=(*lines[case_id].marks, MAYBE_TWICE))
    return lines


def _listed(section: Section, lines: Mapping[str, Row], wanted: Wanted, endpoint: str) -> Listed:
    last = -(-section.count // PER_PAGE) if wanted.group else 1
    here = wanted.page
    return Listed(
        key=section.group.key,
        heading=section.group.heading,
        count=section.count,
        rows=tuple(lines[application.id] for application in section.cases),
        all_url=""
        if wanted.group or len(section.cases) == section.count
        else _address(endpoint, section.group, wanted),
        pages=tuple(_page_link(n, section, wanted, endpoint) for n in numbers(here, last)),
        previous=_address(endpoint, section.group, wanted, here - 1) if 1 < here <= last else "",
        following=_address(endpoint, section.group, wanted, here + 1) if here < last else "",
    )


def numbers(here: int, last: int) -> list[int | None]:
    """The page numbers to show: the first, the last, and those around `here`; None stands for a gap."""
    if last <= 1:
        return []
    near = [n for n in range(1, last + 1) if n in {1, last} or abs(n - here) <= NEIGHBOURS]
    shown: list[int | None] = []
    for number in near:
        if shown and shown[-1] is not None and number - shown[-1] > 1:
            shown.append(None)
        shown.append(number)
    return shown


def _page_link(number: int | None, section: Section, wanted: Wanted, endpoint: str) -> PageLink | None:
    if number is None:
        return None
    address = _address(endpoint, section.group, wanted, number)
    return PageLink(number=number, url=address, here=number == wanted.page)


def _address(endpoint: str, group: Group, wanted: Wanted, page: int = 1) -> str:
    return _address_of(endpoint, group.key, replace(wanted, group=group.key, page=page), request.script_root)


@lru_cache(maxsize=1024)
def _address_of(endpoint: str, key: str, wanted: Wanted, _below: str) -> str:
    return url_for(
        endpoint,
        gruppe=key,
        kommune=wanted.municipality or None,
        ordning=wanted.fits or None,
        hvem="mig" if wanted.held_by_me else None,
        side=wanted.page if wanted.page > 1 else None,
    )
