"""A job ad as easy parts: what you do, when, what you get, who can get it, how to apply.

A part that the ad does not state is "" or an empty tuple; the pages say so kindly. Nothing that comes out
holds markup, contact persons, phone numbers, mail addresses or CPR-like numbers.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from portal.easyread.facts import Fact, read_considerations, read_gets, read_how, read_stated, read_who
from portal.easyread.hours import Hours, hours_of, workdays_of
from portal.easyread.html import read_blocks
from portal.easyread.job_types import JobType, types_of
from portal.easyread.lines import read_line
from portal.easyread.lix import together
from portal.easyread.matching import fold
from portal.easyread.sections import sections_of
from portal.easyread.summaries import easy_summary
from portal.easyread.task_lists import find_tasks
from portal.easyread.tasks import picture_of
from portal.easyread.titles import plain_title
from portal.easyread.trades import TRADES, trade_of

# Raised when stored parts can no longer be read: the ad is then read afresh.
VERSION = 1


@dataclass(frozen=True, slots=True)
class Task:
    """One task: a few words, verb first, and the key of its picture. As a string it is its words."""

    text: str
    pictogram: str

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True, kw_only=True)
class EasyAd:
    """The easy parts of one ad; every text is plain Danish, empty where the ad states nothing.

    ``trade`` is a key of `portal.easyread.trades.TRADES`; ``lix`` the score of the ad's own text.
    """

    title: str
    summary: str
    tasks: tuple[Task, ...]
    hours: Hours
    workdays: str
    gets: tuple[Fact, ...]
    who: str
    how: str
    considerations: tuple[Fact, ...]
    job_type: JobType
    trade: str
    lix: float


def read_ad(
    *,
    title: str,
    employer: str,
    town: str,
    body_html: str,
    hours_min: float | None = None,
    hours_max: float | None = None,
) -> EasyAd:
    """The easy parts of an ad; never raises. Hours are a week's, None where the feed gives none."""
    blocks = read_blocks(body_html)
    lines = [read_line(block.text) for block in blocks]
    folded = [line.folded for line in lines]
    sections = sections_of(blocks)
    stated = read_stated(sections)
    open_to = types_of(title, [demand for line in lines for demand in line.demands], folded)
    tasks = find_tasks(sections)
    trade = trade_of(title, employer, map(fold, tasks) if tasks else folded)
    plain = plain_title(title=title, employer=employer, town=town, trade=trade, first_task="".join(tasks[:1]))
    return EasyAd(
        title=plain,
        summary=easy_summary(title=plain, tasks=tasks, employer=employer, town=town),
        tasks=tuple(Task(task, picture_of(task, otherwise=TRADES[trade].pictogram)) for task in tasks),
        hours=hours_of([line.hours for line in lines], least=hours_min, most=hours_max),
        workdays=workdays_of(line.work for line in lines),
        gets=read_gets(sections, stated),
        who=read_who(open_to, stated),
        how=read_how(stated),
        considerations=read_considerations(stated),
        job_type=open_to[0] if len(open_to) == 1 else "unknown",
        trade=trade,
        lix=round(together(line.counts for line in lines).score, 1),
    )


def to_json(ad: EasyAd) -> dict[str, Any]:
    """The ad as a plain dict for a JSON column; `from_json` reads it back."""
    parts = {name: getattr(ad, name) for name in EasyAd.__slots__}
    return {"version": VERSION, **{name: _plain(value) for name, value in parts.items()}}


def _plain(value: Any) -> Any:
    # `dataclasses.asdict` copies every text, and takes longer than half of the reading.
    if isinstance(value, tuple):
        return tuple(map(_plain, value))
    if isinstance(value, Task | Fact | Hours):
        return {name: getattr(value, name) for name in value.__slots__}
    return value


def from_json(stored: Mapping[str, Any]) -> EasyAd:
    """The ad that `to_json` stored. ValueError if it was stored in another version or is not such a dict."""
    if stored.get("version") != VERSION:
        raise ValueError(f"easy ad of version {stored.get('version')!r}, not {VERSION}")
    parts = {name: value for name, value in stored.items() if name != "version"}
    try:
        return EasyAd(
            **parts
            | {
                "tasks": tuple(Task(**task) for task in parts["tasks"]),
                "gets": tuple(Fact(**fact) for fact in parts["gets"]),
                "considerations": tuple(Fact(**fact) for fact in parts["considerations"]),
                "hours": Hours(**parts["hours"]),
            }
        )
    except (KeyError, TypeError) as error:
        raise ValueError(f"not a stored easy ad: {error}") from error
