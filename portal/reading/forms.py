"""The questions about how pages look, as the page asks them."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from portal.comfort import CHOICES

LEGENDS: Final = MappingProxyType(
    {
        "tekst": "Hvor stor skal teksten være?",
        "linjer": "Hvor meget luft skal der være?",
        "farver": "Hvilke farver vil du have?",
        "kontrast": "Hvor klar skal teksten være?",
        "billeder": "Hvor mange billeder vil du se?",
        "fart": "Hvor hurtigt skal vi læse op?",
    }
)


@dataclass(frozen=True, kw_only=True)
class Question:
    """One kind of choice: the field's `name`, what is asked, its options, and the one chosen now."""

    name: str
    legend: str
    options: tuple[Mapping[str, str], ...]
    selected: str


def questions(chosen: Mapping[str, str]) -> tuple[Question, ...]:
    """Every kind of choice with what is `chosen` now."""
    return tuple(
        Question(
            name=kind,
            legend=LEGENDS[kind],
            options=tuple({"value": value, "words": words} for value, words in options.items()),
            selected=chosen[kind],
        )
        for kind, options in CHOICES.items()
    )
