"""One case as it stands on its page: the person, the answers, the criteria, the wishes, and what happened."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from portal import answers, cases, joined, outbox, routing
from portal.answers import Answer
from portal.models.application import Application, Move, State, Wish
from portal.models.placement import Placement
from portal.models.posting import Posting
from portal.models.staff import Staff
from portal.routing import Route
from portal.screening import (
    criteria,
    glancing,
    helping,
    joining,
    parts,
    placing,
    queries,
    reasons,
    verbs,
    words,
)
from portal.screening.criteria import Assessment
from portal.screening.helping import Helper
from portal.screening.verbs import Part, Verb

# States in which the person is to be told something, by telephone where there is no mail.
NEWS = frozenset({State.NEEDS_INFO, State.NOT_IN_TARGET_GROUP, State.CLOSED})
STEPS_WITHOUT_A_MOVE: Mapping[str, str] = {
    "facts": "Rettede kommune eller ordning",
    "by_hand": "Valgte konsulent",
    "imported": "Kom fra den gamle venteliste",
    "still_yes": "Vil stadig gerne have et job",
    "still_no": "Vil ikke have et job mere",
    "visitation_yes": "Sagde ja til fleksjob",
    "person_phone": "Personen har skiftet telefonnummer",
    "person_added": "Personen har skrevet mere",
    "person_withdrew": "Personen vil ikke mere. Alt er slettet",
    "link": "Personen har selv sagt ja på nettet",
    "no_yes": "Personen har ikke sagt ja i 60 dage",
    joining.MERGED_IN: "Samlede en anden sag med denne",
    joining.PARTED: "Skilte en anden sag fra denne igen",
}

# Put together once.
_MOVES: Final = (
    select(Move)
    .where(Move.application_id.in_(bindparam("these", expanding=True)))
    .order_by(Move.at.desc(), Move.step.desc())
)
_WISHES: Final = (
    select(Posting)
    .join(Wish, Wish.posting_id == Posting.id)
    .where(Wish.application_id == bindparam("this"))
    .order_by(Wish.added_at)
)


@dataclass(frozen=True, kw_only=True)
class Event:
    """One step of a case in words; `of` is the number of the case where it is one that was merged in."""

    move: Move
    who: str
    what: str
    of: str = ""


@dataclass(frozen=True, kw_only=True)
class MergedPart:
    """A case that became part of this one: what was sent, and who wrote it."""

    application: Application
    name: str
    answers: tuple[Answer, ...]


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """What the page of a case shows.

    `holder` is the name of who has it, "" for nobody; `free_at` is when a colleague's claim lapses. `going`
    says where "pass on" leads, `blocked` why it leads nowhere, `visitation` who has said yes to a fleksjob.
    `way` names the consultant who has the case now, and who stands in; None while it is with the office.
    `notes` counts those of the merged parts too, `alike` the other people who may be this one.
    `merged` are the cases that became part of this one, `goes_on` the case that this one became part of.
    """

    application: Application
    name: str
    municipality: str
    answers: tuple[Answer, ...]
    assessment: Assessment
    wishes: tuple[Posting, ...]
    placements: list[Placement]
    notes: int
    alike: int
    shortcuts: bool
    events: tuple[Event, ...]
    holder: str
    mine: bool
    free_at: datetime | None
    offered: tuple[Verb, ...]
    going: str
    blocked: str
    visitation: tuple[str, ...]
    way: Route | None
    helper: Helper | None
    to_call: bool
    merged: tuple[MergedPart, ...]
    goes_on: Application | None


def read(session: Session, application: Application, staff: Staff) -> Sheet:
    """The page of a case as `staff` sees it."""
    glance = glancing.of_case(session, application, staff)
    merged = joined.merged_into(session, application) if glance.parts else ()
    moves = _moves(session, application, *merged)
    stored = answers.read(application.answers)
    holder_id = cases.claimed_by(application)
    names = queries.staff_names(session, [holder_id, *(move.staff_id for move in moves)])
    candidate = application.candidate
    going, blocked = _way_on(session, application)
    taken = holder_id not in {None, staff.id}
    return Sheet(
        application=application,
        name=candidate.name if candidate else "",
        municipality=words.municipality(application.municipality_code),
        answers=stored,
        assessment=criteria.assess(stored, fits=application.fits, filled_by=application.filled_by),
        wishes=_wishes(session, application) if glance.jobs else (),
        placements=placing.of_case(session, application) if glance.placements else [],
        notes=sum(glancing.of_case(session, part, staff).notes for part in merged) + glance.notes,
        alike=glance.alike,
        shortcuts=glance.shortcuts,
        events=_events(moves, names, {part.id: part.reference or "" for part in merged}),
        holder=names.get(holder_id or "", ""),
        mine=holder_id == staff.id,
        free_at=application.claimed_at + cases.CLAIM_LASTS if taken and application.claimed_at else None,
        offered=tuple(
            verb
            for verb in parts.offered(session, application, staff)
            if (verb.key != "videre" or going) and not (taken and verb.parts == verbs.OFFICE)
        ),
        going=going,
        blocked=blocked,
        visitation=_visitation(session, application),
        way=routing.route(session, application) if application.state in cases.WITH_CONSULTANT else None,
        helper=helping.helper_of(stored),
        to_call=application.state in NEWS and not _is_told(application, stored),
        merged=tuple(_part(part) for part in merged),
        goes_on=joined.goes_on_in(session, application) if application.state == State.MERGED else None,
    )


def _is_told(application: Application, stored: Sequence[Answer]) -> bool:
    """Whether news reaches somebody by mail or SMS; else somebody must call."""
    person = application.candidate
    if helping.addresses(stored, person.email if person else ""):
        return True
    return outbox.sends_sms() and bool(helping.numbers(stored, person.phone if person else ""))


def _part(application: Application) -> MergedPart:
    name = application.candidate.name if application.candidate else ""
    return MergedPart(application=application, name=name, answers=answers.read(application.answers))


def _events(
    moves: Sequence[Move], names: Mapping[str, str], references: Mapping[str, str]
) -> tuple[Event, ...]:
    return tuple(replace(_event(m, names), of=references.get(m.application_id, "")) for m in moves)


def events_since(session: Session, application: Application, version: int) -> tuple[Event, ...]:
    """What happened after the version that somebody had in front of them; each step is one version."""
    moves = [move for move in _moves(session, application) if move.step > version]
    names = queries.staff_names(session, [move.staff_id for move in moves])
    return tuple(_event(move, names) for move in moves)


def _moves(session: Session, *of: Application) -> list[Move]:
    return list(session.scalars(_MOVES, {"these": [application.id for application in of]}))


def _wishes(session: Session, application: Application) -> tuple[Posting, ...]:
    return tuple(session.scalars(_WISHES, {"this": application.id}))


def _event(move: Move, names: Mapping[str, str]) -> Event:
    by_portal = "Ansøgeren" if move.from_state == State.DRAFT else "Portalen"
    who = names.get(move.staff_id, "En tidligere kollega") if move.staff_id else by_portal
    return Event(move=move, who=who, what=_in_words(move))


def _in_words(move: Move) -> str:
    if move.reason == cases.TAKEN_BACK:
        return f"Fortrød. Sagen er igen: {words.STATE[move.to_state]}"
    reason = STEPS_WITHOUT_A_MOVE.get(move.reason) or reasons.WORDS.get(move.reason, "")
    if move.from_state == move.to_state:
        return reason
    state = words.STATE[move.to_state]
    return f"{state}: {reason}" if reason else state


def _way_on(session: Session, application: Application) -> tuple[str, str]:
    """Where "pass on" would lead and why; or, second, what keeps the case from going there."""
    if application.state not in verbs.WITH_OFFICE:
        return "", ""
    if application.person_agreed_at is None:
        return "", "Vi mangler personens eget ja. Før det kan sagen ikke sendes videre."
    place = words.whole_municipality(application.municipality_code)
    way = routing.route(session, application)
    if application.municipality_code is None and way is None:
        return "", "Vi ved ikke, hvor personen bor. Vælg først en kommune."
    if way is None:
        return "", f"Der er ingen konsulent i {place}. Spørg lederen."
    first = " Først siger konsulenten og lederen ja eller nej." if application.fits == "fleksjob" else ""
    return f"{words.goes_to(way, application)}{first}", ""


def _visitation(session: Session, application: Application) -> tuple[str, ...]:
    if application.state != State.VISITATION:
        return ()
    said_yes = {vote.role for vote in parts.votes(session, application)}
    voters = ((Part.CONSULTANT, "Konsulenten"), (Part.LEADER, "Lederen"))
    return tuple(
        f"{who} {'har sagt ja' if part in said_yes else 'mangler at svare'}." for part, who in voters
    )
