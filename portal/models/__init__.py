"""The tables, one noun a file. Importing this package makes `Base.metadata` complete."""

from portal.models import (
    alarm,
    application,
    attempt,
    audit,
    candidate,
    consultant,
    desk,
    feed,
    job,
    mail,
    merging,
    note,
    partner,
    posting,
    sign_in,
    staff,
    ticket,
)
from portal.models.base import Base

__all__ = [
    "Base",
    "alarm",
    "application",
    "attempt",
    "audit",
    "candidate",
    "consultant",
    "desk",
    "feed",
    "job",
    "mail",
    "merging",
    "note",
    "partner",
    "posting",
    "sign_in",
    "staff",
    "ticket",
]
