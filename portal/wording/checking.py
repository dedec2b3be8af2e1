"""Whether a letter can be used as it was typed, and how hard it is to read. Pure."""

from dataclasses import dataclass
from typing import Final

from portal.easyread import lix
from portal.easyread.privacy import has_cpr
from portal.letters import parts
from portal.letters.kinds import FIELDS, Kind
from portal.letters.parts import Piece

LONGEST: Final = 4000
EASY_LIX: Final = 20
EASY_SENTENCE: Final = 15


@dataclass(frozen=True, kw_only=True)
class Reading:
    """How hard a letter is to read: its LIX, and the sentences that are too long."""

    lix: int
    long_sentences: tuple[str, ...]

    @property
    def is_easy(self) -> bool:
        """Whether most people who get it can read it."""
        return self.lix <= EASY_LIX and not self.long_sentences


def problems(letter: Kind, text: str) -> list[str]:
    """What must be put right before the letter can be used; empty where it can."""
    if not text:
        return ["Skriv en tekst. Eller brug standard."]
    told = []
    if len(text) > LONGEST:
        told.append(f"Skriv lidt kortere. Der er plads til {LONGEST} tegn.")
    if has_cpr(text):
        told.append("Slet CPR-nummeret. Brevet går til mange.")
    allowed = [FIELDS[name].shown for name in letter.may_use]
    used = parts.fields(text)
    told += [
        f"Feltet {{{name}}} findes ikke i dette brev." for name in dict.fromkeys(used) if name not in allowed
    ]
    if text.count("{") != len(used) or text.count("}") != len(used):
        told.append("Et felt skal stå i klammer på samme linje, fx {vores telefon}.")
    missing = [FIELDS[name].shown for name in letter.needs if FIELDS[name].shown not in used]
    return told + [f"Sæt {{{name}}} ind. Brevet virker ikke uden." for name in missing]


def read(text: str, examples: dict[str, Piece]) -> Reading:
    """How hard the letter is, filled in as its readers get it. Addresses are no words to read."""
    shown = {
        name: Piece("Link") if piece.words.startswith("http") else piece for name, piece in examples.items()
    }
    plain = parts.plain(parts.fill(text, shown))
    long = (sentence for sentence in lix.sentences(plain) if len(sentence.split()) > EASY_SENTENCE)
    return Reading(lix=round(lix.measure(plain).score), long_sentences=tuple(long))
