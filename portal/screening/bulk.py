"""One decision over several cases: each case is a transaction of its own, and one in the way stops no other.

What is possible with one case is possible with many: `portal.screening.actions.decide` does the work, with
the version of each case as it stood on the page. So the same page sent twice does nothing the second time.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from portal import cases
from portal.db import db
from portal.models.application import Application
from portal.models.staff import Staff
from portal.screening import actions, parts, verbs, words
from portal.screening.decisions import Decision
from portal.screening.verbs import Verb

MOST: Final = 100
# Answering many people in one go with a no is nothing to make easy.
KEYS: Final = ("tag", "giv-fri", "rigtig", "spoerg", "luk")
VERBS: Final = tuple(verb for key in KEYS if (verb := verbs.by_key(key)))
CHANGED: Final = "Sagen er ændret imens. Vi har ikke gjort noget."
TAKEN: Final = "En kollega har sagen."
NOT_NOW: Final = "Det kan ikke lade sig gøre med sagen nu."
_PICKED: Final = re.compile(r"([0-9a-z]{1,20}):([0-9]{1,9})")


@dataclass(frozen=True, kw_only=True)
class Picked:
    """A case that was picked in the list, in the version that stood there."""

    application: Application
    version: int
    name: str

    @property
    def value(self) -> str:
        """What the list and the summary send for it."""
        return f"{self.application.id}:{self.version}"


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What became of one case: done, or why not, in words."""

    picked: Picked
    why_not: str = ""


def by_key(key: str) -> Verb | None:
    """The verb of a URL if many cases may be decided with it, or None."""
    return next((verb for verb in VERBS if verb.key == key), None)


def picked(values: Iterable[str], staff: Staff) -> tuple[Picked, ...]:
    """The cases that were picked, each once and at most `MOST`; what `staff` may not see is left out."""
    found = [match.groups() for value in dict.fromkeys(values) if (match := _PICKED.fullmatch(value))]
    rows = ((cases.find(db.session(), staff, case_id), int(version)) for case_id, version in found[:MOST])
    return tuple(
        Picked(application=row, version=version, name=words.short_name(_name(row)))
        for row, version in rows
        if row is not None
    )


def _name(application: Application) -> str:
    return application.candidate.name if application.candidate else ""


def forecast(chosen: Sequence[Picked], verb: Verb, staff: Staff) -> tuple[Outcome, ...]:
    """What would become of each case now."""
    return tuple(Outcome(picked=one, why_not=_in_the_way(one, verb, staff)) for one in chosen)


def _in_the_way(one: Picked, verb: Verb, staff: Staff) -> str:
    if one.application.version != one.version:
        return CHANGED
    if cases.claimed_by(one.application) not in {None, staff.id}:
        return TAKEN
    offered = parts.offered(db.session(), one.application, staff)
    return "" if verb in offered else NOT_NOW


def decide(chosen: Sequence[Picked], verb: Verb, decision: Decision, *, by: Staff) -> tuple[Outcome, ...]:
    """Decides over each case for itself and tells what became of it; commits case by case."""
    return tuple(Outcome(picked=one, why_not=_decide_one(one, verb, decision, by)) for one in chosen)


def _decide_one(one: Picked, verb: Verb, decision: Decision, by: Staff) -> str:
    try:
        actions.decide(one.application, verb, replace(decision, version=one.version), by=by)
    except cases.StaleError:
        why_not = CHANGED
    except cases.ClaimedError:
        why_not = TAKEN
    except cases.MoveRefusedError:
        why_not = NOT_NOW
    else:
        return ""
    db.session.rollback()
    return why_not
