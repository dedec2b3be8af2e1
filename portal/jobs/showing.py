"""What the page of one ad says, part by part: what was read from the ad, completed with what else we know."""

from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from portal import ad_words
from portal.easyread.ad import EasyAd
from portal.easyread.day import Step, day_in_the_job
from portal.easyread.easy_text import EasyText
from portal.easyread.facts import Fact
from portal.easyread.pay import explain_pay
from portal.jobs.maps import MapLink, map_links
from portal.models.posting import Posting
from portal.postings import easy_ad

NOTHING: Final = EasyText(title="")
ALSO: Final = {
    "skaanejob": ("Det hedder et skånejob.",),
    "fleksjob": ("Kommunen siger ja eller nej til fleksjob.",),
}
TRIAL_PICTURE: Final = "days"
TRIAL: Final = (
    "Så prøver du jobbet, tit i 4 uger.",
    "Du får ikke løn i praktikken. Du får de samme penge, som du plejer.",
    "Bagefter taler I om, hvordan det gik. Du må gerne sige nej.",
)


@dataclass(frozen=True, kw_only=True)
class Parts:
    """The fixed parts of a page; an empty one is something the ad does not state.

    `easy` holds what was read from the ad; `original` is the ad's own text; `by_machine` says that no person
    has looked at the easy one.
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
    original: Markup
    by_machine: bool


def parts_of(ad: Posting) -> Parts:
    """The parts of an ad; those stored by an older version of the portal are read afresh."""
    easy, text = easy_ad(ad), ad_words.approved_text(ad) or NOTHING
    gets = easy.gets if text.pay else ad_words.gets(easy, ad.job_type)
    who = (_lines(text.who) or ad_words.who(easy, ad.job_type)) + ALSO.get(ad.job_type, ())
    pay, trial = explain_pay(ad.job_type, easy.hours.min, easy.hours.max), _trial(easy)
    return Parts(
        easy=easy,
        day=_day(easy),
        where=_lines(text.place) or ad_words.where(ad),
        maps=map_links(ad),
        hours=_lines(text.time) or ad_words.hours(easy),
        gets=gets,
        pay=pay,
        who=who,
        trial=trial,
        # `portal.jobs.cleaning` made it harmless before it was stored; nothing else writes this column.
        original=Markup(ad.body_html),  # noqa: S704
        by_machine=ad.approved is None,
    )


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line for line in text.split("\n") if line)


def _day(easy: EasyAd) -> tuple[Step, ...]:
    pauses = any(fact.pictogram == "pause" for fact in easy.considerations)
    return day_in_the_job(((task.text, task.pictogram) for task in easy.tasks), pauses=pauses)


def _trial(easy: EasyAd) -> tuple[str, ...]:
    """What a trial placement is; first whether the ad says that this job begins with one."""
    stated = any(fact.pictogram == TRIAL_PICTURE for fact in easy.gets)
    return ("Her begynder du med praktik." if stated else "Mange begynder med praktik.", *TRIAL)
