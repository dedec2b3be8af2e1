"""Cases that are one: where a merged case goes on, and which cases became part of one.

Merging moves nothing but a pointer (`Application.merged_into_id`), so that it can be undone; everybody who
reads history, notes or answers of a case reads those of its parts along.
"""

from typing import Final

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session, joinedload

from portal.models.application import Application, State

# Put together once: each page of a case asks it twice.
_PARTS: Final = (
    select(Application)
    .where(
        Application.merged_into_id.in_(bindparam("wanted", expanding=True)), Application.state == State.MERGED
    )
    .options(joinedload(Application.candidate))
)


def goes_on_in(session: Session, application: Application) -> Application:
    """The case that stands for this one: itself, unless it was merged into another."""
    found, seen = application, {application.id}
    while found.state == State.MERGED and found.merged_into_id and found.merged_into_id not in seen:
        seen.add(found.merged_into_id)
        found = session.get_one(Application, found.merged_into_id)
    return found


def merged_into(session: Session, application: Application) -> tuple[Application, ...]:
    """The cases that became part of this one, also by way of another, oldest first."""
    found: dict[str, Application] = {}
    wanted = [application.id]
    while wanted:
        new = list(session.scalars(_PARTS, {"wanted": wanted}))
        wanted = [row.id for row in new if row.id not in found and row.id != application.id]
        found |= {row.id: row for row in new if row.id != application.id}
    return tuple(sorted(found.values(), key=lambda row: (row.submitted_at or row.created_at, row.id)))


def ids_with(session: Session, application: Application) -> list[str]:
    """The id of a case and those of its parts."""
    return [application.id, *(part.id for part in merged_into(session, application))]
