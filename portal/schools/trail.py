"""What the audit trail says of changes to schools, and to the calendar of caravans and meetings."""

from typing import Final

from portal import audit
from portal.models.staff import Staff

PURPOSE: Final = "schools and calendar"


def changed(action: str, object_kind: str, object_id: str, *, by: Staff) -> None:
    """Notes a change as the last part of the transaction that makes it. The caller commits."""
    audit.changed(action, object_kind, object_id, purpose=PURPOSE, by=by)
