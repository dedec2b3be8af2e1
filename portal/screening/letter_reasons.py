"""What a letter of the queue can be filled with: few reasons, and below each the few things it may add. Pure.

Staff tick; the letter says it in the person's own plain words. The keys stand in the rows and never change.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, kw_only=True)
class Detail:
    """One thing to tick: `words` on the page of staff, `says` in the letter."""

    key: str
    words: str
    says: str


@dataclass(frozen=True, kw_only=True)
class Topic:
    """Details that belong together, below one heading."""

    words: str
    details: tuple[Detail, ...]


MISSING: Final = (
    Topic(
        words="Pension, fleksjob eller STU",
        details=(
            Detail(key="pension", words="Har personen førtidspension?", says="Har du fået førtidspension?"),
            Detail(
                key="fleksjob",
                words="Har personen ret til fleksjob?",
                says="Har kommunen sagt ja til fleksjob?",
            ),
            Detail(key="stu_end", words="Hvornår slutter STU?", says="Hvornår er du færdig på STU?"),
            Detail(
                key="helped",
                words="Skole, støtte og hjælp",
                says="Gik du i specialklasse? Får du hjælp der, hvor du bor?",
            ),
        ),
    ),
    Topic(
        words="Arbejdet",
        details=(
            Detail(key="likes", words="Hvad personen vil lave", says="Hvad vil du gerne arbejde med?"),
            Detail(key="hours", words="Hvor mange timer", says="Hvor mange timer kan du arbejde om ugen?"),
            Detail(key="travel", words="Vejen til arbejde", says="Hvordan kommer du på arbejde?"),
        ),
    ),
    Topic(
        words="Sådan når vi hinanden",
        details=(
            Detail(key="where", words="Hvor personen bor", says="Hvor bor du? Skriv dit postnummer."),
            Detail(key="when", words="Hvornår vi må ringe", says="Hvornår må vi ringe til dig?"),
        ),
    ),
)
ELSEWHERE: Final = (
    Topic(
        words="Hvor kan personen gå hen?",
        details=(
            Detail(
                key="jobcentre",
                words="Jobcentret",
                says="Jobcentret. De kan hjælpe dig med at finde et job.",
            ),
            Detail(
                key="case_worker",
                words="Kommunen, om pension eller fleksjob",
                says="Din kommune. Spørg dem om pension eller fleksjob.",
            ),
            Detail(key="jobnet", words="Jobnet.dk", says="Jobnet.dk. Her er alle jobs."),
            Detail(key="union", words="Fagforening eller a-kasse", says="Din fagforening eller din a-kasse."),
            Detail(
                key="come_back",
                words="Os igen, hvis noget ændrer sig",
                says="Os igen. Skriv, hvis du får pension eller fleksjob.",
            ),
        ),
    ),
)
# What the letter says for a reason that was chosen in the list; a reason without a sentence adds none.
SAYS: Final[Mapping[str, str]] = {
    "finds_alone": "Vi tror, at du selv kan finde et job. Det er vi glade for.",
    "no_disability": "Vi hjælper dem, der har svært ved at lære.",
    "no_grant": "Du skal have pension eller fleksjob. Eller gå på STU. Ellers kan vi ikke hjælpe.",
    "other_work": "Vi har ikke job af den slags, du skriver om.",
    "no_contact": "Vi har prøvet at ringe til dig. Vi fik ikke fat i dig.",
}


def details_of(topics: Iterable[Topic]) -> Iterator[Detail]:
    """The details of some topics, in order."""
    for topic in topics:
        yield from topic.details


WORDS: Final = {detail.key: detail.words for detail in details_of((*MISSING, *ELSEWHERE))}
