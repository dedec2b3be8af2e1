"""One made-up ad, before it takes the shape that Jobnet gives it."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

AnnouncementType = Literal[
    "Ordinaert", "Efterloenner", "Foertidspension", "Fleksjob", "Handicapingenhindring", "Hotjob"
]
DeadlineStyle = Literal["midnight", "late", "year 1900", "absent"]
"""How Jobnet states a deadline: at 00:00, at 23:59 Danish time as UTC, as a year that means none, or not."""


@dataclass(frozen=True, kw_only=True)
class Ad:
    """What is true of an ad. `klap`, `trade` and `role` are never sent: tests compare with them.

    `id` is a UUID, or "E" and digits for an ad taken in from elsewhere, whose detail is refused with 400.
    `external` marks a UUID whose detail does not exist (404). Place fields are "" where the ad is silent.
    """

    id: str
    title: str
    body: str
    employer: str
    cvr: str
    occupation: str
    announcement: AnnouncementType
    klap: bool
    trade: str
    role: str
    published: date
    deadline: date | None
    deadline_style: DeadlineStyle
    postal_code: str = ""
    town: str = ""
    municipality_code: str = ""
    says_municipality: bool = True
    address: str = ""
    hours_min: int | None = None
    hours_max: int | None = None
    part_time: bool = True
    temporary: bool = False
    external: bool = False
    url: str = ""
    contacts: tuple[str, ...] = ()

    @property
    def taken_in(self) -> bool:
        """Whether the ad comes from elsewhere and has a number instead of a UUID."""
        return self.id.startswith("E")
