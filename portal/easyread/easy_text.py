"""The easy text of an ad as an editor writes it: the parts of its page, each in a few plain words.

A part that is left empty says nothing of its own; the page then shows what was read from the ad.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from portal.easyread.ad import EasyAd, Task
from portal.easyread.facts import Fact

VERSION: Final = 1
NEW_GET: Final = "yes"
"""The picture of something one gets that the ad's own text did not state in these words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EasyText:
    """One easy text. `place`, `time`, `pay` and `who` are lines; all may be "" but the title."""

    title: str
    summary: str = ""
    tasks: tuple[Task, ...] = ()
    place: str = ""
    time: str = ""
    pay: str = ""
    who: str = ""

    @property
    def running_text(self) -> str:
        """All of it, line by line, as LIX reads it."""
        parts = (self.title, self.summary, *map(str, self.tasks), self.place, self.time, self.pay, self.who)
        return "\n".join(part for part in parts if part)


def to_json(text: EasyText) -> dict[str, Any]:
    """The text as a plain dict for a JSON column; `from_json` reads it back."""
    values = {name: getattr(text, name) for name in EasyText.__slots__ if name != "tasks"}
    tasks = [{"text": task.text, "pictogram": task.pictogram} for task in text.tasks]
    return {"version": VERSION, **values, "tasks": tasks}


def from_json(stored: Mapping[str, Any] | None) -> EasyText | None:
    """The text that `to_json` stored, or None. ValueError where it is no such dict."""
    if stored is None:
        return None
    if stored.get("version") != VERSION:
        raise ValueError(f"easy text of version {stored.get('version')!r}, not {VERSION}")
    values = {name: value for name, value in stored.items() if name not in {"version", "tasks"}}
    return EasyText(**values, tasks=tuple(Task(**task) for task in stored["tasks"]))


def over(machine: EasyAd, text: EasyText | None) -> EasyAd:
    """What the machine read, with an editor's text over it."""
    if text is None:
        return machine
    time = " ".join(text.time.split("\n")).rstrip(".")
    return replace(
        machine,
        title=text.title or machine.title,
        summary=text.summary or machine.summary,
        tasks=text.tasks or machine.tasks,
        hours=replace(machine.hours, text=time or machine.hours.text),
        workdays="" if time else machine.workdays,
        gets=_gets(machine, text.pay) if text.pay else machine.gets,
        considerations=() if text.pay else machine.considerations,
        who=" ".join(text.who.split("\n")) or machine.who,
    )


def _gets(machine: EasyAd, pay: str) -> tuple[Fact, ...]:
    """The lines of what one gets; those that the machine read keep their picture."""
    known = {fact.text: fact.pictogram for fact in (*machine.gets, *machine.considerations)}
    return tuple(Fact(line, known.get(line, _picture(line))) for line in pay.split("\n") if line)


def _picture(line: str) -> str:
    return "pay" if "løn" in line.lower() else NEW_GET
