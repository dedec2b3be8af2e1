"""The tables, one noun a file. Importing this package makes `Base.metadata` complete."""

from portal.models import application, attempt, audit, candidate, consultant, feed, mail, posting, staff
from portal.models.base import Base

__all__ = [
    "Base",
    "application",
    "attempt",
    "audit",
    "candidate",
    "consultant",
    "feed",
    "mail",
    "posting",
    "staff",
]
