"""What somebody may do with a case now, out of the table of verbs."""

from typing import Final

from portal import cases
from portal.models.application import Application, State
from portal.screening.verb_table import OFFICE, VERBS, WITH_OFFICE, Part, Verb

__all__ = ["OFFICE", "VERBS", "WITH_OFFICE", "Part", "Verb", "by_key", "offered", "pass_on_to"]

_BY_KEY: Final = {verb.key: verb for verb in VERBS}


def by_key(key: str) -> Verb | None:
    """The verb of a URL, or None."""
    return _BY_KEY.get(key)


def offered(
    application: Application,
    parts: frozenset[Part],
    *,
    mine: bool = False,
    voted: frozenset[Part] = frozenset(),
    fresh: bool = False,
) -> tuple[Verb, ...]:
    """What somebody with these parts may do with the case now, in the order of the table.

    `mine` says whether they have claimed it, `voted` which parts have said yes to a fleksjob already, and
    `fresh` whether the last decision can still be taken back.
    """
    return tuple(
        verb
        for verb in VERBS
        if verb.parts & parts
        and application.state in verb.at
        and (fresh or verb.key != "fortryd")
        and _makes_sense(application, verb, mine=mine, may_vote=bool(verb.parts & parts - voted))
    )


def _makes_sense(application: Application, verb: Verb, *, mine: bool, may_vote: bool) -> bool:
    if verb.key in {"tag", "giv-fri"}:
        return mine == (verb.key == "giv-fri")
    if verb.key == "ja":
        return application.person_agreed_at is None
    if verb.key == "visiter-ja":
        return may_vote
    if verb.key == "videre":
        return pass_on_to(application) in cases.allowed_moves(application)
    return verb.to is None or verb.to in cases.allowed_moves(application)


def pass_on_to(application: Application) -> State:
    """Where "pass on" leads: for a fleksjob to a visitation, which consultant and leader decide together."""
    return State.VISITATION if application.fits == "fleksjob" else State.HANDED_OVER
