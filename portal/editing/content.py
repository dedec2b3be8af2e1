"""An own ad as it is written: the easy text, and the facts that an imported ad would have from its source."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import date, timedelta
from typing import Any, Final

from portal import cleaning, clock
from portal.easyread import easy_text
from portal.easyread.ad import EasyAd
from portal.easyread.ad import to_json as machine_json
from portal.easyread.easy_text import EasyText
from portal.easyread.hours import read_hours
from portal.easyread.lix import measure
from portal.easyread.trades import TRADES
from portal.places import postcodes

JOB_TYPES: Final[Mapping[str, str]] = {
    "skaanejob": "Skånejob",
    "fleksjob": "Fleksjob",
    "unknown": "Begge dele",
}
LONGEST: Final = 80
LONGEST_DEADLINE: Final = timedelta(days=366)
MOST_HOURS: Final = 37


@dataclass(frozen=True, kw_only=True)
class Facts:
    """The facts as they were typed: hours a week as a number, the deadline as an ISO date, both may be ""."""

    employer: str = ""
    address: str = ""
    postal_code: str = ""
    job_type: str = "skaanejob"
    trade: str = "other"
    hours: str = ""
    deadline: str = ""


@dataclass(frozen=True, kw_only=True)
class Content:
    """Facts and text together, as `OwnAd.content` keeps them."""

    facts: Facts = field(default_factory=Facts)
    text: EasyText = field(default_factory=lambda: EasyText(title=""))


def to_json(content: Content) -> dict[str, Any]:
    """The content as a plain dict; `from_json` reads it back."""
    facts = {one.name: getattr(content.facts, one.name) for one in fields(Facts)}
    return {"facts": facts, "text": easy_text.to_json(content.text)}


def from_json(stored: Mapping[str, Any]) -> Content:
    """The content that `to_json` stored; an empty one for {}."""
    if not stored:
        return Content()
    text = easy_text.from_json(stored["text"]) or EasyText(title="")
    return Content(facts=Facts(**stored["facts"]), text=text)


def read_facts(typed: Mapping[str, str]) -> Facts:
    """Reads the facts of the form; what is wrong with them `wrong_with` says."""
    lines = {
        one.name: cleaning.line(typed.get(one.name, ""))[: LONGEST * 2]
        for one in fields(Facts)
        if one.name not in {"job_type", "trade"}
    }
    job_type, trade = typed.get("job_type", ""), typed.get("trade", "")
    return Facts(
        **lines,
        job_type=job_type if job_type in JOB_TYPES else "skaanejob",
        trade=trade if trade in TRADES else "other",
    )


def wrong_with(facts: Facts) -> dict[str, str]:
    """What must be put right before readers see the ad, by field."""
    checks = {
        "employer": (not facts.employer, "Skriv arbejdspladsens navn."),
        "postal_code": (
            postcodes.by_number(facts.postal_code) is None,
            "Skriv arbejdspladsens postnummer, fx 4200.",
        ),
        "hours": (bool(facts.hours) and hours_of(facts) is None, f"Skriv et tal fra 1 til {MOST_HOURS}."),
        "deadline": (
            bool(facts.deadline) and deadline_of(facts) is None,
            "Vælg en dag fra i dag og et år frem. Eller lad feltet stå tomt.",
        ),
    }
    long = [name for name in ("employer", "address") if len(getattr(facts, name)) > LONGEST]
    too_long = dict.fromkeys(long, f"Skriv højst {LONGEST} tegn.")
    return too_long | {name: told for name, (wrong, told) in checks.items() if wrong}


def hours_of(facts: Facts) -> float | None:
    """The hours a week, or None."""
    try:
        hours = float(facts.hours.replace(",", "."))
    except ValueError:
        return None
    return hours if 1 <= hours <= MOST_HOURS else None


def deadline_of(facts: Facts) -> date | None:
    """The last day to apply, or None."""
    try:
        day = date.fromisoformat(facts.deadline)
    except ValueError:
        return None
    return day if clock.today() <= day <= clock.today() + LONGEST_DEADLINE else None


def machine_of(content: Content) -> dict[str, Any]:
    """What the machine would have read: the same text, for what is computed from the parts of an ad."""
    text, facts = content.text, content.facts
    hours = hours_of(facts)
    return machine_json(
        EasyAd(
            title=text.title,
            summary=text.summary,
            tasks=text.tasks,
            hours=read_hours("", least=hours, most=hours),
            workdays="",
            gets=(),
            who="",
            how="",
            considerations=(),
            job_type="skaanejob"
            if facts.job_type == "skaanejob"
            else "fleksjob"
            if facts.job_type == "fleksjob"
            else "unknown",
            trade=facts.trade,
            lix=round(measure(text.running_text).score, 1),
        )
    )
