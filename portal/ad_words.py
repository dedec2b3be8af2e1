"""The words for the parts of an ad's page, and the machine's proposal to the editors made of them."""

from typing import Final

from portal.easyread import easy_text
from portal.easyread.ad import EasyAd
from portal.easyread.easy_text import EasyText
from portal.easyread.facts import Fact
from portal.models.posting import Posting
from portal.places import municipalities
from portal.postings import machine_ad

DAYS: Final = range(2, 6)
SHORTEST_DAY: Final = 2
LONGEST_DAY: Final = 5
USUAL_DAY: Final = 3.5

WHO: Final = {
    "skaanejob": ("pension", "Du kan få det her job, hvis du har førtidspension."),
    "fleksjob": ("fleksjob", "Du kan få det her job, hvis du har ret til fleksjob."),
}
# A skånejob is by law a job with wages beside the pension, whether or not the ad says so.
PAY: Final = Fact("Løn ved siden af din pension", "pay")


def approved_text(ad: Posting) -> EasyText | None:
    """What an editor has approved for this ad, or None."""
    return easy_text.from_json(ad.approved)


def proposal(ad: Posting) -> EasyText:
    """The machine's easy text of an ad, ready for an editor to go on with."""
    easy = machine_ad(ad)
    return EasyText(
        title=easy.title,
        summary=easy.summary,
        tasks=easy.tasks,
        place="\n".join(where(ad)),
        time="\n".join(hours(easy)),
        pay="\n".join(map(str, gets(easy, ad.job_type))),
        who="\n".join(who(easy, ad.job_type)),
    )


def where(ad: Posting) -> tuple[str, ...]:
    """The shop, the street and the town, each on its line; () where not even the municipality is known."""
    municipality = municipalities.by_code(ad.municipality_code) if ad.municipality_code else None
    stated = (
        ad.address,
        "" if ad.town and ad.town in ad.address else f"{ad.postal_code} {ad.town}".strip(),
        f"{municipality.name} Kommune" if municipality else "",
    )
    known = tuple(line for line in stated if line)
    return tuple(line for line in (ad.employer, *known) if line) if known else ()


def hours(easy: EasyAd) -> tuple[str, ...]:
    """How much and when; where no days are stated, what the hours may look like."""
    example = "" if easy.workdays else _example(easy.hours.max or easy.hours.min)
    return tuple(f"{told}." for told in (easy.hours.text, easy.workdays, example) if told)


def _example(week: float | None) -> str:
    """Such as "Det kan være 3 dage med 4 timer" for 12 hours a week; "" where they do not divide evenly."""
    ways = [
        (week / days % 1, abs(week / days - USUAL_DAY), days)
        for days in DAYS
        if week and SHORTEST_DAY <= week / days <= LONGEST_DAY and (week / days * 2).is_integer()
    ]
    if not ways or not week:
        return ""
    days = min(ways)[-1]
    return f"Det kan være {days} dage med {week / days:g} timer".replace(".", ",")


def gets(easy: EasyAd, job_type: str) -> tuple[Fact, ...]:
    """What the ad offers and what it takes into account; for a skånejob the wages come first."""
    stated = easy.gets + easy.considerations
    says_pay = any(fact.pictogram == PAY.pictogram for fact in stated)
    return stated if says_pay or job_type != "skaanejob" else (PAY, *stated)


def who(easy: EasyAd, job_type: str) -> tuple[str, ...]:
    """Who can get the job, as the ad or else its source says."""
    word, sentence = WHO.get(job_type, ("", ""))
    missing = sentence if word not in easy.who else ""
    return tuple(told for told in (missing, easy.who) if told)
