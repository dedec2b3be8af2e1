"""What the association publishes about itself by year: what came with the portal, what was entered."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, kw_only=True)
class Yearly:
    """One figure of one year, with where it comes from."""

    year: int
    key: str
    value: float
    source: str


_REPORT_2020: Final = "KLAPjob, årets tal 2020"
_REPORT_2023: Final = "KLAPjob, årets tal 2023"

# From the programme's own annual figures; a leader's own entry for the same year takes their place.
KNOWN: Final = (
    Yearly(year=2023, key="hires", value=649, source=_REPORT_2023),
    Yearly(year=2023, key="hires_in_all", value=5700, source=_REPORT_2023),
    Yearly(year=2023, key="skaanejob_share", value=93.5, source=_REPORT_2023),
    Yearly(year=2023, key="fleksjob_share", value=6.5, source=_REPORT_2023),
    Yearly(year=2023, key="hours", value=13.9, source=_REPORT_2023),
    Yearly(year=2023, key="after_six_months", value=73.5, source=_REPORT_2023),
    Yearly(year=2020, key="talks", value=719, source=_REPORT_2020),
    Yearly(year=2020, key="hires", value=562, source=_REPORT_2020),
)


def shown(value: float) -> str:
    """A figure as one writes it in Danish: "5.700", "93,5"."""
    whole = value == int(value)
    text = f"{int(value):,}" if whole else f"{value:,.1f}"
    return text.translate(str.maketrans(",.", ".,"))
