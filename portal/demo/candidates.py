"""Made-up applications for the demo, one of each kind that screening meets, all over the country."""

from dataclasses import dataclass
from typing import Final

from portal.models.application import State

S = State


@dataclass(frozen=True, kw_only=True)
class Candidate:
    """What somebody made up sent `days` ago, and where the case stands now.

    `place` is what was written, `municipality` the code that was chosen ("" where it was skipped). `who`
    fills in: the form's own values. `jobs` is how many open ads the application names, if there are any.
    `also` are answers by the form's own keys to what only some are asked; what is not named was skipped.
    Somebody who called is `by_phone`.
    """

    name: str
    place: str
    municipality: str
    fits: str
    state: State
    days: int
    trades: tuple[str, ...] = ()
    more: str = ""
    who: str = "self"
    phone: str = ""
    email: str = ""
    jobs: int = 0
    also: tuple[tuple[str, str], ...] = ()
    by_phone: bool = False


# A sign that somebody can find a job alone: worth a talk before anything else.
FLUENT: Final = (
    "Jeg skriver til jer, fordi jeg gennem længere tid har fulgt jeres arbejde med stor interesse. Jeg "
    "har tidligere arbejdet som teamkoordinator i en mellemstor virksomhed, hvor jeg havde ansvar for "
    "planlægning, kundekontakt og oplæring af nye medarbejdere. Efter en omstrukturering ønsker jeg nu "
    "at prøve noget nyt, gerne i en butik med et godt fællesskab. Jeg er struktureret, trives med mange "
    "bolde i luften og har let ved at sætte mig ind i nye systemer. Jeg kan tiltræde med kort varsel og "
    "stiller gerne op til en samtale, hvor vi kan drøfte mulighederne nærmere. Mit CV og mine "
    "anbefalinger sender jeg naturligvis gerne."
)

CANDIDATES: Final = (
    Candidate(
        name="Kim Demo", place="4200 Slagelse", municipality="0330", fits="disability_pension",
        state=S.RECEIVED, days=0, trades=("shop", "kitchen"), phone="20 10 00 01",
        email="kim@demo.example", more="Jeg kan godt lide at bage. Jeg er bedst om formiddagen.", jobs=2,
    ),
    Candidate(
        name="Bo Demo", place="5000 Odense C", municipality="0461", fits="disability_pension",
        state=S.RECEIVED, days=1, trades=("outdoors",), phone="20 10 00 02",
        more="Jeg vil gerne være ude. Jeg cykler selv.", jobs=1,
    ),
    Candidate(
        name="Signe Demo", place="Aarhus N", municipality="0751", fits="stu", state=S.RECEIVED, days=1,
        trades=("shop", "cleaning", "care"), email="signe@demo.example",
        more="Jeg er færdig på STU til sommer.", jobs=1,
    ),
    Candidate(
        name="Oskar Demo", place="9000 Aalborg", municipality="0851", fits="fleksjob", state=S.RECEIVED,
        days=2, trades=("warehouse",), phone="20 10 00 04", email="oskar@demo.example", jobs=1,
        also=(("special_class", "yes"), ("capacity", "about_15_35")),
    ),
    Candidate(
        name="Ditte Demo", place="", municipality="", fits="dont_know", state=S.RECEIVED, days=2,
        phone="20 10 00 05", more="Min mor siger, at I kan hjælpe mig.",
    ),
    Candidate(
        name="Viggo Demo", place="2300 København S", municipality="0101", fits="clarify",
        state=S.RECEIVED, days=3, trades=("office", "shop"), phone="20 10 00 06",
    ),
    Candidate(
        name="Philip Demo", place="2800 Lyngby", municipality="0173", fits="disability_pension",
        state=S.RECEIVED, days=3, trades=("shop",), email="philip@demo.example", more=FLUENT, jobs=1,
        also=(("age", "30_49"), ("job_now", "no")),
    ),
    Candidate(
        name="Tove Demo", place="4800 Nykøbing F", municipality="0376", fits="disability_pension",
        state=S.RECEIVED, days=11, trades=("care", "kitchen"), phone="20 10 00 08",
        more="Jeg har arbejdet i et køkken før.",
    ),
    Candidate(
        name="Emil Demo", place="7400 Herning", municipality="0657", fits="disability_pension",
        state=S.AWAITING_CONSENT, days=1, trades=("warehouse", "cars"), who="helper", phone="20 10 00 09",
        more="Emil vil gerne have faste opgaver og en fast kollega.", jobs=1,
    ),
    Candidate(
        name="Frida Demo", place="3700 Rønne", municipality="0400", fits="stu", state=S.AWAITING_CONSENT,
        days=4, trades=("kitchen",), who="helper", email="frida@demo.example",
    ),
    Candidate(
        name="Hugo Demo", place="4700 Næstved", municipality="0370", fits="disability_pension",
        state=S.SCREENING, days=3, trades=("shop", "outdoors"), phone="20 10 00 11",
        email="hugo@demo.example", more="Jeg kan stå op i 3 timer.", jobs=1,
    ),
    Candidate(
        name="Alma Demo", place="8700 Horsens", municipality="0615", fits="fleksjob", state=S.SCREENING,
        days=4, trades=("office",), who="together", phone="20 10 00 12", jobs=1,
    ),
    Candidate(
        name="Villy Demo", place="6700 Esbjerg", municipality="0561", fits="disability_pension",
        state=S.SCREENING, days=9, trades=("crafts", "warehouse"), phone="20 10 00 13",
    ),
    Candidate(
        name="Nanna Demo", place="4000 Roskilde", municipality="0265", fits="dont_know",
        state=S.NEEDS_INFO, days=6, trades=("shop",), phone="20 10 00 14",
        more="Jeg får penge fra kommunen.",
    ),
    Candidate(
        name="Kaj Demo", place="8800 Viborg", municipality="0791", fits="clarify", state=S.NEEDS_INFO,
        days=8, trades=("outdoors", "other"), email="kaj@demo.example", more="Jeg elsker heste.",
    ),
    Candidate(
        name="Lulu Demo", place="3000 Helsingør", municipality="0217", fits="fleksjob",
        state=S.VISITATION, days=7, trades=("cleaning", "care"), phone="20 10 00 16", jobs=1,
        also=(("stu_status", "no"), ("support", "yes")),
    ),
    Candidate(
        name="Mads Demo", place="4300 Holbæk", municipality="0316", fits="fleksjob", state=S.VISITATION,
        days=5, trades=("shop",), who="together", phone="20 10 00 17", email="mads@demo.example", jobs=1,
        also=(("stu_status", "done"), ("capacity", "less")),
    ),
    Candidate(
        name="Otto Demo", place="4200 Slagelse", municipality="0330", fits="disability_pension",
        state=S.HANDED_OVER, days=4, trades=("warehouse", "shop"), phone="20 10 00 18",
        more="Ring gerne efter klokken 12.", jobs=1,
    ),
    Candidate(
        name="Pia Demo", place="4180 Sorø", municipality="0340", fits="disability_pension",
        state=S.ACCEPTED, days=8, trades=("kitchen", "cleaning"), phone="20 10 00 19", jobs=1,
    ),
    Candidate(
        name="Rasmus Demo", place="4100 Ringsted", municipality="0329", fits="stu", state=S.TALKED,
        days=14, trades=("cars",), email="rasmus@demo.example",
        more="Jeg ved meget om biler.", jobs=1,
    ),
    Candidate(
        name="Sofie Demo", place="4400 Kalundborg", municipality="0326", fits="disability_pension",
        state=S.WAITING, days=60, trades=("outdoors", "other"), phone="20 10 00 21",
        more="Jeg vil gerne arbejde med dyr.",
    ),
    Candidate(
        name="Magda Demo", place="4200 Slagelse", municipality="0330", fits="disability_pension",
        state=S.WAITING, days=260, trades=("shop", "kitchen"), phone="20 10 00 26",
        email="magda@demo.example",
    ),
    Candidate(
        name="Niels Demo", place="4180 Sorø", municipality="0340", fits="disability_pension",
        state=S.WAITING, days=240, trades=("warehouse",), phone="20 10 00 27", email="niels@demo.example",
    ),
    Candidate(
        name="Vagn Demo", place="4200 Slagelse", municipality="0330", fits="disability_pension",
        state=S.HIRED, days=280, trades=("shop",), phone="20 10 00 28", jobs=1,
    ),
    Candidate(
        name="Theo Demo", place="4200 Slagelse", municipality="0330", fits="disability_pension",
        state=S.TRIAL, days=45, trades=("shop",), phone="20 10 00 22", jobs=1,
    ),
    Candidate(
        name="Ulla Demo", place="5700 Svendborg", municipality="0479", fits="disability_pension",
        state=S.HIRED, days=120, trades=("care",), phone="20 10 00 23", jobs=1,
    ),
    Candidate(
        name="Yrsa Demo", place="8000 Aarhus C", municipality="0751", fits="dont_know",
        state=S.NOT_IN_TARGET_GROUP, days=20, trades=("office",), email="yrsa@demo.example",
        more="Jeg har lige læst færdig og leder efter mit første job.",
    ),
    # One person who sent twice, the second time in another spelling, from the same number.
    Candidate(
        name="Christian Prøve", place="4200 Slagelse", municipality="0330", fits="disability_pension",
        state=S.SCREENING, days=2, trades=("warehouse",), phone="20 10 00 26", jobs=1,
    ),
    Candidate(
        name="Kristian Prøve", place="4200 Slagelse", municipality="0330", fits="disability_pension",
        state=S.RECEIVED, days=0, trades=("shop",), phone="+45 20100026", jobs=1,
        more="Jeg vil også gerne i butik.",
    ),
    Candidate(
        name="Gerda Demo", place="5000 Odense C", municipality="0461", fits="disability_pension",
        state=S.RECEIVED, days=0, trades=("cleaning",), phone="20 10 00 27", by_phone=True,
    ),
    Candidate(
        name="Asger Demo", place="9800 Hjørring", municipality="0860", fits="disability_pension",
        state=S.CLOSED, days=30, trades=("outdoors",), phone="20 10 00 25",
    ),
)  # fmt: skip
