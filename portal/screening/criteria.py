"""Holds an application against the target group: each criterion met, not met or unknown, and by which answer.

It sorts and explains; it never decides. Nothing here says no: a signal tells a person where to look first.
"""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Final, NamedTuple

from portal.answers import Answer, find
from portal.easyread import lix
from portal.models.application import FilledBy

# How much somebody writes who may be able to find a job alone: plenty, or a good deal in heavy prose.
MANY_WORDS: Final = 120
FEWER_WORDS: Final = 60
HEAVY_LIX: Final = 35
FREE_TEXT: Final = "more"
PARTNER_TRADES: Final = "trades"
WANTS_A_CALL: Final = "call_phone"


class Verdict(StrEnum):
    """What the answers say about one criterion."""

    MET = "met"
    NOT_MET = "not_met"
    UNKNOWN = "unknown"


class Signal(StrEnum):
    """Where to look first: all is there, something is missing, or better talk with the person."""

    GREEN = "green"
    YELLOW = "yellow"
    TALK = "talk"


class Criterion(NamedTuple):
    """One criterion in words, what the answers say about it, and the answer that says so ("" if none).

    `asked` is the question of that answer, as it stood on the page.
    """

    words: str
    verdict: Verdict
    because: str = ""
    asked: str = ""


class Assessment(NamedTuple):
    """What a screener sees at a glance. `reasons` say in plain words why the signal is not green."""

    signal: Signal
    job_type: str
    criteria: tuple[Criterion, ...]
    one_is_enough: tuple[Criterion, ...] = ()
    reasons: tuple[str, ...] = ()
    words_written: int = 0
    fluent: bool = False


def assess(answers: Sequence[Answer], *, fits: str, filled_by: FilledBy | None) -> Assessment:
    """Holds the answers against the criteria of what the person says fits (`fits`, "" if skipped)."""
    criteria = _criteria(answers, fits)
    one_is_enough = _one_is_enough(answers) if fits == "fleksjob" else ()
    words, fluent = _fluency(answers)
    talk = _reasons_to_talk(answers, fits, fluent=fluent and filled_by == FilledBy.SELF)
    missing = _what_is_missing(criteria, one_is_enough)
    signal = Signal.TALK if talk else Signal.YELLOW if missing else Signal.GREEN
    return Assessment(
        signal=signal,
        job_type=_JOB_TYPES.get(fits, ""),
        criteria=criteria,
        one_is_enough=one_is_enough,
        reasons=(*talk, *missing),
        words_written=words,
        fluent=fluent,
    )


_JOB_TYPES: Final[Mapping[str, str]] = {
    "disability_pension": "Skånejob",
    "fleksjob": "Fleksjob",
    "stu": "STU-elev",
}
_FIRST_CRITERION: Final[Mapping[str, str]] = {
    "disability_pension": "Har fået førtidspension",
    "fleksjob": "Har ret til fleksjob",
    "stu": "Går på STU",
}
# Questions of the fleksjob branch: criterion, the answer's key, the values that meet it. Less or more work
# than the target group can do counts as not met.
_FLEKSJOB: Final = (
    ("Har gået eller går på STU", "stu_status", frozenset({"done", "now"})),
    ("Gik i specialklasse eller havde PPR som barn", "special_class", frozenset({"yes"})),
    ("Får støtte hjemme eller på et bosted", "support", frozenset({"yes"})),
    ("Kan arbejde cirka en fjerdedel", "capacity", frozenset({"about_15_35"})),
)
_NO: Final = frozenset({"no", "less", "more"})


def _criteria(answers: Sequence[Answer], fits: str) -> tuple[Criterion, ...]:
    said = find(answers, "fits")
    words = _FIRST_CRITERION.get(fits, "Har førtidspension, fleksjob eller går på STU")
    verdict = Verdict.MET if fits in _FIRST_CRITERION else Verdict.UNKNOWN
    return _criterion(words, verdict, said), _partner_companies(answers)


def _criterion(words: str, verdict: Verdict, answer: Answer | None) -> Criterion:
    because, asked = (answer.text, answer.question) if answer else ("", "")
    return Criterion(words=words, verdict=verdict, because=because, asked=asked)


def _partner_companies(answers: Sequence[Answer]) -> Criterion:
    """The twelve trades on the form are those of the partner companies; "other" alone may be anything."""
    chosen = find(answers, PARTNER_TRADES)
    known = chosen is not None and bool(set(chosen.values) - {"other", "dont_know"})
    verdict = Verdict.MET if known else Verdict.UNKNOWN
    return _criterion("Vil arbejde et sted, vi samarbejder med", verdict, chosen)


def _one_is_enough(answers: Sequence[Answer]) -> tuple[Criterion, ...]:
    return tuple(_by_answer(words, find(answers, key), meets) for words, key, meets in _FLEKSJOB)


def _by_answer(words: str, answer: Answer | None, meets: frozenset[str]) -> Criterion:
    said = frozenset(answer.values if answer else ())
    verdict = Verdict.MET if meets & said else Verdict.NOT_MET if _NO & said else Verdict.UNKNOWN
    return _criterion(words, verdict, answer)


def _fluency(answers: Sequence[Answer]) -> tuple[int, bool]:
    """How many words were written freely, and whether that is much, or much in heavy sentences."""
    written = find(answers, FREE_TEXT)
    if written is None:
        return 0, False
    measured = lix.measure(written.text)
    heavy = measured.words >= FEWER_WORDS and measured.score >= HEAVY_LIX
    return measured.words, heavy or measured.words >= MANY_WORDS


def _reasons_to_talk(answers: Sequence[Answer], fits: str, *, fluent: bool) -> tuple[str, ...]:
    reasons = ["Personen vil gerne ringes op."] if find(answers, WANTS_A_CALL) else []
    if fits == "clarify":
        reasons.append("Kommunen er ved at afklare, hvad personen kan.")
    elif fits not in _FIRST_CRITERION:
        reasons.append("Vi ved ikke, om personen har pension, fleksjob eller STU.")
    if fluent:
        reasons.append("Personen har selv skrevet en lang og flydende tekst.")
    return tuple(reasons)


def _what_is_missing(criteria: Sequence[Criterion], one_is_enough: Sequence[Criterion]) -> tuple[str, ...]:
    # The first criterion is what the reasons to talk are about.
    missing = [f"Vi mangler svar: {c.words}." for c in criteria[1:] if c.verdict != Verdict.MET]
    if one_is_enough and not any(c.verdict == Verdict.MET for c in one_is_enough):
        missing.append("Vi mangler mindst ét svar om STU, skole, støtte eller arbejdsevne.")
    return tuple(missing)
