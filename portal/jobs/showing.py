"""What the page of one ad says, part by part: what was read from the ad, completed with what else we know."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from portal.easyread.ad import EasyAd
from portal.easyread.day import Step, day_in_the_job
from portal.easyread.facts import Fact
from portal.easyread.glossary import Entry, words_in
from portal.easyread.pay import explain_pay
from portal.jobs.cards import number
from portal.jobs.maps import MapLink, map_links
from portal.models.posting import Posting
from portal.places import municipalities
from portal.postings import easy_ad

DAYS: Final = range(2, 6)
SHORTEST_DAY: Final = 2
LONGEST_DAY: Final = 5
USUAL_DAY: Final = 3.5

WHO: Final = {
    "skaanejob": ("pension", "Du kan få det her job, hvis du har førtidspension."),
    "fleksjob": ("fleksjob", "Du kan få det her job, hvis du har ret til fleksjob."),
}
ALSO: Final = {
    "skaanejob": ("Det hedder et skånejob.",),
    "fleksjob": ("Kommunen siger ja eller nej til fleksjob.",),
}
# A skånejob is by law a job with wages beside the pension, whether or not the ad says so.
PAY: Final = Fact("Løn ved siden af din pension", "pay")
TRIAL_PICTURE: Final = "days"
TRIAL: Final = (
    "Så prøver du jobbet, tit i 4 uger.",
    "Du får ikke løn i praktikken. Du får de samme penge, som du plejer.",
    "Bagefter taler I om, hvordan det gik. Du må gerne sige nej.",
)


@dataclass(frozen=True, kw_only=True)
class Parts:
    """The fixed parts of a page; an empty one is something the ad does not state.

    `easy` holds what was read from the ad; `hard_words` explains, by part, the words that stand there first;
    `original` is the ad's own text.
    """

    easy: EasyAd
    day: tuple[Step, ...]
    where: tuple[str, ...]
    maps: tuple[MapLink, ...]
    hours: tuple[str, ...]
    gets: tuple[Fact, ...]
    pay: tuple[str, ...]
    who: tuple[str, ...]
    trial: tuple[str, ...]
    hard_words: Mapping[str, tuple[Entry, ...]]
    original: Markup


def parts_of(ad: Posting) -> Parts:
    """The parts of an ad; those stored by an older version of the portal are read afresh."""
    easy = easy_ad(ad)
    gets, who = _gets(easy, ad.job_type), _who(easy, ad.job_type) + ALSO.get(ad.job_type, ())
    pay, trial = explain_pay(ad.job_type, easy.hours.min, easy.hours.max), _trial(easy)
    return Parts(
        easy=easy,
        day=_day(easy),
        where=_where(ad),
        maps=map_links(ad),
        hours=_hours(easy),
        gets=gets,
        pay=pay,
        who=who,
        trial=trial,
        hard_words=hard_words(gets=(*map(str, gets), *pay), who=who, trial=trial),
        # `portal.jobs.cleaning` made it harmless before it was stored; nothing else writes this column.
        original=Markup(ad.body_html),  # noqa: S704
    )


def hard_words(**parts: Iterable[str]) -> dict[str, tuple[Entry, ...]]:
    """By part, the explained words that first stand there as such, in the order of the parts.

    "Tager hensyn" needs no "skånehensyn" beside it, so only words that are written out count.
    """
    explained: set[str] = set()
    found: dict[str, tuple[Entry, ...]] = {}
    for name, texts in parts.items():
        text = "\n".join(texts)
        written = (entry for entry in words_in(text) if entry.word.lower() in text.lower())
        found[name] = tuple(entry for entry in written if entry.slug not in explained)
        explained.update(entry.slug for entry in found[name])
    return found


def _day(easy: EasyAd) -> tuple[Step, ...]:
    pauses = any(fact.pictogram == "pause" for fact in easy.considerations)
    return day_in_the_job(((task.text, task.pictogram) for task in easy.tasks), pauses=pauses)


def _trial(easy: EasyAd) -> tuple[str, ...]:
    """What a trial placement is; first whether the ad says that this job begins with one."""
    stated = any(fact.pictogram == TRIAL_PICTURE for fact in easy.gets)
    return ("Her begynder du med praktik." if stated else "Mange begynder med praktik.", *TRIAL)


def _where(ad: Posting) -> tuple[str, ...]:
    """The shop, the street and the town, each on its line; () where not even the municipality is known."""
    municipality = municipalities.by_code(ad.municipality_code) if ad.municipality_code else None
    stated = (
        ad.address,
        "" if ad.town and ad.town in ad.address else f"{ad.postal_code} {ad.town}".strip(),
        f"{municipality.name} Kommune" if municipality else "",
    )
    known = tuple(line for line in stated if line)
    return tuple(line for line in (ad.employer, *known) if line) if known else ()


def _hours(easy: EasyAd) -> tuple[str, ...]:
    """How much and when; where no days are stated, what the hours may look like."""
    example = "" if easy.workdays else _example(easy.hours.max or easy.hours.min)
    return tuple(f"{told}." for told in (easy.hours.text, easy.workdays, example) if told)


def _example(hours: float | None) -> str:
    """Such as "Det kan være 3 dage med 4 timer" for 12 hours a week; "" where they do not divide evenly."""
    ways = [
        (hours / days % 1, abs(hours / days - USUAL_DAY), days)
        for days in DAYS
        if hours and SHORTEST_DAY <= hours / days <= LONGEST_DAY and (hours / days * 2).is_integer()
    ]
    if not ways or not hours:
        return ""
    days = min(ways)[-1]
    return f"Det kan være {days} dage med {number(hours / days)} timer"


def _gets(easy: EasyAd, job_type: str) -> tuple[Fact, ...]:
    """What the ad offers and what it takes into account; for a skånejob the wages come first."""
    stated = easy.gets + easy.considerations
    says_pay = any(fact.pictogram == PAY.pictogram for fact in stated)
    return stated if says_pay or job_type != "skaanejob" else (PAY, *stated)


def _who(easy: EasyAd, job_type: str) -> tuple[str, ...]:
    """Who can get the job, as the ad or else its source says."""
    word, sentence = WHO.get(job_type, ("", ""))
    missing = sentence if word not in easy.who else ""
    return tuple(told for told in (missing, easy.who) if told)
