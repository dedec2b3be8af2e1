"""What the staff read about sources: their states and formats, and how a run went, in plain Danish."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from portal import alarms, sources
from portal.models.alarm import AlarmKind
from portal.models.feed import RunStatus, Source


class State(StrEnum):
    """How a source is: the most important thing about it. Those that need a person stand first."""

    HELD = "held"
    FAILING = "failing"
    SHRUNK = "shrunk"
    SILENT = "silent"
    NEW = "new"
    FINE = "fine"
    PAUSED = "paused"
    OFF = "off"
    LEFT = "left"


@dataclass(frozen=True, kw_only=True)
class StateWords:
    """A state in a word, the colour of its tag, and what it means for the ads."""

    word: str
    tag: str
    meaning: str


_ALARMS: Final = (AlarmKind.HELD, AlarmKind.FAILING, AlarmKind.SHRUNK, AlarmKind.SILENT)
"""From what needs a person most."""

STATES: Final[Mapping[State, StateWords]] = {
    State.OFF: StateWords(word="Slukket", tag="plain", meaning="Kilden er slukket. Dens job er lukket."),
    State.PAUSED: StateWords(
        word="Pause",
        tag="plain",
        meaning="Kilden holder pause. Dens job bliver på tavlen, til fristen er gået.",
    ),
    **{
        State(kind.value): StateWords(
            word=alarms.TITLES[kind],
            tag="sun" if kind is AlarmKind.HELD else "error",
            meaning=alarms.WORDS[kind],
        )
        for kind in _ALARMS
    },
    State.LEFT: StateWords(
        word="Ikke i brug",
        tag="plain",
        meaning="Kilden står ikke mere i filen med kilder. Vi henter ikke herfra.",
    ),
    State.NEW: StateWords(word="Ny", tag="", meaning="Der er ikke kommet job herfra endnu."),
    State.FINE: StateWords(word="I orden", tag="good", meaning="Alt er i orden."),
}
RUNS: Final[Mapping[RunStatus, str]] = {
    RunStatus.RUNNING: "I gang",
    RunStatus.COMPLETE: "Hele listen",
    RunStatus.UNCHANGED: "Intet nyt",
    RunStatus.INCOMPLETE: "Ikke hele listen",
    RunStatus.FAILED: "Mislykket",
}
FORMATS: Final[Mapping[str, str]] = {
    sources.SPREADSHEET: "Regneark, som I lægger ind",
    sources.PUSH: "Partneren sender selv",
    sources.OWN: "Vi skriver selv opslagene",
}
FETCHED: Final = "Vi henter hver time"
NOT_FETCHED: Final = "Vi henter ikke mere herfra"


def state_of(source: Source | None, wrong: frozenset[AlarmKind], *, fetched: bool) -> State:
    """The state of a source; None is one that has not run yet."""
    if source is None:
        return State.NEW
    if source.off:
        return State.OFF
    for kind in _ALARMS:
        if kind in wrong:
            return State(kind.value)
    if source.paused:
        return State.PAUSED
    if not fetched and not is_handed_over(source):
        return State.LEFT
    return State.FINE if source.last_complete_at else State.NEW


def is_handed_over(source: Source | None) -> bool:
    """Whether a partner brings the ads of this source, so that nobody fetches them."""
    return source is not None and source.format in FORMATS


def format_of(source: Source | None, *, fetched: bool) -> str:
    """How the ads of a source come to us."""
    if source is not None and is_handed_over(source):
        return FORMATS[source.format]
    return FETCHED if fetched else NOT_FETCHED
