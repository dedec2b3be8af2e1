"""An application: the answers somebody sent, the state they are in, and every move between states."""

from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import Final

from sqlalchemy import ForeignKey, Index, LargeBinary, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, query_expression, relationship

from portal.models.base import Base, RandomId, Sealed
from portal.models.candidate import Candidate
from portal.models.columns import choice
from portal.models.consultant import Consultant
from portal.models.posting import Posting


class State(StrEnum):
    """Where an application stands."""

    DRAFT = "draft"
    RECEIVED = "received"
    QUARANTINED = "quarantined"
    AWAITING_CONSENT = "awaiting_consent"
    SCREENING = "screening"
    NEEDS_INFO = "needs_info"
    VISITATION = "visitation"
    HANDED_OVER = "handed_over"
    ACCEPTED = "accepted"
    TALKED = "talked"
    WAITING = "waiting"
    TRIAL = "trial"
    HIRED = "hired"
    FOLLOWED_UP = "followed_up"
    NOT_IN_TARGET_GROUP = "not_in_target_group"
    WITHDRAWN = "withdrawn"
    CLOSED = "closed"
    MERGED = "merged"


S = State
ENDS: Final = frozenset({S.NOT_IN_TARGET_GROUP, S.WITHDRAWN, S.CLOSED, S.MERGED})
OPEN: Final = frozenset(set(State) - ENDS - {S.DRAFT, S.FOLLOWED_UP})

# From each state, where an application may go next. Everything that changes a state asks this map.
MOVES: Final[Mapping[State, frozenset[State]]] = {
    # People who waited before the portal was there come in where they stand.
    S.DRAFT: frozenset({S.RECEIVED, S.QUARANTINED, S.WAITING}),
    S.QUARANTINED: frozenset({S.RECEIVED, S.CLOSED, S.WITHDRAWN}),
    S.RECEIVED: frozenset({S.AWAITING_CONSENT, S.SCREENING}) | ENDS,
    S.AWAITING_CONSENT: frozenset({S.SCREENING}) | ENDS,
    S.SCREENING: frozenset({S.NEEDS_INFO, S.VISITATION, S.HANDED_OVER}) | ENDS,
    S.NEEDS_INFO: frozenset({S.SCREENING}) | ENDS,
    S.VISITATION: frozenset({S.SCREENING, S.HANDED_OVER}) | ENDS,
    S.HANDED_OVER: frozenset({S.ACCEPTED, S.SCREENING}) | ENDS,
    S.ACCEPTED: frozenset({S.TALKED, S.SCREENING}) | ENDS,
    S.TALKED: frozenset({S.WAITING, S.TRIAL}) | ENDS,
    S.WAITING: frozenset({S.TRIAL}) | ENDS,
    S.TRIAL: frozenset({S.WAITING, S.HIRED}) | ENDS,
    S.HIRED: frozenset({S.FOLLOWED_UP, S.WAITING}) | ENDS,
    S.FOLLOWED_UP: frozenset({S.WAITING, S.CLOSED, S.WITHDRAWN}),
    S.NOT_IN_TARGET_GROUP: frozenset({S.SCREENING}),
    S.WITHDRAWN: frozenset({S.SCREENING}),
    S.CLOSED: frozenset({S.SCREENING}),
    S.MERGED: frozenset({S.SCREENING}),
}


class FilledBy(StrEnum):
    """Who typed the answers. It decides how they are read, and whether the person's own yes is missing."""

    SELF = "self"
    TOGETHER = "together"
    HELPER = "helper"
    REFERRED = "referred"
    """Somebody who works with the person, such as a case worker, by the short form of a municipality."""


class CameBy(StrEnum):
    """How it came in: over the portal's own form, keyed in by staff, or from a list of the first day."""

    WEB = "web"
    PHONE = "phone"
    IMPORT = "import"


class Application(RandomId, Base):
    """One thing that a candidate, or a helper, began (`draft`) or sent.

    `answers` is JSON: a list of objects with `key`, `question`, `value` and `text`, with the words
    as they were shown. `token_hash` belongs to the browser that writes the draft. `call_on` is the day to
    call the person next. `consultant_by_hand` says that staff chose the consultant, whatever the municipality
    says. `version` goes up with every move, so that two people cannot decide on the same
    case without seeing each other. `merged_into_id` is the case that goes on in the place of a merged one.
    """

    __tablename__ = "application"
    __table_args__ = (
        UniqueConstraint("token_hash"),
        UniqueConstraint("reference"),
        # All that the groups of the queue ask for, so that to count them and to find the first ones reads no
        # case.
        Index(
            "ix_application_queue",
            "state",
            "submitted_at",
            "answer_by",
            "call_on",
            "claimed_by_id",
            "claimed_at",
            "id",
        ),
        # Few have a day to be called; the others are not looked through.
        Index(
            "ix_application_call_on",
            "state",
            "call_on",
            sqlite_where=text("call_on IS NOT NULL"),
            postgresql_where=text("call_on IS NOT NULL"),
        ),
        Index("ix_application_claimed", "claimed_by_id", "claimed_at"),
        Index("ix_application_state_since", "state", "state_since"),
        Index("ix_application_consultant", "consultant_id", "state"),
        Index("ix_application_municipality", "municipality_code", "state"),
        Index("ix_application_candidate", "candidate_id"),
        Index("ix_application_merged_into", "merged_into_id"),
    )

    token_hash: Mapped[str]
    state: Mapped[State] = mapped_column(choice(State), default=State.DRAFT)
    version: Mapped[int] = mapped_column(default=0)
    form_version: Mapped[int]
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]
    submitted_at: Mapped[datetime | None]
    state_since: Mapped[datetime]
    answer_by: Mapped[datetime | None]
    call_on: Mapped[date | None]
    reference: Mapped[str | None]

    came_by: Mapped[CameBy] = mapped_column(choice(CameBy), default=CameBy.WEB)
    filled_by: Mapped[FilledBy | None] = mapped_column(choice(FilledBy))
    fits: Mapped[str] = mapped_column(default="")
    municipality_code: Mapped[str | None]
    answers_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)

    consent_text: Mapped[str] = mapped_column(default="")
    consented_at: Mapped[datetime | None]
    person_agreed_at: Mapped[datetime | None]
    person_agreed_how: Mapped[str] = mapped_column(default="")
    person_agreed_by_id: Mapped[str | None] = mapped_column(ForeignKey("staff.id"))

    candidate_id: Mapped[str | None] = mapped_column(ForeignKey("candidate.id"))
    claimed_by_id: Mapped[str | None] = mapped_column(ForeignKey("staff.id"))
    claimed_at: Mapped[datetime | None]
    consultant_id: Mapped[str | None] = mapped_column(ForeignKey("consultant.id"))
    consultant_by_hand: Mapped[bool] = mapped_column(default=False)
    merged_into_id: Mapped[str | None] = mapped_column(ForeignKey("application.id"))

    answers = Sealed()

    # Whether there is anything to look for, where the query that read it has asked; None says nothing.
    has_wishes: Mapped[bool | None] = query_expression()
    has_recordings: Mapped[bool | None] = query_expression()

    candidate: Mapped[Candidate | None] = relationship(back_populates="applications")
    consultant: Mapped[Consultant | None] = relationship()
    wishes: Mapped[list["Wish"]] = relationship(
        back_populates="application", cascade="all, delete-orphan", order_by="Wish.added_at"
    )
    moves: Mapped[list["Move"]] = relationship(
        back_populates="application", cascade="all, delete-orphan", order_by="Move.at, Move.step"
    )


class Wish(Base):
    """A job that an application names; open interest has none."""

    __tablename__ = "wish"

    application_id: Mapped[str] = mapped_column(
        ForeignKey("application.id", ondelete="CASCADE"), primary_key=True
    )
    posting_id: Mapped[str] = mapped_column(ForeignKey("posting.id"), primary_key=True)
    added_at: Mapped[datetime]

    application: Mapped[Application] = relationship(back_populates="wishes")
    posting: Mapped[Posting] = relationship()


class Move(RandomId, Base):
    """One step of an application: who moved it, when, from where to where, and why.

    `staff_id` is empty where the candidate or the portal itself moved it. `step` counts the moves of
    one application from 1.
    """

    __tablename__ = "move"
    __table_args__ = (UniqueConstraint("application_id", "step"),)

    application_id: Mapped[str] = mapped_column(ForeignKey("application.id", ondelete="CASCADE"))
    step: Mapped[int]
    at: Mapped[datetime]
    staff_id: Mapped[str | None] = mapped_column(ForeignKey("staff.id"))
    from_state: Mapped[State] = mapped_column(choice(State))
    to_state: Mapped[State] = mapped_column(choice(State))
    reason: Mapped[str] = mapped_column(default="")
    note_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)

    note = Sealed()

    application: Mapped[Application] = relationship(back_populates="moves")


class VisitationVote(Base):
    """What the consultant and the leader each said about a fleksjob case (both must say yes)."""

    __tablename__ = "visitation_vote"

    application_id: Mapped[str] = mapped_column(
        ForeignKey("application.id", ondelete="CASCADE"), primary_key=True
    )
    role: Mapped[str] = mapped_column(primary_key=True)
    staff_id: Mapped[str] = mapped_column(ForeignKey("staff.id"))
    at: Mapped[datetime]
    yes: Mapped[bool]
