"""Where a case stands, as the person sees it: four pictures, and a letter about what happens next. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from portal.models.application import OPEN, State

S = State
# Staff may take a decision back for some minutes; its mail waits as long, and so does its letter.
LETTER_WAITS: Final = timedelta(minutes=5)


@dataclass(frozen=True, kw_only=True)
class Stage:
    """One of the four pictures: reached or not, and whether the case is there now."""

    picture: str
    words: str
    reached: bool
    here: bool


_STAGES: Final = (
    ("letter", "Vi har fået dine svar"),
    ("read_aloud", "Vi læser dine svar"),
    ("phone", "Vi ringer til dig"),
    ("yes", "Færdig"),
)
_NUMBER: Final[Mapping[State, int]] = {
    S.QUARANTINED: 1,
    S.RECEIVED: 1,
    S.AWAITING_CONSENT: 1,
    S.SCREENING: 2,
    S.NEEDS_INFO: 2,
    S.VISITATION: 2,
    S.HANDED_OVER: 3,
    S.ACCEPTED: 3,
}
_DECISIONS: Final = frozenset({S.NEEDS_INFO, S.HANDED_OVER, S.NOT_IN_TARGET_GROUP, S.CLOSED})


def shown_state(state: State, since: datetime, now: datetime) -> State:
    """The state as it is shown: a decision that may still be taken back is not told yet."""
    return S.SCREENING if state in _DECISIONS and now - since < LETTER_WAITS else state


def stages(state: State) -> tuple[Stage, ...]:
    """The four pictures for a case in this state."""
    here = _NUMBER.get(state, len(_STAGES))
    return tuple(
        Stage(picture=picture, words=words, reached=number <= here, here=number == here)
        for number, (picture, words) in enumerate(_STAGES, start=1)
    )


def can_change(state: State) -> bool:
    """Whether the person can still change a number, add something or withdraw."""
    return state in OPEN or state == State.FOLLOWED_UP
