"""The questions of the guide and what the answers lead to. Pure; change the words here.

It decides nothing: it says where somebody is likely to get help, and why, in one sentence each.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Outcome(StrEnum):
    """What is likely the best way on."""

    APPLY = "apply"
    TALK = "talk"
    ANOTHER_WAY = "another_way"


@dataclass(frozen=True, kw_only=True)
class Option:
    """One tile."""

    value: str
    words: str
    picture: str
    hint: str = ""


@dataclass(frozen=True, kw_only=True)
class Question:
    """One page of the guide. `only_after` names answers to the first question that make it worth asking."""

    key: str
    slug: str
    heading: str
    missing: str
    options: tuple[Option, ...]
    hint: str = ""
    only_after: frozenset[str] = frozenset()


Chosen = Mapping[str, str]
YES: Final = Option(value="yes", words="Ja", picture="yes")
NO: Final = Option(value="no", words="Nej", picture="no")
DONT_KNOW: Final = Option(value="dont_know", words="Det ved jeg ikke", picture="dont_know")

QUESTIONS: Final = (
    Question(
        key="fits",
        slug="hvad-passer",
        heading="Hvad passer på dig?",
        missing="Vælg, hvad der passer på dig.",
        options=(
            Option(value="disability_pension", words="Jeg får førtidspension", picture="disability_pension"),
            Option(value="fleksjob", words="Jeg har ja til et fleksjob", picture="fleksjob"),
            Option(
                value="stu",
                words="Jeg går på STU",
                picture="stu",
                hint="STU er en skole for unge med handicap.",
            ),
            Option(value="clarify", words="Kommunen er ved at finde ud af det", picture="clarify"),
            Option(value="dont_know", words="Noget andet, eller det ved jeg ikke", picture="dont_know"),
        ),
    ),
    Question(
        key="disability",
        slug="svaert-ved",
        heading="Er det svært for dig at lære nyt?",
        missing="Vælg, om det er svært for dig at lære nyt.",
        hint="Eller er det svært at holde styr på tingene?",
        options=(YES, NO, DONT_KNOW),
    ),
    Question(
        key="alone",
        slug="finde-selv",
        heading="Kan du selv finde og søge et job?",
        missing="Vælg, om du selv kan finde et job.",
        options=(
            Option(value="no", words="Nej, jeg skal have hjælp", picture="helper"),
            Option(value="yes", words="Ja, det kan jeg selv", picture="person"),
            DONT_KNOW,
        ),
    ),
    Question(
        key="help_before",
        slug="hjaelp-foer",
        heading="Har du fået særlig hjælp?",
        missing="Vælg, om du har fået særlig hjælp.",
        hint="Det er fx specialklasse, STU, bostøtte eller et bosted.",
        options=(YES, NO, DONT_KNOW),
        only_after=frozenset({"fleksjob"}),
    ),
)
BY_SLUG: Final = {question.slug: question for question in QUESTIONS}
_SCHEMES: Final = frozenset({"disability_pension", "fleksjob", "stu"})
_WHY: Final = {
    "disability_pension": "Du får førtidspension, og så kan du få et skånejob.",
    "fleksjob": "Du har ja til et fleksjob, og dem har vi nogle af.",
    "stu": "Du går på STU, og vi hjælper elever fra STU.",
    "clarify": "Kommunen er ikke færdig, men vi kan godt tale sammen nu.",
}


def path(chosen: Chosen) -> tuple[Question, ...]:
    """The questions that these answers lead past."""
    return tuple(q for q in QUESTIONS if not q.only_after or chosen.get("fits") in q.only_after)


def next_open(chosen: Chosen) -> Question | None:
    """The first question without an answer; None where all are answered."""
    return next((question for question in path(chosen) if question.key not in chosen), None)


def before(chosen: Chosen, question: Question) -> Question | None:
    """The question before this one; None at the beginning."""
    asked = path(chosen)
    place = asked.index(question) if question in asked else 0
    return asked[place - 1] if place else None


def outcome(chosen: Chosen) -> Outcome:
    """What the answers lead to. Where anything is unknown, a talk is the way on."""
    if chosen.get("disability") == "no" and chosen.get("alone") == "yes":
        return Outcome.ANOTHER_WAY
    if chosen.get("fits") not in _SCHEMES or chosen.get("disability") == "no" or chosen.get("alone") == "yes":
        return Outcome.TALK
    if chosen.get("fits") == "fleksjob" and chosen.get("help_before") != "yes":
        return Outcome.TALK
    return Outcome.APPLY


def reasons(chosen: Chosen) -> tuple[str, ...]:
    """Why, in one short sentence for each answer that counted."""
    found = [_WHY.get(chosen.get("fits", ""), "Vi ved ikke nok om dig endnu.")]
    if chosen.get("disability") == "yes":
        found.append("Vi hjælper mennesker, der har svært ved at lære nyt.")
    if chosen.get("disability") == "no":
        found.append("Vi hjælper mest mennesker, der har svært ved at lære nyt.")
    if chosen.get("alone") == "no":
        found.append("Du skal have hjælp til at finde job, og det er det, vi gør.")
    if chosen.get("alone") == "yes":
        found.append("Du kan selv søge job. Så er der flere at vælge mellem.")
    return tuple(found)
