"""Who may be the same person: blind indexes over what stands sealed, and the candidates that share them.

Names, numbers and addresses are sealed, so no index of the database knows them. Instead each candidate has
some keyed hashes, one a kind: the name as it sounds, the telephone, the mail, the year of birth with the
municipality, and the name with the municipality. A hash of one kind says nothing of another (see
docs/adr/0016-blind-indexes-and-merging.md). What they find is a hint; a person decides.
"""

import json
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import ColumnElement, Select, and_, case, delete, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session, aliased

from portal import crypto, sounds_like
from portal.models.application import Application
from portal.models.candidate import Candidate, CandidateKey
from portal.models.merging import TwoPeople

PHONE: Final = "phone"
EMAIL: Final = "email"
NAME: Final = "name"
BORN: Final = "born"
NAME_AND_PLACE: Final = "name_place"
# How much each says; from `ENOUGH` on two candidates are shown side by side.
WEIGHTS: Final[Mapping[str, int]] = {PHONE: 2, EMAIL: 2, NAME: 1, BORN: 1, NAME_AND_PLACE: 1}
ENOUGH: Final = 2
Column = InstrumentedAttribute[str]
_LOCAL_DIGITS: Final = 8
_NOT_A_DIGIT: Final = re.compile(r"\D")


@dataclass(frozen=True, kw_only=True)
class Likeness:
    """Another candidate who may be the same person, and the kinds of what the two share."""

    candidate_id: str
    shared: frozenset[str]

    @property
    def weight(self) -> int:
        """How much speaks for it."""
        return sum(WEIGHTS[kind] for kind in self.shared)


def remember(session: Session, application: Application) -> None:
    """Writes the keys of the person of an application anew, from what is known now. The caller commits."""
    person = application.candidate
    if person is None:
        return
    session.flush()
    forget(session, person)
    keys = keys_of(person, birth_year_in(application.answers))
    session.add_all(CandidateKey(candidate_id=person.id, **key) for key in keys)


def forget(session: Session, person: Candidate) -> None:
    """Removes the keys of somebody whose details were deleted. The caller commits."""
    session.execute(delete(CandidateKey).where(CandidateKey.candidate_id == person.id))


def keys_of(person: Candidate, born: str) -> list[dict[str, str]]:
    """The `kind` and `value` of each key of a person; `born` is the year, "" where it is not known."""
    return [
        {"kind": kind, "value": _hashed(kind, value)}
        for kind, value in _values(person, born).items()
        if value
    ]


def birth_year_in(stored: str) -> str:
    """The year of birth among the answers of an application (its JSON); "" where it was skipped."""
    rows = json.loads(stored or "[]")
    years = [str(row.get("value") or "") for row in rows if row.get("key") == "birth_year"]
    return years[0] if years else ""


def _values(person: Candidate, born: str) -> dict[str, str]:
    name, place = sounds_like.full_name(person.name), person.municipality_code or ""
    return {
        PHONE: _NOT_A_DIGIT.sub("", person.phone)[-_LOCAL_DIGITS:],
        EMAIL: person.email.strip().lower(),
        NAME: name,
        BORN: f"{born} {place}" if born and place else "",
        NAME_AND_PLACE: f"{name} {place}" if name and place else "",
    }


def _hashed(kind: str, value: str) -> str:
    return crypto.keyring().keyed_hash(value, purpose=f"same person {kind}")


def likenesses(
    session: Session, candidate_ids: Collection[str], *, among: ColumnElement[bool]
) -> dict[str, tuple[Likeness, ...]]:
    """For each of these candidates those who may be the same person, the likeliest first. One query.

    `among` is a condition on the applications of the others, such as that one may see them. Whom somebody
    has found to be two people is left out.
    """
    found: dict[str, list[Likeness]] = {}
    for row in session.execute(_pairs(candidate_ids, among)).all():
        mine, other, *marks = tuple(row)
        shared = frozenset(kind for kind, mark in zip(WEIGHTS, marks, strict=True) if mark)
        found.setdefault(mine, []).append(Likeness(candidate_id=other, shared=shared))
    return {mine: tuple(_likeliest_first(others)) for mine, others in found.items()}


def _likeliest_first(others: list[Likeness]) -> Iterator[Likeness]:
    yield from sorted(others, key=lambda other: (-other.weight, other.candidate_id))


def _pairs(candidate_ids: Collection[str], among: ColumnElement[bool]) -> Select[*tuple[Any, ...]]:
    mine, other = aliased(CandidateKey), aliased(CandidateKey)
    weight = func.sum(case(WEIGHTS, value=other.kind, else_=0))
    seen = select(Application.candidate_id).where(Application.candidate_id == other.candidate_id, among)
    return (
        select(
            mine.candidate_id,
            other.candidate_id,
            *(func.max(case((other.kind == kind, 1), else_=0)) for kind in WEIGHTS),
        )
        .join(other, and_(other.value == mine.value, other.kind == mine.kind))
        .where(
            mine.candidate_id.in_(candidate_ids),
            other.candidate_id != mine.candidate_id,
            seen.exists(),
            ~_known_as_two(mine.candidate_id, other.candidate_id),
        )
        .group_by(mine.candidate_id, other.candidate_id)
        .having(weight >= ENOUGH)
    )


def _known_as_two(one: Column, other: Column) -> ColumnElement[bool]:
    either_way = or_(
        and_(TwoPeople.first_id == one, TwoPeople.second_id == other),
        and_(TwoPeople.first_id == other, TwoPeople.second_id == one),
    )
    return select(TwoPeople.first_id).where(either_way).exists()


def among_known(session: Session, person: Candidate, *, born: str) -> bool:
    """Whether somebody who is not stored yet is like a candidate who is: for lists looked at first."""
    kept = {kind: _hashed(kind, value) for kind, value in _values(person, born).items() if value}
    same = [and_(CandidateKey.kind == kind, CandidateKey.value == value) for kind, value in kept.items()]
    if not same:
        return False
    weight = func.sum(case(WEIGHTS, value=CandidateKey.kind, else_=0))
    query = select(CandidateKey.candidate_id).where(or_(*same)).group_by(CandidateKey.candidate_id)
    return session.scalars(query.having(weight >= ENOUGH).limit(1)).first() is not None
