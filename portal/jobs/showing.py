"""What the page of one ad says, part by part: what was read from the ad, completed with what else we know."""

from dataclasses import dataclass, replace
from typing import Final

from markupsafe import Markup

from portal.easyread.ad import EasyAd, from_json, read_ad
from portal.easyread.facts import Fact
from portal.easyread.glossary import Entry, words_in
from portal.jobs.cards import number
from portal.models.posting import Posting
from portal.places import municipalities

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


@dataclass(frozen=True, kw_only=True)
class Parts:
    """The fixed parts of a page; an empty one is something the ad does not state.

    `easy` holds what was read from the ad; `words` explains the hard words in it; `original` is the ad's own
    text.
    """

    easy: EasyAd
    where: tuple[str, ...]
    hours: tuple[str, ...]
    gets: tuple[Fact, ...]
    who: tuple[str, ...]
    words: tuple[Entry, ...]
    original: Markup


def parts_of(ad: Posting) -> Parts:
    """The parts of an ad; those stored by an older version of the portal are read afresh."""
    easy = _easy(ad)
    gets, who = _gets(easy, ad.job_type), _who(easy, ad.job_type)
    return Parts(
        easy=easy,
        where=_where(ad),
        hours=_hours(easy),
        gets=gets,
        who=who + ALSO.get(ad.job_type, ()),
        words=_hard_words("\n".join((*who, *map(str, gets)))),
        # `portal.jobs.cleaning` made it harmless before it was stored; nothing else writes this column.
        original=Markup(ad.body_html),  # noqa: S704
    )


def _easy(ad: Posting) -> EasyAd:
    try:
        return from_json(ad.easy)
    except ValueError:
        fresh = read_ad(
            title=ad.title,
            employer=ad.employer,
            town=ad.town,
            body_html=ad.body_html,
            hours_min=ad.hours_min,
            hours_max=ad.hours_max,
        )
        return replace(fresh, title=ad.easy_title or fresh.title)


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


def _hard_words(text: str) -> tuple[Entry, ...]:
    """The explained words that stand in a text as such; "tager hensyn" needs no "skånehensyn" beside it."""
    return tuple(entry for entry in words_in(text) if entry.word.lower() in text.lower())


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
