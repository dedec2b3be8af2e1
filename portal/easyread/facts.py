"""What an ad states beside its tasks: what you get, what is taken into account, who can get it, how to apply.

Only what is stated: each fact is told in our own few words, so nothing personal comes along.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from portal.easyread.fact_words import (
    CONSIDERATIONS,
    DEMANDS,
    GETS_ANYWHERE,
    GETS_WHERE_OFFERED,
    NEGATIONS,
    OFFER_WORDS,
)
from portal.easyread.job_types import JobType
from portal.easyread.lix import sentences
from portal.easyread.matching import fold, word_pattern
from portal.easyread.privacy import has_contacts
from portal.easyread.remembering import remembered
from portal.easyread.sections import SectionName, Sections
from portal.easyread.tasks import begins_like_task

MAX_FACTS = 6
_GET_WORDS = 6

Lines = Mapping[SectionName, list[str]]


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing an ad states: the easy words and the key of the picture. As a string it is its words."""

    text: str
    pictogram: str

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, eq=False, slots=True)
class _Rules:
    """Facts and the words that state them; `any` finds what any of them finds."""

    rows: tuple[tuple[re.Pattern[str], Fact], ...]
    any: re.Pattern[str]


def _rules(rows: Iterable[tuple[str, str, str]]) -> _Rules:
    found = tuple((word_pattern(words), Fact(text, pictogram)) for words, text, pictogram in rows)
    return _Rules(found, re.compile("|".join(words.pattern for words, _ in found)))


_ANYWHERE = _rules(GETS_ANYWHERE)
_OFFERED = _rules(GETS_WHERE_OFFERED)
_CONSIDERED = _rules(CONSIDERATIONS)
_DEMANDED = _rules((words, sentence, "person") for words, sentence in DEMANDS)
_OFFER, _NEGATION = word_pattern(OFFER_WORDS), word_pattern(NEGATIONS)

_THROUGH_KLAPJOB = re.compile(
    r"\b(?:gennem|igennem|via|til|hos) (?:\w+ )?klap\b|\b(?:gennem|igennem|via|til|hos) (?:\w+ )?klap-?job"
    r"|\bklap[^.!?\n]{0,40}\b(?:søge|ansøg)|\b(?:søg|ansøg)[^.!?\n]{0,60}\bklap"
)
_ONLY = re.compile(r"\b(?:kun|alene|udelukkende)\b")
_NO_CONTACT = re.compile(
    r"\b(?:kontakt|henvend|ring|ret|mød)\w*(?: \w+){0,2} ikke\b|\b(?:ikke"
    r"|undlad at)(?: \w+){0,3} (?:kontakt|henvend|ring)"
)
_WHO: Mapping[tuple[JobType, ...], str] = {
    ("skaanejob",): "Du kan få det her job, hvis du har førtidspension.",
    ("fleksjob",): "Du kan få det her job, hvis du har ret til fleksjob.",
    ("skaanejob", "fleksjob"): "Du kan få det her job, hvis du har førtidspension eller ret til fleksjob.",
}


def stated_lines(sections: Sections) -> Lines:
    """The folded sentences of each section but the tasks: what the readers below look through."""
    return {
        name: [fold(sentence) for text in texts for sentence in sentences(text)]
        for name, texts in ({**sections, "task_lines": _no_tasks(sections.get("task_lines", ()))}).items()
        if name != "tasks"
    }


def _no_tasks(lines: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(line for line in lines if not begins_like_task(line))


def read_gets(sections: Sections, stated: Lines) -> tuple[Fact, ...]:
    """What you get: known things stated anywhere but in the tasks, then short points of the ad's own list."""
    offered = stated.get("gets", [])
    rest = [line for name, lines in stated.items() if name != "gets" for line in lines]
    found = _matching(_ANYWHERE, offered + rest)
    found += _matching(_OFFERED, offered + [line for line in rest if _OFFER.search(line)])
    found += [fact for text in sections.get("gets", ()) for fact in _own_point(text)]
    return tuple(_without_bare_pay(dict.fromkeys(found)))[:MAX_FACTS]


def read_considerations(stated: Lines) -> tuple[Fact, ...]:
    """What the workplace takes into account, and how to get there, as far as the ad says so."""
    return tuple(dict.fromkeys(_matching(_CONSIDERED, _all(stated))))[:MAX_FACTS]


def read_who(open_to: tuple[JobType, ...], stated: Lines) -> str:
    """Who can get the job: the benefit it is open to, then at most two other plain demands; or ""."""
    asked = _matching(_DEMANDED, _all(stated))[:2]
    return " ".join([_WHO.get(open_to, ""), *map(str, asked)]).strip()


def read_how(stated: Lines) -> str:
    """How one applies, if the ad says that it is through KLAPjob; else ""."""
    said = {word for line in _all(stated) for word in _said_of_applying(line)}
    if "through" not in said:
        return ""
    told = "Du kan kun søge jobbet gennem KLAPjob." if "only" in said else "Du søger jobbet gennem KLAPjob."
    if "no contact" in said:
        told += " Du skal ikke selv skrive eller ringe til arbejdspladsen."
    return told


@remembered
def _said_of_applying(line: str) -> tuple[str, ...]:
    through = _THROUGH_KLAPJOB.search(line) is not None
    said = {
        "through": through,
        "only": through and _ONLY.search(line) is not None,
        "no contact": _NO_CONTACT.search(line) is not None,
    }
    return tuple(word for word, is_said in said.items() if is_said)


def _all(stated: Lines) -> list[str]:
    return [line for lines in stated.values() for line in lines]


def _matching(rules: _Rules, lines: list[str]) -> list[Fact]:
    stated = {number for line in lines for number in _stated_by(line, rules)}
    return [fact for number, (_, fact) in enumerate(rules.rows) if number in stated]


@remembered
def _stated_by(line: str, rules: _Rules) -> tuple[int, ...]:
    # Most lines state nothing, which one look tells.
    if not rules.any.search(line):
        return ()
    return tuple(number for number, (words, _) in enumerate(rules.rows) if _states(words, line))


def _states(words: re.Pattern[str], line: str) -> bool:
    found = words.search(line)
    return found is not None and not _NEGATION.search(line, max(0, found.start() - 30), found.start())


def _own_point(text: str) -> list[Fact]:
    known = any(rules.any.search(fold(text)) for rules in (_ANYWHERE, _OFFERED, _CONSIDERED))
    words = text.strip(" .,;:!").split()
    if known or not 1 <= len(words) <= _GET_WORDS or has_contacts(text) or not text[:1].isalpha():
        return []
    plain = " ".join(words)
    return [Fact(plain[0].upper() + plain[1:], "yes")]


def _without_bare_pay(facts: Iterable[Fact]) -> list[Fact]:
    listed = list(facts)
    more_about_pay = sum(fact.pictogram == "pay" for fact in listed) > 1
    return [fact for fact in listed if not (more_about_pay and fact.text == "Løn")]
