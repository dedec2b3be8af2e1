"""Verbs of the page about consultants; each is one transaction, with its line in the audit trail."""

from datetime import date
from typing import Final

from sqlalchemy import delete

from portal import audit, photos, reaching
from portal.db import db
from portal.models.consultant import Absence, Consultant, ConsultantMunicipality, RoutingException

PURPOSE: Final = "who works where"


def change_contact(consultant: Consultant, *, phone: str, district: str) -> None:
    """Keeps how to reach a consultant."""
    consultant.phone, consultant.district = reaching.phone(phone) or "", district
    _commit("change", consultant.id)


def give_municipality(consultant: Consultant, code: str) -> None:
    """Gives a municipality to a consultant, whoever had it; its cases go along at the next request."""
    session = db.session()
    session.merge(ConsultantMunicipality(municipality_code=code, consultant_id=consultant.id))
    _commit("give municipality", consultant.id)


def take_municipality(consultant: Consultant, code: str) -> None:
    """Leaves a municipality without anybody, if it is this consultant's."""
    own = (
        ConsultantMunicipality.municipality_code == code,
        ConsultantMunicipality.consultant_id == consultant.id,
    )
    db.session.execute(delete(ConsultantMunicipality).where(*own))
    _commit("take municipality", consultant.id)


def plan_absence(consultant: Consultant, deputy_id: str, days: tuple[date, date]) -> None:
    """Lets somebody stand in from the first day to the last."""
    first, last = days
    db.session.add(Absence(consultant_id=consultant.id, deputy_id=deputy_id, first_on=first, last_on=last))
    _commit("plan absence", consultant.id)


def drop_absence(absence: Absence) -> None:
    """Ends or calls off an absence at once."""
    db.session.delete(absence)
    _commit("drop absence", absence.consultant_id)


def keep_exception(fits: str, municipality_code: str, consultant_id: str) -> None:
    """Lets some people go to a consultant of their own; an older rule for the same people is replaced."""
    rule = RoutingException(fits=fits, municipality_code=municipality_code, consultant_id=consultant_id)
    db.session.merge(rule)
    _commit("keep exception", consultant_id)


def drop_exception(rule: RoutingException) -> None:
    """Lets these people go where everybody goes."""
    db.session.delete(rule)
    _commit("drop exception", rule.consultant_id)


def keep_photo(consultant: Consultant, data: bytes) -> None:
    """Keeps a photo of a consultant. Raises NoPhotoError."""
    photos.keep(db.session(), consultant.id, data)
    _commit("keep photo", consultant.id)


def drop_photo(consultant: Consultant) -> None:
    """Deletes the photo of a consultant, if there is one."""
    photos.drop(db.session(), consultant.id)
    _commit("drop photo", consultant.id)


def _commit(action: str, consultant_id: str) -> None:
    audit.changed(action, "consultant", consultant_id, purpose=PURPOSE)
    db.session.commit()
