"""The words of a leaflet: which fields there are, their standard words, and how much fits each. Pure.

The first side is for citizens and as easy to read as the rest of the portal. The second is for staff.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, kw_only=True)
class Field:
    """One text that staff may change.

    `most` is how many signs fit; of `lines` fields each line is one entry, and `lines` is how many there may
    be (0: one running text). `for_citizens` decides how easy it must be. `panel` is where it stands, 1 to 6.
    """

    key: str
    label: str
    standard: str
    most: int
    panel: int
    hint: str = ""
    lines: int = 0

    @property
    def for_citizens(self) -> bool:
        """Whether citizens read it."""
        return self.panel <= 3

    @property
    def highest_lix(self) -> int:
        """What the text's LIX should not exceed."""
        return 25 if self.for_citizens else 35


FIELDS: Final = (
    Field(
        key="title",
        label="Overskrift på forsiden",
        standard="Et job, der passer til dig",
        most=34,
        panel=1,
    ),
    Field(
        key="invitation",
        label="Under overskriften",
        standard="Vil du gerne arbejde? Vi finder et job, hvor der er plads til dig. Det er gratis.",
        most=110,
        panel=1,
    ),
    Field(
        key="what",
        label="Hvad er et KLAPjob?",
        standard="Et KLAPjob er et rigtigt job. Du får løn. Du har kolleger. "
        "Du arbejder de timer, du kan. Din chef ved, hvad du har brug for.",
        most=200,
        panel=2,
    ),
    Field(
        key="who",
        label="Hvem kan få et KLAPjob?",
        standard="Du har førtidspension.\nDu har ret til fleksjob.\nDu går på STU.",
        most=170,
        panel=2,
        lines=4,
        hint="Skriv en ting på hver linje.",
    ),
    Field(
        key="doubt",
        label="Hvis man er i tvivl",
        standard="Er du i tvivl? Så ring til os. Vi vil gerne tale med dig.",
        most=90,
        panel=2,
    ),
    Field(
        key="steps",
        label="Fire trin til et job",
        standard="Du ringer, eller du skriver til os på nettet.\nVi taler om, hvad du kan lide at lave.\n"
        "Du prøver et job. Det tager cirka 4 uger.\nPasser jobbet til dig? Så bliver du ansat.",
        most=210,
        panel=3,
        lines=4,
        hint="Skriv et trin på hver linje.",
    ),
    Field(
        key="help",
        label="Fire slags hjælp",
        standard="Skånejob: Vi finder job til borgere med førtidspension, og vi følger op.\n"
        "Fleksjob: Vi finder job til borgere, der kan arbejde få timer om ugen.\n"
        "Råd til dig: Ring, og hør om et KLAPjob er en mulighed for en borger.\n"
        "STU: Vi finder praktik til unge, mens de går i skole.",
        most=340,
        panel=4,
        lines=4,
        hint="Skriv en på hver linje: et ord, kolon og en sætning.",
    ),
    Field(
        key="target",
        label="Hvem er målgruppen?",
        standard="Mennesker, som har svært ved at lære, huske eller have overblik, og som ikke selv finder "
        "et job. Det kan fx være autisme, ADHD, en hjerneskade eller psykisk sygdom.",
        most=200,
        panel=4,
    ),
    Field(
        key="refer",
        label="Sådan henviser du",
        standard="Tal med borgeren, og få et ja.\nUdfyld det korte skema på nettet.\n"
        "Borgeren siger selv ja. Så ringer konsulenten.",
        most=190,
        panel=5,
        lines=3,
        hint="Skriv et trin på hver linje.",
    ),
    Field(
        key="local",
        label="Sådan gør vi hos os",
        standard="",
        most=170,
        panel=5,
        hint="Det særlige for jeres kommune. Feltet må være tomt.",
    ),
    Field(
        key="statement",
        label="En politiker siger",
        standard="",
        most=340,
        panel=6,
        hint="En udtalelse fra fx borgmesteren. Feltet må være tomt.",
    ),
    Field(
        key="statement_by",
        label="Politikerens navn og titel",
        standard="",
        most=70,
        panel=6,
        hint="Skriv navnet, et komma og titlen.",
    ),
)
BY_KEY: Final = {field.key: field for field in FIELDS}


def complete(texts: Mapping[str, str]) -> dict[str, str]:
    """All fields: the standard words where none are given. A field that is given empty stays empty."""
    return {field.key: texts.get(field.key, field.standard) for field in FIELDS}


def lines(text: str) -> tuple[str, ...]:
    """The entries of a field of lines."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def pairs(text: str) -> tuple[tuple[str, str], ...]:
    """Entries of the form "Skånejob: Vi finder …" as (word, sentence); without a colon the word is ""."""
    cut = (line.partition(": ") for line in lines(text))
    return tuple((head, rest) if rest else ("", head) for head, _, rest in cut)
