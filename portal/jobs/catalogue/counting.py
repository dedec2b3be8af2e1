"""How many open ads fit what a reader chose, and how many each other choice would give; in rows of bits.

Answers as `portal.jobs.finding.tally` does for a few ads; a test compares the two.
"""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import reduce
from operator import and_
from sys import getsizeof
from typing import Final

from portal.jobs.around import Centre
from portal.jobs.catalogue.open_ads import OpenAds, Part
from portal.jobs.search import Met

SIZE: Final = 6000
"""Bytes that the numbers beside the choices take."""

Masks = tuple[int, ...]
"""Ads as bits, part by part."""
Given = Mapping[tuple[str, str], Masks]
"""The ads that fit a choice which only this request makes: words, and distances from a place."""


@dataclass(frozen=True, kw_only=True)
class Tally:
    """The ads that `fit`, and the numbers beside the choices."""

    fit: Masks
    total: int
    values: Mapping[tuple[str, str], int]
    kinds: Mapping[str, int]

    def with_choice(self, kind: str, value: str) -> int:
        """How many ads there are with this choice instead of the present one of its kind."""
        return self.values.get((kind, value), 0)

    def without(self, kind: str) -> int:
        """How many ads there are when this kind of choice no longer matters."""
        return self.kinds.get(kind, 0)


def tally(
    ads: OpenAds,
    asked: Mapping[str, str],
    given: Callable[[], Given] = dict,
    *,
    around: Centre | None = None,
    words: tuple[Met, ...] = (),
) -> Tally:
    """Counts for what was `asked`: kind of choice → value, "" where it does not matter.

    The numbers are kept until the next version. `given` is called where they are not: it gives the distances
    from the place `around`, and the ads that have the `words`.
    """
    kept, key = ads.kept(words), ("tally", around, words, *asked.items())
    known: Tally | None = kept.get(key)
    if known is None:
        known = _counted(ads, asked, given())
        kept.put(key, known, SIZE + sum(map(getsizeof, known.fit)))
    return known


def _counted(ads: OpenAds, asked: Mapping[str, str], given: Given) -> Tally:
    values: Counter[tuple[str, str]] = Counter()
    kinds: Counter[str] = Counter()
    fit = []
    for number, part in enumerate(ads.parts):
        choices = _choices(part, number, given)
        chosen = {kind: choices.get(kind, {}).get(value, 0) for kind, value in asked.items() if value}
        fit.append(reduce(and_, chosen.values(), part.open))
        for kind in asked:
            others = (mask for other, mask in chosen.items() if other != kind)
            rest = reduce(and_, others, part.open) if kind in chosen else fit[-1]
            kinds[kind] += rest.bit_count()
            for value, mask in choices.get(kind, {}).items():
                values[kind, value] += (rest & mask).bit_count()
    total = sum(mask.bit_count() for mask in fit)
    return Tally(fit=tuple(fit), total=total, values=dict(values), kinds=dict(kinds))


def _choices(part: Part, number: int, given: Given) -> Mapping[str, Mapping[str, int]]:
    """Kind → value → ads, of one part."""
    if not given:
        return part.segment.choices
    own: dict[str, dict[str, int]] = {}
    for (kind, value), masks in given.items():
        own.setdefault(kind, {})[value] = masks[number]
    return {**part.segment.choices, **own}
