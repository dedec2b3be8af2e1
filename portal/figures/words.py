"""The Danish words of the figures."""

from collections.abc import Mapping
from typing import Final

from portal.models.application import FilledBy, State
from portal.places import municipalities

OUTCOMES: Final[Mapping[State, str]] = {
    State.HANDED_OVER: "Sendt til konsulent",
    State.VISITATION: "Sendt til visitation",
    State.NOT_IN_TARGET_GROUP: "Ikke i målgruppen",
    State.WITHDRAWN: "Personen vil ikke mere",
    State.CLOSED: "Lukket",
}
FILLED_BY: Final[Mapping[FilledBy | None, str]] = {
    FilledBy.SELF: "Personen selv",
    FilledBy.TOGETHER: "Personen og en hjælper sammen",
    FilledBy.HELPER: "En hjælper",
    None: "Ved vi ikke",
}
CHANNELS: Final[Mapping[str, str]] = {"web": "På nettet", "phone": "I telefonen", "sheet": "Fra regneark"}
REASONS: Final[Mapping[str, str]] = {
    "finds_alone": "Kan selv finde et job",
    "no_disability": "Har ikke et handicap, som vi hjælper med",
    "no_grant": "Har ikke pension, fleksjob eller STU",
    "other_work": "Vil noget, som vi ikke har job i",
    "withdrew": "Personen vil ikke mere",
    "person_withdrew": "Personen har selv fortrudt",
    "has_work": "Personen har fundet et job",
    "no_contact": "Vi kan ikke få fat i personen",
    "no_yes": "Personens ja mangler",
    "twice": "Personen har en sag i forvejen",
    "not_real": "Det er ikke en rigtig ansøgning",
}
FIGURES: Final[Mapping[str, str]] = {
    "hires": "Ansatte i året",
    "talks": "Samtaler i året",
    "hires_in_all": "Ansatte i alt siden 2009",
    "waiting": "På venteliste",
    "skaanejob_share": "Heraf skånejob (%)",
    "fleksjob_share": "Heraf fleksjob (%)",
    "hours": "Timer om ugen i snit",
    "after_six_months": "Stadig i et KLAPjob efter 6 måneder (%)",
}


def reason(key: str) -> str:
    """The words of a reason; "Noget andet" for all that is rare or old."""
    return REASONS.get(key, "Noget andet")


def municipality(code: str | None) -> str:
    """The name of a municipality."""
    found = municipalities.by_code(code) if code else None
    return found.name if found else "Ukendt kommune"
