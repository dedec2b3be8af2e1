"""What there is beside a case, in one query: so that its page reads only what there is something of."""

from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import BindParameter, Select, bindparam, exists, func, literal_column, select
from sqlalchemy.orm import Session

from portal import cases, same_person
from portal.models.application import Application, State, Wish
from portal.models.columns import written
from portal.models.desk import Desk
from portal.models.note import Note
from portal.models.placement import Placement
from portal.models.staff import Role, Staff

_THIS: Final[BindParameter[str]] = bindparam("this")
_JOINED: Final = [written(State.DRAFT), written(State.MERGED)]


@dataclass(frozen=True, kw_only=True)
class Glance:
    """Whether there are cases merged into this one (`parts`), `jobs` it names, and `placements`; how many
    notes are its own; how many other people may be this one, which is for the office to know; whether single
    keys do something for who looks.
    """

    parts: bool
    jobs: bool
    placements: bool
    notes: int
    alike: int
    shortcuts: bool


def of_case(session: Session, application: Application, staff: Staff) -> Glance:
    """What lies beside a case, for `staff`."""
    by_office = staff.has(Role.SECRETARIAT, Role.LEADER) and application.state != State.MERGED
    asked = {"this": application.id, "me": staff.id, "person": application.candidate_id or ""}
    row = session.connection().execute(_FOR_OFFICE if by_office else _GLANCE, asked).one()
    return Glance(
        parts=bool(row.parts),
        jobs=bool(row.jobs),
        placements=bool(row.placements),
        notes=row.notes,
        alike=row.alike,
        # Who has chosen nothing has them on.
        shortcuts=row.shortcuts is not False,
    )


def _glance(alike: Any) -> Select[Any]:
    part = exists().where(Application.merged_into_id == _THIS, Application.state == written(State.MERGED))
    # A note that was corrected counts once, as the one that took its place.
    notes = select(func.count() - func.count(Note.corrects_id.distinct()))
    return select(
        part.label("parts"),
        exists().where(Wish.application_id == _THIS).label("jobs"),
        exists().where(Placement.application_id == _THIS).label("placements"),
        notes.where(Note.application_id == _THIS).scalar_subquery().label("notes"),
        alike.label("alike"),
        select(Desk.shortcuts).where(Desk.staff_id == bindparam("me")).scalar_subquery().label("shortcuts"),
    )


# Put together once.
_GLANCE: Final = _glance(literal_column("0"))
_FOR_OFFICE: Final = _glance(
    same_person.how_many_like(
        bindparam("person"), among=cases.SEEN_BY_OFFICE & Application.state.not_in(_JOINED)
    )
)
