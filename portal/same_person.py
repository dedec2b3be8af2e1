"""Who may be the same person: blind indexes over what stands sealed, and the candidates that share them.

Names, numbers and addresses are sealed, so no index of the database knows them. Instead each candidate has
some keyed hashes, one a kind: the name as it sounds, the telephone, the mail, the year of birth with the
municipality, and the name with the municipality. A hash of one kind says nothing of another (see
docs/adr/0016-blind-indexes-and-merging.md). What they find is a hint; a person decides.
"""

import json
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import (
    ColumnElement,
    ScalarSelect,
    Select,
    SQLColumnExpression,
    and_,
    bindparam,
    delete,
    func,
    or_,
    select,
)
from sqlalchemy.orm import InstrumentedAttribute, Session, aliased

from portal import crypto, rows, sounds_like
from portal.models.application import Application
from portal.models.candidate import Candidate, CandidateKey
from portal.models.merging import TwoPeople

PHONE: Final = "phone"
EMAIL: Final = "email"
NAME: Final = "name"
BORN: Final = "born"
NAME_AND_PLACE: Final = "name_place"
# One of these in common is enough to be shown side by side; the others only say how likely it is.
STRONG: Final = (PHONE, EMAIL, NAME_AND_PLACE)
WEIGHTS: Final[Mapping[str, int]] = {PHONE: 2, EMAIL: 2, NAME: 1, BORN: 1, NAME_AND_PLACE: 1}
Column = InstrumentedAttribute[str]
_MINE: Final = aliased(CandidateKey)
_OTHER: Final = aliased(CandidateKey)
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
    if application.candidate is not None:
        session.flush()
        forget(session, application.candidate)
        get_to_know(session, application.candidate, application.answers)


def get_to_know(session: Session, person: Candidate, answers: str) -> None:
    """Writes the keys of a person for the first time, from the own row, which is written, and the answers of
    an application as they are stored. The caller commits.
    """
    keys = keys_of(person, birth_year_in(answers))
    rows.add_values(session, CandidateKey, [{"candidate_id": person.id, **key} for key in keys])


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
    answers = json.loads(stored or "[]")
    years = [str(answer.get("value") or "") for answer in answers if answer.get("key") == "birth_year"]
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


def is_like_another(
    candidate_id: SQLColumnExpression[Any], *, among: ColumnElement[bool]
) -> ColumnElement[bool]:
    """The condition that somebody else may be this candidate; `among` as in `alike`."""
    return _alike(among).where(_MINE.candidate_id == candidate_id).exists()


def how_many_like(candidate_id: SQLColumnExpression[Any], *, among: ColumnElement[bool]) -> ScalarSelect[int]:
    """How many others may be this candidate; `among` as in `alike`."""
    them = _alike(among).where(_MINE.candidate_id == candidate_id)
    return them.with_only_columns(func.count(_OTHER.candidate_id.distinct())).scalar_subquery()


def alike(among: ColumnElement[bool]) -> Select[str, str]:
    """What `others` asks: pairs of the `candidates` and those who may be the same person.

    `among` is a condition on the applications of the others, such as that one may see them. Whom somebody
    has found to be two people is left out.
    """
    return _alike(among).where(_MINE.candidate_id.in_(bindparam("candidates", expanding=True)))


def _alike(among: ColumnElement[bool]) -> Select[str, str]:
    mine, other = _MINE, _OTHER
    seen = select(Application.candidate_id).where(Application.candidate_id == other.candidate_id, among)
    return (
        select(mine.candidate_id, other.candidate_id)
        .join(other, and_(other.value == mine.value, other.kind == mine.kind))
        .where(
            # A name or a year that many share would cost much and show nobody by itself.
            mine.kind.in_(STRONG),
            other.candidate_id != mine.candidate_id,
            seen.exists(),
            ~_known_as_two(mine.candidate_id, other.candidate_id),
        )
    )


def others(
    session: Session, candidate_ids: Collection[str], query: Select[str, str]
) -> dict[str, frozenset[str]]:
    """For each of these candidates the ids of who may be the same person, as `alike` asks. One query."""
    found: dict[str, set[str]] = {}
    for one, another in session.execute(query, {"candidates": list(candidate_ids)}):
        found.setdefault(one, set()).add(another)
    return {one: frozenset(them) for one, them in found.items()}


def likenesses(session: Session, candidate_id: str, *, among: ColumnElement[bool]) -> tuple[Likeness, ...]:
    """Those who may be the same person as one candidate, the likeliest first, with all that they share."""
    them = others(session, [candidate_id], alike(among)).get(candidate_id, frozenset())
    query = select(CandidateKey).where(CandidateKey.candidate_id.in_({candidate_id, *them}))
    keys: dict[str, set[tuple[str, str]]] = {}
    for key in session.scalars(query):
        keys.setdefault(key.candidate_id, set()).add((key.kind, key.value))
    found = (
        Likeness(candidate_id=one, shared=frozenset(kind for kind, _ in keys[one] & keys[candidate_id]))
        for one in them
    )
    return tuple(sorted(found, key=lambda one: (-one.weight, one.candidate_id)))


def _known_as_two(one: Column, other: Column) -> ColumnElement[bool]:
    either_way = or_(
        and_(TwoPeople.first_id == one, TwoPeople.second_id == other),
        and_(TwoPeople.first_id == other, TwoPeople.second_id == one),
    )
    return select(TwoPeople.first_id).where(either_way).exists()


def among_known(session: Session, person: Candidate, *, born: str) -> bool:
    """Whether somebody who is not stored yet is like a candidate who is: for lists looked at first."""
    keys = [key for key in keys_of(person, born) if key["kind"] in STRONG]
    same = [and_(CandidateKey.kind == key["kind"], CandidateKey.value == key["value"]) for key in keys]
    if not same:
        return False
    return session.scalar(select(CandidateKey.candidate_id).where(or_(*same)).limit(1)) is not None
