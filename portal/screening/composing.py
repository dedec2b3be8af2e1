"""Puts a letter together: the template of its kind, and in it what was chosen. Staff may change it then.

The template's words stand in `portal.letters`, where staff word them anew. Its first paragraph greets, then
comes why, then what was ticked as a list; a list of the template's own stands in for it where nothing was.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy.orm import Session

from portal import letters
from portal.easyread import lix
from portal.letters import Paragraph, Piece
from portal.screening.letter_reasons import SAYS, Topic, details_of
from portal.screening.verb_table import Verb

LONGEST_SENTENCE: Final = 15
EASY: Final = 25


@dataclass(frozen=True, kw_only=True)
class Measured:
    """How easy a letter is to read: its LIX, and the sentences that are too long."""

    lix: int
    words: int
    long_sentences: tuple[str, ...]

    @property
    def is_easy(self) -> bool:
        """Whether it is as easy as a page for somebody who reads slowly must be."""
        return self.lix <= EASY and not self.long_sentences


def compose(session: Session, verb: Verb, reason: str, details: Iterable[str]) -> str:
    """The letter of a verb as plain text, with the reason and the ticked details."""
    greeting, *rest = letters.text(session, verb.letter)
    said = [_paragraph(SAYS[reason])] if reason in SAYS else []
    ticked = _ticked(verb.details, frozenset(details))
    return letters.plain((greeting, *said, *(_with_list(rest, ticked) if ticked else rest)))


def _with_list(rest: Sequence[Paragraph], ticked: Paragraph) -> list[Paragraph]:
    """The ticked list in the place of the template's own, or first where it has none."""
    place = next((number for number, paragraph in enumerate(rest) if paragraph.is_list), None)
    if place is None:
        return [ticked, *rest]
    return [*rest[:place], ticked, *rest[place + 1 :]]


def _ticked(topics: Iterable[Topic], details: frozenset[str]) -> Paragraph | None:
    lines = tuple((Piece(detail.says),) for detail in details_of(topics) if detail.key in details)
    return Paragraph(lines=lines, is_list=True) if lines else None


def _paragraph(text: str) -> Paragraph:
    return Paragraph(lines=((Piece(text),),), is_list=False)


def measure(text: str) -> Measured:
    """How easy a letter is."""
    found = lix.measure(text)
    long = tuple(said for said in lix.sentences(text) if len(said.split()) > LONGEST_SENTENCE)
    return Measured(lix=round(found.score), words=found.words, long_sentences=long)
