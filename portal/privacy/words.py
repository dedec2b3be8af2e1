"""What tables, fields, deeds and purposes are called in the report that a person gets."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from sqlalchemy.orm import Session

from portal import clock, retention
from portal.places import municipalities

TABLES: Final[Mapping[str, str]] = {
    "candidate": "Om dig",
    "application": "Det, du eller en anden har sendt",
    "wish": "Jobs, du har valgt",
    "move": "Det, der er sket med sagen",
    "note": "Noter fra medarbejdere",
    "answer_letter": "Svar, vi har skrevet til dig",
    "placement": "Praktik og job",
    "heartbeat": "Når vi har spurgt, om du stadig vil have et job",
    "visitation_vote": "Når to personer har sagt ja eller nej",
    "recording": "Svar, du har sagt højt",
    "outbox_message": "Mails og SMS til dig",
    "subscription": "Besked om nye jobs",
    "ticket": "Links, der åbner din side",
    "merging": "Sager, der er samlet",
    "candidate_key": "Koder, der viser, om to sager er samme person",
    "two_people": "Personer, du ikke er",
    "deletion_warning": "Når vi har skrevet, at vi sletter",
}
FIELDS: Final[Mapping[str, str]] = {
    "name": "Navn",
    "phone": "Telefon",
    "email": "Mail",
    "place": "Bor",
    "municipality_code": "Kommune",
    "created_at": "Oprettet",
    "updated_at": "Sidst ændret",
    "submitted_at": "Sendt",
    "state": "Status",
    "state_since": "Status siden",
    "answer_by": "Svar senest",
    "call_on": "Ring den",
    "reference": "Nummer",
    "came_by": "Kom ind med",
    "filled_by": "Udfyldt af",
    "fits": "Ordning",
    "answers": "Svar",
    "consent_text": "Det, der blev sagt ja til",
    "consented_at": "Sagt ja",
    "person_agreed_at": "Personen har selv sagt ja",
    "person_agreed_how": "Hvordan",
    "at": "Tidspunkt",
    "added_at": "Valgt",
    "posting_id": "Job",
    "from_state": "Fra",
    "to_state": "Til",
    "reason": "Grund",
    "note": "Note",
    "text": "Tekst",
    "kind": "Slags",
    "workplace": "Arbejdsplads",
    "starts_on": "Første dag",
    "ends_on": "Sidste dag",
    "hours": "Timer om ugen",
    "asked_at": "Spurgt",
    "answered_at": "Svaret",
    "still_wants": "Vil stadig have et job",
    "yes": "Ja",
    "media_type": "Filtype",
    "subject": "Emne",
    "sent_at": "Sendt",
    "expires_at": "Gælder til",
    "address": "Adresse",
    "search": "Søgning",
    "frequency": "Hvor tit",
    "confirmed_at": "Bekræftet",
    "consultant_by_hand": "En medarbejder har selv valgt konsulenten",
    "value": "Kode, som ingen kan læse navnet i",
}
VALUES: Final[Mapping[str, Mapping[str, str]]] = {
    "came_by": {"web": "Skemaet på nettet", "phone": "Telefonen", "import": "En liste fra før portalen"},
    "filled_by": {
        "self": "Dig selv",
        "together": "Dig og en anden sammen",
        "helper": "En, der hjælper dig",
        "referred": "En, der arbejder med dig",
    },
    "fits": {
        "disability_pension": "Førtidspension",
        "fleksjob": "Fleksjob",
        "stu": "STU",
        "clarify": "Du er ved at blive afklaret",
        "dont_know": "Det ved vi ikke",
    },
    "person_agreed_how": {
        "self": "Du sagde selv ja",
        "link": "Du sagde ja på din egen side",
        "phone": "Du sagde ja i telefonen",
        "paper": "Du sagde ja på papir",
        "meeting": "Du sagde ja på et møde",
        "stated": "Det står på en liste fra før portalen",
    },
    "kind": {
        "name": "Navn",
        "name_place": "Navn og by",
        "born": "Fødselsår og kommune",
        "phone": "Telefon",
        "email": "Mail",
        "trial": "Praktik",
        "hire": "Job",
    },
    "frequency": {"daily": "Hver dag", "weekly": "Hver uge"},
}
"""What the values of some fields are called; others stand as they are."""
STATES: Final[Mapping[str, str]] = {
    "draft": "Ikke sendt",
    "received": "Modtaget",
    "quarantined": "Lagt til side",
    "awaiting_consent": "Venter på personens ja",
    "screening": "Bliver læst",
    "needs_info": "Mangler noget",
    "visitation": "Til vurdering",
    "handed_over": "Sendt til en konsulent",
    "accepted": "Hos en konsulent",
    "talked": "Samtale holdt",
    "waiting": "På venteliste",
    "trial": "I praktik",
    "hired": "Ansat",
    "followed_up": "Talt sammen efter 6 måneder",
    "not_in_target_group": "Ikke i målgruppen",
    "withdrawn": "Trukket tilbage",
    "closed": "Lukket",
    "merged": "Samlet med en anden sag",
}
PURPOSES: Final[Mapping[str, str]] = {
    "case work": "Arbejde med sagen",
    "compare cases": "Se, om to sager er samme person",
    "find a case": "Finde en sag",
    "waiting list": "Høre, om du stadig gerne vil have et job",
    "match help": "Finde et job, der passer",
    "mail trouble": "Få en mail frem",
    "hand-over to KLAPweb": "Give sagen videre til KLAPweb",
    "form in VITAS": "Udfylde et skema i VITAS",
    "first-day import": "Læse gamle lister ind",
    "right of access": "Give dig dine oplysninger",
    "deletion": "Slette dine oplysninger",
    "oversight": "Se efter, hvem der har set på hvad",
    "export of figures": "Hente tal",
    "published figures": "Skrive de offentlige tal",
    "accounts": "Styre konti",
    "who works where": "Styre, hvem der arbejder hvor",
    "own desk": "Gemme sine egne visninger",
    "letters": "Rette i brevene",
    "editing": "Rette i jobopslag",
    "own ads": "Skrive egne opslag",
    "sign-in failed": "Log-ind, der ikke lykkedes",
    "school visit": "Besøg på en skole",
    "pages of municipalities": "Passe kommunernes sider og aftaler",
    "schools and calendar": "Passe skoler og kalender",
}
KINDS: Final[Mapping[str, str]] = {
    "application": "En sag",
    "queue": "Køen",
    "own queue": "Egne sager",
    "waiting list": "Ventelisten",
    "recording": "En optagelse",
    "stuck mail": "Mails, der ikke kom frem",
    "case": "Søgning i sager",
    "cases": "Søgning i sager",
    "arrival": "En liste fra før portalen",
    "figures": "Tal",
    "refused entry": "Et afvist opslag",
    "school_visit": "Et ønske om besøg",
    "audit trail": "Opslag",
    "leaflet": "En folder",
    "agreement": "En aftale med en kommune",
    "municipality": "En kommunes oplysninger",
    "job worth": "Tal for, hvad et job er værd",
    "school": "En skole",
    "gathering": "En dag i kalenderen",
}
DEEDS: Final[Mapping[str, str]] = {"read": "Set", "search": "Søgt", "export": "Hentet som fil"}
CHANGED: Final = "Ændret eller skrevet"
_STATE_FIELDS: Final = frozenset({"state", "from_state", "to_state"})
_MOMENTS: Final = frozenset({"at", "state_since", "answer_by"})
_HIDDEN: Final = frozenset({"id", "application_id", "candidate_id", "version", "form_version", "step"})


def table(name: str) -> str:
    """What a table is called; one that has no words keeps its name."""
    return TABLES.get(name, name)


def kind(name: str) -> str:
    """What somebody looked at, for a colleague."""
    return KINDS.get(name, name)


def place_of(name: str) -> int:
    """Where a table stands in the report."""
    return list(TABLES).index(name) if name in TABLES else len(TABLES)


def purpose(text: str) -> str:
    """What somebody looked for."""
    return PURPOSES.get(text, text)


def done(action: str) -> str:
    """What was done."""
    return DEEDS.get(action, CHANGED)


def lines(row: Mapping[str, Any]) -> list[dict[str, str]]:
    """The fields of a row for a reader, each with its name; keys between tables are left to the JSON."""
    found = []
    for name, value in row.items():
        if name == "answers":
            found += [
                {"name": str(one.get("question") or one.get("key")), "text": _answer(one)} for one in value
            ]
        elif name not in _HIDDEN:
            found.append({"name": FIELDS.get(name, name), "text": _text(name, value)})
    return found


def _answer(answer: Mapping[str, Any]) -> str:
    return str(answer.get("text") or answer.get("value") or "")


def _text(name: str, value: Any) -> str:
    if isinstance(value, bool):
        return "Ja" if value else "Nej"
    if name in _STATE_FIELDS:
        return STATES.get(str(value), str(value))
    if name == "municipality_code":
        found = municipalities.by_code(str(value))
        return found.full_name if found else str(value)
    if name in VALUES:
        return VALUES[name].get(str(value), str(value))
    return moment(str(value)) if name in _MOMENTS or name.endswith("_at") else str(value)


def moment(iso: str) -> str:
    """A moment in Copenhagen, such as "22.11.2026 kl. 17.30"."""
    try:
        return f"{clock.to_local(datetime.fromisoformat(iso)):%d.%m.%Y kl. %H.%M}"
    except ValueError:
        return iso


def kept_for(session: Session) -> list[dict[str, str]]:
    """How long what is kept, and what for."""
    kept = retention.days(session)
    return [
        {"what": rule.what, "how_long": retention.in_words(kept[rule.key]), "what_for": rule.purpose}
        for rule in retention.RULES.values()
    ]
