"""Which ads fit what a reader chose, and how many each other choice would give. Pure.

The few columns that decide are compared here and not in SQL: a few hundred ads take a few milliseconds, and
every database then gives the same answers and the same numbers beside the choices.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from math import inf
from types import MappingProxyType
from typing import Final

from portal.jobs.around import STEPS

HOURS: Final = MappingProxyType({"0-9": (0.0, 10.0), "10-15": (10.0, 16.0), "16-37": (16.0, inf)})
"""Hours a week by their key in the address: from, and up to but not including."""
YES: Final = "ja"
FAR: Final = 99_999.0


@dataclass(frozen=True, kw_only=True, slots=True)
class Spot:
    """What decides about one open ad. `answers` holds, for each kind of choice, the values it fits.

    `score` is how well it meets the words, `km` how far it is from the place asked about (None: unknown).
    """

    id: str
    reference: str
    published_on: date
    answers: Mapping[str, tuple[str, ...]]
    score: int = 0
    km: float | None = None


@dataclass(frozen=True, kw_only=True)
class Tally:
    """The ads that `fit`, and the numbers beside the choices."""

    fit: tuple[Spot, ...]
    _values: Mapping[tuple[str, str], int]
    _kinds: Mapping[str, int]

    def with_choice(self, kind: str, value: str) -> int:
        """How many ads there are with this choice instead of the present one of its kind."""
        return self._values.get((kind, value), 0)

    def without(self, kind: str) -> int:
        """How many ads there are when this kind of choice no longer matters."""
        return self._kinds.get(kind, 0)


def tally(spots: Iterable[Spot], asked: Mapping[str, str]) -> Tally:
    """Sorts the ads by what was `asked`: kind of choice → value, "" where it does not matter.

    An ad that fails in one kind only still counts for the other choices of that kind.
    """
    chosen = [(kind, value) for kind, value in asked.items() if value]
    fit: list[Spot] = []
    values: Counter[tuple[str, str]] = Counter()
    kinds: Counter[str] = Counter()
    for spot in spots:
        failed = [kind for kind, value in chosen if value not in spot.answers.get(kind, ())]
        if len(failed) > 1:
            continue
        if not failed:
            fit.append(spot)
        counted = failed or list(asked)
        kinds.update(counted)
        values.update((kind, value) for kind in counted for value in spot.answers.get(kind, ()))
    return Tally(fit=tuple(fit), _values=values, _kinds=kinds)


def hours_fitted(least: float | None, most: float | None) -> tuple[str, ...]:
    """The keys of `HOURS` that a stated number of hours reaches into; () where nothing is stated."""
    if not least and not most:
        return ()
    low, high = least or 0.0, most or inf
    return tuple(key for key, (start, end) in HOURS.items() if low < end and high >= start)


def steps_reached(km: float | None) -> tuple[str, ...]:
    """The distances to choose between that reach so far."""
    return tuple(str(step) for step in STEPS if km is not None and km <= step)


def newest_first(spot: Spot) -> tuple[float | str, ...]:
    """Sorts the newest first; ads of one day stand in an order that is the same everywhere."""
    return (-spot.published_on.toordinal(), spot.reference)
