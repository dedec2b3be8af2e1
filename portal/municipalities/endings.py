"""The mail about something of a municipality that ends soon: its agreement, its leaflet."""

from collections.abc import Iterable
from datetime import date

from flask import current_app
from sqlalchemy.orm import Session

from portal import outbox
from portal.municipalities import places
from portal.places.municipalities import by_code


def tell(session: Session, kind: str, code: str, ends_on: date | None, *, to: Iterable[str]) -> None:
    """Queues the mail `kind` for each address once; "" is nobody. The caller commits."""
    place = by_code(code)
    if place is None:
        return
    address = f"{current_app.config['SETTINGS'].base_url}/kommuner/{places.SLUGS[place.code]}"
    for recipient in dict.fromkeys(filter(None, to)):
        outbox.queue(session, kind, to=recipient, place=place.full_name, ends_on=ends_on, address=address)
