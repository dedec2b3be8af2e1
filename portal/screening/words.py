"""The Danish words of the queue for what stands in the rows as keys."""

from collections.abc import Mapping
from typing import Final

from portal import pages
from portal.models.application import Application, FilledBy, State
from portal.places import municipalities
from portal.routing import Because, Route
from portal.screening.criteria import Signal, Verdict

STATE: Final[Mapping[State, str]] = {
    State.DRAFT: "Kladde",
    State.RECEIVED: "Ny",
    State.QUARANTINED: "Mistænkelig",
    State.AWAITING_CONSENT: "Mangler personens ja",
    State.SCREENING: "I gang",
    State.NEEDS_INFO: "Venter på svar",
    State.VISITATION: "Visitation",
    State.HANDED_OVER: "Sendt til konsulent",
    State.ACCEPTED: "Konsulenten har sagen",
    State.TALKED: "Samtalen er holdt",
    State.WAITING: "På venteliste",
    State.TRIAL: "I praktik",
    State.HIRED: "Ansat",
    State.FOLLOWED_UP: "Ringet op efter 6 måneder",
    State.NOT_IN_TARGET_GROUP: "Ikke i målgruppen",
    State.WITHDRAWN: "Fortrudt",
    State.CLOSED: "Lukket",
    State.MERGED: "Samlet med en anden sag",
}
# A picture of meaning for the tag: "" tinted, "sun" for what waits on us, "good", "error", "plain".
STATE_TAG: Final[Mapping[State, str]] = {
    State.RECEIVED: "sun",
    State.QUARANTINED: "error",
    State.AWAITING_CONSENT: "sun",
    State.HIRED: "good",
    State.FOLLOWED_UP: "good",
    State.NOT_IN_TARGET_GROUP: "plain",
    State.WITHDRAWN: "plain",
    State.CLOSED: "plain",
    State.MERGED: "plain",
}
FITS: Final[Mapping[str, str]] = {
    "disability_pension": "Førtidspension",
    "fleksjob": "Fleksjob",
    "stu": "STU",
    "clarify": "Er ved at blive afklaret",
    "dont_know": "Ved det ikke",
}
EXCEPTIONS: Final[Mapping[str, str]] = {
    "stu": "en elev på STU",
    "fleksjob": "et fleksjob",
    "disability_pension": "en person med førtidspension",
    "clarify": "en person, der er ved at blive afklaret",
}
FILLED_BY: Final[Mapping[FilledBy | None, str]] = {
    FilledBy.SELF: "Har selv skrevet",
    FilledBy.TOGETHER: "Har skrevet sammen med en hjælper",
    FilledBy.HELPER: "En hjælper har skrevet",
    FilledBy.REFERRED: "Henvist af en fagperson",
    None: "Vi ved ikke, hvem der har skrevet",
}
SIGNAL: Final[Mapping[Signal, str]] = {
    Signal.GREEN: "Alle svar er der",
    Signal.YELLOW: "Svar mangler",
    Signal.TALK: "Tal sammen",
}
SIGNAL_TAG: Final[Mapping[Signal, tuple[str, str]]] = {
    Signal.GREEN: ("good", "circle-check"),
    Signal.YELLOW: ("sun", "help-circle"),
    Signal.TALK: ("", "phone"),
}
VERDICT: Final[Mapping[Verdict, str]] = {
    Verdict.MET: "Ja",
    Verdict.NOT_MET: "Nej",
    Verdict.UNKNOWN: "Ved vi ikke",
}
VERDICT_TAG: Final[Mapping[Verdict, tuple[str, str]]] = {
    Verdict.MET: ("good", "check"),
    Verdict.NOT_MET: ("plain", "x"),
    Verdict.UNKNOWN: ("sun", "help-circle"),
}
HOW_AGREED: Final[Mapping[str, str]] = {
    "self": "Personen har selv sendt",
    "link": "Personen har selv sagt ja på nettet",
    "phone": "Ja i telefonen",
    "talked": "Ja i en samtale",
    "signature": "Underskrift fra personen",
    "power_of_attorney": "Fuldmagt",
    "guardian": "Værge",
    "stated": "Samtykket står på den gamle venteliste",
}
MAIL_KIND: Final[Mapping[str, str]] = {
    "answers_late": "Påmindelse om svar",
    "agreement_ending": "Aftale med kommune udløber",
    "alarm": "Alarm om kilder til job",
    "leaflet_ending": "Folder udløber",
    "received": "Kvittering til ansøger",
    "receipt": "Kvittering til ansøger",
    "handed_over": "Ny kandidat til konsulent",
    "visitation": "Visitation til konsulent",
    "your_yes": "Spørgsmål til personen om ja",
    "passed_on": "Nyt til personen: sendt videre",
    "withdrawn": "Kvittering for sletning",
    "still_waiting": "Spørgsmål til venteliste",
    "resume": "Link til gemte svar",
    "draft_reminder": "Påmindelse om gemte svar",
    "needs_info": "Vi mangler svar",
    "not_in_target_group": "Der er svar til dig",
    "closed": "Der er svar til dig",
}
# The two whose name on letters is not "<name> Kommune".
_LETTERHEADS: Final = {"0101": "Københavns Kommune", "0400": "Bornholms Regionskommune"}
# Code and name, in the order of the Danish alphabet, in which aa is å.
MUNICIPALITIES: Final = tuple(
    sorted(
        ((place.code, place.name) for place in municipalities.MUNICIPALITIES),
        key=lambda choice: choice[1].lower().replace("aa", "å").translate(str.maketrans("æøå", "{|}")),
    )
)


def municipality(code: str | None) -> str:
    """The name of a municipality; "Ukendt kommune" where none is known."""
    found = municipalities.by_code(code) if code else None
    return found.name if found else "Ukendt kommune"


def whole_municipality(code: str | None) -> str:
    """The name as it stands on letters: "Slagelse Kommune"."""
    return _LETTERHEADS.get(code or "", f"{municipality(code)} Kommune")


def goes_to(way: Route, application: Application) -> str:
    """Where a case goes and why: “Går til Ann Advis, fordi personen bor i Slagelse Kommune.”"""
    why = {
        Because.BY_HAND: "fordi I har valgt det",
        Because.EXCEPTION: f"fordi det gælder {EXCEPTIONS.get(application.fits, 'en undtagelse')}",
        Because.MUNICIPALITY: f"fordi personen bor i {whole_municipality(application.municipality_code)}",
    }[way.because]
    names = [way.consultant, *(absence.deputy for absence in way.absences)]
    away = "".join(
        f" {who.staff.name} er væk til og med {pages.danish_date(absence.last_on)}."
        for who, absence in zip(names, way.absences, strict=False)
    )
    return f"Går til {way.reached.staff.name}, {why}.{away}"


def short_name(name: str) -> str:
    """The first name and the initial of the last one: "Kim K."; lists show no more."""
    first, *rest = name.split() or ["Uden navn"]
    return f"{first} {rest[-1][0]}." if rest else first
