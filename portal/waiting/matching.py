"""How well a job may suit somebody who waits, with the reasons for and against. Pure; a person decides."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from portal.easyread.trades import TRADES
from portal.places import distance

# Hours a week by the answers of the form: at least, at most.
HOURS: Final[Mapping[str, tuple[float, float]]] = {
    "up_to_5": (0, 5),
    "6_10": (6, 10),
    "11_15": (11, 15),
    "over_15": (15, 48),
}
# Kilometres as the crow flies, and how much they speak for a job.
NEAR: Final = ((10, 3), (25, 2), (50, 1))
FARTHEST: Final = 100
BEST: Final = 10


@dataclass(frozen=True, kw_only=True)
class Seeker:
    """What somebody who waits wants, as far as it is known: "" and None say nothing."""

    trades: tuple[str, ...] = ()
    hours: str = ""
    fits: str = ""
    lat: float | None = None
    lon: float | None = None


@dataclass(frozen=True, kw_only=True)
class Job:
    """What a job asks for and where it is."""

    trade: str
    job_type: str
    hours_min: float | None = None
    hours_max: float | None = None
    lat: float | None = None
    lon: float | None = None


@dataclass(frozen=True, kw_only=True)
class Reason:
    """Why a job may suit, or may not, in words; `points` say how much it counts."""

    words: str
    points: int


@dataclass(frozen=True, kw_only=True)
class Match:
    """A job and somebody who waits, held against each other."""

    reasons: tuple[Reason, ...]
    km: float | None = None

    @property
    def points(self) -> int:
        return sum(reason.points for reason in self.reasons)


def match(seeker: Seeker, job: Job) -> Match | None:
    """The reasons for and against; None where the job is out of reach, or nothing speaks for it."""
    km = _km(seeker, job)
    if km is not None and km > FARTHEST:
        return None
    reasons = (_distance(km), *_trade(seeker, job), *_hours(seeker, job), *_type(seeker, job))
    found = Match(reasons=reasons, km=km)
    return found if found.points > 0 else None


def best(matches: Iterable[tuple[str, Match]]) -> list[tuple[str, Match]]:
    """The best ten of (id, match), the best first; of those that are as good, the nearest."""
    return sorted(matches, key=lambda pair: (-pair[1].points, _away(pair[1]), pair[0]))[:BEST]


def _away(found: Match) -> float:
    return FARTHEST if found.km is None else found.km


def _km(seeker: Seeker, job: Job) -> float | None:
    if seeker.lat is None or seeker.lon is None or job.lat is None or job.lon is None:
        return None
    return distance.km(seeker.lat, seeker.lon, job.lat, job.lon)


def _distance(km: float | None) -> Reason:
    if km is None:
        return Reason(words="Vi ved ikke, hvor langt der er", points=0)
    points = next((points for most, points in NEAR if km <= most), -2)
    return Reason(words=f"{max(1, round(km))} km væk i lige linje", points=points)


def _trade(seeker: Seeker, job: Job) -> tuple[Reason, ...]:
    if not seeker.trades or job.trade not in TRADES:
        return ()
    name = TRADES[job.trade].name
    if job.trade in seeker.trades:
        return (Reason(words=f"Har valgt {name}", points=3),)
    return (Reason(words=f"Har ikke valgt {name}", points=-1),)


def _hours(seeker: Seeker, job: Job) -> tuple[Reason, ...]:
    wanted, least, most = HOURS.get(seeker.hours), job.hours_min, job.hours_max
    if wanted is None or (least is None and most is None):
        return ()
    low, high = least or 0, most or least or 48
    shown = f"{low:g}" if low == high else f"{low:g} til {high:g}"
    shown = f"{shown} timer om ugen".replace(".", ",")
    if low <= wanted[1] and high >= wanted[0]:
        return (Reason(words=f"{shown} passer", points=2),)
    return (Reason(words=f"{shown} passer ikke til det ønskede", points=-1),)


def _type(seeker: Seeker, job: Job) -> tuple[Reason, ...]:
    own = {"disability_pension": "skaanejob", "fleksjob": "fleksjob"}.get(seeker.fits)
    if own is None or job.job_type not in {"skaanejob", "fleksjob"}:
        return ()
    name = {"skaanejob": "skånejob", "fleksjob": "fleksjob"}[job.job_type]
    if own == job.job_type:
        return (Reason(words=f"Det er et {name}", points=1),)
    return (Reason(words=f"Det er et {name}, og det passer ikke til personen", points=-4),)
