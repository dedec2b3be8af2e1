"""The class board: a student sorts picture cards into yes, maybe and no. Pure.

All of it stands in the address: the jobs, and one letter for each answer. The portal keeps no answer, and the
access log holds no address, so nothing of a student is left here (ADR 20).
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from portal.easyread.trades import TRADES, Trade

YES: Final = "j"
MAYBE: Final = "m"
NO: Final = "n"
ANSWERS: Final = {YES: "Ja", MAYBE: "Måske", NO: "Nej"}
MOST: Final = 12
"""So many cards a class can hold its mind on; a longer list is cut."""
LONGEST_ID: Final = 20
START: Final = "-"
"""Stands for the answers before the first one."""


@dataclass(frozen=True, kw_only=True)
class Task:
    """One thing to do in a job, in words and as a picture."""

    text: str
    pictogram: str


@dataclass(frozen=True, kw_only=True)
class Card:
    """One job as a card; `place` may be ""."""

    id: str
    title: str
    place: str
    trade: Trade
    tasks: tuple[Task, ...]


@dataclass(frozen=True, kw_only=True)
class Round:
    """One student's round: the cards in their order, and a letter for each that is answered."""

    cards: tuple[Card, ...]
    answers: str = ""

    @property
    def path(self) -> str:
        """The jobs as part of an address."""
        return write(card.id for card in self.cards)

    @property
    def card(self) -> Card | None:
        """The card that is to be answered; None when all are."""
        return self.cards[len(self.answers)] if len(self.answers) < len(self.cards) else None

    def answered(self, letter: str) -> "Round":
        """The same round one answer on."""
        return replace(self, answers=self.answers + letter)

    def undone(self) -> "Round":
        """The same round without its last answer."""
        return replace(self, answers=self.answers[:-1])

    def sorted_into(self, letter: str) -> tuple[Card, ...]:
        """The cards that got this answer, in their order."""
        return tuple(card for card, answer in zip(self.cards, self.answers, strict=False) if answer == letter)

    def trades(self) -> tuple[Trade, ...]:
        """The trades this student liked, best first: a yes counts two, a maybe one, a no takes one away."""
        points: Counter[str] = Counter()
        for card, answer in zip(self.cards, self.answers, strict=False):
            points[card.trade.key] += {YES: 2, MAYBE: 1}.get(answer, -1)
        liked = [key for key in TRADES if points[key] > 0]
        return tuple(TRADES[key] for key in sorted(liked, key=lambda key: -points[key]))


def read(path: str) -> tuple[str, ...]:
    """The ids of an address, without repeats and with what cannot be one left out."""
    parts = [part for part in path.lower().split("-") if part.isascii() and part.isalnum()]
    return tuple(dict.fromkeys(part for part in parts if len(part) <= LONGEST_ID))[:MOST]


def write(ids: Iterable[str]) -> str:
    """The ids as part of an address."""
    return "-".join(ids)


def answers_in(text: str, *, cards: int) -> str:
    """The answers of an address; what is no answer ends them, and there are no more than cards."""
    kept = ""
    for letter in text[:cards]:
        if letter not in ANSWERS:
            break
        kept += letter
    return kept
