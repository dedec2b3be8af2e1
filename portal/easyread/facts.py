"""What an ad states beside its tasks: what you get, what is taken into account, who can get it, how to apply.

Only what is stated: each fact is told in our own few words, so nothing personal comes along.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

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
from portal.easyread.matching import WordLists, fold, starts_of, word_pattern
from portal.easyread.privacy import has_contacts
from portal.easyread.remembering import remembered
from portal.easyread.sections import Sections
from portal.easyread.tasks import begins_like_task

MAX_FACTS = 6
_GET_WORDS = 6

Numbers = frozenset[int]


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing an ad states: the easy words and the key of the picture. As a string it is its words."""

    text: str
    pictogram: str

    def __str__(self) -> str:
        return self.text


_ROWS = (*GETS_ANYWHERE, *GETS_WHERE_OFFERED, *CONSIDERATIONS)
_FACTS = tuple(Fact(text, pictogram) for _, text, pictogram in _ROWS)
_RULES = WordLists([*(words for words, _, _ in _ROWS), *(words for words, _ in DEMANDS)])
# Which numbers of `_RULES` belong to which list.
_ANYWHERE = range(len(GETS_ANYWHERE))
_OFFERED = range(_ANYWHERE.stop, _ANYWHERE.stop + len(GETS_WHERE_OFFERED))
_CONSIDERED = range(_OFFERED.stop, len(_ROWS))
_DEMANDED = range(len(_ROWS), len(_ROWS) + len(DEMANDS))
_OFFER, _NEGATION = WordLists([OFFER_WORDS]), word_pattern(NEGATIONS)


@dataclass(frozen=True, slots=True)
class Stated:
    """What a text states, as numbers of rules: anywhere in it, and where it tells what one gets; and what it
    says of applying.
    """

    numbers: Numbers = frozenset()
    offered: Numbers = frozenset()
    applying: frozenset[str] = frozenset()


_NOTHING = Stated()
_THROUGH_KLAPJOB = re.compile(
    r"\b(?:gennem|igennem|via|til|hos) (?:\w+ )?klap\b|\b(?:gennem|igennem|via|til|hos) (?:\w+ )?klap-?job"
    r"|\bklap[^.!?\n]{0,40}\b(?:søge|ansøg)|\b(?:søg|ansøg)[^.!?\n]{0,60}\bklap"
)
_ONLY = re.compile(r"\b(?:kun|alene|udelukkende)\b")
_NO_CONTACT = re.compile(
    r"\b(?:kontakt|henvend|ring|ret|mød)\w*(?: \w+){0,2} ikke\b|\b(?:ikke"
    r"|undlad at)(?: \w+){0,3} (?:kontakt|henvend|ring)"
)
_SEARCH_THROUGH = "Du søger jobbet gennem KLAPjob."
_WHO: Mapping[tuple[JobType, ...], str] = {
    ("skaanejob",): "Du kan få det her job, hvis du har førtidspension.",
    ("fleksjob",): "Du kan få det her job, hvis du har ret til fleksjob.",
    ("skaanejob", "fleksjob"): "Du kan få det her job, hvis du har førtidspension eller ret til fleksjob.",
}


def read_stated(sections: Sections) -> Stated:
    """What an ad states outside its tasks: what the readers below look through."""
    said = [_in_section(name, stated_in(text)) for name, text in _texts(sections)]
    return _together(stated for stated in said if stated is not _NOTHING)


def _texts(sections: Sections) -> Iterator[tuple[str, str]]:
    for name, texts in sections.items():
        for text in texts:
            if name != "tasks" and not (name == "task_lines" and begins_like_task(text)):
                yield name, text


@remembered
def stated_in(text: str) -> Stated:
    """What the sentences of one line state."""
    return _together(stated for stated in map(_said, sentences(text)) if stated is not _NOTHING)


def _in_section(name: str, stated: Stated) -> Stated:
    return replace(stated, offered=stated.numbers) if name == "gets" and stated.numbers else stated


def _together(said: Iterable[Stated]) -> Stated:
    all_said = list(said)
    if len(all_said) < 2:
        return all_said[0] if all_said else _NOTHING
    return Stated(
        numbers=frozenset().union(*(stated.numbers for stated in all_said)),
        offered=frozenset().union(*(stated.offered for stated in all_said)),
        applying=frozenset().union(*(stated.applying for stated in all_said)),
    )


@remembered
def _said(sentence: str) -> Stated:
    folded = fold(sentence)
    starts = starts_of(folded)
    numbers = frozenset(
        number for number, found in _RULES.named(folded, starts) if not _is_denied(folded, found.start())
    )
    offers = bool(numbers) and any(_OFFER.named(folded, starts))
    applying = _said_of_applying(folded)
    if not numbers and not applying:
        return _NOTHING
    return Stated(numbers=numbers, offered=numbers if offers else frozenset(), applying=applying)


def _is_denied(folded: str, start: int) -> bool:
    return _NEGATION.search(folded, max(0, start - 30), start) is not None


def _said_of_applying(folded: str) -> frozenset[str]:
    through = "klap" in folded and _THROUGH_KLAPJOB.search(folded) is not None
    denies = "ikke" in folded or "undlad at" in folded
    said = {
        "through": through,
        "only": through and _ONLY.search(folded) is not None,
        "no contact": denies and _NO_CONTACT.search(folded) is not None,
    }
    return frozenset(word for word, is_said in said.items() if is_said)


def read_gets(sections: Sections, stated: Stated) -> tuple[Fact, ...]:
    """What you get: known things stated anywhere but in the tasks, then short points of the ad's own list."""
    found = [_FACTS[number] for number in _ANYWHERE if number in stated.numbers]
    found += [_FACTS[number] for number in _OFFERED if number in stated.offered]
    found += [Fact(point, "yes") for point in map(_own_point, sections.get("gets", ())) if point]
    return tuple(_without_bare_pay(dict.fromkeys(found)))[:MAX_FACTS]


def read_considerations(stated: Stated) -> tuple[Fact, ...]:
    """What the workplace takes into account, and how to get there, as far as the ad says so."""
    found = [_FACTS[number] for number in _CONSIDERED if number in stated.numbers]
    return tuple(dict.fromkeys(found))[:MAX_FACTS]


def read_who(open_to: tuple[JobType, ...], stated: Stated) -> str:
    """Who can get the job: the benefit it is open to, then at most two other plain demands; or ""."""
    asked = [DEMANDS[place][1] for place, number in enumerate(_DEMANDED) if number in stated.numbers]
    return " ".join([_WHO.get(open_to, ""), *asked[:2]]).strip()


def read_how(stated: Stated) -> str:
    """How one applies, if the ad says that it is through KLAPjob; else ""."""
    if "through" not in stated.applying:
        return ""
    told = "Du kan kun søge jobbet gennem KLAPjob." if "only" in stated.applying else _SEARCH_THROUGH
    if "no contact" in stated.applying:
        told += " Du skal ikke selv skrive eller ringe til arbejdspladsen."
    return told


@remembered
def _own_point(text: str) -> str:
    """A short point of the ad's own list in its own words; "" where it is told otherwise, or personal."""
    folded = fold(text)
    known = any(number not in _DEMANDED for number, _ in _RULES.named(folded))
    words = text.strip(" .,;:!").split()
    if known or not 1 <= len(words) <= _GET_WORDS or has_contacts(text) or not text[:1].isalpha():
        return ""
    plain = " ".join(words)
    return plain[0].upper() + plain[1:]


def _without_bare_pay(facts: Iterable[Fact]) -> list[Fact]:
    listed = list(facts)
    more_about_pay = sum(fact.pictogram == "pay" for fact in listed) > 1
    return [fact for fact in listed if not (more_about_pay and fact.text == "Løn")]
