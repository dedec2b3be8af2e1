"""The columns that a partner's spreadsheet may have, and the many names that partners give them."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from portal.danish import fold

PERSONAL: Final = "personal"
"""What the columns about contact persons are read as: they are never read at all."""

_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_NOT_LETTERS = re.compile(r"[^a-z0-9]+")
_LONGEST_HEADING: Final = 80


@dataclass(frozen=True, kw_only=True)
class Column:
    """A column: its key, the heading in the template ("" if it has none there), other headings, and what the
    guide says of it.
    """

    key: str
    heading: str = ""
    others: str = ""
    guide: str = ""
    example: str = ""
    needed: bool = False


COLUMNS: Final = (
    Column(
        key="reference",
        heading="Reference",
        others="Referencenr, Referencenummer, Ref, Ref nr, Id, Job id, Job nr, Jobnummer, Annonce nr,"
        " Annonce id, Stillingsnr, Stillingsnummer, Sagsnr, Opslagsnr",
        guide="Et nummer eller navn, som kun dette job har. Brug det samme næste gang, så opdateres jobbet.",
        example="butik-17",
    ),
    Column(
        key="title",
        heading="Titel",
        others="Stilling, Stilling/Titel, Stillingsbetegnelse, Stillingstitel, Jobtitel, Job titel, Job,"
        " Jobnavn, Overskrift, Annoncetitel, Annonceoverskrift, Title, Job title",
        guide="Hvad hedder jobbet?",
        example="Medhjælper i butik",
        needed=True,
    ),
    Column(
        key="employer",
        heading="Virksomhed",
        others="Virksomhedsnavn, Virksomhedens navn, Navn på virksomhed, Arbejdsgiver, Arbejdsplads,"
        " Arbejdssted, Firma, Firmanavn, Butik, Butiksnavn, Butikkens navn, Company, Employer",
        guide="Hvad hedder arbejdspladsen?",
        example="Testmarked Slagelse",
    ),
    Column(key="cvr", heading="CVR", others="CVR nr, CVR-nummer", guide="8 tal.", example="10000001"),
    Column(
        key="address",
        heading="Adresse",
        others="Vej, Gade, Vejnavn, Gadenavn, Vej og nr, Gade og nr, Arbejdsstedets adresse, Address, Street",
        guide="Vej og nummer på arbejdspladsen.",
        example="Prøvevej 1",
    ),
    Column(
        key="postal_code",
        heading="Postnr",
        others="Postnummer, Post nr, Zip, Zip code, Postal code, Postnr og by, Postnummer og by, Postnr/by",
        guide="4 tal.",
        example="4200",
    ),
    Column(
        key="town",
        heading="By",
        others="Bynavn, Postdistrikt, Byen, Sted, Lokation, City, Town",
        guide="Byen, hvor arbejdspladsen ligger.",
        example="Slagelse",
    ),
    Column(
        key="municipality",
        heading="Kommune",
        others="Kommunenavn, Arbejdsstedskommune, Municipality",
        guide="Kun hvis I ikke kender postnummeret.",
        example="Slagelse",
    ),
    Column(
        key="job_type",
        heading="Ordning",
        others="Jobtype, Type, Type job, Type af job, Jobform, Ansættelsesform, Ansættelsestype, Vilkår,"
        " Ansættelsesvilkår, Skånejob/fleksjob, Skånejob eller fleksjob",
        guide="Skånejob eller fleksjob.",
        example="Skånejob",
    ),
    Column(
        key="hours",
        heading="Timer pr. uge",
        others="Timer, Timer om ugen, Timer i ugen, Timer ugentligt, Ugentlige timer, Antal timer, Timetal,"
        " Timeantal, Ugentligt timetal, Timer per uge, Timer/uge, Arbejdstid, Ugentlig arbejdstid, Hours",
        guide="Et tal, eller fra og til. Skriv “10 til 15”: Excel laver “10-15” om til en dato.",
        example="10 til 15",
    ),
    Column(key="hours_min", others="Timer fra, Mindste timer, Min timer, Timer min, Mindst timer"),
    Column(key="hours_max", others="Timer til, Højeste timer, Max timer, Maks timer, Timer max, Højst timer"),
    Column(
        key="deadline",
        heading="Ansøgningsfrist",
        others="Frist, Sidste frist, Frist for ansøgning, Ansøg senest, Søg senest, Deadline,"
        " Sidste ansøgningsdato, Ansøgningsfristen",
        guide="Den sidste dag, man kan søge. Må være tom.",
        example="22-12-2026",
    ),
    Column(
        key="expires",
        heading="Vises til",
        others="Udløber, Udløbsdato, Udløb, Slutdato, Vis til, Annonce slutter, Opslag slutter, Expires",
        guide="Den sidste dag, jobbet skal vises. Må være tom.",
        example="31-01-2027",
    ),
    Column(
        key="published",
        others="Oprettet, Oprettelsesdato, Opslået, Udgivet, Publiceret, Udgivelsesdato,"
        " Startdato for opslag, Vises fra, Vis fra, Published",
    ),
    Column(
        key="text",
        heading="Tekst",
        others="Annoncetekst, Jobtekst, Jobannonce, Annonce, Beskrivelse, Jobbeskrivelse,"
        " Stillingsbeskrivelse, Stillingsopslag, Om jobbet, Opslag, Opslagstekst, Text, Description",
        guide="Hele teksten om jobbet. Skriv tekst, opgaver eller begge dele.",
        example="Vil du hjælpe i en rar butik? Du skal have førtidspension.",
    ),
    Column(
        key="tasks",
        heading="Opgaver",
        others="Arbejdsopgaver, Dine opgaver, Jobbets opgaver, Opgaver i jobbet, Opgaverne, Tasks",
        guide="En opgave på hver linje, eller med semikolon imellem.",
        example="Fylde varer op; rydde op på lageret; feje",
    ),
    Column(
        key="url",
        heading="Link",
        others="Annoncelink, Link til annonce, Link til annoncen, Link til opslag, Link til job, Url,"
        " Webadresse, Internetadresse",
        guide="Jobbet på jeres egen hjemmeside. Må være tom.",
        example="https://testmarked.example/job/17",
    ),
    Column(
        key="apply_url",
        heading="Link til ansøgning",
        others="Ansøgningslink, Link til at søge, Ansøg link, Ansøg her, Søg her, Apply url",
        guide="Kun hvis man kan søge hos jer. Må være tom.",
        example="https://testmarked.example/job/17/ansoeg",
    ),
)
_PERSONAL_HEADINGS: Final = (
    "Kontakt, Kontaktperson, Kontaktpersoner, Kontaktoplysninger, Kontakt navn, Kontaktnavn, Navn, Telefon,"
    " Telefonnr, Telefonnummer, Tlf, Tlf nr, Mobil, Mobilnr, Mobiltelefon, Mail, E-mail, Email, Mailadresse,"
    " Kontakt mail, Kontakt telefon, Kontaktmail, Kontakttelefon, Leder, Butikschef, Ansvarlig, Konsulent"
)


def key_of(heading: str) -> str:
    """The key of the column that a heading names; PERSONAL for contact persons, "" for any other.

    Capitals, blanks, signs and what stands in brackets do not matter.
    """
    if len(heading) > _LONGEST_HEADING:
        return ""
    return _KEYS.get(_normal(heading), "")


def keys_of(cells: Sequence[str]) -> Mapping[str, int]:
    """The columns in a row of headings: key → position. Of two for the same key the first counts."""
    found: dict[str, int] = {}
    for position, cell in enumerate(cells):
        key = key_of(cell)
        if key and key != PERSONAL:
            found.setdefault(key, position)
    return found


def _normal(heading: str) -> str:
    return _NOT_LETTERS.sub("", fold(_BRACKETS.sub(" ", heading)))


def _keys() -> dict[str, str]:
    named = [(column.key, f"{column.heading},{column.others}") for column in COLUMNS]
    named.append((PERSONAL, _PERSONAL_HEADINGS))
    return {
        _normal(heading): key for key, headings in named for heading in headings.split(",") if heading.strip()
    }


_KEYS: Final = _keys()
