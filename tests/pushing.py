"""A partner called Testmarked who pushes ads with a key."""

from collections.abc import Callable
from typing import Any

from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from factories import make_source, make_staff
from portal import clock, crypto
from portal.models.partner import PartnerKey
from portal.models.staff import Role

PATH = "/api/v1/partners/testmarked/postings"

Push = Callable[..., TestResponse]


def make_key(session: Session, source: str, **changes: Any) -> str:
    """A key for a source that pushes; the key itself is given back, the table has its hash."""
    make_source(session, source).format = "push"
    token = crypto.token()
    admin = make_staff(session, Role.ADMIN, name="Asta Admin", email=f"{source}@example.com")
    session.add(
        PartnerKey(
            source=source,
            token_hash=crypto.token_hash(token),
            created_at=clock.now(),
            created_by_id=admin.id,
            **changes,
        )
    )
    session.commit()
    return token


def posting(reference: str = "job-17", **changes: Any) -> dict[str, Any]:
    """A skånejob in a shop in Slagelse, as a partner writes it."""
    values = {
        "reference": reference,
        "title": "Testmarked Slagelse - medhjælper i butik",
        "employer": "Testmarked Slagelse",
        "text": "<p>Arbejdsopgaver:</p><ul><li>Fylde varer op</li><li>Feje gulv</li></ul>",
        "job_type": "skaanejob",
        "postal_code": "4200",
        "town": "Slagelse",
        "hours_min": 10,
        "hours_max": 15,
    }
    return values | changes
