"""Reads who may be the same person as the one of a case: the cases to lay side by side, what is alike."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from portal import cases, pages, reaching, same_person, tickets
from portal.models.application import Application, State
from portal.models.merging import TwoPeople
from portal.models.staff import Staff
from portal.same_person import Likeness
from portal.screening import joining, queries, rows, words

MOST: Final = 5
SHARED: Final = {
    same_person.PHONE: "Samme telefon",
    same_person.EMAIL: "Samme mail",
    same_person.NAME: "Navnene lyder ens",
    same_person.BORN: "Samme fødselsår og kommune",
}


@dataclass(frozen=True, kw_only=True)
class Line:
    """One line of two cases side by side: what it is about, and what stands in each."""

    words: str
    this: str
    other: str

    @property
    def alike(self) -> bool:
        """Whether both say the same, and say something."""
        return bool(self.this) and self.this.casefold() == self.other.casefold()


@dataclass(frozen=True, kw_only=True)
class Pair:
    """A case beside this one, why it is shown, and which of the two may go on with both."""

    other: Application
    name: str
    shared: tuple[str, ...]
    lines: tuple[Line, ...]
    this_may_go_on: bool
    other_may_go_on: bool


def of_case(
    session: Session, application: Application, staff: Staff, *, reference: str = ""
) -> tuple[Pair, ...]:
    """The cases that may be of the same person, the likeliest first; before them one with `reference`."""
    alike = _alike(session, application, staff)
    by_candidate = {likeness.candidate_id: likeness for likeness in alike}
    found = _cases_of(session, staff, list(by_candidate), but=application)
    asked = _by_reference(session, staff, reference, but=application)
    order = sorted(found, key=lambda row: -by_candidate[row.candidate_id or ""].weight)
    shown = dict.fromkeys((*asked, *order))
    loaded = queries.with_people(session, [application.id, *(row.id for row in shown)])
    return tuple(
        _pair(application, loaded[row.id], by_candidate.get(row.candidate_id or "")) for row in shown
    )[:MOST]


def known_as_two(session: Session, application: Application, staff: Staff) -> list[Application]:
    """The cases of people whom somebody has found to be others than this one, the newest first."""
    mine = application.candidate_id
    first = select(TwoPeople.first_id).where(TwoPeople.second_id == mine)
    second = select(TwoPeople.second_id).where(TwoPeople.first_id == mine)
    query = select(Application).where(
        or_(Application.candidate_id.in_(first), Application.candidate_id.in_(second)),
        cases.visible_to(staff),
    )
    return list(session.scalars(query.order_by(Application.submitted_at.desc(), Application.id)))


def _alike(session: Session, application: Application, staff: Staff) -> tuple[Likeness, ...]:
    if application.candidate_id is None or application.state == State.MERGED:
        return ()
    states = sorted(set(State) - {State.MERGED, State.DRAFT})
    among = cases.visible_to(staff) & Application.state.in_(states)
    return same_person.likenesses(session, application.candidate_id, among=among)


def _cases_of(
    session: Session, staff: Staff, candidates: Sequence[str], *, but: Application
) -> list[Application]:
    query = select(Application).where(
        Application.candidate_id.in_(candidates),
        Application.id != but.id,
        Application.state != State.MERGED,
        cases.visible_to(staff),
    )
    return list(session.scalars(query.order_by(Application.submitted_at.desc(), Application.id)))


def _by_reference(session: Session, staff: Staff, reference: str, *, but: Application) -> list[Application]:
    code = tickets.plain(reference)
    query = select(Application).where(
        Application.reference == code, Application.id != but.id, cases.visible_to(staff)
    )
    return list(session.scalars(query)) if code else []


def _pair(this: Application, other: Application, likeness: Likeness | None) -> Pair:
    shared = likeness.shared if likeness else frozenset[str]()
    return Pair(
        other=other,
        name=other.candidate.name if other.candidate else "",
        shared=tuple(said for kind, said in SHARED.items() if kind in shared),
        lines=tuple(
            Line(words=said, this=left, other=right)
            for (said, left), (_, right) in zip(_told(this), _told(other), strict=True)
        ),
        this_may_go_on=joining.may_join(other, this),
        other_may_go_on=joining.may_join(this, other),
    )


def _told(application: Application) -> tuple[tuple[str, str], ...]:
    person = application.candidate
    sent = application.submitted_at or application.created_at
    jobs = [wish.posting.easy_title or wish.posting.title for wish in application.wishes]
    return (
        ("Navn", person.name if person else ""),
        ("Telefon", (reaching.phone(person.phone) or person.phone) if person else ""),
        ("Mail", person.email if person else ""),
        ("Bor", person.place if person else ""),
        ("Kommune", words.municipality(application.municipality_code)),
        ("Født", same_person.birth_year_in(application.answers)),
        ("Ordning", words.FITS.get(application.fits, "Ved vi ikke")),
        ("Hvem har skrevet", words.FILLED_BY[application.filled_by]),
        (
            "Job",
            rows.wishes_in_words(jobs[0] if jobs else "", len(jobs)),
        ),
        ("Sendt", pages.danish_moment(sent)),
        ("Hvor langt", words.STATE[application.state]),
    )
