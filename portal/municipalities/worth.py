"""What jobs are worth to the whole public sector: a sum made from published figures, never promised. Pure.

The gain is shared by municipality, region and state; nobody may read it as the municipality's own.
"""

from dataclasses import dataclass
from typing import Final

PEOPLE: Final = 10


@dataclass(frozen=True, kw_only=True)
class Published:
    """Figures as published, in kroner for each person over `years`; `before` and `after` in percent."""

    cost: int
    saving: int
    years: int
    before: int
    after: int
    source: str
    source_year: int
    caveat: str

    @property
    def net(self) -> int:
        """What is left of the saving when the cost is paid."""
        return self.saving - self.cost

    @property
    def cited(self) -> str:
        """The source with its year, which its name may hold already."""
        return self.source if str(self.source_year) in self.source else f"{self.source}, {self.source_year}"


@dataclass(frozen=True, kw_only=True)
class Country:
    """The whole country: hires in a year, and how many of 100 are still in a KLAPjob half a year on."""

    hires: int
    year: int
    still: float


LAST_KNOWN: Final = Country(hires=649, year=2023, still=73.5)
"""What the programme published for 2023; it holds until a leader enters a newer year."""


@dataclass(frozen=True, kw_only=True)
class Sum:
    """The figures for several people, in kroner."""

    people: int
    cost: int
    saving: int
    net: int


FIRST: Final = Published(
    cost=24_900,
    saving=125_800,
    years=6,
    before=45,
    after=80,
    source="KLAPjobs evalueringer (2017 og 2021)",
    source_year=2021,
    caveat="Tallet gælder hele den offentlige sektor: kommune, region og stat tilsammen. "
    "Det er et gennemsnit, og det er ikke regnet ud for den enkelte kommune.",
)
"""What holds until staff enter newer figures."""


def for_people(published: Published, people: int = PEOPLE) -> Sum:
    """The figures times so many people."""
    return Sum(
        people=people,
        cost=published.cost * people,
        saving=published.saving * people,
        net=published.net * people,
    )


def percent(value: float) -> str:
    """A share as one writes it in Danish: "73,5 %"."""
    return f"{value:g} %".replace(".", ",")


def kroner(amount: int) -> str:
    """An amount as one writes it in Danish: "1.009.000 kr."."""
    return f"{amount:,} kr.".replace(",", ".")
