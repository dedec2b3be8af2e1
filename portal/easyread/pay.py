"""What a job may pay, in plain words: worked out from its hours and a dated table of wages (`wages.toml`).

An estimate and never a promise: every answer says from when the figure is, and to ask the municipality.
"""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

TABLE: Final = Path(__file__).parent / "wages.toml"
WEEKS_A_MONTH: Final = 52 / 12
ROUNDED_TO: Final = 100

BESIDE: Final = {
    "skaanejob": (
        "Du får din pension ved siden af.",
        "Tjener du meget, kan din pension blive lidt mindre.",
    ),
    "fleksjob": ("Din kommune giver også penge oven i. Det hedder fleksløntilskud.",),
}
ASK: Final = "Spørg altid din kommune, hvad du får i alt."


@dataclass(frozen=True, slots=True, kw_only=True)
class Wage:
    """One row of the table: kroner an hour before tax, the year it is about, where it comes from."""

    job_type: str
    year: int
    kroner: float
    source: str


@cache
def wages() -> tuple[Wage, ...]:
    """All rows of the table. TypeError or tomllib's TOMLDecodeError where it has been edited wrongly."""
    return tuple(Wage(**row) for row in tomllib.loads(TABLE.read_text(encoding="utf-8"))["wage"])


def newest_wage(job_type: str) -> Wage | None:
    """The newest figure for a job type; None where the table has none."""
    return max((wage for wage in wages() if wage.job_type == job_type), key=lambda w: w.year, default=None)


def explain_pay(job_type: str, least: float | None, most: float | None) -> tuple[str, ...]:
    """Sentences about the pay of a job with these hours a week; only what is sure where they are unknown."""
    wage = newest_wage(job_type)
    return (
        *(_estimate(wage, least or most, most or least) if wage else ()),
        *BESIDE.get(job_type, ()),
        ASK,
    )


def kroner_a_month(wage: Wage, hours: float) -> int:
    """About how much a month these hours a week give before tax, to the nearest hundred."""
    return round(wage.kroner * hours * WEEKS_A_MONTH / ROUNDED_TO) * ROUNDED_TO


def _estimate(wage: Wage, least: float | None, most: float | None) -> tuple[str, ...]:
    an_hour = f"Mange får cirka {wage.kroner:.0f} kroner i timen. Tallet er fra {wage.year}."
    if not least or not most:
        return (an_hour,)
    low, high = (told(kroner_a_month(wage, hours)) for hours in sorted((least, most)))
    amount = low if low == high else f"{low} til {high}"
    return (an_hour, f"Her kan det blive cirka {amount} kroner om måneden, før skat.")


def told(kroner: int) -> str:
    """An amount as Danes write it: 3.400."""
    return f"{kroner:,}".replace(",", ".")
