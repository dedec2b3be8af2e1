"""How long everything is kept, and why: one table, which the worker deletes by and the privacy page shows.

The days that stand here are defaults. An administrator may choose others within the bounds of a rule; where
both bounds are the default, the days are promised elsewhere and stay (promise 44).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from portal import clock
from portal.models.application import ENDS, OPEN, State
from portal.models.deletion import RetentionChoice
from portal.models.staff import Staff

WARNED_BEFORE: Final = timedelta(days=14)
"""So long before it is deleted a person hears of it, and staff see it on their list."""


@dataclass(frozen=True, kw_only=True)
class Rule:
    """What is kept how many days, from when on, and what for; `warns` says that the person is told before."""

    key: str
    what: str
    since: str
    purpose: str
    days: int
    least: int
    most: int
    warns: bool = False

    @property
    def is_fixed(self) -> bool:
        """Whether nobody may choose another time."""
        return self.least == self.most


_ALL: Final = (
    Rule(
        key="draft",
        what="Svar, der ikke er sendt",
        since="Siden der sidst blev skrevet i dem",
        purpose="Så man kan holde pause og skrive videre",
        days=30,
        least=30,
        most=30,
    ),
    Rule(
        key="quarantined",
        what="Sager, der er lagt til side, og som ingen har set på",
        since="Siden de kom ind",
        purpose="Så et menneske kan nå at se, om de er ægte",
        days=180,
        least=90,
        most=365,
    ),
    Rule(
        key="no_yes",
        what="Sager, som personen aldrig selv sagde ja til",
        since="Siden sagen blev lukket",
        purpose="Så personen kan nå at ombestemme sig",
        days=30,
        least=7,
        most=180,
    ),
    Rule(
        key="not_in_target_group",
        what="Sager, hvor KLAPjob ikke passer til personen",
        since="Siden personen fik svar",
        purpose="Så vi kan svare, hvis personen spørger igen",
        days=180,
        least=30,
        most=365,
        warns=True,
    ),
    Rule(
        key="closed",
        what="Sager, der er lukket",
        since="Siden sagen blev lukket",
        purpose="Så personen kan komme tilbage uden at begynde forfra",
        days=365,
        least=30,
        most=1095,
        warns=True,
    ),
    Rule(
        key="withdrawn",
        what="Sager, som personen har trukket tilbage. Svarene er slettet med det samme",
        since="Siden personen sagde nej tak",
        purpose="Så det kan ses, at sagen kom ind og blev trukket tilbage",
        days=30,
        least=1,
        most=180,
    ),
    Rule(
        key="followed_up",
        what="Sager, hvor personen har fået et job, og vi har talt sammen efter 6 måneder",
        since="Siden den sidste samtale",
        purpose="Så vi kan hjælpe, hvis jobbet holder op",
        days=730,
        least=180,
        most=1825,
        warns=True,
    ),
    Rule(
        key="idle",
        what="Åbne sager, hvor der ikke er sket noget",
        since="Siden der sidst skete noget",
        purpose="Så vi kan finde et job til personen",
        days=730,
        least=365,
        most=1825,
        warns=True,
    ),
    Rule(
        key="mail",
        what="At der er sendt en mail eller en SMS. Teksten er slettet, da den blev sendt",
        since="Siden den blev skrevet",
        purpose="Så vi kan se, om en besked kom frem",
        days=365,
        least=30,
        most=730,
    ),
    Rule(
        key="arrival",
        what="Lister med personer, som aldrig blev læst ind",
        since="Siden listen blev lagt op",
        purpose="Så den kan rettes og læses ind",
        days=30,
        least=7,
        most=90,
    ),
    Rule(
        key="subscription",
        what="Mail eller telefonnummer til besked om nye jobs",
        since="Siden man sagde ja",
        purpose="Så vi kan sende besked om nye jobs",
        days=365,
        least=365,
        most=365,
    ),
    Rule(
        key="school_visit",
        what="Lærere, der har bedt om besøg på en skole",
        since="Siden besøgets dag",
        purpose="Så vi kan aftale og holde besøget",
        days=60,
        least=60,
        most=60,
    ),
    Rule(
        key="audit",
        what="Hvem på kontoret der har set på hvad",
        since="Siden det skete. Vi sletter hele måneder",
        purpose="Så personen kan få at vide, hvornår nogen har set på sagen",
        days=365,
        least=180,
        most=1825,
    ),
    Rule(
        key="access_log",
        what="Hvilke sider der er åbnet, uden navn og adresse på læseren",
        since="Siden siden blev åbnet",
        purpose="Så vi kan tælle besøg og finde fejl",
        days=30,
        least=30,
        most=30,
    ),
    Rule(
        key="backup",
        what="Sikkerhedskopier, låst med en nøgle",
        since="Siden kopien blev taget",
        purpose="Så intet går tabt, hvis en maskine går i stykker",
        days=35,
        least=35,
        most=35,
    ),
)
RULES: Final[Mapping[str, Rule]] = {rule.key: rule for rule in _ALL}

OF_STATE: Final[Mapping[State, str]] = {
    State.DRAFT: "draft",
    State.QUARANTINED: "quarantined",
    State.NOT_IN_TARGET_GROUP: "not_in_target_group",
    State.CLOSED: "closed",
    State.WITHDRAWN: "withdrawn",
    State.FOLLOWED_UP: "followed_up",
    **dict.fromkeys(OPEN - {State.QUARANTINED}, "idle"),
}
"""The rule of each state. A merged case goes with the one that it became part of."""
FOLLOWS: Final = frozenset(State) - set(OF_STATE)
assert frozenset({State.MERGED}) == FOLLOWS, "each state has a rule"
assert set(OF_STATE) >= ENDS - FOLLOWS


class OutOfBoundsError(ValueError):
    """The days are not within the bounds of the rule."""


def days(session: Session) -> dict[str, int]:
    """How many days each rule keeps what it is about, as chosen or by default."""
    chosen = {row.key: row.days for row in session.scalars(select(RetentionChoice))}
    return {key: _within(rule, chosen.get(key, rule.days)) for key, rule in RULES.items()}


def _within(rule: Rule, wanted: int) -> int:
    """A choice from before the bounds were what they are now."""
    return min(max(wanted, rule.least), rule.most)


def choose(session: Session, key: str, wanted: int, *, by: Staff) -> None:
    """Keeps what a rule is about so many days from now on. The caller commits. Raises OutOfBoundsError."""
    rule = RULES[key]
    if wanted != _within(rule, wanted):
        raise OutOfBoundsError(key)
    session.merge(RetentionChoice(key=key, days=wanted, changed_at=clock.now(), changed_by_id=by.id))


def in_words(number: int) -> str:
    """So many days in plain Danish: "30 dage", "6 måneder", "2 år"."""
    if number % 365 == 0:
        return f"{number // 365} år"
    if 60 <= number < 365 and number % 30 <= number // 30:  # a month has 30 or 31 days
        return f"{number // 30} måneder"
    return f"{number} dage" if number != 1 else "1 dag"
