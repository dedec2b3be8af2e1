"""What the editors' lists and screens read; the list takes the same number of queries however long it is."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from portal import clock, visits
from portal.editing import content as contents
from portal.editing.own import CLOSED_AFTER
from portal.models.edited_text import EditedText
from portal.models.own_ad import OwnAd, OwnAdState
from portal.models.posting import ClosedReason, Posting, PostingState
from portal.models.staff import Staff
from portal.postings import is_open

REMEMBERED: Final = timedelta(days=60)
"""How long what a person closed stands on the list, to be taken back."""


class Group(StrEnum):
    """Why an ad stands on the editors' list; an ad stands in the first group that fits."""

    CHANGED = "aendret"
    NO_PLACE = "uden-sted"
    MACHINE = "computer"
    APPROVED = "godkendt"
    CLOSED = "lukket"


@dataclass(frozen=True, kw_only=True)
class Row:
    """One ad of the list. `views` are those of the last 30 days; `by` approved or closed it, at `since`."""

    id: str
    title: str
    employer: str
    town: str
    views: int
    source: str
    since: Any = None
    by: str = ""
    reason: ClosedReason | None = None
    has_draft: bool = False


@dataclass(frozen=True, kw_only=True)
class OwnRow:
    """One own ad. `author` is whose it is; `waits_until` is when it closes if nobody answers."""

    id: str
    title: str
    employer: str
    author: str
    state: OwnAdState
    asked: bool
    closed_silently: bool
    remark: str
    views: int
    saved_at: Any
    waits_until: Any = None

    @property
    def needs_person(self) -> bool:
        """Whether an editor or the author has to do something."""
        return self.closed_silently or self.asked or self.state is OwnAdState.WAITING


@dataclass(frozen=True, kw_only=True)
class Overview:
    """The list by group, what is seen most first; the own ads stand apart."""

    groups: Mapping[Group, list[Row]] = field(default_factory=dict)
    own: list[OwnRow] = field(default_factory=list)


def overview(session: Session) -> Overview:
    """All ads that readers see, those that a person closed lately, and the own ads."""
    seen = visits.most_seen(session, "job")
    groups: dict[Group, list[Row]] = {group: [] for group in Group}
    for row in session.execute(_listed()):
        groups[_group(row)].append(_row(row, seen))
    for rows in groups.values():
        rows.sort(key=lambda row: (-row.views, row.title, row.id))
    return Overview(groups=groups, own=own_ads(session, seen=seen))


def _listed() -> Any:
    closed = Posting.closed_reason.in_((ClosedReason.FILLED, ClosedReason.TAKEN_DOWN)) & (
        Posting.closed_at > clock.now() - REMEMBERED
    )
    approver, closer = aliased(Staff), aliased(Staff)
    return (
        select(
            *(Posting.id, Posting.title, Posting.easy_title, Posting.employer, Posting.town, Posting.source),
            *(Posting.state, Posting.differs_since, Posting.municipality_code, Posting.closed_reason),
            *(Posting.closed_at, Posting.published_on, Posting.approved.is_not(None).label("is_approved")),
            EditedText.draft.is_not(None).label("has_draft"),
            *(EditedText.approved_at, approver.name.label("approver"), closer.name.label("closer")),
        )
        .outerjoin(EditedText, EditedText.posting_id == Posting.id)
        .outerjoin(approver, approver.id == EditedText.approved_by_id)
        .outerjoin(closer, closer.id == Posting.closed_by_id)
        .where(is_open() | ((Posting.state == PostingState.CLOSED) & closed))
    )


def _group(row: Any) -> Group:
    if row.state is PostingState.CLOSED:
        return Group.CLOSED
    if row.differs_since is not None:
        return Group.CHANGED
    if row.municipality_code is None:
        return Group.NO_PLACE
    return Group.APPROVED if row.is_approved else Group.MACHINE


def _row(row: Any, seen: Mapping[str, int]) -> Row:
    closed = row.state is PostingState.CLOSED
    return Row(
        id=row.id,
        title=row.easy_title or row.title,
        employer=row.employer,
        town=row.town,
        views=seen.get(row.id, 0),
        source=row.source,
        since=row.closed_at if closed else row.differs_since or row.approved_at,
        by=(row.closer if closed else row.approver) or "",
        reason=row.closed_reason,
        has_draft=bool(row.has_draft),
    )


def own_ads(
    session: Session, *, author: Staff | None = None, seen: Mapping[str, int] | None = None
) -> list[OwnRow]:
    """The own ads, or those of one author: what needs a person first."""
    if seen is None:
        seen = visits.most_seen(session, "job")
    query = select(OwnAd, Staff.name).join(Staff, Staff.id == OwnAd.author_id)
    if author is not None:
        query = query.where(OwnAd.author_id == author.id)
    rows = [_own_row(ad, name, seen) for ad, name in session.execute(query)]
    return sorted(rows, key=lambda row: (_urgency(row), -row.views, row.title, row.id))


def _own_row(ad: OwnAd, author: str, seen: Mapping[str, int]) -> OwnRow:
    content = contents.from_json(ad.content)
    return OwnRow(
        id=ad.id,
        title=content.text.title or "Uden titel",
        employer=content.facts.employer,
        author=author,
        state=ad.state,
        asked=ad.asked_at is not None and ad.state is not OwnAdState.CLOSED,
        closed_silently=ad.closed_silently,
        remark=ad.remark,
        views=seen.get(ad.posting_id or "", 0),
        saved_at=ad.saved_at,
        waits_until=ad.asked_at + CLOSED_AFTER if ad.asked_at else None,
    )


def _urgency(row: OwnRow) -> int:
    needs = (row.closed_silently, row.state is OwnAdState.WAITING, row.asked, row.state is OwnAdState.DRAFT)
    return next((number for number, needed in enumerate(needs) if needed), len(needs))


def posting(session: Session, posting_id: str) -> Posting | None:
    """The ad with this id, open or not."""
    return session.get(Posting, posting_id) if posting_id.isascii() and posting_id.isalnum() else None


def record(session: Session, ad: Posting) -> EditedText | None:
    """What editors wrote of an ad."""
    return session.get(EditedText, ad.id, populate_existing=True)


def name_of(session: Session, staff_id: str | None) -> str:
    """The name of a member of staff; "" for nobody."""
    return session.scalar(select(Staff.name).where(Staff.id == staff_id)) or ""
