"""Why an entry did not become an open ad, in Danish, for staff. Pure."""

from collections.abc import Mapping
from typing import Final

from portal.jobs.incoming import Reason

SENTENCES: Final[Mapping[Reason, str]] = {
    Reason.NO_REFERENCE: "Opslaget har intet nummer eller navn, så vi kan ikke kende det igen.",
    Reason.NO_TITLE: "Opslaget har ingen titel.",
    Reason.TWICE: "Et andet opslag i samme liste har det samme nummer.",
    Reason.TOO_LONG: "En tekst i opslaget er for lang.",
    Reason.UNREADABLE: "Opslaget kan ikke læses. Noget er skrevet forkert i filen.",
    Reason.CPR: "Der står noget, der ligner et CPR-nummer. Teksten er derfor ikke gemt.",
    Reason.OVER: "Fristen er udløbet.",
    Reason.NO_KLAP_WORD: "Opslaget nævner ikke KLAP eller KLAPjob.",
    Reason.AT_KLAPJOB: "Det er et job hos KLAPjob selv, ikke et KLAPjob.",
    Reason.EXCLUDED_WORD: "Opslaget har et ord, som kilden er sat til at springe over.",
    Reason.UNSOLICITED: "Det er en uopfordret ansøgning og ikke et bestemt job.",
}


def in_danish(reason: str) -> str:
    """The whole sentence for a reason as it is stored; the stored word itself for one of an older version."""
    return SENTENCES[Reason(reason)] if reason in set(Reason) else reason
