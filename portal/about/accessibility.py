"""What the accessibility statement says: the day it was checked, and what is not accessible yet.

Source: the act on accessibility of public bodies' websites, and its order no. 904 of 2019 on statements.
The statement is looked through once a year, and whenever something here changes.
"""

from dataclasses import dataclass
from datetime import date
from typing import Final

CHECKED_ON: Final = date(2026, 11, 22)
NEXT_CHECK: Final = CHECKED_ON.replace(year=CHECKED_ON.year + 1)


@dataclass(frozen=True, kw_only=True)
class Gap:
    """Something that is not accessible: what it is, why it is so, and what a reader can do instead."""

    what: str
    why: str
    instead: str


GAPS: Final = (
    Gap(
        what="De lange jobopslag kan være svære at læse.",
        why="Teksten kommer fra arbejdspladserne. Vi ændrer den ikke.",
        instead="Hvert job har en kort tekst øverst. Du kan også ringe, så læser vi op for dig.",
    ),
    Gap(
        what="Den korte tekst om et job kan være forkert eller mangle noget.",
        why="En computer laver den ud fra den lange tekst.",
        instead="Den lange tekst står nederst på siden. Spørg os, hvis du er i tvivl.",
    ),
    Gap(
        what="Oplæsning virker ikke på alle telefoner og computere.",
        why="Den bruger en dansk stemme, som skal være på din telefon eller computer.",
        instead="Du kan få den, du sidder sammen med, til at læse op. Du kan også ringe til os.",
    ),
    Gap(
        what="Siderne er ikke prøvet af nok mennesker med et handicap.",
        why="Portalen er ny. Vi prøver den sammen med brugere, før vi kalder den let at læse.",
        instead="Fortæl os, hvad der er svært. Så retter vi det.",
    ),
)
